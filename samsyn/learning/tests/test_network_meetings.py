"""A network's meetings stand on its page: those to come and those held, never a draft."""

from datetime import timedelta

import pytest

from samsyn.core.clock.interface import now
from samsyn.learning.actions.arranging import change_event
from samsyn.learning.models import Event
from samsyn.learning.tests.factories import make_course
from samsyn.network.interface import make_network
from samsyn.organisations.interface import Role
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db


def test_a_meeting_is_given_to_a_network_and_stands_on_its_page(world: World) -> None:
    course = make_course(world)
    noise = make_network(
        by=course.coordinator, collaboration=world.collaboration, slug="buller", name="Buller"
    )
    reader = world.client(world.actor("bo", Role.OFFICER, world.habo))
    assert course.event.title not in reader.get("/natverk/buller/").content.decode()
    change_event(by=course.coordinator, event=course.event, values={"network": noise})
    assert course.event.title in reader.get("/natverk/buller/").content.decode()
    Event.objects.update(starts_at=now() - timedelta(days=9), ends_at=now() - timedelta(days=8))
    assert course.event.title in reader.get("/natverk/buller/").content.decode()
    Event.objects.update(state="draft")
    assert course.event.title not in reader.get("/natverk/buller/").content.decode()


def test_the_form_offers_the_networks_of_the_county_only(world: World) -> None:
    course = make_course(world)
    for slug, place in (("har", world.collaboration), ("dar", world.other)):
        make_network(
            by=course.coordinator, collaboration=place, slug=slug, name=f"Nätverket {slug}"
        )
    page = world.client(course.coordinator).get(f"/kurser/{course.event.slug}/redigera/")
    assert "Nätverket har" in page.content.decode()
    assert "Nätverket dar" not in page.content.decode()
