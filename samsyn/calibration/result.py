"""The result of a round and of the whole exercise, counted from the sheets. It holds no name and no single sheet."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from samsyn.calibration.models import Exercise, Key, Round, Sheet
from samsyn.calibration.queries import keys_of, sheets_that_count
from samsyn.calibration.questions import Question, questions_of
from samsyn.lib.agreement import (
    Agreement,
    Change,
    Groups,
    QuestionAgreement,
    agreement,
    change,
    of_groups,
    question_agreement,
    within_and_between,
)
from samsyn.lib.suppression import K
from samsyn.lib.swedish import swedish_order

SMALLEST_GROUP = K
Ratings = list[list[str | None]]


@dataclass(frozen=True, slots=True)
class Reasons:
    """What those who gave one answer wrote, in alphabetical order so that no sheet can be put together again."""

    label: str
    texts: list[str]

    @property
    def told(self) -> list[tuple[str, int]]:
        """Each reason once, with how many wrote just so."""
        return list(Counter(self.texts).items())


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """One question in one round: how many gave each answer, how alike, why, and what was agreed."""

    question: Question
    counts: dict[str, int]
    agreement: QuestionAgreement | None
    reasons: list[Reasons]
    key: Key | None

    @property
    def n(self) -> int:
        return sum(self.counts.values())

    @property
    def rows(self) -> list[tuple[str, int]]:
        """Answer and number, in the order of the checklist."""
        return [(label, self.counts[code]) for code, label in self.question.answers]

    @property
    def as_expected(self) -> int | None:
        """How many gave the expected answer; None where none is expected."""
        return self.counts[self.key.expected] if self.key and self.key.expected else None

    @property
    def alike(self) -> float:
        """Raw agreement, for choosing what split people most; 1 where fewer than two answered."""
        value = self.agreement.raw.value if self.agreement else None
        return 1.0 if value is None else value


@dataclass(frozen=True, slots=True)
class OfficeAgreement:
    """How alike the officers of one office answered; only where the smallest group did."""

    office: str
    n: int
    raw: float


@dataclass(frozen=True, slots=True)
class RoundResult:
    """A round. Below the smallest group only the number of officers is told (`is_shown`)."""

    round: Round
    n: int
    offices: int
    questions: list[QuestionResult] = field(default_factory=list)
    measures: Agreement | None = None
    measured: int = 0
    groups: Groups | None = None
    by_office: list[OfficeAgreement] = field(default_factory=list)

    @property
    def is_shown(self) -> bool:
        return bool(self.questions)

    @property
    def most_split(self) -> QuestionResult | None:
        """The question with the least agreement, the first of several; None when everyone agrees."""
        if not self.questions:
            return None
        least = min(self.questions, key=lambda one: one.alike)
        return least if least.alike < 1 else None


@dataclass(frozen=True, slots=True)
class ExerciseResult:
    """The first and the last round that are over, and what changed between them."""

    rounds: list[RoundResult]
    change: Change | None = None

    @property
    def first(self) -> RoundResult | None:
        return self.rounds[0] if self.rounds else None

    @property
    def last(self) -> RoundResult | None:
        return self.rounds[-1] if self.rounds else None

    @property
    def is_shown(self) -> bool:
        return any(one.is_shown for one in self.rounds)


def result_of(exercise: Exercise) -> ExerciseResult:
    """What the exercise has shown so far: only rounds that are over, at most the first and the last of them."""
    chosen = _rounds_to_show(exercise)
    sheets = [sheets_that_count(one) for one in chosen]
    results = [
        round_result(one, found, scale=exercise.scale)
        for one, found in zip(chosen, sheets, strict=True)
    ]
    changed = None
    if len(results) == 2 and all(one.is_shown for one in results):
        changed = _change(results, sheets, exercise.scale)
    return ExerciseResult(rounds=results, change=changed)


def _rounds_to_show(exercise: Exercise) -> list[Round]:
    over = [one for one in exercise.rounds.all() if one.is_over]
    return over if len(over) < 3 else [over[0], over[-1]]


def measures_in_brief(exercise: Exercise) -> list[tuple[int, Agreement]]:
    """How many answered and their measures, in the first and the last round that are large enough to be shown."""
    told = []
    for one in _rounds_to_show(exercise):
        sheets = sheets_that_count(one)
        compared = comparable(questions_of(one.version)) if len(sheets) >= SMALLEST_GROUP else []
        if found := _measures(compared, _ratings(compared, sheets), exercise.scale):
            told.append((len(sheets), found))
    return told


def _measures(compared: Sequence[Question], ratings: Ratings, scale: str) -> Agreement | None:
    if not compared or len(compared[0].codes) < 2:
        return None
    return agreement(
        ratings, compared[0].codes, scale="ordinal" if scale == "ordinal" else "nominal"
    )


def round_result(round_: Round, sheets: Sequence[Sheet], *, scale: str) -> RoundResult:
    """The result of one round from the sheets that count."""
    offices = [sheet.office_id for sheet in sheets]
    told = RoundResult(round=round_, n=len(sheets), offices=len(set(offices) - {None}))
    if len(sheets) < SMALLEST_GROUP:
        return told
    asked, keys = questions_of(round_.version), keys_of(round_)
    compared = comparable(asked)
    ratings = _ratings(compared, sheets)
    return RoundResult(
        round=round_,
        n=told.n,
        offices=told.offices,
        questions=[_question(one, sheets, keys.get(one.name)) for one in asked],
        measures=_measures(compared, ratings, scale),
        measured=len(compared),
        groups=within_and_between(ratings, offices),
        by_office=_by_office(ratings, sheets),
    )


def _by_office(ratings: Ratings, sheets: Sequence[Sheet]) -> list[OfficeAgreement]:
    names = {one.office_id: one.office.short_name for one in sheets if one.office}
    found = of_groups(ratings, [one.office_id for one in sheets])
    rows = [OfficeAgreement(names[pk], n, raw) for pk, (n, raw) in found.items() if pk in names]
    return sorted(rows, key=lambda row: swedish_order(row.office))


def comparable(asked: Sequence[Question]) -> list[Question]:
    """The questions with the same possible answers, the largest such set: measures over others have no meaning."""
    sets: dict[tuple[str, ...], list[Question]] = defaultdict(list)
    for question in asked:
        sets[question.codes].append(question)
    return max(sets.values(), key=len)


def _question(question: Question, sheets: Sequence[Sheet], key: Key | None) -> QuestionResult:
    given = [sheet.answers[question.name] for sheet in sheets if question.name in sheet.answers]
    counted = Counter(code for code, _reason in given)
    counts = {code: counted[code] for code in question.codes}
    texts: dict[str, list[str]] = defaultdict(list)
    for code, reason in given:
        if reason:
            texts[code].append(reason)
    return QuestionResult(
        question=question,
        counts=counts,
        agreement=question_agreement(list(counts.values())) if len(counts) > 1 else None,
        reasons=[
            Reasons(label, sorted(texts[code], key=str.casefold))
            for code, label in question.answers
            if texts[code]
        ],
        key=key,
    )


def _ratings(asked: Sequence[Question], sheets: Sequence[Sheet]) -> Ratings:
    return [[sheet.answers.get(one.name, [None])[0] or None for sheet in sheets] for one in asked]


def _change(
    results: Sequence[RoundResult], sheets: Sequence[Sequence[Sheet]], scale: str
) -> Change | None:
    compared = comparable([one.question for one in results[0].questions])
    if len(compared[0].codes) < 2:
        return None
    first, second = (_ratings(compared, found) for found in sheets)
    people = [[sheet.person_id for sheet in found] for found in sheets]
    return change(
        first,
        second,
        compared[0].codes,
        first_officers=people[0],
        second_officers=people[1],
        scale="ordinal" if scale == "ordinal" else "nominal",
    )
