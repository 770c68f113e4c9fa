"""What planning shows on other packages' pages: the way a campaign came, from need to decision."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from samsyn.campaigns.interface import Campaign
from samsyn.core.registry.interface import Panel, Viewer
from samsyn.organisations.interface import Actor, Permission
from samsyn.planning.chain import activity_of_campaign, chain_of_activity


def chain_panel(obj: object, viewer: Viewer | None) -> Iterable[Panel]:
    """For members, on a campaign's page: the chain of the activity that it carries out."""
    if not isinstance(obj, Campaign) or not isinstance(viewer, Actor):
        return
    if viewer.collaboration_id != obj.collaboration_id or not viewer.may(
        Permission.SEE_MEMBER_PAGES
    ):
        return
    item = activity_of_campaign(obj)
    if item is not None:
        context = {"item": item, "steps": chain_of_activity(item)}
        yield Panel(_("From need to result"), "planning/partials/chain_panel.html", context)
