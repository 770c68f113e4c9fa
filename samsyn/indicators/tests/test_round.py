"""The round as the coordinator runs it: who has reported what, reminders to all, the review, corrections."""

import re

import pytest
from django.http import HttpResponse

from samsyn.core.audit.interface import AuditEntry
from samsyn.core.mail.interface import Mail
from samsyn.indicators.models import Figure, Report
from samsyn.indicators.tests.factories import STAFF, VISITS, Scene
from samsyn.organisations.interface import Role

pytestmark = pytest.mark.django_db
COLLECTING = "/nyckeltal/insamling/"
ROUND = COLLECTING + "2025/"


def text_of(answer: HttpResponse) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())


def page(scene: Scene, who: object, path: str = ROUND) -> str:
    return text_of(scene.world.client(who).get(path))  # type: ignore[arg-type]


def test_the_form_offers_the_year_that_comes_next(scene: Scene) -> None:
    scene.open(2031)
    assert 'value="2032"' in page(scene, scene.coordinator, COLLECTING)


def test_everybody_sees_who_has_reported_and_nobody_the_numbers(scene: Scene) -> None:
    scene.fill(scene.open(), scene.world.aneby, 4711, 2)
    text = page(scene, scene.stranger)
    assert "1 av 2 kontor har skrivit under" in text
    assert "Godtagen" in text and "Ej påbörjad" in text
    assert "4711" not in text and "4 711" not in text


def test_all_that_wait_are_reminded_at_once(scene: Scene) -> None:
    scene.world.person("chefhabo", Role.MANAGER, scene.world.habo)
    one = scene.open()
    scene.fill(one, scene.world.aneby, 100, 2)
    answer = scene.world.client(scene.coordinator).post(ROUND, follow=True)
    assert "Påminda: Habo-Mullsjö." in text_of(answer)  # type: ignore[arg-type]
    entries = AuditEntry.objects.filter(verb="indicators.reminded")
    assert entries.count() == 1


def test_the_letter_says_what_is_lacking_and_where(scene: Scene) -> None:
    scene.open()
    officer = scene.world.client(scene.officer)
    officer.post(ROUND + "aneby/", {f"{VISITS}-value": "120", f"{STAFF}-value": ""})
    scene.world.client(scene.coordinator).post(ROUND)
    (letter,) = Mail.objects.all()
    assert letter.to == "chef@exempel.se"
    assert "- Årsarbetskrafter: ett tal, eller varför det saknas" in letter.body
    assert "Besök:" not in letter.body
    assert "http://testserver/nyckeltal/insamling/2025/aneby/" in letter.body


def test_an_office_without_anybody_to_remind_does_not_stop_the_others(scene: Scene) -> None:
    scene.open()
    answer = scene.world.client(scene.coordinator).post(ROUND, follow=True)
    assert "Påminda: Aneby." in text_of(answer)  # type: ignore[arg-type]


def test_nobody_is_reminded_twice_a_day(scene: Scene) -> None:
    scene.open()
    client = scene.world.client(scene.coordinator)
    client.post(ROUND)
    assert "inget kontor kvar att påminna i dag" in text_of(client.post(ROUND, follow=True))  # type: ignore[arg-type]


def test_only_the_coordinator_reminds(scene: Scene) -> None:
    scene.open()
    for who in (scene.officer, scene.manager, scene.stranger):
        client = scene.world.client(who)
        assert "Påminn de" not in text_of(client.get(ROUND))  # type: ignore[arg-type]
        assert client.post(ROUND).status_code == 403
    assert not AuditEntry.objects.filter(verb="indicators.reminded").exists()


def test_a_released_round_reminds_nobody(scene: Scene) -> None:
    scene.release(2025, aneby=(100, 2))
    text = page(scene, scene.coordinator)
    assert "Påminn" not in text


def test_the_round_page_costs_as_many_questions_with_many_offices(
    scene: Scene, django_assert_max_num_queries: object
) -> None:
    scene.third_office()
    scene.open()
    client = scene.world.client(scene.coordinator)
    client.get(ROUND)
    with django_assert_max_num_queries(25):  # type: ignore[operator]
        client.get(ROUND)


def test_the_coordinator_sees_what_the_numbers_give_before_accepting(scene: Scene) -> None:
    scene.release(2024, aneby=(100, 2))
    scene.fill(scene.open(), scene.world.aneby, 150, 2.5)
    text = page(scene, scene.coordinator, ROUND + "aneby/granska/")
    assert "<strong>60,0</strong> besök per årsarbetskraft" in text
    assert "Förra året: 50,0" in text


def test_the_coordinator_reads_the_deviation_beside_the_comment(scene: Scene) -> None:
    scene.open()
    boxes = {f"{VISITS}-value": "120", f"{STAFF}-value": "2,5"}
    said = {f"{VISITS}-deviation": "system", f"{VISITS}-comment": "Från mars."}
    scene.world.client(scene.officer).post(ROUND + "aneby/", boxes | said)
    text = page(scene, scene.coordinator, ROUND + "aneby/granska/")
    assert "<strong>Bytte ärendesystem.</strong> Från mars." in text


def test_numbers_in_sentences_have_no_empty_decimals(scene: Scene) -> None:
    scene.release(2024, aneby=(160, 2))
    scene.open()
    boxes = {f"{VISITS}-value": "300", f"{STAFF}-value": "2"}
    client = scene.world.client(scene.officer)
    client.post(ROUND + "aneby/", boxes)
    assert "förra årets 160." in text_of(client.get(ROUND + "aneby/"))  # type: ignore[arg-type]


def test_the_coordinator_comes_from_a_value_to_its_correction(scene: Scene) -> None:
    scene.release(2025, aneby=(100, 2))
    listed = "/nyckeltal/besok-per-arsarbetskraft/"
    revisions = listed + "aneby/2025/"
    assert revisions in page(scene, scene.coordinator, listed)
    assert revisions + "ratta/" in page(scene, scene.coordinator, revisions)
    assert revisions + "ratta/" not in page(scene, scene.officer, revisions)
    form = page(scene, scene.coordinator, revisions + "ratta/")
    assert 'value="100"' in form and 'value="2"' in form


def test_a_missing_value_is_corrected_to_a_number(scene: Scene) -> None:
    scene.release(2025, aneby=(100, 2))
    address = "/nyckeltal/besok-per-arsarbetskraft/habo-mullsjo/2025/"
    client = scene.world.client(scene.coordinator)
    sent = {"numerator": "80", "denominator": "2", "reason": "Kom in efter släppet."}
    assert client.post(address + "ratta/", sent).status_code == 302
    figure = Figure.objects.get(area="habo-mullsjo", is_current=True)
    assert (figure.value, figure.revision) == (40, 2)
    text = text_of(scene.world.client().get(address))  # type: ignore[arg-type]
    assert "Ej rapporterat" in text or "Bortfall" in text
    assert "Kom in efter släppet." in text


def test_a_report_sent_back_is_signed_and_accepted_anew(scene: Scene) -> None:
    scene.fill(scene.open(), scene.world.aneby, 100, 2)
    coordinator, manager = scene.world.client(scene.coordinator), scene.world.client(scene.manager)
    review, report = ROUND + "aneby/granska/", ROUND + "aneby/"
    coordinator.post(review, {"do": "return", "reason": "Är vikarien med?"})
    assert Report.objects.get(office=scene.world.aneby).state == "returned"
    manager.post(report, {"do": "sign"})
    coordinator.post(review, {"do": "accept"})
    again = Report.objects.get(office=scene.world.aneby)
    assert (again.state, again.returned_reason) == ("accepted", "")
