"""What the year's campaigns, courses, guidance, exercises, key figures and questions put into the annual report."""

import copy
from datetime import UTC, datetime, timedelta

import pytest

from samsyn.calibration.tests.factories import make_scene as exercise_scene
from samsyn.campaigns.tests.factories import make_scene as campaign_scene
from samsyn.core.clock.interface import now
from samsyn.guidance.interface import review_document
from samsyn.guidance.tests.factories import published
from samsyn.indicators.tests.factories import make_scene as indicator_scene
from samsyn.learning.interface import evaluate, record_held_event
from samsyn.network.interface import answer_question, ask_question
from samsyn.organisations.interface import Role
from samsyn.organisations.tests.factories import World
from samsyn.planning.models import AnnualReport, PlanYear
from samsyn.planning.report_figures import make_figures
from samsyn.planning.report_sections import Section, sections_of
from samsyn.planning.tests.factories import Scene
from samsyn.planning.tests.test_plan import year
from samsyn.planning.tests.test_reports import AFTER, begun, freeze, page

pytestmark = pytest.mark.django_db
DURING = datetime(2027, 5, 4, 9, tzinfo=UTC)


def section(scene: Scene, key: str) -> Section:
    """A section of the report on the year as it stands now."""
    return next(one for one in sections(scene) if one.key == key)


def sections(scene: Scene) -> list[Section]:
    plan_year = PlanYear.objects.get(collaboration=scene.world.collaboration, year=2027)
    return sections_of(make_figures(plan_year))


@pytest.fixture
def running(scene: Scene, clock) -> Scene:
    """The decided year, in May."""
    year(scene)
    clock.move_to(DURING)
    return scene


def lent(scene: Scene) -> World:
    """The world for another package's scene, with the coordinator and the officer who are here already."""
    world = copy.copy(scene.world)
    here = {"samordnare": scene.coordinator, "maja": scene.officer}
    world.actor = lambda word, *role, **more: (
        here.get(word) or scene.world.actor(word, *role, **more)
    )  # type: ignore[method-assign]
    return world


def held_course(scene: Scene, *, evaluated: int) -> None:
    people = [scene.world.actor(f"deltagare{n}", Role.OFFICER, scene.world.aneby) for n in range(6)]
    event = record_held_event(
        by=scene.coordinator, collaboration=scene.world.collaboration, slug="hygien", title="Hygien", kind="course",
        starts_at=now() - timedelta(days=2, hours=6), ends_at=now() - timedelta(days=2), seats=30,
        last_day=(now() - timedelta(days=9)).date(), attended=[(one.person, scene.world.aneby) for one in people],
    )  # fmt: skip
    answers = {"overall": 8, "expectation": 7, "lecturer": 9, "usefulness": 6}
    for registration in event.registrations.all()[:evaluated]:
        evaluate(by=None, registration=registration, values=answers)


@pytest.mark.parametrize(
    ("evaluated", "says"), [(5, "8,0 (5 av 6 svarade)"), (4, "för få (4 av 6 svarade)")]
)
def test_a_courses_grade_shows_from_five_answers(running: Scene, evaluated: int, says: str) -> None:
    held_course(running, evaluated=evaluated)
    (row,) = section(running, "kurser").rows
    assert row.cells == ("Hygien (kurs, 2 maj 2027)", "6", "1", says)
    assert row.url == "/kurser/hygien/"


def test_guidance_that_came_into_force_and_guidance_that_was_reviewed(running: Scene) -> None:
    document = published(running.coordinator, start=DURING.date())
    published(running.coordinator, slug="aldre", start=datetime(2024, 6, 1, tzinfo=UTC).date())
    review_document(
        by=running.coordinator, document=document, outcome="confirmed", reason="Gäller än."
    )
    found = section(running, "handlaggarstod")
    assert [row.cells[1:] for row in found.rows] == [("1.0", "4 maj 2027")]
    assert found.notes == ("1 handläggarstöd granskades: bekräftat oförändrat 1.",)


def test_agreement_before_and_after_and_nothing_of_too_few(running: Scene, clock) -> None:
    exercise = exercise_scene(lent(running))
    exercise.five_answer()
    exercise.close()
    second = exercise.second()
    exercise.answers("anna", "a ua ua", round_=second)
    clock.move_to(DURING + timedelta(days=30))
    (row,) = section(running, "samsyn").rows
    assert row.cells == (
        "Tvätthallen vid Ekvägen",
        "80\N{NO-BREAK SPACE}% (n = 5)",
        "för få (n = 1)",
    )


def test_a_campaigns_main_results_hide_small_numbers(running: Scene) -> None:
    campaign = campaign_scene(lent(running))
    for _ in range(6):
        campaign.send(campaign.xml(q1="ua", q2="a"))
    campaign.send(campaign.xml(q1="a", q2="a", comment="Saknas."))
    (row,) = section(running, "kampanjer").rows
    assert (row.cells[0], row.cells[2:]) == ("Verkstäder", ("7 av 4", "11 (n = 7)"))
    assert row.below == ("Finns invallning? Avvikelse: 7 av 7 (n = 7).",)


def test_the_countys_mean_of_a_key_figure_with_how_many_offices(running: Scene) -> None:
    indicator = indicator_scene(lent(running))
    indicator.release(2026, aneby=(100, 2), habo=(90, 3))
    (row,) = section(running, "nyckeltal").rows
    assert row.cells == (
        "Besök per årsarbetskraft",
        "2026",
        "40,0 besök per årsarbetskraft",
        "2 av 2",
    )


def test_questions_with_those_that_were_answered(running: Scene, clock) -> None:
    first = ask_question(by=running.officer, text="Vad gäller för cisterner?")
    ask_question(by=running.neighbour, text="Hur nära en brunn?")
    clock.move_to(DURING + timedelta(days=3))
    answer_question(by=running.neighbour, question=first, text="Dubbelmantlad.", settles=False)
    rows = {row.cells[0]: row.cells[1] for row in section(running, "fragor").rows}
    assert rows["Ställda frågor"] == "2"
    assert rows["Besvarade frågor"] == "1 av 2"
    assert rows["Dagar till första svaret, median"] == "3"


def test_a_year_in_which_nothing_happened_says_so(running: Scene) -> None:
    assert [one.empty for one in sections(running) if not one.rows][:2] == [
        "Ingen kampanj pågick det här året.", "Ingen kurs eller träff hölls det här året.",
    ]  # fmt: skip


def test_what_comes_after_the_decision_changes_nothing_in_the_report(scene: Scene, clock) -> None:
    begun(scene, clock)
    freeze(scene)
    path = "/verksamhetsplan/2027/berattelse.docx"
    before = scene.world.client(scene.officer).get(path).content
    clock.move_to(DURING)
    held_course(scene, evaluated=6)
    clock.move_to(AFTER)
    assert scene.world.client(scene.officer).get(path).content == before
    assert "Hygien" not in page(scene)


def test_a_report_that_was_frozen_before_this_was_counted_reads_as_it_was(
    scene: Scene, clock
) -> None:
    begun(scene, clock)
    report = freeze(scene)
    assert report.figures is not None
    figures = {key: value for key, value in report.figures.items() if key != "happened"}
    AnnualReport.objects.filter(pk=report.pk).update(figures=figures)
    assert "312 avlopp besöktes." in page(scene)
