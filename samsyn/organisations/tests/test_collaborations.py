"""Adding a collaboration is a form: at its own host name, with its own front page and members, for the operator only."""

import re

import pytest

from samsyn.core.audit.interface import AuditEntry
from samsyn.core.mail.interface import Mail
from samsyn.organisations.editing import root_page_of
from samsyn.organisations.models import Collaboration, Office
from samsyn.organisations.roles import Role

LIST, ADD = "/organisation/samverkan/", "/organisation/samverkan/ny/"
OWN, MORE = "/organisation/installningar/", "/organisation/nya-kontor/"
NEW = {
    "name": "Miljösamverkan Nylän",
    "county": "Nylän",
    "slug": "nylan",
    "host": "nylan.localhost",
    "contact_email": "hej@exempel.se",
    "mission": "Vi hjälps åt i Nylän.",
    "coordinator_name": "Nina Ny",
    "coordinator_email": "nina@exempel.se",
    "members": "Miljökontoret Norr och Söder: 9901 Norr, 9902 Söder\n\nLänsstyrelsen i Nylän\n",
}


@pytest.fixture
def operator(world):
    return world.client(world.person("drift", Role.ADMINISTRATOR))


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """What happens after commit happens: the known host names are forgotten."""
    with django_capture_on_commit_callbacks(execute=True):
        yield


def test_the_operator_adds_a_collaboration_that_answers_at_its_own_host(world, operator):
    answer = operator.post(ADD, NEW, follow=True)
    text = answer.content.decode()
    assert "Miljösamverkan Nylän finns nu" in text
    assert "nylan.localhost" in text
    start = world.client(host="nylan.localhost").get("/").content.decode()
    assert "Vi hjälps åt i Nylän." in start
    assert "Miljösamverkan Nylän" in start
    assert "Miljökontoret Norr och Söder" in start
    assert "Aneby" not in start


def test_its_members_have_short_names_kinds_and_municipalities(operator):
    operator.post(ADD, NEW)
    offices = Office.objects.filter(collaboration__slug="nylan")
    assert {(o.short_name, o.slug, o.kind) for o in offices} == {
        ("Norr och Söder", "norr-och-soder", "environmental_office"),
        ("Länsstyrelsen i Nylän", "lansstyrelsen-i-nylan", "county_board"),
    }
    north = offices.get(slug="norr-och-soder")
    assert [m.code for m in north.municipalities.all()] == ["9901", "9902"]


def test_its_coordinator_is_invited_there_and_can_begin(world, operator):
    operator.post(ADD, NEW)
    letter = Mail.objects.get()
    assert letter.to == "nina@exempel.se"
    path = re.search(r"http://nylan\.localhost(/inbjudan/\S+)", letter.body)
    assert path, letter.body
    client = world.client(host="nylan.localhost")
    client.post(path[1], {"name": "Nina Ny", "password": ""})
    assert client.get("/organisation/personer/").status_code == 200
    assert client.get(OWN).status_code == 200


def test_the_operator_of_one_has_no_role_in_the_other(operator):
    operator.post(ADD, NEW)
    assert operator.get("/organisation/", headers={"host": "nylan.localhost"}).status_code == 403


def test_it_has_a_page_tree_of_its_own(operator):
    operator.post(ADD, NEW)
    made = Collaboration.objects.get(slug="nylan")
    assert root_page_of(made).get_site().hostname == "nylan.localhost"


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("slug", "lan", "kortnamnet används redan"),
        ("host", "annan.localhost", "hör redan till en annan samverkan"),
        ("host", "https://nylan.se/", "Skriv bara värdnamnet"),
        ("host", "", "Det här fältet är obligatoriskt"),
        ("members", "Miljökontoret Norr: nittio Norr", "Rad 1: skriv varje kommun"),
        ("members", "Norr\nNorr", "Rad 2: kontoret eller"),
        ("members", "Ö" * 200, "Rad 1: namnet saknas"),
        ("members", "Norr: 0604 Aneby", "har redan ett kontor: 0604 Aneby"),
        ("coordinator_email", "nina", "e-post"),
    ],
)
def test_what_cannot_be_is_explained_and_nothing_typed_is_lost(
    world, operator, field, value, sentence
):
    text = operator.post(ADD, {**NEW, field: value}).content.decode()
    assert sentence in text
    assert "Vi hjälps åt i Nylän." in text
    assert not Collaboration.objects.filter(name=NEW["name"]).exists()
    assert not Mail.objects.exists()


def test_posted_twice_it_is_added_once(operator):
    operator.post(ADD, NEW)
    assert "redan" in operator.post(ADD, NEW).content.decode()
    assert Collaboration.objects.filter(name=NEW["name"]).count() == 1
    assert Mail.objects.count() == 1


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.EDITOR, Role.STEERING])
@pytest.mark.parametrize("address", [LIST, ADD])
def test_others_than_the_operator_do_not(world, role, address):
    client = world.client(world.person("eva", role))
    assert client.get(address).status_code == 403
    assert client.post(address, NEW).status_code == 403
    assert not Collaboration.objects.filter(slug="nylan").exists()


def test_a_host_that_is_nobodys_is_refused(world):
    assert world.client(host="okand.exempel.se").get("/").status_code == 400


# --- One's own collaboration -----------------------------------------------------------------------------------

DETAILS = {
    "name": "Miljösamverkan Prov",
    "county": "Provlän",
    "contact_email": "",
    "mission": "Lika för alla.",
    "film_address": "https://film.exempel.se/inbaddad/1",
}


def test_the_coordinator_changes_the_front_page_and_the_change_is_kept_in_the_trail(world):
    actor = world.coordinator()
    client = world.client(actor)
    assert client.post(OWN, DETAILS).status_code == 302
    assert "Lika för alla." in world.client().get("/").content.decode()
    entry = AuditEntry.objects.filter(verb="organisations.change_collaboration").get()
    assert entry.actor_id == actor.user_id


def test_only_the_operator_moves_it_to_another_host(world, operator):
    world.client(world.coordinator()).post(OWN, {**DETAILS, "host": "ny.localhost"})
    assert not Collaboration.objects.filter(host="ny.localhost").exists()
    operator.post(OWN, {**DETAILS, "host": "ny.localhost"})
    assert Collaboration.objects.get(host="ny.localhost").pk == world.collaboration.pk


def test_a_film_is_only_at_a_safe_address(world, operator):
    for address in ("http://film.exempel.se/1", "javascript:alert(1)"):
        text = operator.post(OWN, {**DETAILS, "film_address": address}).content.decode()
        assert address in text
    assert not Collaboration.objects.exclude(film_address="").exists()


def test_the_coordinator_adds_offices(world):
    client = world.client(world.coordinator())
    answer = client.post(MORE, {"members": "Miljökontoret Tranås: 0687 Tranås"}, follow=True)
    assert "1 kontor är tillagt" in answer.content.decode()
    assert Office.objects.get(slug="tranas").collaboration_id == world.collaboration.pk
    again = client.post(MORE, {"members": "Tranås"})
    assert "kortnamnet används redan" in again.content.decode()


@pytest.mark.parametrize("address", [OWN, MORE])
def test_an_officer_keeps_nothing(world, address):
    client = world.client(world.person("eva", Role.OFFICER, world.aneby))
    assert client.get(address).status_code == 403
    assert client.post(address, DETAILS).status_code == 403


def test_an_office_never_takes_one_of_our_addresses(world):
    world.client(world.coordinator()).post(MORE, {"members": "Samverkan"})
    assert Office.objects.filter(slug="samverkan-kontor").exists()
