"""Reading checklists."""

from django.db.models import Prefetch, QuerySet

from samsyn.checklists.models import Checklist, ChecklistVersion, LocalQuestions
from samsyn.lib.xform import FormDefinition, Workbook, read_workbook
from samsyn.organisations.interface import Collaboration, Office


def checklists_of(collaboration: Collaboration) -> QuerySet[Checklist]:
    """A collaboration's checklists, each with its versions (without their definitions), newest first."""
    versions = ChecklistVersion.objects.defer("definition").order_by("-number", "-id")
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
