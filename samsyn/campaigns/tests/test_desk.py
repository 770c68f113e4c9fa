"""A field app's desk is kept between submissions, and never a moment longer than what it rests on."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samsyn.campaigns import desk
from samsyn.campaigns.actions.campaign import move_campaign
from samsyn.campaigns.actions.participation import answer_participation
from samsyn.campaigns.codes import CampaignState
from samsyn.campaigns.devices import end_device_key, make_device_key
from samsyn.campaigns.models import DeviceKey, Submission
from samsyn.campaigns.tests.factories import Scene
from samsyn.core.clock.interface import today
from samsyn.organisations.interface import Membership, Person

pytestmark = pytest.mark.django_db


class App:
    """A field app with its key."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.key = make_device_key(by=scene.officer, name="Telefon")

    def send(self, **answers: str) -> int:
        response = self.scene.send(
            self.scene.xml(uuid4(), **answers),
            client=Client(),
            Authorization=f"Bearer {self.key}",
        )
        return response.status_code


@pytest.fixture
def app(scene: Scene) -> App:
    desk._KEPT.clear()
    app = App(scene)
    assert app.send() == 201
    assert app.send() == 201
    return app


def test_the_second_submission_asks_one_question_before_it_is_stored(
    app: App,
) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert app.send() == 201
    words = [query["sql"].split()[0] for query in asked.captured_queries]
    # The test itself asks for the form first. Then the facts; submission, tally read and changed, and the trail.
    assert words[1:] == ["SELECT", "SAVEPOINT", "INSERT", "SELECT", "UPDATE", "INSERT", "RELEASE"]
    assert Submission.objects.count() == 3


def test_an_ended_key_is_refused_at_once(app: App) -> None:
    end_device_key(by=app.scene.officer, pk=DeviceKey.objects.get().pk)
    assert app.send() == 401


def test_a_closed_sign_in_is_refused_at_once(app: App) -> None:
    user = Person.objects.get(pk=app.scene.officer.pk).user
    user.is_active = False
    user.save()
    assert app.send() == 401


def test_an_ended_role_is_refused_at_once(app: App) -> None:
    Membership.objects.filter(person=app.scene.officer.person).update(ends=today())
    assert app.send() == 401


def test_a_role_that_ends_overnight_is_refused_in_the_morning(app: App, clock) -> None:
    Membership.objects.filter(person=app.scene.officer.person).update(
        ends=today() + timedelta(days=1)
    )
    assert app.send() == 201
    clock.shift(timedelta(days=1))
    assert app.send() == 401


def test_a_closed_campaign_takes_no_more(app: App) -> None:
    move_campaign(by=app.scene.coordinator, campaign=app.scene.campaign, to=CampaignState.CLOSED)
    assert app.send() == 403


def test_an_office_that_steps_out_reports_no_more(app: App) -> None:
    answer_participation(
        by=app.scene.officer,
        campaign=app.scene.campaign,
        office=app.scene.office,
        takes_part=False,
        reason="Vakans",
    )
    assert app.send() == 403


def test_another_key_does_not_sit_down_at_the_desk(app: App) -> None:
    app.key = "guessed"
    assert app.send() == 401


def test_another_version_is_refused(app: App) -> None:
    assert app.send(version="9-nothing") == 409
