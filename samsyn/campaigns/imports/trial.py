"""The dry run: what would become of each row, without storing anything."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID, uuid5

from samsyn.campaigns.codes import SubmissionState
from samsyn.campaigns.form import OBJECT_TYPE, REFERENCE, VISITED_ON
from samsyn.campaigns.imports.fields import SAME, CellRefused, Field, Saved, answer_in, fields_of
from samsyn.campaigns.imports.writing import instance_of
from samsyn.campaigns.models import Campaign, Submission
from samsyn.campaigns.reading import Reading, read_instance, ready_form
from samsyn.lib.sheets import SheetRow
from samsyn.lib.xform import Fault, FormDefinition, SubmissionRejected, parse_submission
from samsyn.organisations.interface import Office

# Makes a row of the same campaign, office, reference, object type and day the same submission each time.
IMPORTED = UUID("4c1f9f5e-6f0f-5f8e-9a57-3c2f0d1b7a11")
EVERY = 100
_COMPARED = ("selection", "measures", "minutes", "row", "object_type", "visited_on", "reference")

Tell = Callable[[int], None]
Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why a row cannot be taken in: its number in the file, the heading, and a code with what its sentence needs."""

    row: int
    column: str
    code: str
    params: dict[str, str] = field(default_factory=dict)
    name: str = ""


@dataclass(slots=True)
class NewObject:
    """A row that can be taken in."""

    submission_id: UUID
    reading: Reading
    xml: bytes


@dataclass(slots=True)
class Trial:
    """What would become of the rows. `already`: taken in before with the same content. `left`: rows that are there
    otherwise (reported by hand, corrected or withdrawn since) and would be left as they are.
    """

    rows: int = 0
    new: list[NewObject] = field(default_factory=list)
    already: int = 0
    left: list[RowProblem] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)


@dataclass(slots=True)
class Judged:
    """Every row judged by itself; what the office has reported before is compared afterwards, when nothing can change."""

    rows: int = 0
    found: list[tuple[int, NewObject]] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)


def judge_rows(
    *,
    campaign: Campaign,
    office: Office,
    form_pk: int,
    rows: Iterable[SheetRow],
    mapping: Saved,
    moment: datetime,
    tell: Tell,
) -> Judged:
    """Judges every row as the campaign's door would. `mapping`: question name -> heading, or `=code` for all rows."""
    definition = ready_form(form_pk).compiled.form
    reader = _Reader(campaign, office, form_pk, definition, mapping, moment)
    judged = Judged()
    first_row: dict[UUID, int] = {}
    for row in rows:
        judged.rows += 1
        read = reader.read(row, judged.problems)
        if read and read.submission_id in first_row:
            earlier = str(first_row[read.submission_id])
            judged.problems.append(RowProblem(row.number, "", "twice_in_file", {"row": earlier}))
        elif read:
            first_row[read.submission_id] = row.number
            judged.found.append((row.number, read))
        if judged.rows % EVERY == 0:
            tell(judged.rows)
    return judged


@dataclass(slots=True)
class _Reader:
    campaign: Campaign
    office: Office
    form_pk: int
    definition: FormDefinition
    mapping: Saved
    moment: datetime
    fields: list[Field] = field(init=False)

    def __post_init__(self) -> None:
        self.fields = [one for one in fields_of(self.definition) if self.mapping.get(one.name)]

    def read(self, row: SheetRow, problems: list[RowProblem]) -> NewObject | None:
        """The row as an object; what is wrong with it goes to `problems`."""
        before = len(problems)
        answers = self._answers(row, problems)
        if len(problems) > before:
            return None
        by_name = {one.name: answers.get(one.item.path, "") for one in self.fields}
        key = (
            by_name.get(REFERENCE, ""),
            by_name.get(OBJECT_TYPE, ""),
            by_name.get(VISITED_ON, ""),
        )
        submission_id = id_of(self.campaign, self.office, key)
        try:
            read, xml = self._judged(answers, submission_id)
        except SubmissionRejected as rejected:
            problems.append(RowProblem(row.number, "", rejected.code))
            return None
        wrong = [
            *read.faults,
            *(Fault(**one) for one in read.review if one["code"] == "not_relevant"),
        ]
        problems += [self._problem(row, fault) for fault in wrong]
        return None if wrong else NewObject(submission_id, read, xml)

    def _answers(self, row: SheetRow, problems: list[RowProblem]) -> dict[str, str]:
        answers: dict[str, str] = {}
        for one in self.fields:
            heading = self.mapping[one.name]
            if heading.startswith(SAME):
                answers[one.item.path] = heading.removeprefix(SAME)
                continue
            text = row.values.get(heading, "")
            if not text:
                continue
            try:
                answers[one.item.path] = answer_in(one, text, is_formula=heading in row.formulas)
            except CellRefused as refused:
                problems.append(
                    RowProblem(row.number, heading, refused.code, refused.params, one.name)
                )
        return answers

    def _judged(self, answers: dict[str, str], submission_id: UUID) -> tuple[Reading, bytes]:
        """As the form would have sent it: values that the form calculates are filled in and judged again."""
        for _again in range(2):
            xml = instance_of(self.definition, answers, submission_id)
            read = read_instance(self.form_pk, "", parse_submission(xml), moment=self.moment)
            calculated = {
                one["path"]: one["params"]["computed"]
                for one in read.review
                if one["code"] == "calculated" and not one["params"]["given"]
            }
            if not calculated:
                break
            answers = {**answers, **calculated}
        return read, xml

    def _problem(self, row: SheetRow, fault: Fault) -> RowProblem:
        heading = self.mapping.get(fault.name, "")
        params = {key: str(value) for key, value in fault.params.items()}
        column = "" if heading.startswith(SAME) else heading
        return RowProblem(row.number, column, fault.code, params, fault.name)


def id_of(campaign: Campaign, office: Office, key: Key) -> UUID:
    """The submission that a row is, each time the same."""
    words = "\x1f".join([str(campaign.pk), str(office.pk), *(part.casefold() for part in key)])
    return uuid5(IMPORTED, words)


def compare_with_reported(campaign: Campaign, office: Office, judged: Judged) -> Trial:
    """Sets aside what the office has reported already, by import or by hand."""
    trial = Trial(rows=judged.rows, problems=judged.problems)
    there = _reported(campaign, office)
    by_key: dict[tuple[str, str, date | None], Submission] = {
        (one.reference.casefold(), one.object_type, one.visited_on): one
        for one in there.values()
        if one.state == SubmissionState.SUBMITTED
    }
    for row, new in judged.found:
        read = new.reading
        same = there.get(new.submission_id)
        other = by_key.get((read.reference.casefold(), read.object_type, read.visited_on))
        if same is not None and same.state == SubmissionState.WITHDRAWN:
            trial.left.append(RowProblem(row, "", "was_withdrawn"))
        elif same is not None and all(getattr(same, n) == getattr(read, n) for n in _COMPARED):
            trial.already += 1
        elif same is not None:
            trial.left.append(RowProblem(row, "", "was_corrected"))
        elif other is not None:
            trial.left.append(RowProblem(row, "", "was_reported"))
        else:
            trial.new.append(new)
    return trial


def _reported(campaign: Campaign, office: Office) -> dict[UUID, Submission]:
    own = Submission.objects.filter(campaign=campaign, office=office)
    return {one.pk: one for one in own.only("pk", "state", *_COMPARED)}
