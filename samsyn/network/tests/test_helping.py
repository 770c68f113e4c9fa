"""An office finds a backup: a notice, those who can, an answer, an agreement with its list, and the hours it became."""

from datetime import timedelta

import pytest

from samsyn.core.audit.interface import AuditEntry
from samsyn.core.clock.interface import today
from samsyn.core.mail.interface import Mail
from samsyn.network.codes import HelpCheck
from samsyn.network.interface import lent_hours
from samsyn.network.models import HelpAnswer, HelpNotice
from samsyn.organisations.interface import Role
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db
LIST = "/natverk/hjalp/"
CHECKS = list(HelpCheck.values)


@pytest.fixture
def people(world: World) -> dict:
    """An officer who asks, and an officer and manager of the other office; the officer can be lent for sewage."""
    asking = world.client(world.actor("anna", Role.OFFICER, world.aneby))
    boss = world.client(world.actor("berit", Role.MANAGER, world.aneby))
    helper = world.client(world.actor("bo", Role.OFFICER, world.habo))
    other_boss = world.client(world.actor("cia", Role.MANAGER, world.habo))
    helper.post(
        "/natverk/min-profil/",
        {"areas": ["sewage"], "lends_hours": "on", "shown": ["areas", "lends_hours"]},
    )
    return {"asking": asking, "boss": boss, "helper": helper, "other_boss": other_boss}


def typed(**changed: object) -> dict:
    return {
        "kind": "need", "office": "aneby", "area": "sewage", "purpose": "Överklaganden om små avlopp",
        "starts": today().isoformat(), "ends": (today() + timedelta(days=6)).isoformat(), "hours": "16",
    } | changed  # fmt: skip


def asked(people: dict, **changed: object) -> str:
    answer = people["asking"].post(LIST + "ny/", typed(**changed))
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"]


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def answered(people: dict, place: str, hours: str = "12") -> int:
    people["other_boss"].post(place + "svara/", {"hours": hours, "words": "Tisdag och onsdag."})
    return HelpAnswer.objects.get().pk


def test_a_notice_shows_who_can_and_their_office_gets_one_letter(people: dict) -> None:
    place = asked(people)
    page = text(people["asking"].get(place))
    assert "Bo Provman" in page and "bo@exempel.se" in page
    assert list(Mail.objects.values_list("to", flat=True)) == ["cia@exempel.se"]
    assert place in Mail.objects.get().body
    assert "Överklaganden om små avlopp" in text(people["helper"].get(LIST))


def test_who_does_not_show_it_is_not_found(people: dict) -> None:
    people["helper"].post("/natverk/min-profil/", {"areas": ["sewage"], "lends_hours": "on"})
    assert "Bo Provman" not in text(people["asking"].get(asked(people)))
    assert not Mail.objects.exists()


def test_from_notice_to_hours(people: dict, world: World) -> None:
    place = asked(people)
    number = answered(people, place)
    assert "Ett annat kontor kan hjälpa till." in text(people["boss"].get("/min-sida/"))
    agreeing = f"{place}enas/{number}/"
    unready = people["boss"].post(agreeing, {"checks": CHECKS[:2], "terms": "Resor ersätts."})
    assert unready.status_code == 422
    assert "Resor ersätts." in text(unready)
    for _twice in range(2):
        people["boss"].post(agreeing, {"checks": CHECKS, "terms": "Resor ersätts."})
    page = text(people["helper"].get(place))
    assert "kom överens om 12 timmar" in page and "Resor ersätts." in page
    people["other_boss"].post(place + "timmar/", {"hours": "10"})
    assert "Det blev 10 timmar." in text(people["boss"].get(place))
    assert lent_hours(world.collaboration, today().year) == (1, 10)
    verbs = list(AuditEntry.objects.filter(verb__startswith="network.help").values_list("verb", flat=True))  # fmt: skip
    assert sorted(verbs) == ["network.help_agreed", "network.help_answered", "network.help_done", "network.help_made"]  # fmt: skip
    subjects = list(Mail.objects.order_by("pk").values_list("to", "subject"))
    assert [to for to, _subject in subjects] == ["cia@exempel.se", "berit@exempel.se", "cia@exempel.se"]  # fmt: skip


def test_an_officer_asks_but_does_not_answer_or_agree(people: dict) -> None:
    place = asked(people)
    assert people["helper"].post(place + "svara/", {"hours": "3"}).status_code == 403
    number = answered(people, place)
    assert people["asking"].get(f"{place}enas/{number}/").status_code == 403
    assert people["other_boss"].get(f"{place}enas/{number}/").status_code == 403
    assert people["helper"].post(place + "ta-tillbaka/").status_code == 403


def test_one_does_not_answer_oneself_nor_what_is_over(people: dict) -> None:
    place = asked(people)
    people["boss"].post(place + "svara/", {"hours": "3"})
    assert not HelpAnswer.objects.exists()
    people["asking"].post(place + "ta-tillbaka/")
    people["other_boss"].post(place + "svara/", {"hours": "3"})
    assert not HelpAnswer.objects.exists()
    assert "Överklaganden" not in text(people["helper"].get(LIST))


@pytest.mark.parametrize(
    "wrong",
    [
        {"ends": "2020-01-01"},
        {"hours": "0"},
        {"area": "hembygd"},
        {"office": "habo-mullsjo"},
        {"purpose": ""},
        {"starts": "snart"},
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(people: dict, wrong: dict) -> None:
    answer = people["asking"].post(LIST + "ny/", typed(**wrong))
    assert answer.status_code == 422
    assert not HelpNotice.objects.exists()
    if "purpose" not in wrong:
        assert "Överklaganden om små avlopp" in text(answer)


def test_another_collaboration_sees_nothing(people: dict, world: World) -> None:
    place = asked(people)
    stranger = world.client(
        world.person("annan", Role.COORDINATOR, other=True), host=world.other.host
    )
    assert stranger.get(place).status_code == 404
    assert "Överklaganden" not in text(stranger.get(LIST))


def test_the_list_asks_as_often_however_many_notices(
    people: dict, django_assert_max_num_queries
) -> None:
    for number in range(5):
        asked(people, purpose=f"Ärende {number}")
    people["helper"].get(LIST)
    with django_assert_max_num_queries(12):
        people["helper"].get(LIST)


def test_people_are_found_by_office_and_by_words_they_show(people: dict) -> None:
    people["helper"].post("/natverk/min-profil/", {"ask_me": "Markbäddar", "languages": "finska", "shown": ["ask_me"]})  # fmt: skip
    found = {
        query: "Bo Provman" in text(people["asking"].get(f"/natverk/?{query}"))
        for query in ("ord=markbädd", "ord=finska", "ord=bo+prov", "kontor=aneby", "kontor=habo-mullsjo")
    }  # fmt: skip
    assert found == {"ord=markbädd": True, "ord=finska": False, "ord=bo+prov": True, "kontor=aneby": False, "kontor=habo-mullsjo": True}  # fmt: skip
