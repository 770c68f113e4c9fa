"""Whether offices differ in a question, said in one plain sentence before it is shown. Never a ranking."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.campaigns.result import QuestionCounts
from samsyn.lib.funnel import Code, Conclusion, Place, conclude
from samsyn.lib.rates import Share
from samsyn.lib.swedish import format_count_of, format_number, format_percent, join_list
from samsyn.organisations.interface import Office


@dataclass(frozen=True, slots=True)
class Comparison:
    """The conclusion, its sentence in two parts (the bold one first), and what to do."""

    conclusion: Conclusion
    first: str
    rest: str
    advice: str
    visible_difference: str


def compare_offices(question: QuestionCounts, offices: Mapping[int, Office]) -> Comparison:
    """The offices in one question, against the limits that chance alone would give."""
    shares = {
        offices[pk].short_name: share
        for pk, share in question.shares_by_office().items()
        if pk in offices
    }
    conclusion = conclude(shares)
    first, rest = _sentence(conclusion)
    return Comparison(conclusion, first, rest, _advice(conclusion), _difference(conclusion))


def _sentence(conclusion: Conclusion) -> tuple[str, str]:
    assessed = sum(1 for point in conclusion.points if point.place is not Place.NOT_ASSESSED)
    outside = conclusion.offices(Place.OUTSIDE_95, Place.OUTSIDE_998)
    names = join_list(list(outside))
    code = conclusion.code
    if code is Code.NOTHING_ASSESSED:
        return _("Nothing has been assessed yet."), _(
            "The comparison comes when offices have reported."
        )
    if code is Code.ONE_OFFICE:
        return _("Only one office has assessed the question."), _(
            "There is nothing to compare with."
        )
    if code is Code.ALL_ALIKE:
        return _("All have answered alike."), _("No office stands out, and no limits can be drawn.")
    if code is Code.TOO_FEW:
        return _("There are too few objects to tell."), _(
            "Not even the largest difference would show among so few."
        )
    if code is Code.INSIDE:
        return (
            _("The differences can be chance."),
            _("All %(n)d offices lie within what chance alone would give.") % {"n": assessed},
        )
    if code is Code.MAY_BE_CHANCE:
        return (
            _("The differences can be chance."),
            ngettext(
                "%(names)s lies outside the 95 per cent limit but within 99.8. With so few objects at least one "
                "office in %(n)d lands there by chance in %(chance)s of campaigns, even if all judge alike.",
                "%(names)s lie outside the 95 per cent limit but within 99.8. With so few objects as many of "
                "%(n)d offices land there by chance in %(chance)s of campaigns, even if all judge alike.",
                len(outside),
            )
            % {"names": names, "n": assessed, "chance": _percent(conclusion.chance)},
        )
    if code is Code.MORE_THAN_CHANCE:
        return (
            _("The offices differ more than chance usually gives."),
            _(
                "%(names)s lie outside the 95 per cent limit. It does not tell why: objects may differ, or judgement."
            )
            % {"names": names},
        )
    return (
        _("The offices differ more than chance gives."),
        _(
            "%(names)s lies outside the 99.8 per cent limit. It does not tell why: objects may differ, or judgement."
        )
        % {"names": join_list(list(conclusion.offices(Place.OUTSIDE_998)))},
    )


def _advice(conclusion: Conclusion) -> str:
    outside = conclusion.offices(Place.OUTSIDE_95, Place.OUTSIDE_998)
    if not outside:
        return ""
    return _(
        "Ask %(names)s how the objects were chosen (risk or routine) before anything is concluded about judgement. "
        "Take the question up at the next calibration."
    ) % {"names": join_list(list(outside))}


def _difference(conclusion: Conclusion) -> str:
    if conclusion.visible_difference is None or not conclusion.typical_n:
        return ""
    points = format_number(round(100 * conclusion.visible_difference))
    return _("about %(points)s percentage points at n = %(n)d (80 %% chance)") % {
        "points": points,
        "n": conclusion.typical_n,
    }


def _percent(value: float) -> str:
    exact = Fraction(value).limit_denominator(999)
    return format_percent(exact.numerator, exact.denominator)


def share_text(share: Share) -> str:
    """`8 av 11` for few, with the percentage beside."""
    return format_count_of(share.numerator, share.denominator)
