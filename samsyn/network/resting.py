"""Which answered questions rest on a guidance document: they name it, or their answer became an agreed one at a clause."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import ngettext

from samsyn.core.registry.interface import GuidanceUse, Viewer
from samsyn.network.queries import questions_resting_on
from samsyn.organisations.interface import Actor, Permission


def uses_in_questions(
    collaboration_id: int, slug: str, viewer: Viewer | None
) -> Iterable[GuidanceUse]:
    """One line for members: how many answered questions there are, and the list of them."""
    if not isinstance(viewer, Actor) or not viewer.may(Permission.SEE_MEMBER_PAGES):
        return
    if viewer.collaboration_id != collaboration_id:
        return
    if number := questions_resting_on(viewer.collaboration, slug).count():
        what = ngettext("%(number)d answered question", "%(number)d answered questions", number) % {
            "number": number
        }
        yield GuidanceUse(what, f"{reverse('network:questions')}?stod={slug}", "chat-elipsis")
