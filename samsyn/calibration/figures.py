"""The figures of the result page: measures with intervals, and each question's answers in each round."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from samsyn.calibration.conclusions import percent
from samsyn.calibration.models import Key
from samsyn.calibration.result import ExerciseResult, QuestionResult, RoundResult
from samsyn.core.charts.interface import Chart, IntervalRow, Mark, interval_plot
from samsyn.core.components.interface import AnswerBar
from samsyn.core.language.interface import reader_language
from samsyn.lib.agreement import Agreement, Measure
from samsyn.lib.swedish import format_interval, format_number


@dataclass(frozen=True, slots=True)
class RoundBar:
    """One question's answers in one round, as a bar where they are those of inspection, always in words."""

    name: str
    found: QuestionResult
    bar: AnswerBar | None
    words: str
    alike: str
    interval: str


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question with its bars; `marked` is the one that split people most in the first round."""

    number: str
    label: str
    key: Key | None
    bars: list[RoundBar]
    marked: bool


def measures_chart(result: ExerciseResult) -> Chart | None:
    """Raw agreement, AC and alpha of each round; None when no round has measures."""
    shown = [one for one in result.rounds if one.measures]
    if not shown:
        return None
    rows = [
        IntervalRow(label, tuple(_mark(_measure(one, name)) for one in shown), absent=absent)
        for name, label, absent in _names(result)
    ]
    series = [
        _("Round %(n)d, n = %(people)d") % {"n": one.round.number, "people": one.n} for one in shown
    ]
    return interval_plot(
        "measures", _("Measures of agreement"), rows, series=series, percent=False, alphabetical=False,
        language=reader_language(),
    )  # fmt: skip


def _names(result: ExerciseResult) -> list[tuple[str, str, str]]:
    ordinal = any(one.round.exercise.scale == "ordinal" for one in result.rounds)
    undefined = _("undefined: only one answer was ever used")
    return [
        ("raw", _("Raw agreement"), ""),
        ("ac", _("Gwet's AC2") if ordinal else _("Gwet's AC1"), ""),
        ("alpha", _("Krippendorff's alpha"), undefined),
    ]


def _measure(found: RoundResult, name: str) -> Measure:
    assert isinstance(found.measures, Agreement)
    measure: Measure = getattr(found.measures, name)
    return measure


def _mark(measure: Measure) -> Mark | None:
    if measure.value is None:
        return None
    # A percentile interval can miss its own estimate by a hair; and without an interval the mark is a point.
    low = measure.value if measure.low is None else min(measure.low, measure.value)
    high = measure.value if measure.high is None else max(measure.high, measure.value)
    return Mark(measure.value, low, high)


def question_rows(result: ExerciseResult) -> list[QuestionRow]:
    """Every question with its answers in each round that may be shown."""
    shown = [one for one in result.rounds if one.is_shown]
    if not shown:
        return []
    split = shown[0].most_split
    return [
        QuestionRow(
            number=one.question.number,
            label=one.question.label,
            key=one.key,
            bars=[_bar(found, found.questions[place]) for found in shown],
            marked=split is not None and split.question.name == one.question.name,
        )
        for place, one in enumerate(shown[0].questions)
    ]


def _bar(found: RoundResult, one: QuestionResult) -> RoundBar:
    measure = one.agreement.raw if one.agreement else None
    interval = ""
    if measure and measure.low is not None and measure.high is not None:
        interval = format_interval(measure.low, measure.high, 2)
    return RoundBar(
        name=_("Round %(n)d") % {"n": found.round.number},
        found=one,
        bar=bar_of(one),
        words=", ".join(f"{label} {number}" for label, number in one.rows if number),
        alike=percent(measure) if measure else "–",
        interval=interval,
    )


def bar_of(one: QuestionResult) -> AnswerBar | None:
    """The answers as a bar, where they are those of inspection."""
    if not one.question.is_judged or not one.n:
        return None
    return AnswerBar(**one.counts)


def question_measures(one: QuestionResult) -> str:
    """AC1 of one question with its interval, in words."""
    if one.agreement is None or one.agreement.ac.value is None:
        return ""
    found = one.agreement.ac
    value = format_number(one.agreement.ac.value, 2)
    if found.low is None or found.high is None:
        return f"AC1 {value}"
    return f"AC1 {value} [{format_interval(found.low, found.high, 2)}]"
