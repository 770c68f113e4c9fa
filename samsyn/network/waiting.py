"""What waits because of a question: unanswered for five days, it goes to the coordinator."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.registry.interface import Viewer, WaitingItem
from samsyn.network.models import Network
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
