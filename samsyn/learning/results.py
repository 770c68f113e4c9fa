"""What the participants thought, shown only when enough have answered."""

from dataclasses import dataclass
from fractions import Fraction

from samsyn.learning.codes import Attendance, Change
from samsyn.learning.models import Event
from samsyn.learning.own_questions import counted_answers
from samsyn.learning.rules import SMALLEST_GROUP

ITEMS = ("overall", "expectation", "lecturer", "usefulness")


@dataclass(frozen=True, slots=True)
class Item:
    """A fixed question's mean (exact, from 1 to 10) over all who answered."""

    label: str
    mean: float


@dataclass(frozen=True, slots=True)
class Result:
    """The answers of an event. Below the smallest group only their number is known."""

    attended: int
    answered: int
    shown: bool
    items: tuple[Item, ...]
    comments: tuple[str, ...]
    followed_up: int
    follow_up_shown: bool
    changes: tuple[tuple[str, int], ...]
    what: tuple[str, ...]
    own: tuple[tuple[str, list[tuple[str, int]]], ...]
    smallest: int = SMALLEST_GROUP


def result_of(event: Event) -> Result:
    """The result of an event's evaluation and follow-up. Comments come in no order that tells who wrote."""
    answers = list(event.evaluations.all())
    later = list(event.follow_ups.all())
    shown, later_shown = len(answers) >= SMALLEST_GROUP, len(later) >= SMALLEST_GROUP
    meta = event.evaluations.model._meta
    return Result(
        attended=event.registrations.filter(attendance=Attendance.ATTENDED).count(),
        answered=len(answers),
        shown=shown,
        items=tuple(
            Item(
                str(meta.get_field(name).verbose_name),  # type: ignore[union-attr]
                float(Fraction(sum(getattr(one, name) for one in answers), len(answers))),
            )
            for name in ITEMS
        )
        if shown
        else (),
        comments=tuple(sorted(one.comment for one in answers if one.comment)) if shown else (),
        followed_up=len(later),
        follow_up_shown=later_shown,
        changes=tuple(
            (str(change.label), sum(one.change == change for one in later)) for change in Change
        )
        if later_shown
        else (),
        what=tuple(sorted(one.what for one in later if one.what)) if later_shown else (),
        own=tuple(counted_answers(event)) if shown else (),
    )
