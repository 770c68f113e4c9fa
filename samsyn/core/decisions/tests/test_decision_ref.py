"""A decision is a value: body, day, paragraph, address; it survives the database unchanged."""

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from samsyn.core.decisions.interface import DecisionRef
from samsyn.organisations.tests.factories import make_world

WHOLE = DecisionRef("Styrgruppen", date(2026, 6, 11), "14", "https://exempel.se/protokoll")
BARE = DecisionRef("Samordnaren", date(2026, 6, 11))


@pytest.mark.parametrize("decision", [WHOLE, BARE])
def test_it_comes_back_from_json_as_it_was(decision):
    assert DecisionRef.from_json(decision.to_json()) == decision


def test_an_older_value_without_paragraph_can_be_read():
    assert DecisionRef.from_json({"body": "Samordnaren", "date": "2026-06-11"}) == BARE


@pytest.mark.parametrize("broken", [{}, {"body": "x"}, {"body": "x", "date": "i går"}])
def test_half_a_decision_is_none(broken):
    with pytest.raises((KeyError, ValueError)):
        DecisionRef.from_json(broken)


def test_it_reads_as_minutes_are_cited():
    assert str(WHOLE) == "Styrgruppen 2026-06-11 §\N{NO-BREAK SPACE}14"
    assert str(BARE) == "Samordnaren 2026-06-11"


def test_it_is_a_value_that_nobody_changes():
    with pytest.raises(FrozenInstanceError):
        WHOLE.paragraph = "15"
    assert len({WHOLE, DecisionRef.from_json(WHOLE.to_json())}) == 1


@pytest.mark.parametrize("decision", [WHOLE, BARE, None])
def test_a_field_keeps_it_or_nothing(db, decision):
    from samsyn.campaigns.models import Campaign

    here = make_world().collaboration
    made = Campaign.objects.create(collaboration=here, slug="prov", title="Prov", decision=decision)
    assert Campaign.objects.get(pk=made.pk).decision == decision
