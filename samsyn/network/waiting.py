"""What waits because of a question: unanswered for five days, it goes to the coordinator."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.registry.interface import Viewer, WaitingItem
from samsyn.network.queries import waiting_too_long
from samsyn.organisations.interface import Actor, Permission


def waiting_for(viewer: Viewer) -> Iterable[WaitingItem]:
    """Questions that nobody has settled in five days, for the coordinator."""
    if not isinstance(viewer, Actor) or not viewer.may(Permission.RUN_COLLABORATION):
        return
    for question in waiting_too_long(viewer.collaboration_id):
        yield WaitingItem(
            icon="chat-elipsis",
            title=question.text,
            detail=_("Unanswered for five days."),
            url=reverse("network:question", args=[question.pk]),
            button=_("Answer"),
            exempeldata=question.is_example,
        )
