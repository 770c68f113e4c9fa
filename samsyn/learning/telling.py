"""News of events for those who have not asked for a seat: a registration has opened. Each has chosen how she is told."""

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.clock.interface import localtime
from samsyn.core.subscriptions.interface import tell
from samsyn.learning.models import Event
from samsyn.lib.swedish import format_date
from samsyn.organisations.interface import (
    Permission,
    Person,
    current_memberships,
    roles_that_may,
    site_address_of,
)

TOPIC = "learning.opened"


def tell_opened(event: Event) -> None:
    """To all who read members' pages, once for an event however often it is moved."""
    text = _("%(kind)s, %(day)s. Register by %(last)s.") % {
        "kind": event.get_kind_display(),
        "day": format_date(localtime(event.starts_at).date()),
        "last": format_date(event.last_day),
    }
    tell(
        users=[person.user for person in _members(event)],
        collaboration_id=event.collaboration_id,
        topic=TOPIC,
        key=f"event:{event.pk}:opened",
        title=_("You can register: %(event)s") % {"event": event.title},
        text=f"{text}\n\n{event.summary}".strip(),
        url=reverse("learning:event", args=[event.slug]),
        at=site_address_of(event.collaboration),
    )


def _members(event: Event) -> list[Person]:
    held = current_memberships(event.collaboration).filter(
        role__in=roles_that_may(Permission.SEE_MEMBER_PAGES)
    )
    people = Person.objects.filter(pk__in=held.values("person_id")).select_related("user")
    return list(people)
