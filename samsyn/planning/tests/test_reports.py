"""The annual report, through its pages and files: live until it is frozen by decision."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from docx import Document

from samsyn.core.mail.interface import Mail
from samsyn.core.pdf.tests.factories import check, text_of
from samsyn.planning.actions.decision import decide
from samsyn.planning.actions.meeting import call_meeting, open_meeting
from samsyn.planning.models import AnnualReport, PlanYear
from samsyn.planning.report_figures import fingerprint
from samsyn.planning.tests.factories import Scene
from samsyn.planning.tests.test_plan import year

pytestmark = pytest.mark.django_db
REPORT = "/verksamhetsplan/2027/berattelse/"
AFTER = datetime(2028, 2, 10, 9, tzinfo=UTC)


def follow_up(scene: Scene, plan_year: PlanYear, **changed):
    item = plan_year.items.get()
    goal, (one, two) = item.goals.get(), item.shares.order_by("office__slug")
    given = {
        "state": "done", "result": "312 avlopp besöktes.", "spent": 18000, f"goal-{goal.pk}": "partly",
        f"goal-{goal.pk}-comment": "Elva av tolv.", f"spent-{one.pk}": 44, f"spent-{two.pk}": "",
    }  # fmt: skip
    path = f"/verksamhetsplan/aktivitet/{item.pk}/folj-upp/"
    return scene.world.client(scene.coordinator).post(path, given | changed)


def begun(scene: Scene, clock) -> PlanYear:
    made = year(scene)
    clock.move_to(AFTER)
    follow_up(scene, made)
    client = scene.world.client(scene.coordinator)
    client.post(REPORT + "borja/")
    client.post(
        REPORT + "skriv/", {"summary": "Ett bra år.", "looking_ahead": "Mer tid.", "revision": 1}
    )
    return made


def freeze(scene: Scene) -> AnnualReport:
    meeting = open_meeting(
        by=scene.coordinator, meeting=call_meeting(by=scene.coordinator, day=date(2028, 3, 9))
    )
    item = meeting.items.get(annual_report__isnull=False)
    decide(by=scene.coordinator, item=item, outcome="approved", text="Fastställs.")
    return AnnualReport.objects.get()


def page(scene: Scene, actor=None) -> str:
    return scene.world.client(actor or scene.officer).get(REPORT).content.decode()


def test_what_happened_stands_in_the_report_by_itself(scene: Scene, clock) -> None:
    begun(scene, clock)
    text = page(scene, scene.coordinator)
    for words in (
        "312 avlopp besöktes.",
        "Elva av tolv.",
        "Delvis nått",
        "44 av 100 planerade (1 av 2 kontor har uppgett)",
    ):
        assert words in text
    assert "Siffrorna är levande" in text


def test_the_members_read_it_when_it_is_decided_and_not_before(scene: Scene, clock) -> None:
    begun(scene, clock)
    assert "Ett bra år." not in page(scene)
    assert scene.world.client(scene.officer).get(REPORT[:-1] + ".pdf").status_code == 404
    freeze(scene)
    assert "Ett bra år." in page(scene)


def test_the_decision_freezes_the_figures_and_closes_the_year(scene: Scene, clock) -> None:
    made = begun(scene, clock)
    report = freeze(scene)
    made.refresh_from_db()
    assert made.state == "closed"
    assert report.fingerprint == fingerprint(report.figures)
    assert report.decision.paragraph == 1
    late = follow_up(scene, made, result="Något annat.")
    assert late.status_code == 422
    assert "fryst" in late.content.decode()
    assert "312 avlopp besöktes." in page(scene)
    refused = scene.world.client(scene.coordinator).post(
        REPORT + "skriv/", {"summary": "Ändrat.", "revision": report.revision}
    )
    assert refused.status_code == 422
    assert "Ändrat." in refused.content.decode()


def test_the_proposers_office_hears_that_it_stands_in_the_report(scene: Scene, clock) -> None:
    item = begun(scene, clock).items.get()
    item.proposal = scene.proposal()
    item.save()
    Mail.objects.all().delete()
    freeze(scene)
    told = [
        mail for mail in Mail.objects.all() if "står i verksamhetsberättelsen 2027" in mail.body
    ]
    assert "maja@exempel.se" in {mail.to for mail in told}


def test_a_frozen_report_is_rebuilt_to_the_same_bytes(scene: Scene, clock) -> None:
    begun(scene, clock)
    freeze(scene)
    path = "/verksamhetsplan/2027/berattelse.pdf"
    first = scene.world.client(scene.officer).get(path).content
    clock.move_to(datetime(2029, 1, 2, tzinfo=UTC))
    assert scene.world.client(scene.officer).get(path).content == first
    assert check(first) == []
    assert "312 avlopp besöktes." in text_of(first)


def test_the_report_comes_as_word(scene: Scene, clock) -> None:
    begun(scene, clock)
    freeze(scene)
    got = scene.world.client(scene.officer).get("/verksamhetsplan/2027/berattelse.docx")
    word = Document(BytesIO(got.content))
    assert "Små avlopp" in [p.text for p in word.paragraphs if p.style.name == "Heading 2"]


def test_a_year_that_is_not_over_is_not_frozen(scene: Scene, clock) -> None:
    year(scene)
    clock.move_to(datetime(2027, 11, 1, tzinfo=UTC))
    scene.world.client(scene.coordinator).post(REPORT + "borja/")
    meeting = call_meeting(by=scene.coordinator, day=date(2027, 12, 1))
    assert not meeting.items.filter(annual_report__isnull=False).exists()


def test_a_year_that_is_not_decided_has_no_report(scene: Scene) -> None:
    year(scene, decided=False)
    got = scene.world.client(scene.coordinator).post(REPORT + "borja/", follow=True)
    assert "inte fastställt än" in got.content.decode()
    assert not AnnualReport.objects.exists()


def test_two_who_write_at_once_do_not_overwrite_each_other(scene: Scene, clock) -> None:
    begun(scene, clock)
    late = scene.world.client(scene.coordinator).post(
        REPORT + "skriv/", {"summary": "Min text.", "revision": 1}
    )
    assert late.status_code == 422
    assert "Min text." in late.content.decode()
    assert AnnualReport.objects.get().summary == "Ett bra år."


def test_only_those_who_run_the_activity_follow_it_up(scene: Scene) -> None:
    item = year(scene).items.get()
    path = f"/verksamhetsplan/aktivitet/{item.pk}/folj-upp/"
    assert scene.world.client(scene.neighbour).get(path).status_code == 403
