"""What equal supervision shows on a campaign's own page: what all its comparisons say together."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from samsyn.campaigns.interface import Campaign
from samsyn.core.registry.interface import Panel, Viewer
from samsyn.equality.access import may_see_comparison
from samsyn.equality.models import CampaignComparison
from samsyn.equality.queries import overview_of
from samsyn.equality.sentences import conclusion_of, together_of
from samsyn.indicators.interface import Indicator
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


def indicator_panel(obj: object, viewer: Viewer | None) -> Iterable[Panel]:
    """For a key figure that is a share: what can be concluded of the offices."""
    if not isinstance(obj, Indicator):
        return
    overview = overview_of(obj.collaboration)
    for one in overview.content.get("ratios", []) if overview else []:
        if one["name"] == obj.key:
            first, rest = conclusion_of(one)
            context = {"key": obj.key, "first": first, "rest": rest}
            yield Panel(
                _("Do the offices differ?"), "equality/partials/indicator_panel.html", context
            )
