"""The result of chosen objects, and two questions against each other: for those who run the campaign.

Only objects reported one by one can be cut; what offices report as totals has no object type, no day and no pairs.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from samsyn.campaigns.columns import Column, columns_of
from samsyn.campaigns.models import Campaign, CampaignForm, Submission
from samsyn.campaigns.queries import counted
from samsyn.campaigns.result import Picture, QuestionCounts, cells_of
from samsyn.lib.tally import Codebook, Sheet


@dataclass(frozen=True, slots=True)
class Cut:
    """Which objects: those of the offices, kinds and selections chosen (none chosen: all), visited within the days."""

    offices: tuple[int, ...] = ()
    object_types: tuple[str, ...] = ()
    selections: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class CrossRow:
    """One answer of the first question with its numbers; `shares` are per cent of the row's total."""

    label: str
    numbers: tuple[int, ...]
    total: int

    @property
    def cells(self) -> list[tuple[int, float | None]]:
        return [(n, n / self.total if self.total else None) for n in self.numbers]


@dataclass(slots=True)
class CrossTable:
    """Two questions against each other. `without`: objects that lack an answer to either, and are not in the table."""

    first: str
    second: str
    heads: list[str]
    rows: list[CrossRow] = field(default_factory=list)
    column_totals: list[int] = field(default_factory=list)
    total: int = 0
    without: int = 0


@dataclass
class CutResult:
    """What was cut out: its questions counted, and the answers themselves for cross-tabulation."""

    picture: Picture
    columns: list[Column]
    sheet: Sheet | None


def cut_out(campaign: Campaign, cut: Cut) -> CutResult:
    """Counts the chosen objects. Forms of several versions are read in the newest one's codes, by name."""
    forms = list(
        campaign.forms.filter(office=None).only("codebook", "columns", "campaign").order_by("-pk")
    )
    if not forms:
        return CutResult(Picture(), [], None)
    columns, codebook = columns_of(forms[0].columns), Codebook.from_json(forms[0].codebook)
    sheet = _sheet(campaign, codebook, _chosen(campaign, cut))
    counts = sheet.counts()
    table = counts.cells[np.newaxis, :]
    coded = [column for column in columns if column.codes]
    questions = [
        QuestionCounts(column, [(0, "")], cells_of(codebook, column, table)) for column in coded
    ]
    return CutResult(Picture(questions=questions, submissions=len(sheet)), coded, sheet)


def askable(columns: Iterable[Column]) -> dict[str, tuple[str, tuple[tuple[str, str], ...]]]:
    """What can be set against each other: name in the codebook -> label and (code, label) of its answers.

    A question with several answers is one question with yes and no for each of them.
    """
    found: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {}
    for column in columns:
        label = f"{column.number} {column.label}" if column.number else column.label
        if column.multiple:
            for code in column.codes:
                answers = (("yes", _("Yes")), ("no", _("No")))
                found[f"{column.name}/{code.code}"] = (f"{label}: {code.label}", answers)
        else:
            found[column.name] = (label, tuple((code.code, code.label) for code in column.codes))
    return found


def cross(result: CutResult, first: str, second: str) -> CrossTable | None:
    """The table of two questions; nothing when one of them is not asked, or both are the same."""
    asked = askable(result.columns)
    if result.sheet is None or first == second or not {first, second} <= asked.keys():
        return None
    pairs = result.sheet.crosstab(first, second)
    inner = pairs[1:-1, 1:-1]
    heads = [label for _code, label in asked[second][1]]
    rows = [
        CrossRow(label, tuple(numbers), sum(numbers))
        for (_code, label), numbers in zip(asked[first][1], inner.tolist(), strict=True)
    ]
    total = int(inner.sum())
    return CrossTable(
        first=asked[first][0],
        second=asked[second][0],
        heads=heads,
        rows=rows,
        column_totals=inner.sum(axis=0).tolist(),
        total=total,
        without=int(pairs.sum()) - total,
    )


def _chosen(campaign: Campaign, cut: Cut) -> QuerySet[Submission]:
    objects = counted(campaign)
    if cut.offices:
        objects = objects.filter(office_id__in=cut.offices)
    if cut.object_types:
        objects = objects.filter(object_type__in=cut.object_types)
    if cut.selections:
        objects = objects.filter(selection__in=cut.selections)
    if cut.first:
        objects = objects.filter(visited_on__gte=cut.first)
    if cut.last:
        objects = objects.filter(visited_on__lte=cut.last)
    return objects


def _sheet(campaign: Campaign, codebook: Codebook, objects: QuerySet[Submission]) -> Sheet:
    by_form: dict[int, list[bytes]] = {}
    for form_id, codes in objects.values_list("form_id", "codes").iterator(chunk_size=5_000):
        by_form.setdefault(form_id, []).append(bytes(codes))
    codebooks: Mapping[int, Codebook] = {
        form.pk: Codebook.from_json(form.codebook)
        for form in CampaignForm.objects.filter(pk__in=by_form).only("codebook")
    }
    parts = [
        Sheet.of(codebooks[form_id], blobs).recoded(codebook).rows
        for form_id, blobs in by_form.items()
    ]
    empty = np.zeros((0, len(codebook.questions)), np.uint8)
    return Sheet(codebook, np.vstack(parts) if parts else empty)
