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
from samsyn.lib.suppression import CrosstabShown, protect_answers_each, protect_crosstab_each
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
    assessed = picture.assessed
    others = [one for one in picture.questions if one.column.codes and not one.column.is_assessed]
    rows = _county_rows(assessed, protected=protected)
    choices = _choice_rows(others, protected=protected)
    return ResultTable(
        rows=rows,
        choices=choices,
        any_hidden=any(row.hidden for row in rows)
        or any(number is None for choice in choices for _, number in choice.answers),
    )


def office_table(
    question: QuestionCounts, offices: Mapping[int, Office], *, protected: bool
) -> list[ResultRow]:
    """One question, office by office in alphabetical order."""
    counts = question.by_office()
    order = sorted(
        (pk for pk in counts if pk in offices), key=lambda pk: swedish_order(offices[pk].short_name)
    )
    shares = [_share(question.column, counts[pk]) for pk in order]
    shown = _protected([shares])[0] if protected and shares else [(True,) * 6 for _ in shares]
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
        tables.append((office, _county_rows(mine.assessed, protected=False)))
    return tables


def _county_rows(questions: list[QuestionCounts], *, protected: bool) -> list[ResultRow]:
    shares = [[question.share] for question in questions]
    seen: list[list[tuple[bool, ...]]] = [[(True,) * 6] for _ in shares]
    if protected:
        seen = _protected(shares)
    return [
        _row(
            question.column.name,
            question.column.label,
            question.column.number,
            question.share,
            visible[0],
            question.column.law,
        )
        for question, visible in zip(questions, seen, strict=True)
    ]


def _share(column: Column, counts: Mapping[str, int]) -> Share:
    def number(role: str) -> int:
        return sum(counts.get(code, 0) for code in column.codes_in_role(role))

    return Share(number(DEVIATION), number(COMPLIANT), number(NOT_CHECKED), number(NOT_APPLICABLE))


def _protected(tables: list[list[Share]]) -> list[list[tuple[bool, ...]]]:
    """For each share of each table which of UA, A, EK, EA, assessed and answered may be shown."""
    counts = [
        np.array([[s.compliant, s.deviating, s.not_checked, s.not_applicable] for s in shares])
        for shares in tables
    ]
    return [
        [
            (*map(bool, shown.answers[row]), bool(shown.assessed[row]), bool(shown.answered[row]))
            for row in range(len(shares))
        ]
        for shares, shown in zip(
            tables, protect_answers_each(counts, settings.SMALL_CELL_K), strict=True
        )
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


def _choice_rows(questions: list[QuestionCounts], *, protected: bool) -> list[ChoiceRow]:
    if not protected:
        return [_choice_row(question, None) for question in questions]
    counts = [np.array([list(question.by_code().values())]) for question in questions]
    shown = protect_crosstab_each(counts, settings.SMALL_CELL_K)
    return [_choice_row(*pair) for pair in zip(questions, shown, strict=True)]


def _choice_row(question: QuestionCounts, shown: CrosstabShown | None) -> ChoiceRow:
    counts = question.by_code()
    labels = {code.code: code.label for code in question.column.codes}
    total_shown = (shown is None or shown.total) and not question.column.multiple
    return ChoiceRow(
        key=question.column.name,
        label=question.column.label,
        answers=[
            (labels[code], value if shown is None or shown.cells[0][place] else None)
            for place, (code, value) in enumerate(counts.items())
        ],
        total=sum(counts.values()) if total_shown else None,
        multiple=question.column.multiple,
    )
