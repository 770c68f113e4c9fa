"""An answer becomes an agreed answer in the guidance by one form, and stays linked with its question."""

import pytest

from samsyn.guidance.interface import AgreedAnswer
from samsyn.network.actions import answer_question, ask_question
from samsyn.network.models import Answer
from samsyn.organisations.interface import Role
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db


def text(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def answer(world: World) -> Answer:
    anna = world.actor("anna", Role.OFFICER, world.aneby)
    question = ask_question(
        by=anna, text="Hur ofta töms en slamavskiljare?", area="sewage", law="MB 26 kap. 19 §"
    )
    return answer_question(by=anna, question=question, text="En gång om året.", settles=False)


def url_of(answer: Answer) -> str:
    return f"/fragor/{answer.question_id}/svar/{answer.pk}/vagledning/"


def test_the_coordinator_puts_an_answer_in_the_guidance_once(world: World, answer: Answer) -> None:
    client = world.client(world.coordinator())
    page = text(client.get(url_of(answer)))
    assert "Hur ofta töms en slamavskiljare?" in page
    assert "MB 26 kap. 19 §" in page
    given = {
        "question": "Hur ofta ska en slamavskiljare tömmas?", "answer": "Minst en gång om året.", "reasons": "Enligt råden.",
        "area": "sewage", "agreed_on": "2026-11-20", "behind": [world.aneby.pk, world.habo.pk], "citations": "MB 26 kap. 19 §",
    }  # fmt: skip
    assert client.post(url_of(answer), given | {"reasons": ""}).status_code == 422
    made = client.post(url_of(answer), given, follow=True)
    assert "Minst en gång om året." in text(made)
    answer.refresh_from_db()
    assert answer.shared == AgreedAnswer.objects.get()
    assert answer.agreed_reason == "Enligt råden."
    again = client.post(url_of(answer), given)
    assert again.status_code == 302
    assert AgreedAnswer.objects.count() == 1
    officer = world.client(world.actor("bo", Role.OFFICER, world.habo))
    assert answer.shared.slug in text(officer.get(f"/fragor/{answer.question_id}/"))


def test_an_officer_does_not(world: World, answer: Answer) -> None:
    bo = world.client(world.actor("bo", Role.OFFICER, world.habo))
    assert bo.get(url_of(answer)).status_code == 403
    assert "vagledning/" not in text(bo.get(f"/fragor/{answer.question_id}/"))
