"""What waits: questions unanswered for five days go to the coordinator; answers about help, to the office that asked."""

from collections.abc import Iterable

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.clock.interface import today
from samsyn.core.registry.interface import Viewer, WaitingItem
from samsyn.network.models import Network, Review, Side
from samsyn.network.queries import answered_help, waiting_too_long
from samsyn.organisations.interface import Actor, Permission


def waiting_for(viewer: Viewer) -> Iterable[WaitingItem]:
    """All that waits in the network."""
    if not isinstance(viewer, Actor):
        return
    yield from _answers_about_help(viewer)
    if viewer.may(Permission.RUN_COLLABORATION):
        yield from _unanswered_questions(viewer)


def _answers_about_help(viewer: Actor) -> Iterable[WaitingItem]:
    for notice in answered_help(viewer.offices_where(Permission.PLAN_FOR_OFFICE)):
        yield WaitingItem(
            icon="person-group",
            title=notice.purpose,
            detail=_("Another office can help."),
            url=reverse("network:help_notice", args=[notice.pk]),
            button=_("Look at the answer"),
            deadline=notice.starts,
            exempeldata=notice.is_example,
        )


def _unanswered_questions(viewer: Actor) -> Iterable[WaitingItem]:
    for question in waiting_too_long(viewer.collaboration_id):
        yield WaitingItem(
            icon="chat-elipsis",
            title=question.text,
            detail=_("Unanswered for five days."),
            url=reverse("network:question", args=[question.pk]),
            button=_("Answer"),
            exempeldata=question.is_example,
        )


def proposed_networks(viewer: Viewer) -> Iterable[WaitingItem]:
    """Networks that members propose, for the coordinator to start or decline."""
    if not isinstance(viewer, Actor) or not viewer.may(Permission.RUN_COLLABORATION):
        return
    for network in Network.objects.filter(
        collaboration_id=viewer.collaboration_id, state=Network.State.PROPOSED
    ):
        yield WaitingItem(
            icon="person-group",
            title=network.name,
            detail=_("A member proposes this network."),
            url=reverse("network:network", args=[network.slug]),
            button=_("Start or decline"),
            exempeldata=network.is_example,
        )


def waiting_reviews(viewer: Viewer) -> Iterable[WaitingItem]:
    """Visits on which the next step is hers."""
    going = Review.State.PROPOSED, Review.State.PLANNED, Review.State.COMPARING
    for review in Review.objects.filter(
        Q(host_id=viewer.pk) | Q(guest_id=viewer.pk), state__in=going
    ).select_related("host_office", "guest_office"):
        detail = _next_step(review, Side.HOST if review.host_id == viewer.pk else Side.GUEST)
        if detail:
            yield WaitingItem(
                icon="handshake",
                title=_("Visit between %(host)s and %(guest)s")
                % {"host": review.host_office.short_name, "guest": review.guest_office.short_name},
                detail=detail,
                url=reverse("network:review", args=[review.pk]),
                button=_("Go on"),
                exempeldata=review.is_example,
            )


def _next_step(review: Review, side: Side) -> str:
    if review.state == Review.State.PROPOSED:
        return _("Say yes or no.") if review.proposed_by != side else ""
    if review.state == Review.State.PLANNED:
        if review.day is None:
            return _("Agree on a day, a programme and questions.")
        noted = getattr(review, f"{side}_done_at") is not None
        return _("Write your notes.") if review.day <= today() and not noted else ""
    if review.lesson and review.lesson_by != side:
        return _("Read what others can learn, and agree or change.")
    return "" if review.lesson else _("Compare your notes.")
