"""What may happen to a campaign and its submissions, decided from values alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from samsyn.campaigns.codes import CampaignState, NamedResults

S = CampaignState
# From each state the states that may follow. A published campaign stays as it is.
TRANSITIONS: Mapping[str, frozenset[str]] = {
    S.DRAFT: frozenset({S.REFERRAL, S.FIELD_TEST, S.OPEN}),
    S.REFERRAL: frozenset({S.DRAFT, S.FIELD_TEST, S.OPEN}),
    S.FIELD_TEST: frozenset({S.DRAFT, S.REFERRAL, S.OPEN}),
    S.OPEN: frozenset({S.CLOSED}),
    S.CLOSED: frozenset({S.OPEN, S.COMPILED}),
    S.COMPILED: frozenset({S.CLOSED, S.PUBLISHED}),
    S.PUBLISHED: frozenset(),
}
# States in which offices report. What is reported in a field test never enters the result.
REPORTING = frozenset({S.FIELD_TEST, S.OPEN})
# States that visitors may know of. A draft and a referral are seen by members only.
PUBLIC = frozenset({S.OPEN, S.CLOSED, S.COMPILED, S.PUBLISHED})
# States in which named results follow the offices' own decision; before that only those who run the campaign see names.
NAMES_BY_DECISION = frozenset({S.COMPILED, S.PUBLISHED})


@dataclass(frozen=True, slots=True)
class Readiness:
    """The facts that decide whether a campaign may move on."""

    has_purpose: bool
    has_period: bool
    has_form: bool
    has_decision: bool
    offices_taking_part: int
    report_finished: bool
    has_report_decision: bool


def missing_for(state: str, facts: Readiness) -> list[str]:
    """What is missing before the campaign may enter `state`, as codes in the order a person would do them."""
    needs: list[tuple[str, bool]] = []
    if state in {S.REFERRAL, S.FIELD_TEST, S.OPEN}:
        needs += [("purpose", facts.has_purpose), ("form", facts.has_form)]
    if state in {S.FIELD_TEST, S.OPEN}:
        needs += [("period", facts.has_period)]
    if state == S.OPEN:
        needs += [("decision", facts.has_decision), ("offices", facts.offices_taking_part > 0)]
    if state == S.PUBLISHED:
        needs += [("report", facts.report_finished), ("report_decision", facts.has_report_decision)]
    return [code for code, there in needs if not there]


def may_move(current: str, target: str) -> bool:
    """Whether a campaign may go straight from one state to the other."""
    return target in TRANSITIONS[current]


@dataclass(frozen=True, slots=True)
class Reporting:
    """Whether an office may report now, and if not, why: not_open | closed | not_taking_part."""

    allowed: bool
    is_field_test: bool = False
    code: str = ""


def may_report(state: str, *, takes_part: bool | None) -> Reporting:
    """Whether an office may report in a campaign in this state. A field test is open to offices that have not answered."""
    if state == S.FIELD_TEST:
        return Reporting(allowed=True, is_field_test=True)
    if state != S.OPEN:
        return Reporting(
            allowed=False, code="not_open" if state in {S.DRAFT, S.REFERRAL} else "closed"
        )
    if not takes_part:
        return Reporting(allowed=False, code="not_taking_part")
    return Reporting(allowed=True)


def sees_named_offices(
    state: str, named_results: str, *, runs_campaign: bool, is_member: bool
) -> bool:
    """Whether a reader sees results by office name (her own office she always sees).

    Until the campaign is compiled only those who run it do; after that as the offices decided when it started.
    """
    if runs_campaign:
        return True
    if state not in NAMES_BY_DECISION or named_results == NamedResults.COUNTY_ONLY:
        return False
    return is_member or named_results == NamedResults.PUBLIC


def sees_result(state: str, *, runs_campaign: bool, is_member: bool) -> bool:
    """Whether a reader sees the county's result: members from the closing, everyone when it is published."""
    if runs_campaign or state == S.PUBLISHED:
        return True
    return is_member and state in {S.CLOSED, S.COMPILED}


def sees_report(state: str, report_state: str, *, runs_campaign: bool, is_member: bool) -> bool:
    """Whether a reader sees the report: those who run the campaign from its closing, members when they may comment or
    it is finished, everyone when the campaign is published. A campaign of which only published figures are known has none.
    """
    if not report_state:
        return runs_campaign and state in {S.CLOSED, S.COMPILED}
    if runs_campaign or state == S.PUBLISHED:
        return True
    return is_member and report_state in {"comments", "finished"}


def visit_is_in_period(
    visited_on: date, *, starts: date | None, ends: date | None, today: date
) -> str:
    """Empty when the day of a visit is fine, else why not: before_period | after_period | in_future."""
    if visited_on > today:
        return "in_future"
    if starts and visited_on < starts:
        return "before_period"
    if ends and visited_on > ends:
        return "after_period"
    return ""
