"""The reports of key figures that a person has signed, for her page."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.clock.interface import localtime
from samsyn.core.registry.interface import Happening, Viewer
from samsyn.indicators.models import Report
from samsyn.organisations.interface import Actor, Permission


def done_by(viewer: Viewer, since: date) -> Iterable[Happening]:
    """Reports that she has signed for offices that she still reports for."""
    if not isinstance(viewer, Actor):
        return
    signed = Report.objects.filter(
        office__in=viewer.offices_where(Permission.REPORT_SUBMISSIONS),
        signed_by_id=viewer.user_id,
        signed_at__date__gte=since,
    )
    for report in signed.select_related("round", "office"):
        if report.signed_at:
            yield Happening(
                title=_("Key figures for %(year)s") % {"year": report.round.year},
                url=reverse("indicators:report", args=[report.round.year, report.office.slug]),
                day=localtime(report.signed_at).date(),
                detail=_("You have signed for %(office)s") % {"office": report.office.name},
                exempeldata=report.round.is_example,
            )
