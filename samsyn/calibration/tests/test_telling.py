"""Who gets a letter of an exercise, when, and never twice."""

from datetime import timedelta

import pytest

from samsyn.calibration.actions.arranging import open_round
from samsyn.calibration.telling import TOPIC, remind_of_rounds
from samsyn.calibration.tests.factories import Scene, make_scene
from samsyn.core.clock.interface import as_of, now
from samsyn.core.mail.interface import Mail
from samsyn.core.subscriptions.interface import Rhythm, choose
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene(world: World) -> Scene:
    """A draft to which one of two offices is invited."""
    made = make_scene(world, opened=False, offices=[world.aneby])
    for word in ("anna", "bo"):
        made.officer(word, world.aneby)
    made.officer("hanna", world.habo)
    return made


def receivers(about: str) -> list[str]:
    """Who has got letters about it, by the name before the @."""
    return sorted(mail.to.split("@")[0] for mail in Mail.objects.filter(subject__contains=about))


def test_those_invited_are_told_once_when_a_round_opens(scene: Scene) -> None:
    for _twice in range(2):
        open_round(by=scene.coordinator, round_=scene.round)
    assert "Tvätthallen vid Ekvägen" in Mail.objects.first().subject
    assert scene.case_url() in Mail.objects.first().body
    assert receivers("Bedöm ett fall") == ["anna", "bo"]


def test_a_person_chooses_not_to_be_told(scene: Scene) -> None:
    anna = scene.officer("anna")
    choose(
        user_id=anna.user_id, collaboration_id=anna.collaboration_id, choices={TOPIC: Rhythm.NEVER}
    )
    open_round(by=scene.coordinator, round_=scene.round)
    assert receivers("Bedöm ett fall") == ["bo"]


def test_only_those_who_have_not_sent_are_reminded_and_once(scene: Scene) -> None:
    opened = open_round(by=scene.coordinator, round_=scene.round)
    scene.answers("anna", "a ua a", round_=opened)
    remind_of_rounds()
    assert receivers("saknas") == [], "ten days are left"
    with as_of(now() + timedelta(days=8)):
        remind_of_rounds()
        assert receivers("saknas") == ["bo"]
    with as_of(now() + timedelta(days=9)):
        remind_of_rounds()
    with as_of(now() + timedelta(days=11)):
        remind_of_rounds()
    assert receivers("saknas") == ["bo"]


def test_those_who_answered_are_told_when_the_result_can_be_read(scene: Scene) -> None:
    opened = open_round(by=scene.coordinator, round_=scene.round)
    scene.answers("anna", "a ua a", round_=opened)
    scene.close(opened)
    assert receivers("Resultatet") == ["anna"]
    assert "Skäl" not in Mail.objects.get(subject__contains="Resultatet").body
