"""The courses and meetings that a person has been to, for her page."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.clock.interface import localtime, now
from samsyn.core.registry.interface import Happening, Viewer
from samsyn.learning.codes import Attendance
from samsyn.learning.models import Registration


def done_by(viewer: Viewer, since: date) -> Iterable[Happening]:
    """Events that she attended and that are over."""
    attended = Registration.objects.filter(
        person_id=viewer.pk,
        attendance=Attendance.ATTENDED,
        event__ends_at__date__gte=since,
        event__ends_at__lte=now(),
    )
    for row in attended.select_related("event"):
        yield Happening(
            title=row.event.title,
            url=reverse("learning:event", args=[row.event.slug]),
            day=localtime(row.event.ends_at).date(),
            detail=_("You were there"),
            exempeldata=row.event.is_example,
        )
