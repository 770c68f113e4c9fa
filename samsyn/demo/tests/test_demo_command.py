"""`samsyn demo` builds the county once, says so, and refuses where its published password would be dangerous."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings

from samsyn.demo.build import STEPS, Step, build, exists
from samsyn.organisations.interface import Collaboration

FEW = 4


@pytest.fixture(autouse=True)
def only_collaborations_and_people(monkeypatch):
    """The command is the same however many steps there are; test_build.py builds them all."""
    monkeypatch.setattr("samsyn.demo.build.STEPS", STEPS[:FEW])


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command("demo", *arguments, stdout=out)
    return out.getvalue()


@override_settings(DEMO=True)
def test_it_tells_each_step_and_how_to_sign_in(db):
    said = run()
    assert f"1/{FEW} Miljösamverkan Jönköpings län" in said
    assert f"{FEW}/{FEW}" in said
    assert "samordnare@exempel.se" in said and "samsyn-demo" in said
    assert exists()


@override_settings(DEMO=True)
def test_a_second_run_builds_nothing_and_says_so(db):
    run()
    assert "exists already" in run()
    assert Collaboration.objects.count() == 2


@override_settings(DEMO=False)
def test_outside_demo_mode_it_refuses_and_says_why(db):
    with pytest.raises(CommandError, match="published password"):
        run()
    assert not exists()


@override_settings(DEMO=False)
def test_outside_demo_mode_it_can_be_forced(db):
    assert "Done" in run("--force")


def test_a_step_that_fails_leaves_nothing_behind(db):
    def fails(demo):
        raise RuntimeError("half-way")

    with pytest.raises(RuntimeError, match="half-way"):
        build(lambda line: None, [*STEPS[:FEW], Step("fails", fails)])
    assert not exists()
    assert not Collaboration.objects.exists()
