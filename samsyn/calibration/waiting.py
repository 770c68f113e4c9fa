"""What waits for a person because of an exercise, and its last day in the calendar."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.calibration.access import is_invited, runs_exercises
from samsyn.calibration.models import Round
from samsyn.calibration.queries import rounds_waiting_for
from samsyn.core.registry.interface import CalendarEntry, Viewer, WaitingItem
from samsyn.organisations.interface import Actor


def waiting_for(viewer: Viewer) -> Iterable[WaitingItem]:
    """Rounds to answer, for those invited; for who runs them, rounds that are over and wait for a meeting."""
    if not isinstance(viewer, Actor):
        return
    for round_ in rounds_waiting_for(viewer):
        if is_invited(viewer, round_.exercise):
            yield _item(
                round_,
                _("Judge the case on your own, before you talk about it."),
                "case",
                _("Answer the case"),
            )
    if not runs_exercises(viewer):
        return
    rounds = Round.objects.filter(
        exercise__collaboration_id=viewer.collaboration_id, discussed_on=None
    ).exclude(state=Round.State.DRAFT)
    for round_ in rounds.select_related("exercise"):
        if round_.is_over:
            yield _item(
                round_, _("The answers are in. Discuss them at a meeting."), "present", _("Show")
            )


def _item(round_: Round, detail: str, name: str, button: str) -> WaitingItem:
    return WaitingItem(
        icon="chat-elipsis",
        title=round_.exercise.title,
        detail=detail,
        url=reverse(f"calibration:{name}", args=[round_.exercise.slug, round_.number]),
        button=button,
        deadline=round_.deadline if round_.takes_answers else None,
        exempeldata=round_.exercise.is_example,
    )


def calendar_of(
    collaboration_id: int, viewer: Viewer | None, first: date | None = None
) -> Iterable[CalendarEntry]:
    """The last days of open rounds, for members."""
    if viewer is None:
        return
    rounds = Round.objects.filter(
        exercise__collaboration_id=collaboration_id,
        state=Round.State.OPEN,
        deadline__gte=first or date.min,
    ).select_related("exercise")
    for round_ in rounds:
        yield CalendarEntry(
            uid=f"calibration-{round_.pk}",
            title=_("Last day to answer: %(title)s") % {"title": round_.exercise.title},
            starts=round_.deadline,
            ends=None,
            url=reverse("calibration:exercise", args=[round_.exercise.slug]),
            detail=_("Calibration exercise"),
            exempeldata=round_.exercise.is_example,
        )
