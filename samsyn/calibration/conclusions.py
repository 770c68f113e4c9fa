"""What the figures mean, as sentences made by rule. They say what can and what cannot be concluded."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.calibration.result import ExerciseResult, QuestionResult, RoundResult
from samsyn.lib.agreement import Change, Measure
from samsyn.lib.swedish import format_interval, format_number, format_percent

FEW_QUESTIONS = (
    10  # as the FDA's standard 4 has it for inspectors: below this, single values say little
)


@dataclass(frozen=True, slots=True)
class Conclusion:
    """The strong sentence, what follows it, and what limits it."""

    strong: str
    text: str
    limits: list[str]


def conclusion_of(result: ExerciseResult) -> Conclusion | None:
    """The conclusion of the exercise; None when nothing may be shown."""
    shown = [one for one in result.rounds if one.is_shown]
    if not shown:
        return None
    if result.change is not None:
        return _of_change(shown[0], shown[-1], result.change)
    return _of_round(shown[-1])


def _of_round(found: RoundResult) -> Conclusion:
    measures = found.measures
    if measures is None:
        return Conclusion(
            _("The answers cannot be compared."), _("The questions have no answers in common."), []
        )
    if measures.unanimous:
        text = _("With no difference at all no measure can tell how sure this is.")
        return Conclusion(_("Everyone answered everything alike."), text, _few(found))
    split = found.most_split
    strong = (
        _("Question %(number)s split the officers most.") % {"number": split.question.number}
        if split
        else _("The officers judged alike.")
    )
    text = _("Two officers chosen at random gave the same answer in %(share)s of the cases.") % {
        "share": percent(measures.raw)
    }
    return Conclusion(strong, text, [*_interval(measures.raw), *_few(found), *_directions(found)])


def _of_change(first: RoundResult, last: RoundResult, changed: Change) -> Conclusion:
    strong = {
        True: _("The officers judge more alike in the last round."),
        False: _("The officers judge less alike in the last round."),
        None: _("It cannot be said whether the officers judge more alike now."),
    }[changed.rises]
    text = ""
    if first.measures and last.measures:
        text = _(
            "Two officers chosen at random gave the same answer in %(before)s of the cases before and %(after)s after."
        ) % {"before": percent(first.measures.raw), "after": percent(last.measures.raw)}
    return Conclusion(
        strong, text, [*_difference(changed), *_who(changed), *_few(last), *_best(last, changed)]
    )


def _difference(changed: Change) -> list[str]:
    raw = changed.raw
    value = format_number(raw.value or 0.0, 2)
    if raw.low is None or raw.high is None:
        return [
            _("The difference is %(value)s. With so few questions no interval can be told.")
            % {"value": value}
        ]
    words = {"value": value, "interval": format_interval(raw.low, raw.high, 2)}
    if changed.rises is None:
        return [
            _("The difference is %(value)s (95 %% interval %(interval)s), so it may be chance.")
            % words
        ]
    return [
        _(
            "The difference is %(value)s (95 %% interval %(interval)s), so it is probably not chance."
        )
        % words
    ]


def _who(changed: Change) -> list[str]:
    if changed.paired:
        return [
            ngettext(
                "It compares the %(n)d officer who answered both rounds.",
                "It compares the %(n)d officers who answered both rounds.",
                changed.officers[0],
            )
            % {"n": changed.officers[0]}
        ]
    return [
        _(
            "Too few answered both rounds, so all are compared: part of the difference can be that others answered."
        )
    ]


def _few(found: RoundResult) -> list[str]:
    if found.measured >= FEW_QUESTIONS:
        return []
    return [
        ngettext(
            "%(n)d question is few: another case can be easier or harder.",
            "%(n)d questions are few: another case can be easier or harder.",
            found.measured,
        )
        % {"n": found.measured}
    ]


def _best(last: RoundResult, changed: Change) -> list[str]:
    rises = [
        (rise, one.question.number)
        for one, rise in zip(_measured(last), changed.by_question, strict=True)
        if rise is not None
    ]
    best = max(rises, default=(0.0, ""))
    if best[0] <= 0:
        return []
    return [_("Question %(number)s improved most.") % {"number": best[1]}]


def _measured(found: RoundResult) -> list[QuestionResult]:
    codes = [one.question.codes for one in found.questions]
    most = max(codes, key=codes.count)
    return [one for one in found.questions if one.question.codes == most]


def _interval(raw: Measure) -> list[str]:
    if raw.low is None or raw.high is None:
        return []
    words = {"interval": format_interval(raw.low, raw.high, 2)}
    return [_("The 95 %% interval is %(interval)s.") % words]


def _directions(found: RoundResult) -> list[str]:
    """Says it when the measures point different ways, instead of choosing one of them."""
    measures = found.measures
    if not measures or measures.ac.value is None or measures.alpha.value is None:
        return []
    if measures.ac.value - measures.alpha.value < 0.3:
        return []
    return [
        _(
            "The measures point different ways: nearly all gave the same answer, and then alpha is low though people agree."
        )
    ]


def percent(measure: Measure) -> str:
    """A measure as whole percent."""
    return format_percent(measure.value or 0.0, 1)


def groups_sentence(found: RoundResult) -> str:
    """Whether officers differ within offices or between them, or why it cannot be told."""
    groups = found.groups
    if groups is None:
        return _(
            "Most offices have one to four officers, so it cannot be told whether people differ within offices or "
            "between them: the figure would be single officers' answers."
        )
    words = {
        "within": format_percent(round(groups.within * 100), 100),
        "between": format_percent(round(groups.between * 100), 100),
        "offices": groups.offices,
    }
    told = (
        _(
            "Two officers of the same office gave the same answer in %(within)s of the cases, two of different offices in "
            "%(between)s. It rests on the %(offices)d offices where at least two answered."
        )
        % words
    )
    return f"{told} {_which(groups.difference)}"


def _which(difference: Measure) -> str:
    low, high = difference.low, difference.high
    if low is None or high is None or low <= 0 <= high:
        return _("The difference may be chance.")
    if low > 0:
        return _("Offices have ways of judging of their own.")
    return _("Colleagues differ more from each other than from other offices.")
