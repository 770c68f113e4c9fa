"""`samsyn collaboration` and `samsyn user`."""

import io

import pytest
from django.core.management import CommandError, call_command

from samsyn.core.accounts.interface import User
from samsyn.core.audit.interface import AuditEntry
from samsyn.organisations.models import Collaboration
from samsyn.organisations.queries import person_by_email
from samsyn.organisations.roles import Role


def run(*arguments):
    out = io.StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


def test_a_first_collaboration_can_be_made_and_listed(db):
    run("collaboration", "add", "nytt", "Miljösamverkan Nytt", "--county", "Nytt län", "--default")
    assert Collaboration.objects.get().is_default
    assert "Miljösamverkan Nytt (default)" in run("collaboration", "list")


def test_a_taken_name_ends_in_a_sentence(world):
    with pytest.raises(CommandError, match="kortnamn"):
        run("collaboration", "add", "lan", "X", "--county", "X")


def test_a_user_gets_a_role_in_an_office(world):
    run(
        "user", "add", "ny@exempel.se", "Ny Person",
        "--collaboration", "lan", "--role", "officer", "--office", "aneby",
    )  # fmt: skip
    person = person_by_email(world.collaboration, "ny@exempel.se")
    assert person is not None and not person.user.has_usable_password()
    assert AuditEntry.objects.filter(reason="samsyn user add").exists()
    assert "ny@exempel.se\tofficer@aneby" in run("user", "list")


def test_a_password_is_read_from_the_input_and_checked(world, monkeypatch):
    arguments = (
        "user", "add", "ny@exempel.se", "Ny Person",
        "--collaboration", "lan", "--role", "administrator", "--password",
    )  # fmt: skip
    monkeypatch.setattr("sys.stdin", io.StringIO("kort\n"))
    with pytest.raises(CommandError):
        run(*arguments)
    monkeypatch.setattr("sys.stdin", io.StringIO("en-lagom-lang-fras\n"))
    run(*arguments)
    assert User.objects.get(email="ny@exempel.se").check_password("en-lagom-lang-fras")


@pytest.mark.parametrize(
    ("collaboration", "office", "message"),
    [("finns-inte", "aneby", "collaboration list"), ("lan", "finns-inte", "aneby")],
)
def test_a_wrong_word_is_answered_with_those_that_work(world, collaboration, office, message):
    with pytest.raises(CommandError, match=message):
        run(
            "user", "add", "ny@exempel.se", "Ny",
            "--collaboration", collaboration, "--role", "officer", "--office", office,
        )  # fmt: skip


def test_disable_and_enable(world):
    world.person("eva", Role.OFFICER, world.aneby)
    run("user", "disable", "EVA@exempel.se")
    assert "eva@exempel.se (disabled)" in run("user", "list")
    run("user", "enable", "eva@exempel.se")
    assert User.objects.get(email="eva@exempel.se").is_active
    with pytest.raises(CommandError, match="user list"):
        run("user", "disable", "ingen@exempel.se")
