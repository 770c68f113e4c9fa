"""The meetings of a thematic network, shown on the network's own page."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from samsyn.core.clock.interface import now
from samsyn.core.registry.interface import Panel, Viewer
from samsyn.learning.queries import events_seen_by
from samsyn.network.interface import Network
from samsyn.organisations.interface import Actor

HELD_SHOWN = 5


def meetings_panel(subject: object, viewer: Viewer | None) -> Iterable[Panel]:
    """The meetings to come, and the last ones held."""
    if not isinstance(subject, Network) or not isinstance(viewer, Actor):
        return
    events = events_seen_by(viewer, subject.collaboration).filter(network=subject)
    moment = now()
    yield Panel(
        title=_("Meetings"),
        template="learning/partials/network_meetings.html",
        context={
            "to_come": list(events.filter(ends_at__gte=moment).order_by("starts_at")),
            "held": list(events.filter(ends_at__lt=moment).order_by("-starts_at")[:HELD_SHOWN]),
        },
    )
