"""Events are found: public ones by everyone, others by members, drafts and those called off by nobody."""

import pytest
from django.test import Client

from samsyn.learning.actions.arranging import call_off, change_event, open_event
from samsyn.learning.tests.factories import make_course
from samsyn.organisations.interface import Role
from samsyn.organisations.tests.factories import World

WORD = "/sok/?q=hygienlokal"


def found(client: Client) -> bool:
    return "/kurser/hygien/" in client.get(WORD).content.decode()


@pytest.fixture
def member(world: World) -> Client:
    return world.client(world.actor("member", Role.OFFICER, world.aneby))


def test_a_member_finds_an_open_event_by_another_form_of_the_word(
    world: World, member: Client
) -> None:
    make_course(world)
    assert found(member)
    assert not found(world.client())


def test_everyone_finds_a_public_event(world: World) -> None:
    course = make_course(world)
    change_event(by=course.coordinator, event=course.event, values={"is_public": True})
    assert found(world.client())


def test_nobody_finds_a_draft_or_an_event_that_is_called_off(world: World, member: Client) -> None:
    course = make_course(world, opened=False)
    assert not found(member)
    event = open_event(by=course.coordinator, event=course.event)
    assert found(member)
    call_off(by=course.coordinator, event=event, reason="Föreläsaren är sjuk.")
    assert not found(member)
