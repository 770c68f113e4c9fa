"""Writing in Wagtail: a document's page, its working group, and the clauses taken up when the page is saved."""

from collections.abc import Sequence

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, Page

from samsyn.core.audit.interface import record
from samsyn.guidance.clauses import draft_of, fill_page, store_clauses
from samsyn.guidance.drafting import drafts_of
from samsyn.guidance.models import DraftFolder, DraftPage, GuidanceDocument
from samsyn.guidance.pictures import shows_for
from samsyn.guidance.refusals import Refused
from samsyn.organisations.interface import Actor, Collaboration, Person, root_page_of

_FOLDER = "handlaggarstod-utkast"


@transaction.atomic
def open_draft(*, by: Actor, document: GuidanceDocument) -> DraftPage:
    """The document's page in Wagtail, made from its clauses the first time. Refused: ended."""
    if document.has_ended:
        raise Refused("ended")
    GuidanceDocument.objects.select_for_update().get(pk=document.pk)
    found: DraftPage | None = DraftPage.objects.filter(document=document).first()
    if found is not None:
        return found
    page = DraftPage(
        title=document.title, slug=document.slug, document=document, live=False, owner=by.person.user
    )  # fmt: skip
    _folder(document.collaboration).add_child(instance=page)
    fill_page(page, user=by.person.user)
    record(
        by=by.user_id,
        verb="guidance.draft_opened",
        obj=document,
        collaboration_id=document.collaboration_id,
    )
    return page


def _folder(collaboration: Collaboration) -> Page:
    root = root_page_of(collaboration)
    if root is None:
        raise LookupError(f"{collaboration.slug} has no page tree; see organisations.editing")
    found = DraftFolder.objects.child_of(root).first()
    if found is not None:
        return found
    folder = DraftFolder(title="Handläggarstöd, utkast", slug=_FOLDER, live=False)
    root.add_child(instance=folder)
    return folder


@transaction.atomic
def take_up_draft(*, by: Actor, page: DraftPage, told: bool = True) -> bool:
    """Makes the clauses what the page says; returns whether anything was different.

    `told=False` for what Wagtail saves by itself every few seconds: its own history has it, the trail would drown.
    """
    document = page.document
    GuidanceDocument.objects.select_for_update().get(pk=document.pk)
    written = drafts_of(page.body, shows_for(document, by=by.user_id))
    retitled = bool(page.title.strip()) and page.title != document.title
    if retitled:
        document.title = page.title.strip()[:160]
        document.save(update_fields=["title"])
    differs = written != draft_of(document)
    if differs:
        store_clauses(document, written)
    if told and (differs or retitled):
        record(
            by=by.user_id,
            verb="guidance.written",
            obj=document,
            collaboration_id=document.collaboration_id,
            details={"clauses": len(written)},
        )
    return differs or retitled


@transaction.atomic
def set_writers(*, by: Actor, document: GuidanceDocument, people: Sequence[Person]) -> None:
    """Lets these members of the collaboration write the document, and nobody else but those who write all pages."""
    before = [person.name for person in document.writers.all()]
    document.writers.set(people)
    group = _writers_group(document.collaboration)
    for person in people:
        person.user.groups.add(group)
    record(
        by=by.user_id,
        verb="guidance.writers_set",
        obj=document,
        collaboration_id=document.collaboration_id,
        details={"before": len(before), "after": len(people)},
    )


def _writers_group(collaboration: Collaboration) -> Group:
    """Into Wagtail, with pictures to choose; what each may write is asked of the document (models.drafts)."""
    group, is_new = Group.objects.get_or_create(name=f"writers of {collaboration.slug}")
    if is_new:
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        collection = Collection.objects.filter(name=collaboration.name).first()
        for codename in ("add_image", "choose_image") if collection else ():
            right = Permission.objects.get(
                codename=codename, content_type__app_label="wagtailimages"
            )
            GroupCollectionPermission.objects.create(
                group=group, collection=collection, permission=right
            )
    return group
