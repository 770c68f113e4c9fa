"""What a received XML says: validated, coded for counting, and written as one line of CSV."""

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from samsyn.campaigns.columns import Column, columns_of
from samsyn.campaigns.form import MEASURES, MINUTES, OBJECT_TYPE, REFERENCE, SELECTION, VISITED_ON
from samsyn.campaigns.models import CampaignForm
from samsyn.campaigns.rules import visit_is_in_period
from samsyn.lib.tally import Codebook
from samsyn.lib.xform import (
    Compiled,
    Fault,
    FormDefinition,
    Instance,
    compile_evaluation,
    parse_submission,
    validate,
)

_STORED = (
    "form_id", "reference", "object_type", "visited_on", "selection", "measures", "minutes", "codes", "row", "review",
)  # fmt: skip
_FORMULA = re.compile(r"^[=+@\t\r]|^-(?![\d.,]+$)")


@dataclass(frozen=True, slots=True)
class ReadyForm:
    """A campaign's form with everything that reading a submission needs; kept per process."""

    pk: int
    version: str
    compiled: Compiled
    codebook: Codebook
    columns: tuple[Column, ...]
    header: Mapping[str, str]
    paths: tuple[tuple[str, str, tuple[str, ...]], ...]
    row_paths: tuple[tuple[str, bool], ...]
    starts: date | None
    ends: date | None


@dataclass(slots=True)
class Reading:
    """A submission as the campaign stores it. `faults` refuse it; `review` is what engines disagree on."""

    form_id: int
    codebook: Codebook
    reference: str = ""
    object_type: str = ""
    visited_on: date | None = None
    selection: str = ""
    measures: list[str] = field(default_factory=list)
    minutes: int | None = None
    codes: bytes = b""
    row: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    review: list[dict[str, Any]] = field(default_factory=list)

    def stored(self) -> dict[str, Any]:
        """The columns of a submission that come from its content."""
        return {name: getattr(self, name) for name in _STORED} | {"needs_review": bool(self.review)}


def ready_form(pk: int, version: str = "") -> ReadyForm:
    """The form made ready. A stored form never changes, so it is kept per process, by its number and version.

    Who knows the version says it and saves a question to the database.
    """
    return _ready_form(
        pk, version or CampaignForm.objects.values_list("version", flat=True).get(pk=pk)
    )


@lru_cache(maxsize=64)
def _ready_form(pk: int, version: str) -> ReadyForm:
    # The version is a fingerprint of the form: a number that is used again (a rebuilt demo) is another form.
    form = CampaignForm.objects.select_related("campaign").get(pk=pk)
    definition = FormDefinition.from_json(form.definition)
    columns = tuple(columns_of(form.columns))
    return ReadyForm(
        pk=form.pk,
        version=form.version,
        compiled=compile_evaluation(definition),
        codebook=Codebook.from_json(form.codebook),
        columns=columns,
        header={column.name: column.path for column in columns if column.header},
        paths=tuple(
            (
                column.name,
                column.path,
                tuple(code.code for code in column.codes) if column.multiple else (),
            )
            for column in columns
            if column.codes
        ),
        row_paths=tuple(
            (column.path, bool(definition.by_path[column.path].repeat))
            for column in columns
            if not column.header
        ),
        starts=form.campaign.starts,
        ends=form.campaign.ends,
    )


def codebook_of(form: CampaignForm) -> Codebook:
    """What the bytes of a form's submissions mean."""
    return ready_form(form.pk).codebook


def read_submission(form_pk: int, xml: bytes, *, moment: datetime) -> Reading:
    """Reads and validates; raises SubmissionRejected for what is not looked at at all."""
    return read_instance(form_pk, "", parse_submission(xml), moment=moment)


def read_instance(form_pk: int, version: str, instance: Instance, *, moment: datetime) -> Reading:
    """Reads and validates a parsed submission."""
    ready = ready_form(form_pk, version)
    outcome = validate(ready.compiled, instance, moment=moment)
    reading = Reading(
        form_id=ready.pk, codebook=ready.codebook, faults=outcome.faults, answers=outcome.answers
    )
    if outcome.faults:
        return reading
    reading.review = [asdict(fault) for fault in outcome.review]
    _fill_header(reading, ready, moment.date())
    reading.codes = _encoded(ready, outcome.answers)
    reading.row = _row(ready, outcome.answers)
    return reading


def _fill_header(reading: Reading, ready: ReadyForm, today: date) -> None:
    def answer(name: str) -> str:
        path = ready.header.get(name)
        return reading.answers.get(path, "") if path else ""

    reading.reference = answer(REFERENCE)
    reading.object_type = answer(OBJECT_TYPE)
    reading.selection = answer(SELECTION)
    reading.measures = answer(MEASURES).split()
    minutes = answer(MINUTES)
    reading.minutes = int(minutes) if minutes else None
    visited = answer(VISITED_ON)
    reading.visited_on = date.fromisoformat(visited) if visited else None
    if reading.visited_on:
        wrong = visit_is_in_period(
            reading.visited_on, starts=ready.starts, ends=ready.ends, today=today
        )
        if wrong:
            reading.faults.append(
                Fault(ready.header[VISITED_ON], VISITED_ON, wrong, {"value": visited})
            )


def _encoded(ready: ReadyForm, answers: Mapping[str, str]) -> bytes:
    coded: dict[str, str | None] = {}
    for name, path, choices in ready.paths:
        answer = answers.get(path)
        if not choices:
            coded[name] = answer
        elif answer is not None:
            chosen = set(answer.split())
            for choice in choices:
                coded[f"{name}/{choice}"] = "yes" if choice in chosen else "no"
    return ready.codebook.encode(coded)


def _row(ready: ReadyForm, answers: Mapping[str, str]) -> str:
    """The answers as one line of CSV without its line end, in the order of the form's columns."""
    values = [
        _repeated(path, answers) if repeated else safe_cell(answers.get(path, ""))
        for path, repeated in ready.row_paths
    ]
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(values)
    return line.getvalue()


def _repeated(path: str, answers: Mapping[str, str]) -> str:
    found = [value for place, value in answers.items() if re.sub(r"\[\d+\]", "", place) == path]
    return safe_cell(" | ".join(found))


def safe_cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula; numbers stay numbers."""
    return f"'{text}" if _FORMULA.match(text) else text
