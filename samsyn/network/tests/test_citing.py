"""A changed law leads to the answered questions that cite it."""

import pytest

from samsyn.core.search.interface import Narrowing, search
from samsyn.network.models import Question
from samsyn.organisations.interface import Role, reader_of

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


def test_search_finds_a_question_by_its_section_and_by_the_area_its_own_lies_in(world):
    anna = world.actor("anna", Role.OFFICER, world.aneby)
    given = {"text": "Hur mäts lågfrekvent buller?", "area": "noise", "law": "MB 26 kap. 19 §"}
    world.client(anna).post("/fragor/ny/", given)
    reader = reader_of(anna, world.collaboration)
    for area, total in (("health", 1), ("sewage", 0)):
        assert search("26 kap 19 §", reader, narrowed=Narrowing(area=area)).total == total
