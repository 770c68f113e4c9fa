"""Letters about guidance by area: to anybody who has confirmed, and to members by their own choice."""

import re
from datetime import date

import pytest

from samsyn.core.mail.interface import Mail
from samsyn.core.subscriptions.interface import LetterSubscription, choose, subscribe
from samsyn.guidance.actions import end_document
from samsyn.guidance.tests.factories import published, revise
from samsyn.organisations.interface import Role


@pytest.fixture
def ada(world):
    """An address outside that follows the area of `document`."""
    return subscribe(
        collaboration_id=world.collaboration.pk, email="ada@exempel.se", topics=["guidance.hazardous"]
    )  # fmt: skip


def letters(to):
    return list(Mail.objects.filter(to=to).order_by("pk").values_list("subject", "body"))


def test_anybody_follows_an_area_by_a_link_in_a_letter_and_stops_by_another(world, boss):
    page = world.client().get("/nyhetsbrev/?amne=guidance.hazardous").content.decode()
    ticked = re.search(r'<input[^>]*value="guidance.hazardous"[^>]*>', page)
    assert ticked and "checked" in ticked.group()
    asked = {"email": "ada@exempel.se", "guidance": ["guidance.hazardous"]}
    assert world.client().post("/nyhetsbrev/", asked).status_code == 302
    ((_subject, body),) = letters("ada@exempel.se")
    assert not LetterSubscription.objects.exists()
    world.client().post(re.search(r"http://[^/]+(/\S+bekrafta\S+)", body).group(1))
    published(boss)
    (_confirm, (subject, body)) = letters("ada@exempel.se")
    assert subject == "Nytt handläggarstöd: Fordonstvättar"
    assert "Version 1.0 av Fordonstvättar gäller sedan 1 juni 2024." in body
    assert "/handlaggarstod/fordonstvattar/" in body
    stop = re.search(r"http://[^/]+(/notiser/avsluta/\S+)", body).group(1)
    world.client().post(stop)
    assert not LetterSubscription.objects.exists()


def test_a_changed_a_replaced_and_a_withdrawn_document_is_told(world, boss, ada):
    washes = published(boss)
    revise(boss, washes)
    other = published(boss, slug="tvatthallar", title="Tvätthallar")
    end_document(by=boss, document=washes, reason="Slogs ihop.", replaced_by=other)
    end_document(by=boss, document=other, reason="Lagen är ny.")
    subjects = [subject for subject, _body in letters("ada@exempel.se")]
    assert subjects == [
        "Nytt handläggarstöd: Fordonstvättar",
        "Ändrat handläggarstöd: Fordonstvättar",
        "Nytt handläggarstöd: Tvätthallar",
        "Handläggarstöd ersatt: Fordonstvättar",
        "Handläggarstöd upphävt: Tvätthallar",
    ]
    bodies = [body for _subject, body in letters("ada@exempel.se")]
    assert "Dubbelmantlade behållare" in bodies[1]
    assert "Slogs ihop." in bodies[3] and "Tvätthallar gäller i stället." in bodies[3]


def test_other_areas_and_what_is_for_members_are_not_mailed_outside(world, boss, ada):
    published(boss, area="sewage")
    published(boss, slug="slutet", members_only=True, members_reason="Utkast till domstol.")
    assert letters("ada@exempel.se") == []


def test_a_member_gets_letters_of_the_areas_she_has_chosen_and_a_lecturer_none_of_closed_ones(
    world, boss
):
    anna, lecturer = (
        world.person("Anna", Role.OFFICER, world.aneby),
        world.person("Lena", Role.LECTURER),
    )
    bo = world.person("Bo", Role.OFFICER, world.aneby)
    for person in (anna, lecturer):
        choose(
            user_id=person.user_id,
            collaboration_id=world.collaboration.pk,
            choices={"guidance.hazardous": "at_once"},
        )
    published(boss, start=date(2099, 1, 1))
    published(boss, slug="slutet", title="Slutet", members_only=True, members_reason="Utkast.")
    assert [subject for subject, _ in letters(anna.user.email)] == [
        "Nytt handläggarstöd: Fordonstvättar",
        "Nytt handläggarstöd: Slutet",
    ]
    assert "gäller från 1 januari 2099" in letters(anna.user.email)[0][1]
    assert len(letters(lecturer.user.email)) == 1
    assert letters(bo.user.email) == []
