"""The result as tables: what a reader may see of it, with small cells hidden for all but those who run the campaign."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from django.conf import settings

from samsyn.campaigns.columns import COMPLIANT, DEVIATION, NOT_APPLICABLE, NOT_CHECKED, Column
from samsyn.campaigns.models import Campaign
from samsyn.campaigns.result import Picture, QuestionCounts, picture_of
from samsyn.core.components.interface import AnswerBar
from samsyn.lib.rates import Share
from samsyn.lib.suppression import protect_answers, protect_crosstab
from samsyn.lib.swedish import swedish_order
from samsyn.organisations.interface import Office

BAR_ORDER = (DEVIATION, COMPLIANT, NOT_CHECKED, NOT_APPLICABLE)
_PLACE = {COMPLIANT: 0, DEVIATION: 1, NOT_CHECKED: 2, NOT_APPLICABLE: 3}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an answer; `number` is None when it is hidden."""

    role: str
    number: int | None


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One question (or office) with its numbers as the reader may see them; None is hidden."""

    key: str
    label: str
    number: str
    parts: tuple[Part, ...]
    assessed: int | None
    share: Share | None
    hidden: bool = False
    law: tuple[str, ...] = ()

    @property
    def bar(self) -> AnswerBar | None:
        """The row as a bar, only when every part of it may be shown."""
        if self.hidden:
            return None
        numbers = {part.role: part.number or 0 for part in self.parts}
        return AnswerBar(
            a=numbers[DEVIATION],
            ua=numbers[COMPLIANT],
            ek=numbers[NOT_CHECKED],
            ea=numbers[NOT_APPLICABLE],
        )


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """A question without deviations: each answer with its number, None when hidden."""

    key: str
    label: str
    answers: list[tuple[str, int | None]]
    total: int | None
    multiple: bool


@dataclass(slots=True)
class ResultTable:
    """The county's result: questions with deviations, and the other choices beside."""

    rows: list[ResultRow] = field(default_factory=list)
    choices: list[ChoiceRow] = field(default_factory=list)
    any_hidden: bool = False


def county_table(picture: Picture, *, protected: bool) -> ResultTable:
    """The whole county, question by question."""
    table = ResultTable()
    for question in picture.questions:
        if question.column.is_assessed:
            row = _county_row(question, protected=protected)
            table.rows.append(row)
            table.any_hidden |= row.hidden
        elif question.column.codes:
            choice = _choice_row(question, protected=protected)
            table.choices.append(choice)
            table.any_hidden |= any(number is None for _, number in choice.answers)
    return table


def office_table(
    question: QuestionCounts, offices: Mapping[int, Office], *, protected: bool
) -> list[ResultRow]:
    """One question, office by office in alphabetical order."""
    counts = question.by_office()
    order = sorted(
        (pk for pk in counts if pk in offices), key=lambda pk: swedish_order(offices[pk].short_name)
    )
    shares = [_share(question.column, counts[pk]) for pk in order]
    shown = _protected(shares) if protected else [(True,) * 6 for _ in shares]
    return [
        _row(offices[pk].slug, offices[pk].short_name, "", share, visible)
        for pk, share, visible in zip(order, shares, shown, strict=True)
    ]


def own_table(
    campaign: Campaign, picture: Picture, offices: object
) -> list[tuple[Office, list[ResultRow]]]:
    """The reader's own offices, whole: an office always sees its own numbers."""
    own = (
        [office for office in offices if isinstance(office, Office)]
        if isinstance(offices, Iterable)
        else []
    )
    tables = []
    for office in own:
        if not picture.submissions_by_office.get(office.pk):
            continue
        mine = picture_of(campaign, offices=[office.pk])
        rows = [_county_row(question, protected=False) for question in mine.assessed]
        tables.append((office, rows))
    return tables


def _county_row(question: QuestionCounts, *, protected: bool) -> ResultRow:
    share = question.share
    visible: tuple[bool, ...] = (True,) * 6
    if protected:
        visible = _protected([share])[-1]
    column = question.column
    return _row(column.name, column.label, column.number, share, visible, column.law)


def _share(column: Column, counts: Mapping[str, int]) -> Share:
    def number(role: str) -> int:
        return sum(counts.get(code, 0) for code in column.codes_in_role(role))

    return Share(number(DEVIATION), number(COMPLIANT), number(NOT_CHECKED), number(NOT_APPLICABLE))


def _protected(shares: list[Share]) -> list[tuple[bool, ...]]:
    """For each share which of UA, A, EK, EA, assessed and answered may be shown."""
    counts = np.array([[s.compliant, s.deviating, s.not_checked, s.not_applicable] for s in shares])
    shown = protect_answers(counts, settings.SMALL_CELL_K)
    return [
        (*map(bool, shown.answers[row]), bool(shown.assessed[row]), bool(shown.answered[row]))
        for row in range(len(shares))
    ]


def _row(
    key: str,
    label: str,
    number: str,
    share: Share,
    visible: tuple[bool, ...],
    law: tuple[str, ...] = (),
) -> ResultRow:
    numbers = {
        DEVIATION: share.deviating,
        COMPLIANT: share.compliant,
        NOT_CHECKED: share.not_checked,
        NOT_APPLICABLE: share.not_applicable,
    }
    shown = {role: numbers[role] if visible[_PLACE[role]] else None for role in BAR_ORDER}
    all_shown = all(value is not None for value in shown.values())
    share_shown = visible[0] and visible[1] and visible[4]
    return ResultRow(
        key=key,
        label=label,
        number=number,
        parts=tuple(Part(role, shown[role]) for role in BAR_ORDER),
        assessed=share.denominator if visible[4] else None,
        share=share if share_shown else None,
        hidden=not all_shown,
        law=law,
    )


def _choice_row(question: QuestionCounts, *, protected: bool) -> ChoiceRow:
    counts = question.by_code()
    total = sum(counts.values())
    numbers: dict[str, int | None] = dict(counts)
    shown_total: int | None = total
    if protected and counts:
        shown = protect_crosstab(np.array([list(counts.values())]), settings.SMALL_CELL_K)
        numbers = {
            code: value if shown.cells[0][place] else None
            for place, (code, value) in enumerate(counts.items())
        }
        shown_total = total if shown.total else None
    labels = {code.code: code.label for code in question.column.codes}
    return ChoiceRow(
        key=question.column.name,
        label=question.column.label,
        answers=[(labels[code], number) for code, number in numbers.items()],
        total=None if question.column.multiple else shown_total,
        multiple=question.column.multiple,
    )
