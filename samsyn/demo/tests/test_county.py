"""The demo county: real offices and codes, invented people, one for each role and sign-in."""

import pytest
from django.test import Client

from samsyn.demo import cast, county
from samsyn.organisations.interface import (
    Role,
    collaboration_by_slug,
    coordinators_of,
    municipalities_of,
    office_by_slug,
    offices_of,
    person_by_email,
)

OFFICIAL_CODES = {
    "Aneby": "0604",
    "Gnosjö": "0617",
    "Mullsjö": "0642",
    "Habo": "0643",
    "Gislaved": "0662",
    "Vaggeryd": "0665",
    "Jönköping": "0680",
    "Nässjö": "0682",
    "Värnamo": "0683",
    "Sävsjö": "0684",
    "Vetlanda": "0685",
    "Eksjö": "0686",
    "Tranås": "0687",
}


def test_the_county_has_twelve_offices_and_thirteen_municipalities_with_official_codes(demo):
    municipalities = municipalities_of(demo.county)
    assert {found.name: found.code for found in municipalities} == OFFICIAL_CODES
    assert len({found.office_id for found in municipalities}) == 12
    assert [found.name for found in municipalities if found.office.slug == "habo-mullsjo"] == [
        "Habo",
        "Mullsjö",
    ]


def test_no_two_municipalities_share_a_tile(demo):
    tiles = [(found.tile_column, found.tile_row) for found in municipalities_of(demo.county)]
    assert len(set(tiles)) == 13
    assert (2, 0) not in tiles, "Vättern lies there"


def test_county_board_and_region_are_members(demo):
    kinds = {office.slug: office.kind for office in offices_of(demo.county)}
    assert kinds[county.COUNTY_BOARD] == "county_board"
    assert kinds[county.REGION] == "region"


def test_every_role_has_somebody(demo):
    held = {role for member in cast.CAST for role, _office in member.roles}
    assert held == set(Role)


@pytest.mark.parametrize("office", [plan.slug for plan in county.ENVIRONMENTAL_OFFICES])
def test_each_office_has_its_three_sign_ins(demo, office):
    for word in ("handlaggare", "kontakt", "chef"):
        person = person_by_email(demo.county, f"{word}.{office}@exempel.se")
        assert person is not None
        assert person.memberships.filter(office__slug=office).exists()


def test_the_people_sign_in_with_the_published_password(demo):
    client = Client()
    answer = client.post(
        "/konto/login/", {"login": "samordnare@exempel.se", "password": "samsyn-demo"}
    )
    assert answer.status_code == 302
    assert answer["Location"] == "/min-sida/"


def test_the_second_collaboration_is_marked_as_invented_and_shares_nobody(demo):
    other = collaboration_by_slug(county.OTHER_SLUG)
    assert other is not None and other.is_demo and "exempeldata" in other.name
    assert office_by_slug(other, "jonkoping") is None
    assert [person.name for person in coordinators_of(other)] == ["Britta Exempelson"]
    assert not set(other.people.values_list("user_id", flat=True)) & set(
        demo.county.people.values_list("user_id", flat=True)
    )


def test_all_names_and_addresses_are_invented_and_used_once():
    emails = [member.email for member in (*cast.CAST, *cast.OTHER_CAST)]
    assert all(email.endswith("@exempel.se") for email in emails)
    assert len(set(emails)) == len(emails)
    names = [member.name for member in (*cast.CAST, *cast.OTHER_CAST)]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("address", ["/", "/om/", "/hjalp/"])
def test_invented_people_and_addresses_are_marked_on_public_pages(demo, address):
    text = Client().get(address).content.decode()
    assert text.count('class="exempeldata"') >= 2, (
        "the strip of the page head and beside the invented"
    )


@pytest.mark.parametrize("address", ["/organisation/", "/organisation/jonkoping/"])
def test_invented_people_are_marked_on_members_pages(demo, address):
    client = Client()
    client.post("/konto/login/", {"login": "chef.jonkoping@exempel.se", "password": "samsyn-demo"})
    assert client.get(address).content.decode().count('class="exempeldata"') >= 2
