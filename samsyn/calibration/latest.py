"""The cases that a person has judged, for her page."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.calibration.models import Sheet
from samsyn.core.clock.interface import localtime
from samsyn.core.registry.interface import Happening, Viewer


def done_by(viewer: Viewer, since: date) -> Iterable[Happening]:
    """Rounds that she has answered."""
    sent = Sheet.objects.filter(person_id=viewer.pk, sent_at__date__gte=since)
    for sheet in sent.select_related("round__exercise"):
        exercise = sheet.round.exercise
        if sheet.sent_at:
            yield Happening(
                title=exercise.title,
                url=reverse("calibration:exercise", args=[exercise.slug]),
                day=localtime(sheet.sent_at).date(),
                detail=_("You have answered round %(number)s") % {"number": sheet.round.number},
                exempeldata=exercise.is_example,
            )
