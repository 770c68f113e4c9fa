"""A changed law leads to the answered questions that cite it."""

import pytest

from samsyn.network.models import Question
from samsyn.organisations.interface import Role

pytestmark = pytest.mark.django_db
PAGE = "/handlaggarstod/lag/?lag=MB&kap=26&par="


def test_answered_questions_are_listed_by_the_section_they_name_and_only_for_members(world):
    anna = world.actor("anna", Role.OFFICER, world.aneby)
    for text, law in (
        ("Räcker en journal?", "26 kap. 19 § miljöbalken"),
        ("Utan svar?", "MB 26 kap. 19 §"),
    ):
        world.client(anna).post(
            "/fragor/ny/", {"text": text, "details": "", "area": "sewage", "law": law}
        )
    question = Question.objects.get(text="Räcker en journal?")
    world.client(world.coordinator()).post(
        f"/fragor/{question.pk}/", {"text": "Ja.", "settles": "on"}
    )
    listed = world.client(anna).get(PAGE + "19").content.decode()
    assert f'href="/fragor/{question.pk}/"' in listed
    assert "Utan svar?" not in listed
    assert "Räcker en journal?" not in world.client(anna).get(PAGE + "22").content.decode()
    assert "Räcker en journal?" not in world.client().get(PAGE + "19").content.decode()
