"""Taking in an office's own file: uploaded, mapped, tried, and then all of its rows or none."""

from collections.abc import Mapping
from dataclasses import asdict

from django.db import transaction

from samsyn.campaigns.actions.batch import add_submissions
from samsyn.campaigns.imports.fields import SAME, fields_of, guess, must_have
from samsyn.campaigns.imports.trial import (
    Judged,
    Tell,
    Trial,
    compare_with_reported,
    judge_rows,
)
from samsyn.campaigns.models import (
    Campaign,
    CampaignForm,
    ImportMapping,
    ObjectImport,
    Participation,
)
from samsyn.campaigns.queries import participation_by_office
from samsyn.campaigns.reading import ready_form
from samsyn.campaigns.refusals import Refused
from samsyn.campaigns.rules import Reporting, may_report
from samsyn.core.audit.interface import record
from samsyn.core.clock.interface import localtime, now
from samsyn.core.files.interface import (
    FileKind,
    check_file,
    read_stored,
    remove_stored,
    store_upload,
)
from samsyn.core.jobs.interface import start_work
from samsyn.core.rows.interface import write_turn
from samsyn.lib.sheets import read_table
from samsyn.organisations.interface import Actor, Office

State = ObjectImport.State
MOST_SHOWN = 500
LARGE = 150  # more rows than this are tried and taken in by the worker, with progress
TRY, TAKE_IN = "samsyn.campaigns.imports.work.run_trial", "samsyn.campaigns.imports.work.take_in"


@transaction.atomic
def upload_import(
    *, by: Actor, campaign: Campaign, office: Office, form: CampaignForm, name: str, content: bytes
) -> ObjectImport:
    """Takes a file in for choosing its columns. Raises FileRefused or SheetRefused before anything is stored."""
    _reporting(campaign, office)
    check_file(name, content, kind=FileKind.SHEET)
    table = read_table(name, content)
    stored = store_upload(name=name, content=content, kind=FileKind.SHEET, by=by.user_id)
    saved = ImportMapping.objects.filter(campaign=campaign, office=office).first()
    fields = fields_of(ready_form(form.pk).compiled.form)
    return ObjectImport.objects.create(
        campaign=campaign,
        office=office,
        form=form,
        name=stored.name,
        file=stored,
        headings=list(table.headings),
        mapping=guess(fields, table.headings, saved.mapping if saved else {}),
        rows=len(table.rows),
        made_by_id=by.user_id,
    )


@transaction.atomic
def map_import(*, by: Actor, found: ObjectImport, mapping: Mapping[str, str]) -> ObjectImport:
    """Says which column is which question, remembers it for the office, and starts the dry run."""
    locked = _locked(found)
    if locked.state not in {State.UPLOADED, State.TRIED}:
        raise Refused("import_under_way")
    fields = fields_of(ready_form(locked.form_id).compiled.form)
    chosen = {name: heading for name, heading in mapping.items() if heading}
    used = [heading for heading in chosen.values() if not heading.startswith(SAME)]
    twice = next((heading for heading in used if used.count(heading) > 1), None)
    if twice:
        raise Refused("column_twice", {"column": twice})
    lacking = [field.label for field in fields if must_have(field) and field.name not in chosen]
    if lacking:
        raise Refused("columns_missing", {"questions": ", ".join(lacking)})
    locked.mapping = chosen
    locked.state = State.TRYING
    ImportMapping.objects.update_or_create(
        campaign=locked.campaign,
        office=locked.office,
        defaults={"mapping": chosen, "saved_by_id": by.user_id, "saved_at": now()},
    )
    return _start(by, locked, TRY)


@transaction.atomic
def carry_out_import(*, by: Actor, found: ObjectImport) -> ObjectImport:
    """Starts taking in the rows of a file that was tried without problems."""
    locked = _locked(found)
    if locked.state == State.DONE:
        return locked
    if locked.state != State.TRIED:
        raise Refused("import_under_way")
    if locked.failing:
        raise Refused("import_has_problems")
    _reporting(locked.campaign, locked.office)
    locked.state = State.STORING
    return _start(by, locked, TAKE_IN)


def _start(by: Actor, found: ObjectImport, runner: str) -> ObjectImport:
    if found.rows > LARGE:
        found.work = start_work(
            runner=runner,
            by=by.user_id,
            collaboration_id=found.campaign.collaboration_id,
            total=found.rows,
            arguments={"pk": found.pk, "person": by.person.pk},
        )
    found.save()
    return found


def finish_trial(*, by: Actor, found: ObjectImport, tell: Tell) -> None:
    """The dry run itself: every row is judged and nothing is stored but what is wrong."""
    judged = _judge(found, tell)
    _tried(found, compare_with_reported(found.campaign, found.office, judged))


def finish_import(*, by: Actor, found: ObjectImport, tell: Tell) -> None:
    """Judges all rows again and stores them in one transaction with the counts: all of them or none."""
    reporting = _reporting(found.campaign, found.office)
    judged = _judge(found, tell)
    with write_turn(), transaction.atomic():
        # One import of an office at a time: what the next one finds is then complete.
        Participation.objects.select_for_update().filter(
            campaign=found.campaign, office=found.office
        ).first()
        trial = compare_with_reported(found.campaign, found.office, judged)
        if trial.problems:
            _tried(found, trial)
        else:
            _take_in(by, found, trial, reporting)


def _take_in(by: Actor, found: ObjectImport, trial: Trial, reporting: Reporting) -> None:
    if trial.new:
        add_submissions(
            by=by,
            campaign=found.campaign,
            office=found.office,
            readings=[(one.reading, one.xml) for one in trial.new],
            reporting=reporting,
            ids=[one.submission_id for one in trial.new],
        )
    file = found.file
    _keep(found, trial)
    found.state, found.ended_at, found.file = State.DONE, now(), None
    found.save()
    if file:
        remove_stored(file)
    record(
        by=by.user_id,
        verb="campaigns.imported",
        obj=found.campaign,
        collaboration_id=found.campaign.collaboration_id,
        details={"office": found.office.slug, "new": len(trial.new), "already": trial.already},
    )


def give_up(*, by: Actor | None, found: ObjectImport, state: str) -> None:
    """Puts an import whose work failed back where it was, so that it can be tried again."""
    ObjectImport.objects.filter(pk=found.pk).update(state=state)


def _judge(found: ObjectImport, tell: Tell) -> Judged:
    if found.file is None:
        raise Refused("import_forgotten")
    table = read_table(found.name, read_stored(found.file))
    return judge_rows(
        campaign=found.campaign,
        office=found.office,
        form_pk=found.form_id,
        rows=table.rows,
        mapping=found.mapping,
        moment=localtime(),
        tell=tell,
    )


def _tried(found: ObjectImport, trial: Trial) -> None:
    _keep(found, trial)
    found.state = State.TRIED
    found.save()


def _keep(found: ObjectImport, trial: Trial) -> None:
    found.rows, found.new, found.already = trial.rows, len(trial.new), trial.already
    found.failing = len({problem.row for problem in trial.problems})
    found.problems = [asdict(problem) for problem in trial.problems[:MOST_SHOWN]]
    found.left = [asdict(problem) for problem in trial.left[:MOST_SHOWN]]


def _locked(found: ObjectImport) -> ObjectImport:
    return (
        ObjectImport.objects.select_for_update(of=("self",))
        .select_related("campaign", "office", "file")
        .get(pk=found.pk)
    )


def _reporting(campaign: Campaign, office: Office) -> Reporting:
    answer = participation_by_office(campaign).get(office.pk)
    reporting = may_report(campaign.state, takes_part=answer.takes_part if answer else None)
    if not reporting.allowed:
        raise Refused(reporting.code)
    return reporting
