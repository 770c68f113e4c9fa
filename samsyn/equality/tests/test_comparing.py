"""What a campaign's comparison keeps, says and shows: pure numbers first, then the pages and who sees what."""

from uuid import uuid4

import numpy as np
import pytest

from samsyn.campaigns.interface import (
    CampaignState,
    Cell,
    Code,
    Column,
    Measure,
    NamedResults,
    Picture,
    QuestionCells,
    QuestionCounts,
    answer_participation,
    measures_by_question,
    spread_cells,
)
from samsyn.campaigns.tests.factories import Scene, in_state, make_scene
from samsyn.equality.actions import renew_comparison
from samsyn.equality.comparing import compare, version_of
from samsyn.equality.figures import most_telling
from samsyn.equality.registration import renew_comparisons
from samsyn.equality.sentences import conclusion_of, spread_of, together_of, wider_of
from samsyn.equality.spreading import spread_of as spread_numbers
from samsyn.organisations.interface import Role
from samsyn.organisations.tests.factories import World

CODES = tuple(Code(code, code, role=code) for code in ("UA", "A", "EK", "EA"))
URL = "/jamlik-tillsyn/kampanj/verkstader/"


def question(name: str, *offices: tuple[int, int]) -> QuestionCounts:
    """Compliant and deviating per office, numbered from 1."""
    column = Column(name=name, path=f"/{name}", label=name, kind="assessed", codes=CODES)
    table = np.array([[good, bad, 0, 0] for good, bad in offices], np.int64).reshape(-1, 4)
    groups = [(place, "") for place, _ in enumerate(offices, 1)]
    return QuestionCounts(column, groups, table)


def compared(*questions: QuestionCounts) -> dict:
    return compare(Picture(questions=list(questions)), k=5)


ALIKE = [(7, 3)] * 12
ONE_APART = [(70, 30)] * 11 + [(10, 90)]


def test_offices_alike_are_inside_and_nothing_stands() -> None:
    found = compared(question("q", *ALIKE))
    (one,) = found["questions"]
    assert (one["code"], one["outside"], one["stands"]) == ("inside", 0, [])
    assert conclusion_of(one)[0] == "Skillnaderna kan vara slump."


def test_an_office_far_out_stands_among_all_comparisons() -> None:
    found = compared(question("q", *ONE_APART), *(question(f"r{i}", *ALIKE) for i in range(20)))
    assert found["comparisons"] == 21 * 12
    assert [one["stands"] for one in found["questions"]] == [[12]] + [[]] * 20
    assert conclusion_of(found["questions"][0])[0] == "Kontoren skiljer sig mer än slumpen ger."
    assert "1 skillnad" in together_of(found) or "1 skillnader" in together_of(found)


def test_a_spread_that_all_share_is_counted_in() -> None:
    every_other = [(80, 20), (20, 80)] * 6
    (one,) = compared(question("q", *every_other))["questions"]
    assert one["outside"] == 12
    assert one["outside_wider"] == 0
    assert "0 kontor utanför" in wider_of(one)


@pytest.mark.parametrize(
    ("offices", "code"),
    [
        ([], "nothing_assessed"),
        ([(0, 0), (0, 0)], "nothing_assessed"),
        ([(4, 2), (0, 0)], "one_office"),
        ([(5, 0), (9, 0)], "all_alike"),
        ([(1, 1), (2, 0)], "too_few"),
    ],
)
def test_what_cannot_be_compared_is_named_and_explained(
    offices: list[tuple[int, int]], code: str
) -> None:
    found = compared(question("q", *offices))
    (one,) = found["questions"]
    assert one["code"] == code
    assert all(conclusion_of(one))
    assert one["stands"] == []
    assert together_of(found)


def test_the_same_counts_have_the_same_version_and_other_counts_another() -> None:
    first, same, other = (Picture(questions=[question("q", (7, bad))]) for bad in (3, 3, 4))
    assert version_of(first, 5) == version_of(same, 5)
    assert version_of(first, 5) != version_of(other, 5)
    assert version_of(first, 5) != version_of(first, 6)


def cells(share_of: dict[tuple[int, int], float], n: int = 20) -> QuestionCells:
    """One cell of n objects per office and officer, with that share of deviation."""
    return QuestionCells(
        "q",
        [Cell(office, officer, "verkstad", "risk") for office, officer in share_of],
        np.array([round(n * share) for share in share_of.values()]),
        np.full(len(share_of), n),
    )


def test_offices_that_differ_show_as_offices_not_as_officers() -> None:
    shares = {(office, officer): 0.15 + 0.1 * office for office in range(8) for officer in (1, 2)}
    found = spread_numbers(cells(shares))
    assert found["office"]["low"] > 1.5
    assert found["officer"]["low"] == pytest.approx(1)
    said = spread_of(found)
    assert len(said) == 2 and "Det kan vara så att det inte är någon skillnad." in said[1]


def test_officers_that_differ_show_as_officers_not_as_offices() -> None:
    shares = {(office, officer): (0.2, 0.8)[officer] for office in range(8) for officer in (0, 1)}
    found = spread_numbers(cells(shares))
    assert found["officer"]["low"] > 1.5
    assert found["office"]["low"] == pytest.approx(1)


def test_alone_at_the_office_nothing_is_told_of_officers() -> None:
    found = spread_numbers(cells({(office, 0): 0.3 + 0.05 * office for office in range(8)}))
    assert "officer" not in found
    assert "minst" in spread_of(found)[1] or "krävs" in spread_of(found)[1]


def test_with_too_little_it_refuses_and_says_how_much_is_needed() -> None:
    found = spread_numbers(cells({(1, 0): 0.5, (2, 0): 0.5}))
    assert (found["has"], found["needs"]) == (2, 5)
    assert "minst 5 kontor" in spread_of(found)[0]


@pytest.fixture
def scene(world: World) -> Scene:
    """Fourteen objects of Aneby, of which six deviate, and two of the other office that do not."""
    here = make_scene(world)
    report(here, deviating=6, compliant=8)
    report(there(here), deviating=0, compliant=2)
    renew_comparisons()
    return here


def there(scene: Scene, name: str = "habo") -> Scene:
    """The same campaign at the other office."""
    world = scene.world
    officer = world.actor(name, Role.OFFICER, world.habo)
    answer_participation(
        by=officer, campaign=scene.campaign, office=world.habo, takes_part=True, planned=3
    )
    return Scene(world, scene.coordinator, officer, scene.campaign, world.habo)


def report(scene: Scene, *, deviating: int, compliant: int) -> None:
    for _ in range(deviating):
        sent = scene.send(scene.xml(uuid4(), q1="a", q2="ua", comment="Saknas"))
        assert sent.status_code == 201
    for _ in range(compliant):
        assert scene.send(scene.xml(uuid4(), q1="ua", q2="ua")).status_code == 201


def read(scene: Scene, path: str = URL, *, by: object = None, status: int = 200) -> str:
    answer = scene.world.client(by).get(path)
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


@pytest.mark.django_db
def test_cells_are_by_office_and_officer(scene: Scene) -> None:
    first = next(one for one in spread_cells(scene.campaign) if one.question == "q1")
    found = {cell.office: (bad, n) for cell, bad, n in zip(first.cells, first.deviating, first.assessed, strict=True)}  # fmt: skip
    assert found == {scene.world.aneby.pk: (6, 14), scene.world.habo.pk: (0, 2)}
    assert {cell.officer for cell in first.cells} == {
        scene.officer.user_id,
        next(cell.officer for cell in first.cells if cell.office == scene.world.habo.pk),
    }


@pytest.mark.django_db
def test_who_runs_the_campaign_sees_every_office(scene: Scene) -> None:
    every = read(scene, by=scene.coordinator)
    assert f'href="{URL}q1/"' in every
    one = read(scene, f"{URL}q1/", by=scene.coordinator)
    assert "6 av 14" in one and "0 av 2" in one
    assert one.index("Aneby") < one.index("Habo-Mullsjö")
    assert "<svg" in one
    assert "Kontoren" in read(scene, "/kampanjer/verkstader/", by=scene.coordinator)


@pytest.mark.django_db
def test_small_groups_are_hidden_from_others(scene: Scene) -> None:
    in_state(scene, CampaignState.COMPILED)
    one = read(scene, f"{URL}q1/", by=scene.officer)
    # Shown, the large office would give the small one away.
    assert "0 av 2" not in one and "6 av 14" not in one
    assert "för få för att visas" in one


@pytest.mark.django_db
def test_offices_are_named_as_they_decided(scene: Scene) -> None:
    report(there(scene, "hilma"), deviating=6, compliant=4)
    renew_comparisons()
    in_state(scene, CampaignState.PUBLISHED)
    assert "Kontoren visas inte med namn" in read(scene, f"{URL}q1/")
    scene.campaign.named_results = NamedResults.PUBLIC
    scene.campaign.save(update_fields=["named_results"])
    one = read(scene, f"{URL}q1/")
    assert "6 av 14" in one and "6 av 12" in one and "<svg" in one


@pytest.mark.django_db
def test_the_campaigns_own_page_shows_the_funnel_as_far_as_offices_may_be_named(
    scene: Scene,
) -> None:
    page, panel = "/kampanjer/verkstader/", "Inom 95-procentsgränserna"
    mine = read(scene, page, by=scene.coordinator)
    assert panel in mine and '<figure class="chart">' in mine and f'href="{URL}q1/"' in mine
    assert panel not in read(scene, page, by=scene.officer)
    report(there(scene, "hilma"), deviating=6, compliant=4)
    renew_comparisons()
    in_state(scene, CampaignState.PUBLISHED)
    unnamed = read(scene, page)
    assert panel in unnamed and '<figure class="chart">' not in unnamed
    scene.campaign.named_results = NamedResults.PUBLIC
    scene.campaign.save(update_fields=["named_results"])
    assert '<figure class="chart">' in read(scene, page)


def test_the_question_shown_is_one_that_this_reader_may_see() -> None:
    alike, apart = question("q", *ALIKE), question("r", *ONE_APART)
    found = compared(alike, apart)["questions"]
    assert most_telling(found, protected=False)["name"] == "r"
    assert most_telling(found[:1] * 2, protected=False) is found[0]
    few = compared(question("s", (1, 1), (2, 0)))["questions"]
    assert most_telling(few, protected=True) is None


@pytest.mark.django_db
def test_nobody_sees_it_before_she_sees_the_result(scene: Scene) -> None:
    read(scene, status=404)
    read(scene, by=scene.officer, status=404)
    read(scene, f"{URL}q1/", by=scene.officer, status=404)
    assert "verkstader" not in read(scene, "/jamlik-tillsyn/", by=scene.officer)


@pytest.mark.django_db
def test_a_question_that_is_not_there_is_not_found(scene: Scene) -> None:
    read(scene, f"{URL}q99/", by=scene.coordinator, status=404)


@pytest.mark.django_db
def test_the_same_counts_are_not_worked_out_again(
    scene: Scene, django_assert_max_num_queries
) -> None:
    first = renew_comparison(by=None, campaign=scene.campaign)
    with django_assert_max_num_queries(8):
        again = renew_comparison(by=None, campaign=scene.campaign)
    assert first.made_at == again.made_at
    assert scene.send(scene.xml(uuid4())).status_code == 201
    assert renew_comparison(by=None, campaign=scene.campaign).version != first.version


@pytest.mark.django_db
def test_before_the_job_has_run_the_page_says_when_it_comes(world: World) -> None:
    scene = make_scene(world)
    assert "Jämförelsen är inte framtagen än" in read(scene, by=scene.coordinator)


@pytest.mark.django_db
def test_pages_ask_as_often_however_many_questions(
    scene: Scene, django_assert_max_num_queries
) -> None:
    client = scene.world.client(scene.coordinator)
    client.get(URL)
    with django_assert_max_num_queries(14):
        client.get(URL)
    with django_assert_max_num_queries(15):
        client.get(f"{URL}q1/")


@pytest.mark.django_db
def test_measures_are_compared_where_something_was_found(scene: Scene) -> None:
    every = read(scene, by=scene.coordinator)
    assert "Vad kontoren gjorde där något hittades" in every
    assert f'href="{URL}atgard-advice/"' in every
    one = read(scene, f"{URL}atgard-advice/", by=scene.coordinator)
    # Only objects with a deviation are counted, and only Aneby found any.
    assert "av 6" in one and "av 14" not in one
    assert "Bara ett kontor har bedömt" in one
    assert "Det krävs minst 5 kontor" in one or "minst 5 kontor" in one


@pytest.mark.django_db
def test_the_same_deviation_and_what_was_done_is_for_who_runs_the_campaign(scene: Scene) -> None:
    mine = read(scene, f"{URL}q1/", by=scene.coordinator)
    assert "Samma avvikelse, samma åtgärd?" in mine
    table = mine[mine.index("Samma avvikelse, samma åtgärd?") :]
    # Aneby found it six times and gave advice and an order each time; nobody took the other measures.
    assert table.count("6 av 6") == 4 and "Råd" in table and "Förbud" not in table
    report(there(scene, "hilma"), deviating=6, compliant=4)
    renew_comparisons()
    in_state(scene, CampaignState.PUBLISHED)
    scene.campaign.named_results = NamedResults.PUBLIC
    scene.campaign.save(update_fields=["named_results"])
    assert "Samma avvikelse, samma åtgärd?" not in read(scene, f"{URL}q1/")


@pytest.mark.django_db
def test_measures_are_counted_per_question_and_office(scene: Scene) -> None:
    found = measures_by_question(scene.campaign)
    place = list(Measure).index(Measure.ADVICE) + 1
    assert list(found["q1"]) == [scene.world.aneby.pk]
    assert (found["q1"][scene.world.aneby.pk][0], found["q1"][scene.world.aneby.pk][place]) == (
        6,
        6,
    )
    assert found["q2"] == {}
