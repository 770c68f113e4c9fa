"""Uploading, publishing and withdrawing checklists."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Max

from samsyn.checklists.models import Checklist, ChecklistChange, ChecklistVersion, LocalQuestions
from samsyn.checklists.queries import definition_of
from samsyn.checklists.rules import version_name
from samsyn.core.audit.interface import record, snapshot
from samsyn.core.clock.interface import now
from samsyn.core.files.interface import FileKind, store_upload
from samsyn.lib.xform import FormDefinition, compare_forms, compile_form, read_workbook
from samsyn.organisations.interface import Actor, Collaboration, Office

MOST_LOCAL_QUESTIONS = 40


class ChecklistRefused(Exception):
    """An act that was refused: `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@transaction.atomic
def make_checklist(
    *,
    by: Actor,
    collaboration: Collaboration,
    slug: str,
    title: str,
    purpose: str = "",
    source: str = "",
    is_example: bool = False,
) -> Checklist:
    """A new checklist without any version yet."""
    if Checklist.objects.filter(collaboration=collaboration, slug=slug).exists():
        raise ChecklistRefused("slug_taken")
    checklist = Checklist.objects.create(
        collaboration=collaboration,
        slug=slug,
        title=title,
        purpose=purpose,
        source=source,
        is_example=is_example,
    )
    record(by=by.user_id, verb="checklists.made", obj=checklist, collaboration_id=collaboration.pk)
    return checklist


def upload_version(
    *, by: Actor, checklist: Checklist, name: str, content: bytes
) -> ChecklistVersion:
    """A draft from an XLSForm, in place of the draft that was there.

    Raises FormRefused with every problem, or FileRefused for a file that may not be let in; the draft that was there
    then stands as it was.
    """
    form = _compiled(checklist, content, version=f"draft-{now():%Y%m%d%H%M%S}")
    with transaction.atomic():
        stored = store_upload(name=name, content=content, kind=FileKind.SHEET, by=by.user_id)
        ChecklistVersion.objects.filter(
            checklist=checklist, state=ChecklistVersion.State.DRAFT
        ).delete()
        version = ChecklistVersion.objects.create(
            checklist=checklist,
            workbook=stored,
            definition=form.to_json(),
            content_hash=form.content_hash,
            uploaded_by_id=by.user_id,
        )
        record(
            by=by.user_id,
            verb="checklists.uploaded",
            obj=checklist,
            collaboration_id=checklist.collaboration_id,
        )
    return version


@transaction.atomic
def publish_version(
    *,
    by: Actor,
    version: ChecklistVersion,
    change_note: str = "",
    asked_by: Mapping[str, str] | None = None,
) -> ChecklistVersion:
    """Makes a draft the newest version, for good; writes what changed against the one before and who asked for it."""
    locked = ChecklistVersion.objects.select_for_update().get(pk=version.pk)
    if locked.state != ChecklistVersion.State.DRAFT:
        raise ChecklistRefused("already_published")
    earlier = locked.checklist.versions.exclude(pk=locked.pk)
    newest = earlier.filter(state=ChecklistVersion.State.PUBLISHED).first()
    if newest and newest.content_hash == locked.content_hash:
        raise ChecklistRefused("nothing_changed")
    if newest and not change_note.strip():
        raise ChecklistRefused("change_note_needed")
    before = snapshot(locked)
    locked.number = (earlier.aggregate(top=Max("number"))["top"] or 0) + 1
    locked.state = ChecklistVersion.State.PUBLISHED
    locked.change_note = change_note.strip()
    locked.published_by_id = by.user_id
    locked.published_at = now()
    locked.definition = _numbered(locked)
    locked.save()
    if newest:
        _write_log(locked, newest, asked_by or {})
    record(
        by=by.user_id,
        verb="checklists.published",
        obj=locked,
        before={**before, "definition": locked.definition},
        collaboration_id=locked.checklist.collaboration_id,
    )
    return locked


@transaction.atomic
def withdraw_version(*, by: Actor, version: ChecklistVersion, reason: str) -> ChecklistVersion:
    """Takes a published version out of use; what was answered with it keeps pointing at it."""
    if version.state != ChecklistVersion.State.PUBLISHED:
        raise ChecklistRefused("not_published")
    if not reason.strip():
        raise ChecklistRefused("reason_needed")
    before = snapshot(version)
    version.state = ChecklistVersion.State.WITHDRAWN
    version.save(update_fields=["state"])
    record(
        by=by.user_id,
        verb="checklists.withdrawn",
        obj=version,
        before=before,
        collaboration_id=version.checklist.collaboration_id,
        reason=reason,
    )
    return version


def set_local_questions(
    *, by: Actor, version: ChecklistVersion, office: Office, name: str, content: bytes
) -> LocalQuestions:
    """An office's own questions beside a version. They never enter the common result.

    Raises FormRefused with every problem, FileRefused, or ChecklistRefused; what was there then stands as it was.
    """
    if version.state != ChecklistVersion.State.PUBLISHED:
        raise ChecklistRefused("not_published")
    form = compile_form(read_workbook(content), form_id="local", version="1", title=office.name)
    if len(form.questions) > MOST_LOCAL_QUESTIONS:
        raise ChecklistRefused("too_many_local")
    taken = definition_of(version).by_name.keys() & form.by_name.keys()
    if taken:
        raise ChecklistRefused("local_name_taken")
    with transaction.atomic():
        stored = store_upload(name=name, content=content, kind=FileKind.SHEET, by=by.user_id)
        local, _ = LocalQuestions.objects.update_or_create(
            version=version,
            office=office,
            defaults={
                "workbook": stored,
                "definition": form.to_json(),
                "uploaded_by_id": by.user_id,
            },
        )
        record(
            by=by.user_id,
            verb="checklists.local_set",
            obj=version,
            collaboration_id=version.checklist.collaboration_id,
            details={"office": office.slug},
        )
    return local


def _compiled(checklist: Checklist, content: bytes, *, version: str) -> FormDefinition:
    return compile_form(
        read_workbook(content), form_id=checklist.slug, version=version, title=checklist.title
    )


def _numbered(version: ChecklistVersion) -> dict[str, object]:
    """The definition with its final version name instead of the draft's."""
    draft = str(version.definition["version"])
    final = version_name(version.number or 0)
    xform = str(version.definition["xform"]).replace(f'version="{draft}"', f'version="{final}"', 1)
    return {**version.definition, "version": final, "xform": xform}


def _write_log(
    version: ChecklistVersion, earlier: ChecklistVersion, asked_by: Mapping[str, str]
) -> None:
    changes = compare_forms(definition_of(earlier), definition_of(version))
    ChecklistChange.objects.bulk_create(
        ChecklistChange(
            version=version,
            item=change.name,
            code=change.code,
            params={"label": change.label, **change.params},
            asked_by=asked_by.get(change.name, ""),
        )
        for change in changes
    )
