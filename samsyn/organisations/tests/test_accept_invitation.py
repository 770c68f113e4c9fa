"""The page behind an invitation's link."""

from datetime import timedelta

import pytest

from samsyn.core.mail.interface import Mail
from samsyn.organisations.actions import invite
from samsyn.organisations.roles import Role


@pytest.fixture
def link(world):
    _invitation, token = invite(
        by=None,
        collaboration=world.collaboration,
        email="ny@exempel.se",
        name="Ny Person",
        role=Role.OFFICER,
        office=world.aneby,
        site_address="http://testserver/",
    )
    return f"/inbjudan/{token}/"


def test_it_says_to_what_and_with_which_address(world, link):
    text = world.client().get(link).content.decode()
    assert "Miljösamverkan Provlän" in text
    assert "Miljökontoret Aneby" in text
    assert "ny@exempel.se" in text


def test_the_new_member_is_signed_in_and_comes_to_her_page(world, link):
    client = world.client()
    answer = client.post(link, {"name": "Ny Person", "password": ""})
    assert answer["Location"] == "/min-sida/"
    assert client.get("/min-sida/").status_code == 200


def test_she_can_sign_in_later_with_the_password_she_set(world, link):
    world.client().post(link, {"name": "Ny Person", "password": "en-lagom-fras-2026"})
    client = world.client()
    answer = client.post(
        "/konto/login/", {"login": "ny@exempel.se", "password": "en-lagom-fras-2026"}
    )
    assert answer["Location"] == "/min-sida/"


def test_without_a_password_a_code_is_mailed_to_her(world, link):
    world.client().post(link, {"name": "Ny Person", "password": ""})
    Mail.objects.all().delete()
    client = world.client()
    answer = client.post("/konto/login/code/", {"email": "ny@exempel.se"})
    assert answer.status_code == 302
    found = Mail.objects.get(to="ny@exempel.se").subject.split()[-1]
    answer = client.post(answer["Location"], {"code": found})
    assert answer["Location"] == "/min-sida/"


@pytest.mark.parametrize("password", ["kort", "password1234"])
def test_a_weak_password_is_refused_and_the_name_is_kept(world, link, password):
    answer = world.client().post(link, {"name": "Mitt Namn", "password": password})
    assert answer.status_code == 200
    assert "Mitt Namn" in answer.content.decode()


def test_an_unknown_link_tells_nothing(world):
    assert world.client().get("/inbjudan/gissning/").status_code == 404


def test_another_collaborations_host_does_not_know_it(world, link):
    assert world.client(host="annan.localhost").get(link).status_code == 404


def test_a_used_link_says_so(world, link):
    world.client().post(link, {"name": "Ny", "password": ""})
    answer = world.client().get(link)
    assert answer.status_code == 410
    assert "redan använts" in answer.content.decode()


def test_an_old_link_says_so(world, link, clock):
    clock.shift(timedelta(days=15))
    answer = world.client().post(link, {"name": "Ny", "password": ""})
    assert answer.status_code == 410
    assert "gått ut" in answer.content.decode()


def test_somebody_who_has_an_account_signs_in_as_usual(world, link):
    person = world.person("ny", Role.OFFICER, world.habo)
    world.client(person)  # she has signed in before
    client = world.client()
    assert 'name="password"' not in client.get(link).content.decode()
    answer = client.post(link, {"name": "Ny"})
    assert answer["Location"] == "/konto/login/"
    assert client.get("/min-sida/").status_code == 302


def test_somebody_else_signed_in_is_told_to_sign_out(world, link):
    client = world.client(world.person("eva", Role.OFFICER, world.habo))
    answer = client.post(link, {"name": "Ny"})
    assert "Logga ut" in answer.content.decode()


def test_the_address_is_kept_from_other_sites_and_caches(world, link):
    answer = world.client().get(link)
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "no-store" in answer["Cache-Control"]
