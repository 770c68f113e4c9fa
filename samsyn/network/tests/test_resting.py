"""A question asked from a guidance document leads back to it, and when it is answered the document leads to it."""

import pytest

from samsyn.guidance.tests.factories import published
from samsyn.network.models import Question
from samsyn.organisations.interface import Role
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db
HERE = "/handlaggarstod/fordonstvattar/"


def test_answered_questions_stand_on_the_guidance_they_rest_on(world: World) -> None:
    published(world.coordinator())
    anna = world.client(world.actor("anna", Role.OFFICER, world.aneby))
    bo = world.client(world.actor("bo", Role.OFFICER, world.habo))

    def read(address, client=anna):
        return client.get(address).content.decode()

    assert f'href="/fragor/ny/?stod={HERE}"' in read(HERE)
    assert f'value="{HERE}"' in read(f"/fragor/ny/?stod={HERE}")
    assert "https://annan.exempel" not in read("/fragor/ny/?stod=https://annan.exempel/")
    anna.post("/fragor/ny/", {"text": "Gäller det även tvättplatser?", "law": HERE})
    question = Question.objects.get()
    assert "besvarad fråga" not in read(HERE)

    bo.post(f"/fragor/{question.pk}/", {"text": "Ja, även dem."})
    assert f'href="{HERE}"' in read(f"/fragor/{question.pk}/")
    anna.post(f"/fragor/{question.pk}/", {"text": "Tack.", "settles": "on"})
    assert "1 besvarad fråga" in read(HERE)
    assert "Gäller det även tvättplatser?" in read("/fragor/?stod=fordonstvattar")
    assert "Gäller det även tvättplatser?" not in read("/fragor/?stod=cisterner")
    assert "besvarad fråga" not in read(HERE, world.client())
