"""A round from opening to release, through the pages that people use."""

from decimal import Decimal

import pytest

from samsyn.core.audit.interface import AuditEntry
from samsyn.indicators.models import Entry, Figure, Release, Report, Round
from samsyn.indicators.tests.factories import KEY, PAGE, STAFF, VISITS, Scene

pytestmark = pytest.mark.django_db
ROUND = "/nyckeltal/insamling/2025/"
REPORT = ROUND + "aneby/"


def typed(visits: str = "120", staff: str = "2,5", **more: str) -> dict[str, str]:
    boxes = {f"{VISITS}-value": visits, f"{STAFF}-value": staff}
    return boxes | {name.replace("__", "-"): value for name, value in more.items()}


def test_a_whole_round_from_opening_to_release_in_the_browser(scene: Scene) -> None:
    world = scene.world
    coordinator, officer, manager = (
        world.client(who) for who in (scene.coordinator, scene.officer, scene.manager)
    )
    assert (
        coordinator.post(
            "/nyckeltal/insamling/", {"year": 2025, "deadline": "2026-12-18"}
        ).status_code
        == 302
    )
    assert officer.post(REPORT, typed()).status_code == 302
    assert "Talen är kompletta" in officer.get(REPORT).content.decode()
    assert manager.post(REPORT, {"do": "sign"}).status_code == 302
    assert coordinator.post(REPORT + "granska/", {"do": "accept"}).status_code == 302
    assert world.client().get(PAGE).status_code == 404
    decision = {"body": "Styrgruppen", "date": "2026-11-23", "paragraph": "7"}
    assert coordinator.post(ROUND + "slapp/", decision).status_code == 302
    page = world.client().get(PAGE)
    assert page.status_code == 200
    text = page.content.decode()
    assert "48,0" in text and "Habo-Mullsjö" in text
    assert "2025, 1 av 2 kontor" in text
    figure = Figure.objects.get(area="habo-mullsjo")
    assert (figure.value, figure.missing) == (None, "dropout")


def test_every_step_is_in_the_trail(scene: Scene) -> None:
    scene.release(2025, aneby=(100, 2))
    verbs = set(AuditEntry.objects.values_list("verb", flat=True))
    assert verbs >= {
        f"indicators.{v}" for v in ("opened", "entered", "signed", "accepted", "released")
    }


def test_half_a_report_is_saved_and_cannot_be_signed(scene: Scene) -> None:
    scene.open()
    officer, manager = scene.world.client(scene.officer), scene.world.client(scene.manager)
    officer.post(REPORT, typed(staff=""))
    assert Entry.objects.get(key=VISITS).value == 120
    text = manager.post(REPORT, {"do": "sign"}, follow=True).content.decode()
    assert "Årsarbetskrafter: ett tal, eller varför det saknas" in text
    assert Report.objects.get(office=scene.world.aneby).state == "started"


@pytest.mark.parametrize(
    ("visits", "sentence"),
    [
        ("många", "är inte ett tal"),
        ("1.038", "kan läsas på två sätt"),
        ("-3", "kan inte vara lägre än 0"),
        ("12000", "kan inte vara högre än"),
        ("12,5", "högst 0 decimaler"),
    ],
)
def test_what_cannot_be_right_is_not_saved_and_not_lost(
    scene: Scene, visits: str, sentence: str
) -> None:
    scene.open()
    answer = scene.world.client(scene.officer).post(
        REPORT, typed(visits, **{f"{VISITS}__comment": "mitt"})
    )
    assert answer.status_code == 422
    text = answer.content.decode()
    assert sentence in text
    assert f'value="{visits}"' in text and "mitt" in text
    assert not Entry.objects.exists()


def test_nothing_is_divided_by_zero(scene: Scene) -> None:
    scene.open()
    answer = scene.world.client(scene.officer).post(REPORT, typed(staff="0"))
    assert answer.status_code == 422
    assert "Det går inte att dela med 0" in answer.content.decode()


def test_a_jump_since_last_year_demands_a_comment_before_signing(scene: Scene) -> None:
    scene.release(2024, aneby=(100, 2.5))
    scene.open()
    officer, manager = scene.world.client(scene.officer), scene.world.client(scene.manager)
    page = officer.post(REPORT, typed("200"), follow=True).content.decode()
    assert "Skiljer 100 % från förra årets 100" in page
    assert "Förra året: 100" in page
    manager.post(REPORT, {"do": "sign"})
    assert Report.objects.get(round__year=2025, office=scene.world.aneby).state == "started"
    revision = {f"{VISITS}__revision": "1", f"{STAFF}__revision": "1"}
    officer.post(
        REPORT, typed("200", **{f"{VISITS}__comment": "Dubbelt så många inspektörer."}, **revision)
    )
    manager.post(REPORT, {"do": "sign"})
    assert Report.objects.get(round__year=2025, office=scene.world.aneby).state == "signed"


def test_two_people_who_edit_the_same_number_are_shown_both_values(scene: Scene) -> None:
    scene.open()
    client = scene.world.client(scene.officer)
    client.post(REPORT, typed("120", **{f"{VISITS}__revision": "0", f"{STAFF}__revision": "0"}))
    other = scene.world.client(scene.manager)
    answer = other.post(
        REPORT, typed("130", **{f"{VISITS}__revision": "0", f"{STAFF}__revision": "0"})
    )
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "Någon annan har under tiden sparat 120" in text and 'value="130"' in text
    assert Entry.objects.get(key=VISITS).value == 120


def test_the_same_save_twice_changes_nothing(scene: Scene) -> None:
    scene.open()
    client = scene.world.client(scene.officer)
    for _again in range(2):
        client.post(REPORT, typed(**{f"{VISITS}__revision": "0", f"{STAFF}__revision": "0"}))
    assert Entry.objects.get(key=VISITS).revision == 1


def test_a_missing_value_needs_a_reason_and_no_number(scene: Scene) -> None:
    scene.open()
    client = scene.world.client(scene.officer)
    answer = client.post(REPORT, typed(**{f"{VISITS}__missing": "secrecy"}))
    assert "både ett tal och en orsak" in answer.content.decode()
    client.post(REPORT, typed("", **{f"{VISITS}__missing": "secrecy"}))
    assert Entry.objects.get(key=VISITS).missing == "secrecy"


def test_a_report_asked_back_is_open_again_with_the_question(scene: Scene) -> None:
    one = scene.open()
    scene.fill(one, scene.world.aneby, 100, 2)
    coordinator, officer = scene.world.client(scene.coordinator), scene.world.client(scene.officer)
    assert coordinator.post(REPORT + "granska/", {"do": "return", "reason": ""}).status_code == 422
    coordinator.post(REPORT + "granska/", {"do": "return", "reason": "Är vikarien med?"})
    assert "Är vikarien med?" in officer.get(REPORT).content.decode()
    assert "Är vikarien med?" in officer.get("/min-sida/").content.decode()


def test_a_signed_report_is_closed_to_the_office(scene: Scene) -> None:
    scene.fill(scene.open(), scene.world.aneby, 100, 2)
    answer = scene.world.client(scene.officer).post(REPORT, typed("99"))
    assert "redan" not in answer.content.decode() or answer.status_code == 422
    assert Entry.objects.get(key=VISITS).value == 100


def test_a_reminder_goes_out_once_a_day(scene: Scene, mailoutbox: list) -> None:
    scene.open()
    client = scene.world.client(scene.coordinator)
    assert client.post(REPORT + "granska/", {"do": "remind"}).status_code == 302
    text = client.post(REPORT + "granska/", {"do": "remind"}).content.decode()
    assert "är redan påmint i dag" in text


def test_an_act_that_the_page_does_not_know_is_refused_with_a_sentence(scene: Scene) -> None:
    scene.open()
    answer = scene.world.client(scene.coordinator).post(REPORT + "granska/", {"do": "dance"})
    assert answer.status_code == 200
    assert "Välj om du godtar, skickar tillbaka eller påminner." in answer.content.decode()


def test_a_signed_report_that_nobody_has_looked_at_stops_the_release(scene: Scene) -> None:
    one = scene.open()
    client = scene.world.client(scene.officer)
    client.post(REPORT, typed())
    scene.world.client(scene.manager).post(REPORT, {"do": "sign"})
    answer = scene.world.client(scene.coordinator).post(
        ROUND + "slapp/", {"body": "Styrgruppen", "date": "2026-11-23"}
    )
    assert "Godta redovisningarna först" in answer.content.decode()
    assert not Release.objects.filter(round=one).exists()


def test_a_round_is_opened_once_a_year(scene: Scene) -> None:
    client = scene.world.client(scene.coordinator)
    for status in (302, 422):
        answer = client.post("/nyckeltal/insamling/", {"year": 2025, "deadline": "2026-12-18"})
        assert answer.status_code == status
    assert Round.objects.count() == 1


@pytest.mark.parametrize("path", ["", "aneby/", "aneby/mall.xlsx", "aneby/ladda-upp/"])
def test_a_visitor_is_asked_to_sign_in(scene: Scene, path: str) -> None:
    scene.open()
    assert scene.world.client().get(ROUND + path).status_code == 302


def test_another_offices_numbers_are_not_seen_before_the_release(scene: Scene) -> None:
    scene.open()
    stranger = scene.world.client(scene.stranger)
    assert stranger.get(ROUND).status_code == 200
    assert stranger.get(REPORT).status_code == 403
    assert stranger.get(REPORT + "mall.xlsx").status_code == 403
    assert stranger.post(REPORT, typed()).status_code == 403


def test_an_officer_does_not_sign_off_and_does_not_run_the_round(scene: Scene) -> None:
    scene.open()
    client = scene.world.client(scene.officer)
    client.post(REPORT, typed())
    assert client.post(REPORT, {"do": "sign"}).status_code == 403
    assert client.get(ROUND + "slapp/").status_code == 403
    assert client.post(REPORT + "granska/", {"do": "accept"}).status_code == 403
    assert (
        client.post("/nyckeltal/insamling/", {"year": 2030, "deadline": "2031-03-01"}).status_code
        == 403
    )
    assert not Round.objects.filter(year=2030).exists()


def test_the_coordinator_reads_the_numbers_but_types_none(scene: Scene) -> None:
    scene.open()
    client = scene.world.client(scene.coordinator)
    assert client.get(REPORT).status_code == 200
    assert client.post(REPORT, typed()).status_code == 403


def test_another_collaboration_knows_nothing_of_it(scene: Scene) -> None:
    scene.open()
    from samsyn.organisations.interface import Role

    far = scene.world.person("annan", Role.COORDINATOR, other=True)
    client = scene.world.client(far, host=scene.world.other.host)
    assert client.get(ROUND).status_code == 404
    assert client.get(REPORT).status_code == 404


def test_the_quotient_is_worked_out_here_and_never_reported(scene: Scene) -> None:
    scene.release(2025, aneby=(100, 3))
    figure = Figure.objects.get(area="aneby")
    assert figure.value == Decimal("33.333")
    assert (figure.numerator, figure.denominator) == (100, 3)
    assert figure.indicator.key == KEY
