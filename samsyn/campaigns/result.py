"""The whole-campaign picture: every question by office and object type, from the kept counts.

Nothing here reads single submissions. Forms of several checklist versions are added question by question, by name;
a question that only one version asks counts where it was asked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from samsyn.campaigns.columns import (
    COMPLIANT,
    DEVIATION,
    NOT_APPLICABLE,
    NOT_CHECKED,
    Column,
    columns_of,
)
from samsyn.campaigns.models import Campaign, CampaignForm, OfficeTotals, Tally
from samsyn.campaigns.queries import tallies_of
from samsyn.campaigns.totals import numbers_of, totals_of
from samsyn.lib.rates import Share
from samsyn.lib.tally import Codebook, stack

Key = TypeVar("Key", int, str)
Group = tuple[int, str]  # office id, object type


@dataclass
class QuestionCounts:
    """How often each code was given, per office and object type."""

    column: Column
    groups: list[Group]
    table: NDArray[np.int64]  # one row per group, one column per code, in the column's order

    def by_code(self) -> dict[str, int]:
        """The county's counts, by code."""
        return self._named(self.table.sum(axis=0))

    def by_office(self) -> dict[int, dict[str, int]]:
        """Counts by code for each office that has any submission."""
        return {
            office: self._named(row)
            for office, row in self._sums([group[0] for group in self.groups]).items()
        }

    def by_object_type(self) -> dict[str, dict[str, int]]:
        """Counts by code for each object type."""
        return {
            kind: self._named(row)
            for kind, row in self._sums([group[1] for group in self.groups]).items()
        }

    @cached_property
    def share(self) -> Share:
        """The county's share of deviation, with what stands beside it."""
        return share_of(self.column, self.by_code())

    def shares_by_office(self) -> dict[int, Share]:
        """Each office's share of deviation."""
        return {
            office: share_of(self.column, counts) for office, counts in self.by_office().items()
        }

    def _named(self, row: NDArray[np.int64]) -> dict[str, int]:
        return dict(zip((code.code for code in self.column.codes), row.tolist(), strict=True))

    def _sums(self, keys: list[Key]) -> dict[Key, NDArray[np.int64]]:
        order = list(dict.fromkeys(keys))
        places = np.array([order.index(key) for key in keys], dtype=np.intp)
        sums = np.zeros((len(order), self.table.shape[1]), np.int64)
        np.add.at(sums, places, self.table)
        return dict(zip(order, sums, strict=True))


@dataclass
class Picture:
    """All questions of a campaign, the number of submissions behind them, and the time spent."""

    questions: list[QuestionCounts] = field(default_factory=list)
    submissions: int = 0
    minutes: int = 0
    minutes_reported: int = 0
    submissions_by_office: Mapping[int, int] = field(default_factory=dict)
    # Of these, what offices reported as totals and not object by object.
    totals_by_office: Mapping[int, int] = field(default_factory=dict)

    def question(self, name: str) -> QuestionCounts:
        """One question by its name; KeyError when the campaign has none such."""
        for question in self.questions:
            if question.column.name == name:
                return question
        raise KeyError(name)

    @property
    def hours(self) -> float:
        """Time spent, in hours, where it was reported."""
        return self.minutes / 60

    @property
    def assessed(self) -> list[QuestionCounts]:
        """The questions that have deviations, in the checklist's order."""
        return [question for question in self.questions if question.column.is_assessed]


def share_of(column: Column, counts: Mapping[str, int]) -> Share:
    """Share of deviation = A / (A + UA), by what each code of the question means."""

    def number(role: str) -> int:
        return sum(counts.get(code, 0) for code in column.codes_in_role(role))

    return Share(number(DEVIATION), number(COMPLIANT), number(NOT_CHECKED), number(NOT_APPLICABLE))


def picture_of(campaign: Campaign, *, offices: Iterable[int] | None = None) -> Picture:
    """The picture now, from the kept counts: of the whole campaign, or of some offices."""
    offices = None if offices is None else list(offices)
    tallies = list(tallies_of(campaign, offices))
    totals = list(totals_of(campaign, offices))
    used = {tally.form_id for tally in tallies} | {one.form_id for one in totals}
    forms = _forms_of(campaign, used)
    columns: dict[str, Column] = {}
    parts: dict[str, list[tuple[list[Group], NDArray[np.int64]]]] = {}
    for form in forms:
        own = [tally for tally in tallies if tally.form_id == form.pk and tally.counts]
        _add_form(form, own, columns, parts)
        _add_totals([one for one in totals if one.form_id == form.pk], columns, parts)
    from_totals = {one.office_id: one.objects_inspected for one in totals}
    timed = [one for one in totals if one.minutes is not None]
    return Picture(
        questions=[_joined(columns[name], parts[name]) for name in columns],
        submissions=sum(tally.submissions for tally in tallies) + sum(from_totals.values()),
        minutes=sum(tally.minutes for tally in tallies) + sum(one.minutes or 0 for one in timed),
        minutes_reported=sum(tally.minutes_reported for tally in tallies)
        + sum(one.objects_inspected for one in timed),
        submissions_by_office=_by_office(tallies, from_totals),
        totals_by_office=from_totals,
    )


def _forms_of(campaign: Campaign, used: set[int]) -> list[CampaignForm]:
    """The forms that have been answered, newest first; before the first answer the current common one."""
    forms = (
        campaign.forms.filter(pk__in=used)
        if used
        else campaign.forms.filter(is_current=True, office=None)
    )
    return list(forms.only("codebook", "columns").order_by("-pk"))


def _by_office(tallies: list[Tally], from_totals: Mapping[int, int]) -> dict[int, int]:
    numbers = dict(from_totals)
    for tally in tallies:
        numbers[tally.office_id] = numbers.get(tally.office_id, 0) + tally.submissions
    return numbers


def _add_form(
    form: CampaignForm,
    tallies: list[Tally],
    columns: dict[str, Column],
    parts: dict[str, list[tuple[list[Group], NDArray[np.int64]]]],
) -> None:
    codebook = Codebook.from_json(form.codebook)
    groups = [(tally.office_id, tally.object_type) for tally in tallies]
    table = stack(codebook, [bytes(tally.counts) for tally in tallies])
    for column in columns_of(form.columns):
        if not column.codes:
            continue
        newest = columns.setdefault(column.name, column)
        if [code.code for code in newest.codes] != [code.code for code in column.codes]:
            continue  # the newer version changed its answers; the older ones cannot be added to it
        parts.setdefault(column.name, []).append((groups, cells_of(codebook, column, table)))


def _add_totals(
    totals: list[OfficeTotals],
    columns: dict[str, Column],
    parts: dict[str, list[tuple[list[Group], NDArray[np.int64]]]],
) -> None:
    """An office's totals stand beside its tallies as a group of their own, without object type."""
    for one in totals:
        for name, column in columns.items():
            given = numbers_of(one, column)
            if given:
                cells = [[given.get(code.code, 0) for code in column.codes]]
                parts[name].append(([(one.office_id, "")], np.array(cells, np.int64)))


def cells_of(codebook: Codebook, column: Column, table: NDArray[np.int32]) -> NDArray[np.int64]:
    """A question's numbers in a table of counts, one column per code.

    For a multiple choice they are the `yes` of each of its questions in the codebook.
    """
    if not column.multiple:
        return table[:, codebook.span(column.name)][:, 1:-1].astype(np.int64)
    chosen = [table[:, codebook.span(f"{column.name}/{code.code}")][:, 1] for code in column.codes]
    return np.column_stack(chosen).astype(np.int64)


def _joined(column: Column, parts: list[tuple[list[Group], NDArray[np.int64]]]) -> QuestionCounts:
    groups = [group for part, _ in parts for group in part]
    return QuestionCounts(
        column=column, groups=groups, table=np.vstack([table for _, table in parts])
    )
