"""The rows of a download: which columns a reader gets, and every counted object as a list of texts.

An office gets its own objects whole. Those who run the campaign get all offices' objects without what could point out
an operator: no reference, no free text, no photo, no place. Rows come from `Submission.row`, which is made when the
submission is stored, so that nothing is read from XML here.
"""

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import CharField, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from samsyn.campaigns.columns import Code, Column, columns_of
from samsyn.campaigns.form import MEASURES, MINUTES, OBJECT_TYPE, REFERENCE, SELECTION, VISITED_ON
from samsyn.campaigns.models import Campaign, CampaignForm
from samsyn.campaigns.queries import counted, offices_asked
from samsyn.campaigns.reading import safe_cell
from samsyn.organisations.interface import Office

BATCH = 2_000
csv.field_size_limit(
    4 * 1024 * 1024
)  # a submission holds two megabytes at most; the module's own limit is lower
# Kinds whose answers are chosen or measured; the others could say who was inspected.
CODED = frozenset({"assessed", "choice", "choices", "number", "date"})
ID, OFFICE, VERSION = "objekt_id", "kontor", "checklista_version"

Values = list[str]
Stored = list[Any]  # tuples in the order of `_query`
Lead = Callable[[Any], Values]
Reader = Callable[[list[str]], list[Values]]
FORM, ANSWERS = 2, -1


@dataclass(frozen=True, slots=True)
class ExportColumn:
    """One column of a download. `kind`: text, number, date or one of the coded kinds of `Column`."""

    name: str
    label: str
    kind: str
    section: str = ""
    codes: tuple[Code, ...] = ()
    label_en: str = ""
    law: tuple[str, ...] = ()
    multiple: bool = False


@dataclass
class Export:
    """A download of one campaign: its columns, and `batches()` with the rows. `office` None means all offices."""

    campaign: Campaign
    office: Office | None
    columns: list[ExportColumn]
    questions: list[str]
    forms: list[CampaignForm]
    office_names: dict[int, str] = field(default_factory=dict)

    @property
    def has_personal_data(self) -> bool:
        """Whether free texts and references are in it."""
        return self.office is not None

    def count(self) -> int:
        """The number of rows."""
        objects = counted(self.campaign)
        return (objects.filter(office=self.office) if self.office else objects).count()

    def batches(self) -> Iterator[list[Values]]:
        """All rows, some thousand at a time, by office and day; memory does not grow with their number."""
        for batch in self.stored_batches():
            yield self.values(batch)

    def stored_batches(self) -> Iterator[Stored]:
        """The same rows as they lie in the database, for writers that can use them as they are."""
        sql, parameters = self._query().query.sql_with_params()
        # Read as the database gives them: a queryset's own iterator takes five times as long.
        with connection.chunked_cursor() as cursor:
            cursor.execute(sql, parameters)
            while batch := cursor.fetchmany(BATCH):
                yield batch

    def values(self, batch: Stored) -> list[Values]:
        """Stored rows as the values of the columns."""
        by_form: dict[int, list[int]] = {}
        for place, found in enumerate(batch):
            by_form.setdefault(found[FORM], []).append(place)
        rows: list[Values] = [[]] * len(batch)
        for form, places in by_form.items():
            answers = self._readers[form]([batch[place][ANSWERS] for place in places])
            for place, values in zip(places, answers, strict=True):
                rows[place] = self.lead(batch[place]) + values
        return rows

    def is_whole(self, batch: Stored) -> bool:
        """Whether the stored answers of these rows are the download's questions, all and in order."""
        return all(self._whole[found[FORM]] for found in batch)

    @cached_property
    def lead(self) -> Lead:
        """What stands before a row's answers."""
        versions = {form.pk: form.number for form in self.forms}
        return _lead(self.office_names, versions, own=self.office is not None)

    @cached_property
    def _readers(self) -> dict[int, Reader]:
        return {form.pk: _reader(_asked(form), self.questions) for form in self.forms}

    @cached_property
    def _whole(self) -> dict[int, bool]:
        return {form.pk: _asked(form) == self.questions for form in self.forms}

    def _query(self) -> Any:
        objects = counted(self.campaign).order_by("office_id", "visited_on", "pk")
        if self.office:
            objects = objects.filter(office=self.office)
        # As text from the database: turning a hundred thousand of each into objects and back costs a second.
        return objects.values_list(
            Cast("pk", CharField()),
            "office_id",
            "form_id",
            "reference",
            "object_type",
            Cast("visited_on", CharField()),
            "selection",
            Cast("measures", TextField()),
            "minutes",
            "row",
        )


def export_of(campaign: Campaign, *, office: Office | None) -> Export:
    """The download of a campaign: of one office whole, or of all offices without free text."""
    forms = list(campaign.forms.order_by("-pk"))
    questions: dict[str, ExportColumn] = {}
    header: dict[str, Column] = {}
    for form in forms:
        for column in columns_of(form.columns):
            if column.header:
                header.setdefault(column.name, column)
            elif office is not None or column.kind in CODED:
                questions.setdefault(column.name, _question(column))
    lead = _lead_columns(header, own=office is not None)
    return Export(
        campaign=campaign,
        office=office,
        columns=[*lead, *questions.values()],
        questions=list(questions),
        forms=forms,
        office_names={found.pk: found.name for found in offices_asked(campaign)},
    )


def _question(column: Column) -> ExportColumn:
    label = f"{column.number} {column.label}" if column.number else column.label
    return ExportColumn(
        column.name,
        label,
        column.kind,
        column.section,
        column.codes,
        column.label_en,
        column.law,
        column.multiple,
    )


def _lead_columns(header: dict[str, Column], *, own: bool) -> list[ExportColumn]:
    def about(name: str, called: str, otherwise: str, kind: str) -> ExportColumn:
        column = header.get(name)
        codes = column.codes if column else ()
        label = column.label if column else otherwise
        return ExportColumn(called, label, kind, _("The visit"), codes, multiple=name == MEASURES)

    columns = [
        ExportColumn(ID, _("The object's number in Samsyn"), "text"),
        ExportColumn(OFFICE, _("Office"), "text"),
    ]
    if own:
        columns.append(about(REFERENCE, "referens", _("The office's own reference"), "text"))
    return [
        *columns,
        about(OBJECT_TYPE, "objekttyp", _("Object type"), "choice"),
        about(VISITED_ON, "besoksdatum", _("Day of the visit"), "date"),
        about(SELECTION, "urval", _("Selection"), "choice"),
        about(MEASURES, "atgarder", _("Measures"), "choices"),
        about(MINUTES, "minuter", _("Time spent, minutes"), "number"),
        ExportColumn(VERSION, _("Version of the checklist"), "text"),
    ]


def _lead(offices: dict[int, str], versions: dict[int, str], *, own: bool) -> Lead:
    names = {pk: safe_cell(name) for pk, name in offices.items()}
    measures = _Measures()

    def values(found: Any) -> Values:
        pk, office, form, reference, kind, visited, selection, measured, minutes, _row = found
        return [
            pk if len(pk) == 36 else f"{pk[:8]}-{pk[8:12]}-{pk[12:16]}-{pk[16:20]}-{pk[20:]}",
            names.get(office, ""),
            *([safe_cell(reference)] if own else []),
            kind,
            visited or "",
            selection,
            measures[measured],
            "" if minutes is None else str(minutes),
            versions.get(form, ""),
        ]

    return values


class _Measures(dict[str, str]):
    """The stored JSON list of measures as words with spaces, as a multiple choice is written."""

    def __missing__(self, stored: str) -> str:
        self[stored] = " ".join(json.loads(stored))
        return self[stored]


def _asked(form: CampaignForm) -> list[str]:
    """The questions of a form in the order of its stored lines."""
    return [column.name for column in columns_of(form.columns) if not column.header]


def _reader(there: list[str], questions: list[str]) -> Reader:
    """Turns stored lines of CSV, which hold the questions `there`, into the values of the wanted ones."""
    width = len(there)

    def whole(lines: list[str]) -> list[Values]:
        # A line that has been erased is empty.
        return [values if len(values) == width else [""] * width for values in csv.reader(lines)]

    if there == questions:
        return whole
    # Place `width` is one empty value more, which stands for the questions that this form does not ask.
    places = [there.index(name) if name in there else width for name in questions]
    return lambda lines: [
        [row[place] for place in places] for row in ([*values, ""] for values in whole(lines))
    ]
