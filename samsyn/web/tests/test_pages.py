"""The public pages: each answers for a visitor, in Swedish, and says honestly what is not there yet."""

from datetime import timedelta

import pytest

from samsyn.core.mail.interface import Mail
from samsyn.organisations.interface import Role
from samsyn.web.rules import FEEDBACK_PER_HOUR

PUBLIC = {
    "/": "Lika miljötillsyn i hela länet",
    "/nyheter/": "Här finns inga nyheter än",
    "/nyhetsbrev/": "Nyhetsbrev",
    "/om/medlemmar/": "Miljökontoret Habo och Mullsjö",
    "/om/projekt/": "Projekt nu och tidigare",
    "/om/film/": "En fråga i fikarummet",
    "/resultat/": "Ingen kampanj är publicerad än",
    "/for-verksamheter/": "Om du vill överklaga",
    "/press/": "Innan du publicerar en siffra",
    "/foresla/": "Skriv ett behov",
    "/kalender/": "Kalender",
    "/om/": "Om Miljösamverkan Provlän",
    "/hjalp/": "Hjälp",
    "/tillganglighet/": "Tillgänglighetsredogörelse",
    "/integritet/": "Personuppgifter",
}


@pytest.mark.parametrize(("address", "words"), PUBLIC.items())
def test_it_answers_a_visitor_in_swedish(world, address, words):
    answer = world.client().get(address)
    assert answer.status_code == 200
    assert words in answer.content.decode()


@pytest.mark.parametrize("address", PUBLIC)
def test_it_answers_a_member_too(world, address):
    client = world.client(world.person("eva", Role.OFFICER, world.aneby))
    assert client.get(address).status_code == 200


def test_the_menu_has_what_exists_and_marks_where_one_is(world):
    shell = world.client().get("/kalender/").context["shell"]
    active = [item["url"] for item in shell["nav"] if item["active"]]
    assert active == ["/kalender/"]
    assert "/om/" in [item["url"] for item in shell["nav"]]
    member = world.client(world.person("eva", Role.OFFICER, world.aneby)).get("/kalender/")
    urls = [item["url"] for item in member.context["shell"]["nav"]]
    assert urls[0] == "/min-sida/" and "/om/" not in urls


def test_the_help_says_where_each_role_begins(world):
    page = world.client().get("/hjalp/").content.decode()
    for words in ("Du som inspekterar", "Du som svarar för ett kontor", "Du som samordnar"):
        assert words in page


# --- About -----------------------------------------------------------------------------------------------------


def test_about_us_names_offices_and_coordinator(world):
    world.coordinator()
    page = world.client().get("/om/").content.decode()
    assert "Miljökontoret Habo och Mullsjö</a> (Habo, Mullsjö)" in page
    assert "samordnare@exempel.se" in page


# --- Accessibility -----------------------------------------------------------------------------------------------


def test_a_visitor_tells_what_does_not_work(world):
    world.coordinator()
    answer = world.client().post(
        "/tillganglighet/",
        {"text": "Kartan går inte att läsa.", "about": "/", "email": "jag@exempel.se"},
        follow=True,
    )
    assert "är på väg till oss" in answer.content.decode()
    letter = Mail.objects.get()
    assert letter.to == "samordnare@exempel.se"
    assert "Kartan går inte att läsa." in letter.body and "jag@exempel.se" in letter.body


def test_the_collaborations_contact_gets_it_when_there_is_one(world):
    world.coordinator()
    world.collaboration.contact_email = "kontakt@exempel.se"
    world.collaboration.save()
    world.client().post("/tillganglighet/", {"text": "Hej"})
    assert Mail.objects.get().to == "kontakt@exempel.se"


def test_an_empty_message_is_refused(world):
    world.coordinator()
    answer = world.client().post("/tillganglighet/", {"text": "", "email": "jag@exempel.se"})
    assert answer.status_code == 200
    assert "jag@exempel.se" in answer.content.decode()
    assert not Mail.objects.exists()


def test_a_flood_is_stopped_and_nothing_is_lost(world, clock):
    world.coordinator()
    client = world.client()
    for _number in range(FEEDBACK_PER_HOUR):
        client.post("/tillganglighet/", {"text": "Hej"})
    answer = client.post("/tillganglighet/", {"text": "En till"})
    assert "Försök igen senare" in answer.content.decode()
    assert "En till" in answer.content.decode()
    assert Mail.objects.count() == FEEDBACK_PER_HOUR
    clock.shift(timedelta(hours=2))
    assert client.post("/tillganglighet/", {"text": "En till"}).status_code == 302


# --- Personal data -------------------------------------------------------------------------------------------------


def test_every_kind_of_row_with_personal_data_is_listed(world):
    page = world.client().get("/integritet/").content.decode()
    assert '<th scope="row">Personer</th><td>Namn, Telefon</td>' in page
    assert '<th scope="row">Inbjudningar</th><td>E-post, Namn</td>' in page
    assert "365 dagar" in page


def test_rows_without_personal_data_are_not(world):
    assert (
        '<th scope="row">Kommuner</th>' not in world.client().get("/integritet/").content.decode()
    )
