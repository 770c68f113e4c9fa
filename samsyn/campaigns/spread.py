"""Each assessed question as cells of like objects: by office, officer, object type and selection, for the spread model.

The same for measures taken: of the objects with a deviation, how many got each measure.

Only for computing how much of the variation lies at each level. Nothing per officer leaves the computation.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samsyn.campaigns.codes import Measure
from samsyn.campaigns.columns import COMPLIANT, DEVIATION, Column, columns_of
from samsyn.campaigns.form import MEASURES
from samsyn.campaigns.models import Campaign, CampaignForm
from samsyn.campaigns.queries import counted
from samsyn.lib.tally import Codebook, Sheet


@dataclass(frozen=True, slots=True)
class Cell:
    """Like objects of one officer."""

    office: int
    officer: int | None
    object_type: str
    selection: str


@dataclass(frozen=True, slots=True)
class QuestionCells:
    """``deviating`` and ``assessed`` have one number per cell; cells where nothing was assessed are left out."""

    question: str
    cells: list[Cell]
    deviating: NDArray[np.int64]
    assessed: NDArray[np.int64]


def spread_cells(campaign: Campaign) -> Iterator[QuestionCells]:
    """The assessed questions of the newest form, from objects reported one by one; empty without any.

    After them the measures, as `measure_name`: "deviating" is then got the measure, "assessed" had a deviation.
    """
    newest = campaign.forms.filter(office=None).order_by("-pk").first()
    if newest is None:
        return
    codebook = Codebook.from_json(newest.codebook)
    sheet, cells = _sheet_with_cells(campaign, codebook)
    if not len(sheet):
        return
    order = list(dict.fromkeys(cells))
    places = {cell: place for place, cell in enumerate(order)}
    table = sheet.counts_by([places[cell] for cell in cells], len(order))
    for column in columns_of(newest.columns):
        if column.is_assessed:
            yield _cells_of(column, codebook, order, table)
    yield from _measure_cells(sheet, columns_of(newest.columns), order, [places[c] for c in cells])


def measures_by_question(campaign: Campaign) -> dict[str, dict[int, list[int]]]:
    """What was done where one and the same deviation was found: by assessed question of the newest form and by office, how
    many objects had the deviation, and then how many of them got each measure, in the order of `Measure`.
    """
    newest = campaign.forms.filter(office=None).order_by("-pk").first()
    if newest is None:
        return {}
    sheet, cells = _sheet_with_cells(campaign, Codebook.from_json(newest.codebook))
    offices = np.array([cell.office for cell in cells], dtype=np.int64)
    took = [sheet.gave_any({f"{MEASURES}/{measure.value}": ["yes"]}) for measure in Measure]
    found = {}
    for column in columns_of(newest.columns):
        if column.is_assessed:
            deviated = sheet.gave_any({column.name: column.codes_in_role(DEVIATION)})
            found[column.name] = {
                int(office): [
                    int((deviated & there).sum()),
                    *(int((deviated & there & one).sum()) for one in took),
                ]
                for office in np.unique(offices[deviated])
                for there in [offices == office]
            }
    return found


def measure_name(measure: Measure) -> str:
    """What a measure is called among the questions; no question of a checklist can have such a name."""
    return f"atgard-{measure.value}"


def _measure_cells(
    sheet: Sheet, columns: Sequence[Column], order: list[Cell], places: list[int]
) -> Iterator[QuestionCells]:
    deviations = {one.name: one.codes_in_role(DEVIATION) for one in columns if one.is_assessed}
    found = sheet.gave_any(deviations)
    at = np.array(places, dtype=np.intp)
    objects = np.bincount(at[found], minlength=len(order))
    used = np.flatnonzero(objects)
    for measure in Measure:
        took = found & sheet.gave_any({f"{MEASURES}/{measure.value}": ["yes"]})
        number = np.bincount(at[took], minlength=len(order))
        yield QuestionCells(
            measure_name(measure), [order[place] for place in used], number[used], objects[used]
        )


def _cells_of(
    column: Column, codebook: Codebook, order: list[Cell], table: NDArray[np.int32]
) -> QuestionCells:
    codes = [code.code for code in column.codes]
    part = table[:, codebook.span(column.name)][:, 1:-1]  # without not asked and not coded
    sums = {
        role: part[:, [codes.index(code) for code in column.codes_in_role(role)]].sum(axis=1)
        for role in (DEVIATION, COMPLIANT)
    }
    assessed = sums[DEVIATION] + sums[COMPLIANT]
    used = np.flatnonzero(assessed)
    return QuestionCells(
        column.name,
        [order[place] for place in used],
        sums[DEVIATION][used].astype(np.int64),
        assessed[used].astype(np.int64),
    )


def _sheet_with_cells(campaign: Campaign, codebook: Codebook) -> tuple[Sheet, list[Cell]]:
    rows: dict[int, list[bytes]] = {}
    cells: dict[int, list[Cell]] = {}
    known: dict[Cell, Cell] = {}
    names = ("form_id", "codes", "office_id", "author_id", "object_type", "selection")
    for form, codes, *cell in counted(campaign).values_list(*names).iterator(chunk_size=5_000):
        made = Cell(*cell)
        rows.setdefault(form, []).append(bytes(codes))
        cells.setdefault(form, []).append(known.setdefault(made, made))
    books = {
        form.pk: Codebook.from_json(form.codebook)
        for form in CampaignForm.objects.filter(pk__in=rows).only("codebook")
    }
    parts = [Sheet.of(books[form], blobs).recoded(codebook).rows for form, blobs in rows.items()]
    empty = np.zeros((0, len(codebook.questions)), np.uint8)
    sheet = Sheet(codebook, np.vstack(parts) if parts else empty)
    return sheet, [cell for form in rows for cell in cells[form]]
