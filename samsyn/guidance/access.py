"""Loading is checking: a view gets a document, an edition or an answer only through here.

What a reader may not know of is a 404; what she knows of but may not do is a 403 with the roles that may.
"""

from django.http import Http404

from samsyn.guidance.models import AgreedAnswer, Comment, Edition, GuidanceDocument, Referral
from samsyn.guidance.queries import answers_seen_by, documents_seen_by
from samsyn.organisations.interface import Actor, Collaboration, Office, Permission, check


def get_document_to_see(
    actor: Actor | None, collaboration: Collaboration, slug: str
) -> GuidanceDocument:
    """A document for its page."""
    found = documents_seen_by(actor, collaboration).filter(slug=slug)
    document = found.select_related("collaboration", "owner", "replaced_by").first()
    if document is None:
        raise Http404
    return document


def get_edition_to_see(document: GuidanceDocument, number: str) -> Edition:
    """An edition of a document that was loaded for its page."""
    edition = document.editions.select_related("pdf").filter(number=number).first()
    if edition is None:
        raise Http404
    return edition


def get_document_to_write(
    actor: Actor, collaboration: Collaboration, slug: str
) -> GuidanceDocument:
    """A document whose draft the actor writes: those who write pages, and its working group."""
    document = get_document_to_see(actor, collaboration, slug)
    if not may_write(actor, document):
        check(actor, Permission.EDIT_PAGES)
    return document


def may_write(actor: Actor | None, document: GuidanceDocument) -> bool:
    """Whether she writes in its draft."""
    if actor is None or document.has_ended:
        return False
    if actor.may(Permission.EDIT_PAGES):
        return True
    writes = document.writers.filter(pk=actor.pk).exists()
    return bool(writes and actor.may(Permission.SEE_MEMBER_PAGES))


def get_draft_to_see(actor: Actor, collaboration: Collaboration, slug: str) -> GuidanceDocument:
    """A document whose draft the actor reads: those who write it, and its owner."""
    document = get_document_to_see(actor, collaboration, slug)
    if not may_see_draft(actor, document):
        check(actor, Permission.EDIT_PAGES)
    return document


def may_see_draft(actor: Actor | None, document: GuidanceDocument) -> bool:
    """Whether she reads what is being written."""
    return actor is not None and (document.owner_id == actor.pk or may_write(actor, document))


def get_referral_to_see(document: GuidanceDocument, actor: Actor) -> Referral:
    """The latest referral of a document that was loaded for its page; members read it."""
    check(actor, Permission.SEE_MEMBER_PAGES)
    found = document.referrals.first()
    if found is None:
        raise Http404
    return found


def get_comment_to_reply(actor: Actor, document: GuidanceDocument, pk: int) -> Comment:
    """A handed-in comment on a document whose draft the actor writes."""
    if not may_write(actor, document):
        check(actor, Permission.EDIT_PAGES)
    found = Comment.objects.filter(
        pk=pk, answer__referral__document=document, answer__handed_in_at__isnull=False
    )
    comment = found.select_related("answer__referral__document", "answer__office", "clause").first()
    if comment is None:
        raise Http404
    return comment


def get_document_to_review(
    actor: Actor, collaboration: Collaboration, slug: str
) -> GuidanceDocument:
    """A document that the actor may review: its owner, and those who write."""
    document = get_document_to_see(actor, collaboration, slug)
    if document.owner_id != actor.pk:
        check(actor, Permission.EDIT_PAGES)
    return document


def may_review(actor: Actor | None, document: GuidanceDocument) -> bool:
    """Whether she reviews it."""
    return actor is not None and (
        document.owner_id == actor.pk or bool(actor.may(Permission.EDIT_PAGES))
    )


def get_document_to_publish(
    actor: Actor, collaboration: Collaboration, slug: str
) -> GuidanceDocument:
    """A document whose editions the actor publishes: the one who runs the collaboration."""
    document = get_document_to_see(actor, collaboration, slug)
    check(actor, Permission.RUN_COLLABORATION)
    return document


def get_office_to_adopt_for(actor: Actor, slug: str) -> Office:
    """An office for whose board the actor may answer: its own speakers, and the coordinator for all."""
    office = actor.collaboration.offices.filter(slug=slug).first()
    if office is None:
        raise Http404
    if not actor.may(Permission.RUN_COLLABORATION):
        check(actor, Permission.PLAN_FOR_OFFICE, office=office)
    return office


def may_adopt_for(actor: Actor | None, office: Office) -> bool:
    """Whether she answers for the office's board."""
    return actor is not None and bool(
        actor.may(Permission.RUN_COLLABORATION)
        or actor.may(Permission.PLAN_FOR_OFFICE, office_id=office.pk)
    )


def get_answer_to_see(actor: Actor | None, collaboration: Collaboration, slug: str) -> AgreedAnswer:
    """An agreed answer for its page."""
    answer = answers_seen_by(actor, collaboration).filter(slug=slug).first()
    if answer is None:
        raise Http404
    return answer


def get_answer_to_keep(actor: Actor, collaboration: Collaboration, slug: str) -> AgreedAnswer:
    """An agreed answer that the actor may review, replace or withdraw."""
    answer = get_answer_to_see(actor, collaboration, slug)
    check(actor, Permission.RUN_COLLABORATION)
    return answer


def offices_read_by(actor: Actor) -> list[Office]:
    """The offices whose read receipts the actor sees: her own as manager or contact, all as coordinator."""
    if actor.may(Permission.RUN_COLLABORATION):
        return list(actor.collaboration.offices.all())
    return actor.offices_where(Permission.PLAN_FOR_OFFICE)
