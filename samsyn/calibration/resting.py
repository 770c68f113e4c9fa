"""Which exercises have tested a guidance document, and how alike the officers judged."""

from collections.abc import Iterable, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.calibration.models import Exercise, Round
from samsyn.calibration.queries import exercises_seen_by
from samsyn.calibration.result import measures_in_brief
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
    told = measures_in_brief(exercise)
    values = [found.ac.value for _n, found in told if found.ac.value is not None]
    if not values:
        return ""
    name = "AC2" if exercise.scale == Exercise.Scale.ORDINAL else "AC1"
    last, _found = told[-1]
    officers = ngettext("%(n)d officer", "%(n)d officers", last) % {"n": last}
    return f"{name} {' → '.join(format_number(value, 2) for value in values)}, {officers}"
