"""The tabs that tie the pages of planning together."""

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.components.interface import Tab


def tabs_of(active: str) -> list[Tab]:
    """Plan, proposals, votes, steering group and projects; `active` is the URL name of the page that is shown."""
    pages = (
        ("plan", _("Plan")), ("proposals", _("Needs and proposals")), ("votes", _("Votes")),
        ("meetings", _("The steering group")), ("projects", _("Projects")),
    )  # fmt: skip
    return [Tab(label, reverse(f"planning:{name}"), active=name == active) for name, label in pages]
