"""What waits for a person because of a round of key figures, and the round's last day in the calendar."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.core.registry.interface import CalendarEntry, Viewer, WaitingItem
from samsyn.indicators.codes import ReportState, RoundState
from samsyn.indicators.models import Report, Round
from samsyn.organisations.interface import Actor, Permission


def waiting_for(viewer: Viewer) -> Iterable[WaitingItem]:
    """Reports to fill in for the office's people; signed ones to look at for the coordinator."""
    if not isinstance(viewer, Actor):
        return []
    return [*_to_report(viewer), *_to_review(viewer)]


def _to_report(actor: Actor) -> Iterable[WaitingItem]:
    offices = actor.offices_where(Permission.REPORT_SUBMISSIONS)
    reports = Report.objects.filter(
        office__in=offices,
        round__state=RoundState.OPEN,
        state__in=[ReportState.STARTED, ReportState.RETURNED],
    ).select_related("round", "office")
    for report in reports:
        yield WaitingItem(
            icon="line-graph",
            title=_("Report the key figures for %(year)s") % {"year": report.round.year},
            detail=report.returned_reason or report.office.name,
            url=reverse("indicators:report", args=[report.round.year, report.office.slug]),
            button=_("Open the report"),
            deadline=report.round.deadline,
            exempeldata=report.round.is_example,
        )


def _to_review(actor: Actor) -> Iterable[WaitingItem]:
    if not actor.may(Permission.RUN_COLLABORATION):
        return
    signed_now = Count("reports", filter=Q(reports__state=ReportState.SIGNED))
    opened = Round.objects.filter(collaboration_id=actor.collaboration_id, state=RoundState.OPEN)
    for one in opened.annotate(signed=signed_now):
        signed = one.signed
        if signed:
            yield WaitingItem(
                icon="line-graph",
                title=ngettext(
                    "%(number)d report of key figures to look at",
                    "%(number)d reports of key figures to look at",
                    signed,
                )
                % {"number": signed},
                detail=_("Key figures for %(year)s") % {"year": one.year},
                url=reverse("indicators:round_page", args=[one.year]),
                button=_("Open the round"),
                exempeldata=one.is_example,
            )


def calendar_of(
    collaboration_id: int, viewer: Viewer | None, first: date | None = None
) -> Iterable[CalendarEntry]:
    """The last day to report, for members."""
    if viewer is None:
        return
    for one in Round.objects.filter(
        collaboration_id=collaboration_id, state=RoundState.OPEN, deadline__gte=first or date.min
    ):
        yield CalendarEntry(
            uid=f"indicators-round-{one.pk}",
            title=_("Last day to report key figures for %(year)s") % {"year": one.year},
            starts=one.deadline,
            ends=None,
            url="/nyckeltal/insamling/",
            exempeldata=one.is_example,
        )
