"""What planning shows on the pages of campaigns, courses, guidance and exercises: their way from need to decision."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from samsyn.core.registry.interface import Panel, Viewer
from samsyn.organisations.interface import Actor, Permission
from samsyn.planning.chain import chain_of_activity
from samsyn.planning.work import activity_of_work


def chain_panel(obj: object, viewer: Viewer | None) -> Iterable[Panel]:
    """For members, on the page of the work: the chain of the activity that it carries out."""
    if not isinstance(viewer, Actor) or not viewer.may(Permission.SEE_MEMBER_PAGES):
        return
    item = activity_of_work(obj)
    if item is not None and item.plan_year.collaboration_id == viewer.collaboration_id:
        context = {"item": item, "steps": chain_of_activity(item)}
        yield Panel(_("From need to result"), "planning/partials/chain_panel.html", context)
