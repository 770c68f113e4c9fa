"""Asking, answering with weight, agreeing, and what waits too long."""

from datetime import date, timedelta

import pytest
from django.test import Client

from samsyn.core.audit.interface import AuditEntry
from samsyn.network.actions import ask_question
from samsyn.network.models import Answer, Question
from samsyn.network.rules import is_valid, personal_traces, weight_of
from samsyn.organisations.interface import Actor, Role
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db
ASKED = {"text": "Gäller anmälningsplikt för små avlopp?", "details": "", "area": "sewage"}


def text(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def anna(world: World) -> Actor:
    return world.actor("anna", Role.OFFICER, world.aneby)


@pytest.fixture
def client(world: World, anna: Actor) -> Client:
    return world.client(anna)


def test_a_question_is_asked_and_read_by_all_members(world: World, client: Client) -> None:
    client.post("/fragor/ny/", ASKED)
    asked = Question.objects.get()
    assert (asked.office, asked.area) == (world.aneby, "sewage")
    colleague = world.client(world.actor("bo", Role.OFFICER, world.habo))
    assert "anmälningsplikt" in text(colleague.get("/fragor/"))
    assert "anmälningsplikt" in text(colleague.get("/fragor/?omrade=sewage"))
    assert "anmälningsplikt" not in text(colleague.get("/fragor/?omrade=noise"))
    assert world.client().get("/fragor/").status_code == 302


def test_another_collaboration_knows_nothing_of_it(world: World, client: Client) -> None:
    client.post("/fragor/ny/", ASKED)
    stranger = world.client(
        world.person("annan", Role.COORDINATOR, other=True), host=world.other.host
    )
    assert "anmälningsplikt" not in text(stranger.get("/fragor/"))
    assert stranger.get(f"/fragor/{Question.objects.get().pk}/").status_code == 404


def test_a_lecturer_sees_no_questions(world: World) -> None:
    lecturer = world.client(world.person("gunnar", Role.LECTURER))
    for path in ("/fragor/", "/fragor/ny/", "/fragor/overenskomna/", "/natverk/"):
        assert lecturer.get(path).status_code == 403


def test_what_can_identify_somebody_is_pointed_out_and_nothing_typed_is_lost(
    client: Client,
) -> None:
    sent = ASKED | {"details": "Ring 036-12 34 56 om saken"}
    answer = client.post("/fragor/ny/", sent)
    assert answer.status_code == 422
    assert "Ring 036-12 34 56" in text(answer)
    assert not Question.objects.exists()
    assert client.post("/fragor/ny/", sent | {"confirmed": "on"}).status_code == 302


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("Anna 19800101-1234", ["identity_number"]),
        ("skriv till a@b.se", ["email"]),
        ("0708-12 34 56", ["phone"]),
        ("MB 26 kap. 19 §, 2024", []),
    ],
)
def test_traces_of_personal_data(typed: str, kinds: list[str]) -> None:
    assert personal_traces(typed) == kinds


def test_similar_questions_show_while_writing(client: Client) -> None:
    client.post("/fragor/ny/", ASKED)
    found = text(client.get("/fragor/liknande/", {"text": "anmälan av små avlopp"}))
    assert ">Gäller anmälningsplikt" in found
    assert "Part(" not in found
    assert "Gäller" not in text(client.get("/fragor/liknande/", {"text": "badvatten i bassäng"}))
    assert client.get("/fragor/liknande/").status_code == 200


@pytest.mark.parametrize(
    ("roles", "source", "weight"),
    [
        ({Role.OFFICER}, "", "colleague"),
        ({Role.COORDINATOR, Role.OFFICER}, "", "coordinator"),
        ({Role.GUIDANCE_OFFICER, Role.COORDINATOR}, "", "county_board"),
        ({Role.OFFICER}, "MÖD 2024:12", "court"),
    ],
)
def test_an_answer_carries_its_weight(roles, source, weight) -> None:
    assert weight_of(roles, source=source) == weight


def test_who_asked_settles_and_a_colleague_does_not(world: World, client: Client) -> None:
    client.post("/fragor/ny/", ASKED)
    asked = Question.objects.get()
    url = f"/fragor/{asked.pk}/"
    colleague = world.client(world.actor("bo", Role.OFFICER, world.habo))
    colleague.post(url, {"text": "Ja, alltid.", "settles": "on"})
    asked.refresh_from_db()
    assert asked.state == "waiting"
    client.post(url, {"text": "Tack, det stämmer.", "settles": "on"})
    asked.refresh_from_db()
    assert asked.state == "answered"
    assert client.post(url, {"text": ""}).status_code == 422


def test_several_answers_are_agreed_on_with_a_reason(world: World, client: Client) -> None:
    client.post("/fragor/ny/", ASKED)
    pk = Question.objects.get().pk
    coordinator = world.client(world.coordinator())
    for answer in ("Ja.", "Ja, men inte för tillfälliga."):
        client.post(f"/fragor/{pk}/", {"text": answer, "valid_until": "2026-11-22"})
    for answer in Answer.objects.all():
        url = f"/fragor/{pk}/svar/{answer.pk}/enas/"
        assert client.post(url, {"reason": "x"}).status_code == 403
        assert "Skriv varför" in text(coordinator.post(url, {"reason": " "}, follow=True))
        coordinator.post(url, {"reason": "Länsstyrelsen håller med."})
    page = text(client.get("/fragor/overenskomna/"))
    assert page.count("Länsstyrelsen håller med.") == 2
    assert "Gäller inte längre" in page
    assert f"/fragor/{pk}/#svar-" in page, "it stays linked"
    assert AuditEntry.objects.filter(verb="network.agreed").count() == 2


def test_an_answer_holds_through_its_last_day() -> None:
    day = date(2026, 11, 23)
    assert is_valid(None, day)
    assert is_valid(day, day)
    assert not is_valid(day - timedelta(days=1), day)


def test_five_days_unanswered_goes_to_the_coordinator(world: World, anna: Actor, clock) -> None:
    ask_question(by=anna, text="Vem mäter buller?")
    coordinator = world.coordinator()
    clock.shift(timedelta(days=4, hours=23))
    assert "Vem mäter buller?" not in text(world.client(coordinator).get("/min-sida/"))
    clock.shift(timedelta(hours=1))
    assert "Obesvarad i fem dagar" in text(world.client(coordinator).get("/min-sida/"))
    hers = text(world.client(anna).get("/min-sida/"))
    assert "Vem mäter buller?" in hers, "her own question stands on her page"
    assert "Obesvarad i fem dagar" not in hers, "but it does not wait for her"


def test_questions_of_a_campaign_are_shown_there_only(anna: Actor, client: Client) -> None:
    ask_question(by=anna, text="Om kampanjen", subject_type="campaigns.campaign", subject_id="1")
    assert "Om kampanjen" not in text(client.get("/fragor/"))


def test_the_list_asks_as_much_for_twenty_as_for_one(
    anna: Actor, client: Client, django_assert_max_num_queries
) -> None:
    for number in range(20):
        ask_question(by=anna, text=f"Fråga {number}")
    with django_assert_max_num_queries(12):
        assert "Fråga 19" in text(client.get("/fragor/"))
