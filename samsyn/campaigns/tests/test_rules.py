"""What may happen to a campaign, decided from values alone."""

from datetime import date

import pytest

from samsyn.campaigns.codes import CampaignState, NamedResults
from samsyn.campaigns.rules import (
    TRANSITIONS,
    Readiness,
    may_move,
    may_report,
    missing_for,
    sees_named_offices,
    sees_result,
    visit_is_in_period,
)

READY = Readiness(
    has_purpose=True, has_period=True, has_form=True, has_decision=True, offices_taking_part=3, report_finished=True,
    has_report_decision=True,
)  # fmt: skip
BARE = Readiness(
    has_purpose=False, has_period=False, has_form=False, has_decision=False, offices_taking_part=0, report_finished=False,
    has_report_decision=False,
)  # fmt: skip


def test_every_state_has_its_ways_on() -> None:
    assert set(TRANSITIONS) == set(CampaignState)


def test_a_published_campaign_stays() -> None:
    assert not any(may_move("published", state) for state in CampaignState)


def test_opening_needs_a_purpose_a_form_a_period_a_decision_and_an_office() -> None:
    assert missing_for("open", BARE) == ["purpose", "form", "period", "decision", "offices"]
    assert missing_for("open", READY) == []


def test_publishing_needs_a_finished_report_and_a_decision_on_it() -> None:
    assert missing_for("published", BARE) == ["report", "report_decision"]


@pytest.mark.parametrize(
    ("state", "takes_part", "allowed", "code"),
    [
        ("draft", True, False, "not_open"),
        ("referral", True, False, "not_open"),
        ("field_test", None, True, ""),
        ("open", True, True, ""),
        ("open", None, False, "not_taking_part"),
        ("open", False, False, "not_taking_part"),
        ("closed", True, False, "closed"),
        ("published", True, False, "closed"),
    ],
)
def test_who_may_report_when(state: str, takes_part: bool | None, allowed: bool, code: str) -> None:
    answer = may_report(state, takes_part=takes_part)
    assert (answer.allowed, answer.code) == (allowed, code)


@pytest.mark.parametrize(
    ("state", "named", "is_member", "sees"),
    [
        ("open", NamedResults.PUBLIC, True, False),
        ("compiled", NamedResults.MEMBERS, True, True),
        ("compiled", NamedResults.MEMBERS, False, False),
        ("published", NamedResults.PUBLIC, False, True),
        ("published", NamedResults.COUNTY_ONLY, True, False),
    ],
)
def test_names_are_shown_as_the_offices_decided(
    state: str, named: str, is_member: bool, sees: bool
) -> None:
    assert sees_named_offices(state, named, runs_campaign=False, is_member=is_member) is sees
    assert sees_named_offices(state, named, runs_campaign=True, is_member=True)


def test_the_countys_result_is_for_members_at_the_closing_and_for_all_when_published() -> None:
    assert not sees_result("open", runs_campaign=False, is_member=True)
    assert sees_result("closed", runs_campaign=False, is_member=True)
    assert not sees_result("closed", runs_campaign=False, is_member=False)
    assert sees_result("published", runs_campaign=False, is_member=False)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 9, 1), ""),
        (date(2026, 8, 31), "before_period"),
        (date(2026, 12, 12), "in_future"),
        (date(2026, 11, 23), ""),
    ],
)
def test_the_day_of_a_visit(day: date, why: str) -> None:
    found = visit_is_in_period(
        day, starts=date(2026, 9, 1), ends=date(2026, 12, 11), today=date(2026, 11, 23)
    )
    assert found == why
