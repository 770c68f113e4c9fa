"""Loading is checking: a view gets a checklist or a version only through here.

What a reader may not know of is a 404: another collaboration's checklist, and a draft for those who do not publish.
What she knows of but may not do is a 403 with the roles that may.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from samsyn.checklists.models import Checklist, ChecklistVersion
from samsyn.checklists.queries import checklists_of, versions_of
from samsyn.checklists.rules import DRAFT_WORD, number_of
from samsyn.organisations.interface import Actor, Collaboration, Office, Permission, check, refusal

State = ChecklistVersion.State


def may_publish(actor: Actor, collaboration: Collaboration) -> bool:
    """Whether she uploads and publishes here."""
    if actor.collaboration_id != collaboration.pk:
        return False
    return bool(actor.may(Permission.PUBLISH_CHECKLISTS))


def get_checklists_to_see(actor: Actor, collaboration: Collaboration) -> QuerySet[Checklist]:
    """The collaboration's checklists, for its members."""
    check(actor, Permission.SEE_MEMBER_PAGES)
    return checklists_of(collaboration)


def get_collaboration_to_make_in(actor: Actor, collaboration: Collaboration) -> Collaboration:
    """The collaboration, for those who may make checklists in it."""
    if not may_publish(actor, collaboration):
        raise PermissionDenied(refusal(Permission.PUBLISH_CHECKLISTS))
    return collaboration


def get_checklist_to_see(actor: Actor, collaboration: Collaboration, slug: str) -> Checklist:
    """A checklist of the collaboration, for its members."""
    check(actor, Permission.SEE_MEMBER_PAGES)
    return get_object_or_404(Checklist, collaboration=collaboration, slug=slug)


def get_checklist_to_change(actor: Actor, collaboration: Collaboration, slug: str) -> Checklist:
    """A checklist that she may upload to."""
    found = get_checklist_to_see(actor, collaboration, slug)
    get_collaboration_to_make_in(actor, collaboration)
    return found


def get_draft_to_publish(
    actor: Actor, collaboration: Collaboration, slug: str
) -> ChecklistVersion | None:
    """The draft of a checklist that she may publish; none when it has none (any longer)."""
    found = get_checklist_to_change(actor, collaboration, slug)
    return versions_of(found).filter(state=State.DRAFT).first()


def get_version_to_see(
    actor: Actor, collaboration: Collaboration, slug: str, word: str
) -> ChecklistVersion:
    """A version by its number, or the draft by its word."""
    checklist = get_checklist_to_see(actor, collaboration, slug)
    versions = versions_of(checklist)
    if word == DRAFT_WORD:
        if not may_publish(actor, collaboration):
            raise Http404
        return get_object_or_404(versions, state=State.DRAFT)
    number = number_of(word)
    if number is None:  # a draft has no number either, and is not everybody's
        raise Http404
    return get_object_or_404(versions, number=number)


def get_version_to_withdraw(
    actor: Actor, collaboration: Collaboration, slug: str, word: str
) -> ChecklistVersion:
    """A numbered version that she may take out of use."""
    found = get_version_to_see(actor, collaboration, slug, word)
    get_collaboration_to_make_in(actor, collaboration)
    if found.state == State.DRAFT:
        raise Http404
    return found


def get_version_to_add_to(
    actor: Actor, collaboration: Collaboration, slug: str, word: str, office_slug: str
) -> tuple[ChecklistVersion, Office]:
    """A published version and an office whose own questions she may set."""
    found = get_version_to_see(actor, collaboration, slug, word)
    if found.state != State.PUBLISHED:
        raise Http404
    office = get_object_or_404(collaboration.offices, slug=office_slug)
    if office not in actor.offices_where(Permission.PLAN_FOR_OFFICE):
        raise PermissionDenied(refusal(Permission.PLAN_FOR_OFFICE))
    return found, office
