"""Loading is checking: a view gets an exercise or a round only through here."""

from typing import NoReturn

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext as _

from samsyn.calibration.models import Exercise, Round
from samsyn.calibration.queries import exercises_seen_by
from samsyn.organisations.interface import Actor, Permission


def get_exercise_to_see(actor: Actor, slug: str) -> Exercise:
    """An exercise of the reader's own collaboration; a draft is known to those who run it only."""
    found = exercises_seen_by(actor).filter(slug=slug).first()
    if found is None:
        raise Http404
    return found


def get_exercise_to_run(actor: Actor, slug: str) -> Exercise:
    """An exercise for the coordinator, who runs it."""
    exercise = get_exercise_to_see(actor, slug)
    if not runs_exercises(actor):
        _deny(_("The county coordinator runs the exercises."))
    return exercise


def get_round_to_see(actor: Actor, slug: str, number: int) -> Round:
    """A round that has been opened, for its case and its discussion."""
    exercise = get_exercise_to_see(actor, slug)
    found = exercise.rounds.select_related("version", "exercise").filter(number=number).first()
    if found is None or (found.state == Round.State.DRAFT and not runs_exercises(actor)):
        raise Http404
    return found


def get_round_to_run(actor: Actor, slug: str, number: int) -> Round:
    """A round for the coordinator."""
    get_exercise_to_run(actor, slug)
    return get_round_to_see(actor, slug, number)


def get_round_to_answer(actor: Actor, slug: str, number: int) -> Round:
    """A round that she answers: blind as one who is invited, or later for her own training."""
    found = get_round_to_see(actor, slug, number)
    if found.state == Round.State.DRAFT:
        raise Http404
    if not may_answer(actor, found):
        _deny(
            _(
                "Officers of the invited offices answer until the last day; all officers can do the exercise after that."
            )
        )
    return found


def get_round_to_discuss(actor: Actor, slug: str, number: int) -> Round:
    """A round whose answers may be shown at a meeting: only when nobody can answer blind any more."""
    found = get_round_to_see(actor, slug, number)
    if not found.is_over:
        _deny(
            _(
                "The answers are shown when the last day to answer has passed, so that everyone judges alone."
            )
        )
    return found


def runs_exercises(actor: Actor) -> bool:
    """Whether she makes and runs the collaboration's exercises."""
    return bool(actor.may(Permission.RUN_COLLABORATION))


def is_invited(actor: Actor, exercise: Exercise) -> bool:
    """Whether she is an officer of an invited office, or in the invited network."""
    offices = {office.pk for office in actor.offices_where(Permission.REPORT_SUBMISSIONS)}
    if any(one.office_id in offices for one in exercise.invited.all()):
        return True
    return (
        exercise.network is not None
        and exercise.network.members.filter(person_id=actor.pk).exists()
    )


def may_answer(actor: Actor, round_: Round) -> bool:
    """Whether she may answer now: invited while it is open, any officer when it is over."""
    if round_.takes_answers:
        return is_invited(actor, round_.exercise)
    return round_.is_over and bool(actor.offices_where(Permission.REPORT_SUBMISSIONS))


def _deny(reason: str) -> NoReturn:
    raise PermissionDenied(reason)
