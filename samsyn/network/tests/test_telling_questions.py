"""News of questions: to those who know the area, to who asked, and to the coordinator after five days."""

from datetime import timedelta

import pytest

from samsyn.core.mail.interface import Mail
from samsyn.core.subscriptions.interface import Notice, choose, send_digests
from samsyn.network.actions import (
    agree_on_answer,
    answer_question,
    ask_question,
    join_network,
    make_network,
    set_profile,
)
from samsyn.network.telling_questions import tell_unanswered
from samsyn.organisations.interface import Actor, Role
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db
QUESTION = "Får bergvärme borras nära en brunn?"
PROFILE = {"areas": ["water"], "languages": "", "ask_me": "", "hosts": False, "lends_hours": False}


def told(actor: Actor) -> list[str]:
    """What goes to her at once, and what waits for her digest."""
    letters = Mail.objects.filter(to=actor.person.user.email).order_by("pk")
    notices = Notice.objects.filter(user_id=actor.user_id).order_by("pk")
    return [mail.subject for mail in letters] + [notice.title for notice in notices]


@pytest.fixture
def anna(world: World) -> Actor:
    return world.actor("anna", Role.OFFICER, world.aneby)


def test_a_new_question_waits_for_the_digest_of_those_who_know_its_area(world, anna, clock) -> None:
    knows, inside, other = (
        world.actor(word, Role.OFFICER, world.habo) for word in ("bo", "cia", "dan")
    )
    set_profile(by=knows, values=PROFILE, shown=[])
    set_profile(by=anna, values=PROFILE, shown=[])
    network = make_network(
        by=world.coordinator(), collaboration=world.collaboration, slug="vatten", name="Vatten",
        area="water", purpose="", contact=inside.person,
    )  # fmt: skip
    join_network(by=inside, network=network)
    ask_question(by=anna, text=QUESTION, area="water")
    for actor in (knows, inside):
        assert told(actor) == [f"Fråga om vatten och strandskydd: {QUESTION}"]
    assert told(other) == told(anna) == []
    clock.shift(timedelta(days=1))
    assert send_digests() == 2
    digest = Mail.objects.get(to=knows.person.user.email)
    assert QUESTION in digest.body
    assert "/fragor/" in digest.body


def test_who_has_said_not_at_all_is_not_told(world, anna) -> None:
    bo = world.actor("bo", Role.OFFICER, world.habo)
    set_profile(by=bo, values=PROFILE, shown=[])
    choose(
        user_id=bo.user_id, collaboration_id=world.collaboration.pk,
        choices={"network.questions": "never"},
    )  # fmt: skip
    ask_question(by=anna, text=QUESTION, area="water")
    assert told(bo) == []


def test_who_asked_hears_of_each_answer_and_of_the_agreement_but_not_of_her_own_words(
    world, anna
) -> None:
    question = ask_question(by=anna, text=QUESTION)
    answer_question(by=anna, question=question, text="Jag har frågat geologen.", settles=False)
    assert told(anna) == []
    bo = world.actor("bo", Role.OFFICER, world.habo)
    answer = answer_question(by=bo, question=question, text="Ja.", settles=False)
    agree_on_answer(by=world.coordinator(), answer=answer, reason="Vi är eniga.")
    assert told(anna) == [
        f"Svar på din fråga: {QUESTION}", f"Överenskommet svar på din fråga: {QUESTION}",
    ]  # fmt: skip


def test_after_five_days_without_an_answer_the_coordinator_gets_one_letter(
    world, anna, clock
) -> None:
    coordinator = world.coordinator()
    ask_question(by=anna, text=QUESTION)
    assert tell_unanswered() == 0
    clock.shift(timedelta(days=5, hours=1))
    tell_unanswered()
    tell_unanswered()
    assert told(coordinator) == [f"Ingen har svarat på fem dagar: {QUESTION}"]
