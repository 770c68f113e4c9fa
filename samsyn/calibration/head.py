"""What all pages of an exercise share: its status line and the steps of its loop."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.calibration.access import runs_exercises
from samsyn.calibration.models import Exercise, Round
from samsyn.core.components.interface import Fact, TimelineStep
from samsyn.lib.swedish import format_date, format_period
from samsyn.organisations.interface import Actor


def head_of(actor: Actor, exercise: Exercise) -> dict[str, Any]:
    """What every page of an exercise gives its template."""
    rounds = [
        one
        for one in exercise.rounds.all()
        if runs_exercises(actor) or one.state != Round.State.DRAFT
    ]
    return {
        "exercise": exercise,
        "rounds": rounds,
        "runs": runs_exercises(actor),
        "status": _status(exercise, rounds),
    }


def _status(exercise: Exercise, rounds: list[Round]) -> list[Fact]:
    facts = [_state(rounds)]
    facts += [Fact(_("Round %(n)d") % {"n": one.number}, _days_and_answers(one)) for one in rounds]
    offices = exercise.invited.all()
    invited = _("%(n)d offices") % {"n": len(offices)} if offices else ""
    network = exercise.network.name if exercise.network else ""
    facts.append(
        Fact(_("Invited"), " · ".join(filter(None, [invited, network])) or _("nobody yet"))
    )
    facts.append(Fact(_("The answers are"), _("anonymous to all")))
    return facts


def _state(rounds: list[Round]) -> Fact:
    if any(one.takes_answers for one in rounds):
        return Fact(_("State"), _("Open for answers"), icon="hourglass", tone="going")
    if any(one.is_over for one in rounds):
        return Fact(_("State"), _("Answered"), icon="checkmark-circle", tone="ok")
    return Fact(_("State"), _("Draft"), icon="pencil", tone="idle")


def _days_and_answers(round_: Round) -> str:
    if round_.state == Round.State.DRAFT or round_.opened_on is None:
        return _("draft, until %(day)s") % {"day": format_date(round_.deadline)}
    days = format_period(round_.opened_on, end_of(round_))
    return _("%(days)s, %(n)d answers") % {"days": days, "n": getattr(round_, "answered", 0)}


def end_of(round_: Round) -> date:
    """Its last day: earlier than the deadline when it was closed before."""
    return round_.closed_on or round_.deadline


def loop_of(exercise: Exercise, rounds: list[Round]) -> list[TimelineStep]:
    """The loop as steps: case, blind answers, discussion, agreed answers, next round."""
    steps: list[TimelineStep] = []
    for one in rounds:
        label = _("Round %(n)d") % {"n": one.number}
        state = "done" if one.is_over else "now" if one.takes_answers else "coming"
        steps.append(TimelineStep(label, _days_and_answers(one), one.case_title, state=state))  # type: ignore[arg-type]
        agreed = [key for key in one.keys.all() if key.agreed]
        if one.discussed_on:
            text = _("%(n)d agreed answers") % {"n": len(agreed)}
            steps.append(
                TimelineStep(_("Discussion"), format_date(one.discussed_on), text, state="done")
            )
        elif one.is_over:
            steps.append(TimelineStep(_("Discussion"), _("at a meeting"), state="now"))
        wordings = sum(bool(key.proposed_clause) for key in agreed)
        if wordings:
            text = _("%(n)d proposed wordings") % {"n": wordings}
            steps.append(TimelineStep(_("Guidance"), _("for its editors"), text, state="done"))
    if len(rounds) < 2:
        steps.append(TimelineStep(_("Round 2"), _("an equivalent case")))
    return steps


def address(exercise: Exercise, name: str = "exercise", *more: object) -> str:
    """The address of one of its pages."""
    return reverse(f"calibration:{name}", args=[exercise.slug, *more])
