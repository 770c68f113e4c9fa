"""What waits: questions unanswered for five days go to the coordinator; answers about help, to the office that asked."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.registry.interface import Viewer, WaitingItem
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
