"""Reading checklists."""

from django.db.models import F, Prefetch, QuerySet

from samsyn.checklists.models import Checklist, ChecklistChange, ChecklistVersion, LocalQuestions
from samsyn.lib.xform import FormDefinition, Workbook, read_workbook
from samsyn.organisations.interface import Collaboration, Office


def checklists_of(collaboration: Collaboration) -> QuerySet[Checklist]:
    """A collaboration's checklists, each with its versions (without their definitions), newest first."""
    versions = ChecklistVersion.objects.defer("definition").order_by(
        F("number").desc(nulls_first=True), "-id"
    )
    return Checklist.objects.filter(collaboration=collaboration).prefetch_related(
        Prefetch("versions", versions)
    )


def published_versions(collaboration: Collaboration) -> QuerySet[ChecklistVersion]:
    """The versions a campaign can take."""
    return (
        ChecklistVersion.objects.filter(
            checklist__collaboration=collaboration, state=ChecklistVersion.State.PUBLISHED
        )
        .select_related("checklist")
        .defer("definition")
        .order_by("checklist__title", "-number")
    )


def workbook_of(version: ChecklistVersion | LocalQuestions) -> Workbook:
    """The uploaded workbook of a version, read again."""
    with version.workbook.file.open("rb") as stream:
        return read_workbook(stream.read())


def local_questions_of(version: ChecklistVersion, office: Office) -> LocalQuestions | None:
    """An office's own questions beside a version, if it has any."""
    return LocalQuestions.objects.filter(version=version, office=office).first()


def definition_of(version: ChecklistVersion | LocalQuestions) -> FormDefinition:
    """The form of a version, read from what is stored."""
    return FormDefinition.from_json(version.definition)


def versions_of(checklist: Checklist) -> QuerySet[ChecklistVersion]:
    """A checklist's versions with their files, the newest first and a draft before all."""
    return (
        ChecklistVersion.objects.filter(checklist=checklist)
        .select_related("checklist__collaboration", "workbook")
        .order_by(F("number").desc(nulls_first=True), "-id")
    )


def newest_published(checklist: Checklist) -> ChecklistVersion | None:
    """The version that a draft is compared with and that campaigns take first."""
    return versions_of(checklist).filter(state=ChecklistVersion.State.PUBLISHED).first()


def changes_of(checklist: Checklist) -> QuerySet[ChecklistChange]:
    """The revision log: what each published version changed."""
    return ChecklistChange.objects.filter(version__checklist=checklist).order_by("id")
