"""Signing in: by password or e-mailed code, in Swedish, and only those who were invited."""

import re

import pytest

from samsyn.core.accounts.interface import User
from samsyn.core.mail.interface import Mail
from samsyn.organisations.actions import disable_user
from samsyn.organisations.roles import Role
from samsyn.organisations.tests.factories import PASSWORD

LOGIN = "/konto/login/"
CODE = "/konto/login/code/"


def signed_in(client):
    return client.get("/min-sida/").status_code == 200


@pytest.mark.parametrize("email", ["eva@exempel.se", "EVA@Exempel.SE"])
def test_with_address_and_password(world, email):
    world.person("eva", Role.OFFICER, world.aneby)
    client = world.client()
    client.post(LOGIN, {"login": email, "password": PASSWORD})
    assert signed_in(client)


def test_a_wrong_password_is_answered_the_same_whether_the_address_exists_or_not(world):
    world.person("eva", Role.OFFICER, world.aneby)
    answers = []
    for email in ("eva@exempel.se", "okand@exempel.se"):
        client = world.client()
        answer = client.post(LOGIN, {"login": email, "password": "fel-losenord-har"})
        assert answer.status_code == 200
        assert not signed_in(client)
        answers.append(answer.context["form"].non_field_errors())
    assert answers[0] == answers[1]


def test_the_code_comes_through_our_own_queue_and_is_in_swedish(world):
    world.person("eva", Role.OFFICER, world.aneby)
    world.client().post(CODE, {"email": "eva@exempel.se"})
    letter = Mail.objects.get()
    assert letter.to == "eva@exempel.se"
    assert letter.subject.startswith("Din kod för att logga in: ")
    code = letter.subject.split()[-1]
    assert re.search(rf"^{code}$", letter.body, re.MULTILINE)
    assert letter.body.startswith("Hej")
    assert "Miljösamverkan Provlän" in letter.body
    assert letter.collaboration_id == world.collaboration.pk


def test_a_letter_about_a_new_password_names_no_other_site(world):
    world.person("eva", Role.OFFICER, world.aneby)
    world.client().post("/konto/password/reset/", {"email": "eva@exempel.se"})
    letter = Mail.objects.get()
    assert "http://testserver/konto/password/reset/" in letter.body
    assert "example.com" not in letter.body and " !" not in letter.body


def test_an_unknown_address_gets_no_letter_and_the_same_page(world):
    world.person("eva", Role.OFFICER, world.aneby)
    known = world.client().post(CODE, {"email": "eva@exempel.se"})
    unknown = world.client().post(CODE, {"email": "okand@exempel.se"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert [letter.to for letter in Mail.objects.all()] == ["eva@exempel.se"]


def test_a_wrong_code_does_not_sign_in(world):
    world.person("eva", Role.OFFICER, world.aneby)
    client = world.client()
    answer = client.post(CODE, {"email": "eva@exempel.se"})
    client.post(answer["Location"], {"code": "AAAAAA"})
    assert not signed_in(client)


def test_nobody_makes_an_account_herself(world):
    before = User.objects.count()
    answer = world.client().post(
        "/konto/signup/",
        {"email": "ny@exempel.se", "password1": PASSWORD, "password2": PASSWORD},
    )
    assert answer.status_code in {200, 302, 403}
    assert User.objects.count() == before


def test_a_disabled_user_stays_out(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    disable_user(user=person.user)
    client = world.client()
    client.post(LOGIN, {"login": "eva@exempel.se", "password": PASSWORD})
    assert not signed_in(client)


def test_signing_out_ends_it(world):
    client = world.client(world.person("eva", Role.OFFICER, world.aneby))
    assert signed_in(client)
    client.post("/konto/logout/")
    assert not signed_in(client)


def test_a_sign_in_leads_on_to_where_one_was_going_but_never_to_another_site(world):
    world.person("eva", Role.OFFICER, world.aneby)
    values = {"login": "eva@exempel.se", "password": PASSWORD}
    inside = world.client().post(f"{LOGIN}?next=/roller/", {**values, "next": "/roller/"})
    assert inside["Location"] == "/roller/"
    outside = world.client().post(LOGIN, {**values, "next": "https://annan.exempel/"})
    assert outside["Location"] == "/min-sida/"
