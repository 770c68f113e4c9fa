"""Which exercises have tested a guidance document, and how alike the officers judged."""

from collections.abc import Iterable, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.calibration.models import Exercise, Round
from samsyn.calibration.queries import exercises_seen_by
from samsyn.calibration.result import RoundResult, result_of
from samsyn.core.registry.interface import GuidanceUse, Viewer
from samsyn.lib.swedish import format_number
from samsyn.organisations.interface import Actor


def uses_in_exercises(
    collaboration_id: int, slug: str, viewer: Viewer | None
) -> Iterable[GuidanceUse]:
    """For members: exercises with a question that tests the document, once nobody answers it blind any more."""
    if not isinstance(viewer, Actor) or viewer.collaboration_id != collaboration_id:
        return
    asked = exercises_seen_by(viewer).filter(rounds__keys__clause_guide=slug).distinct()
    for exercise in asked.order_by("-made_at", "pk"):
        over = [one for one in exercise.rounds.all() if one.is_over]
        clauses = _clauses(over, slug)
        if not clauses:
            continue
        url = reverse("calibration:exercise", args=[exercise.slug])
        note, what = _note(exercise), _("See the exercise")
        for clause in clauses:
            yield GuidanceUse(
                exercise.title, url, "handshake", note, what, url, clause, explains=True
            )


def _clauses(over: Sequence[Round], slug: str) -> list[str]:
    keys = (key for one in over for key in one.keys.all() if key.clause_guide == slug)
    return list(dict.fromkeys(str(key.clause_id) for key in keys))


def _note(exercise: Exercise) -> str:
    """The measure in the first and the last round and how many answered; nothing of a round that is too small."""
    shown = [one for one in result_of(exercise).rounds if one.is_shown]
    values = [value for one in shown if (value := _measure(one)) is not None]
    if not values:
        return ""
    name = "AC2" if exercise.scale == Exercise.Scale.ORDINAL else "AC1"
    officers = ngettext("%(n)d officer", "%(n)d officers", shown[-1].n) % {"n": shown[-1].n}
    return f"{name} {' → '.join(format_number(value, 2) for value in values)}, {officers}"


def _measure(found: RoundResult) -> float | None:
    return found.measures.ac.value if found.measures else None
