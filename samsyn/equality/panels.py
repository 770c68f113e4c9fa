"""What equal supervision shows on a campaign's own page: what all its comparisons say together."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from samsyn.campaigns.interface import Campaign
from samsyn.core.registry.interface import Panel, Viewer
from samsyn.equality.access import may_see_comparison
from samsyn.equality.models import CampaignComparison
from samsyn.equality.sentences import together_of
from samsyn.organisations.interface import Actor


def comparison_panel(obj: object, viewer: Viewer | None) -> Iterable[Panel]:
    """For those who may see the campaign's result."""
    actor = viewer if isinstance(viewer, Actor) else None
    if not isinstance(obj, Campaign) or not may_see_comparison(actor, obj):
        return
    comparison = CampaignComparison.objects.filter(campaign=obj).first()
    if comparison is not None:
        context = {"campaign": obj, "together": together_of(comparison.content)}
        yield Panel(
            _("Do the offices judge alike?"), "equality/partials/comparison_panel.html", context
        )
