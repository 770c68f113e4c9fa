"""A user is her work e-mail, once, whatever the case of its letters."""

import pytest
from django.db import IntegrityError, transaction

from samsyn.core.accounts.interface import User
from samsyn.core.personal.interface import PersonalClass, level

pytestmark = pytest.mark.django_db


def test_the_address_is_kept_in_small_letters_without_blanks():
    assert (
        User.objects.create_user(email=" Eva.Norrby@Exempel.SE ").email == "eva.norrby@exempel.se"
    )


def test_she_is_found_however_she_writes_her_address():
    user = User.objects.create_user(email="eva@exempel.se")
    assert User.objects.get_by_natural_key("EVA@Exempel.se") == user
    with pytest.raises(User.DoesNotExist):
        User.objects.get_by_natural_key(None)


@pytest.mark.parametrize("same", ["eva@exempel.se", "EVA@exempel.se"])
def test_an_address_belongs_to_one_user(same):
    User.objects.create_user(email="eva@exempel.se")
    with pytest.raises(IntegrityError), transaction.atomic():
        User(email=same).save()


def test_without_a_password_no_password_fits():
    user = User.objects.create_user(email="eva@exempel.se")
    assert not user.has_usable_password()
    assert not user.check_password("")


def test_a_password_is_stored_as_a_hash_only():
    user = User.objects.create_user(email="eva@exempel.se", password="blommig-hatt-92")
    assert user.check_password("blommig-hatt-92")
    assert "blommig" not in user.password


def test_who_runs_the_installation_is_said_and_others_do_not():
    assert User.objects.create_superuser("admin@exempel.se").is_superuser
    assert not User.objects.create_user(email="eva@exempel.se").is_staff


def test_she_is_called_by_her_name_else_by_her_address():
    named = User(email="eva@exempel.se", first_name="Eva", last_name="Norrby")
    assert (str(named), named.get_short_name()) == ("Eva Norrby", "Eva")
    bare = User(email="eva@exempel.se")
    assert (str(bare), bare.get_short_name()) == ("eva@exempel.se", "eva@exempel.se")


def test_what_is_about_her_is_classed():
    assert level(User, "email") is PersonalClass.PERSONAL
    assert level(User, "password") is PersonalClass.SENSITIVE
    assert level(User, "is_active") is PersonalClass.NONE
