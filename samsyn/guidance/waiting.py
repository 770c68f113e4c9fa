"""What waits for a person because of guidance, and the days of review in the calendar."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.core.clock.interface import today
from samsyn.core.registry.interface import CalendarEntry, Viewer, WaitingItem
from samsyn.guidance.codes import DocumentState
from samsyn.guidance.links import told_links
from samsyn.guidance.models import Comment, Edition, GuidanceDocument, ReadReceipt, Referral
from samsyn.organisations.interface import Actor, Permission, Role

# How long before the day a review is asked for, and how long a new edition is asked to be read.
_ASK_BEFORE = timedelta(days=60)
_NEW_FOR = timedelta(days=180)


def waiting_for(viewer: Viewer) -> Iterable[WaitingItem]:
    """Reviews for the owner, new editions to read for officers."""
    if not isinstance(viewer, Actor):
        return []
    return [
        *_reviews(viewer),
        *_to_read(viewer),
        *_to_answer(viewer),
        *_to_reply(viewer),
        *_to_mend(viewer),
    ]


def _to_answer(actor: Actor) -> Iterable[WaitingItem]:
    """Drafts out for comments that an office she speaks for has not answered."""
    offices = actor.offices_where(Permission.PLAN_FOR_OFFICE)
    if not offices:
        return
    referrals = Referral.objects.filter(
        document__collaboration_id=actor.collaboration_id, closed_at=None, closes__gte=today()
    ).select_related("document")
    for referral in referrals.prefetch_related("answers"):
        done = {answer.office_id for answer in referral.answers.all() if answer.handed_in_at}
        for office in (office for office in offices if office.pk not in done):
            yield WaitingItem(
                icon="tasklist",
                title=_("Comment on the draft of %(title)s") % {"title": referral.document.title},
                detail=_("One answer for %(office)s") % {"office": office.name},
                url=reverse("guidance:office_answer", args=[referral.document.slug, office.slug]),
                button=_("Give the answer"),
                deadline=referral.closes,
                exempeldata=referral.document.is_example,
            )


def _to_mend(actor: Actor) -> Iterable[WaitingItem]:
    """Documents that she owns with links that no longer answer."""
    documents = GuidanceDocument.objects.filter(
        collaboration_id=actor.collaboration_id,
        state=DocumentState.IN_FORCE,
        owner_id=actor.pk,
        broken_links__isnull=False,
    )
    for document in documents.distinct().prefetch_related("broken_links"):
        number = len(told_links(document))
        if number:
            yield WaitingItem(
                icon="link",
                title=_("Mend the links of %(title)s") % {"title": document.title},
                detail=ngettext(
                    "%(n)s link no longer answers.", "%(n)s links no longer answer.", number
                )
                % {"n": number},
                url=f"{reverse('guidance:draft', args=[document.slug])}#links",
                button=_("See the links"),
                exempeldata=document.is_example,
            )


def _to_reply(actor: Actor) -> Iterable[WaitingItem]:
    """Comments without a reply on drafts that she owns, when the time is over."""
    waits = Exists(
        Comment.objects.filter(
            answer__referral=OuterRef("pk"), answer__handed_in_at__isnull=False, replied_at=None
        )
    )
    over = Q(closed_at__isnull=False) | Q(closes__lt=today())
    referrals = Referral.objects.filter(
        over, waits, document__collaboration_id=actor.collaboration_id, document__owner_id=actor.pk
    ).select_related("document")
    for referral in referrals:
        yield WaitingItem(
            icon="tasklist",
            title=_("Reply to the comments on %(title)s") % {"title": referral.document.title},
            detail=_("Each office is told what came of what it said."),
            url=reverse("guidance:referral", args=[referral.document.slug]),
            button=_("Read what the offices say"),
            exempeldata=referral.document.is_example,
        )


def _reviews(actor: Actor) -> Iterable[WaitingItem]:
    due = GuidanceDocument.objects.filter(
        collaboration_id=actor.collaboration_id,
        state=DocumentState.IN_FORCE,
        review_due__lte=today() + _ASK_BEFORE,
        owner_id=actor.pk,
    )
    for document in due:
        yield WaitingItem(
            icon="open-book",
            title=_("Review %(title)s") % {"title": document.title},
            detail=_("Check that the text still follows law and practice."),
            url=reverse("guidance:review", args=[document.slug]),
            button=_("Review"),
            deadline=document.review_due,
            exempeldata=document.is_example,
        )


def _to_read(actor: Actor) -> Iterable[WaitingItem]:
    if not any(held.role == Role.OFFICER for held in actor.memberships):
        return
    if not actor.may(Permission.SEE_MEMBER_PAGES):
        return
    read = ReadReceipt.objects.filter(person_id=actor.pk).values("edition")
    editions = (
        Edition.objects.filter(
            document__collaboration_id=actor.collaboration_id,
            document__state=DocumentState.IN_FORCE,
            in_force_from__lte=today(),
            in_force_from__gte=today() - _NEW_FOR,
        )
        .exclude(pk__in=read)
        .defer("html")
        .select_related("document")
    )
    seen: set[int] = set()
    for edition in editions:
        if edition.document_id in seen:
            continue
        seen.add(edition.document_id)
        yield WaitingItem(
            icon="open-book",
            title=_("Read %(title)s, edition %(number)s")
            % {"title": edition.title, "number": edition.number},
            detail=edition.change_summary or _("New guidance."),
            url=reverse("guidance:document", args=[edition.document.slug]),
            button=_("Read"),
            exempeldata=edition.document.is_example,
        )


def calendar_of(
    collaboration_id: int, viewer: Viewer | None, first: date | None = None
) -> Iterable[CalendarEntry]:
    """The days by which documents are to be reviewed, for members."""
    if viewer is None:
        return
    due = GuidanceDocument.objects.filter(
        collaboration_id=collaboration_id,
        state=DocumentState.IN_FORCE,
        review_due__gte=first or date.min,
    )
    for document in due:
        if document.review_due:
            yield CalendarEntry(
                uid=f"guidance-review-{document.pk}",
                title=_("%(title)s is to be reviewed") % {"title": document.title},
                starts=document.review_due,
                ends=None,
                url=reverse("guidance:document", args=[document.slug]),
                detail=_("Guidance"),
                exempeldata=document.is_example,
            )
