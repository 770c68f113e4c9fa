"""What calibration tells the ground at start-up."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.calibration.clauses import proposed_wordings
from samsyn.calibration.latest import done_by
from samsyn.calibration.privacy import erase_sheets, extract_sheets
from samsyn.calibration.searching import KIND, exercise_documents
from samsyn.calibration.telling import TOPIC, remind_of_rounds
from samsyn.calibration.waiting import calendar_of, waiting_for
from samsyn.core.audit.interface import register_verbs
from samsyn.core.jobs.interface import DAY, register_schedule
from samsyn.core.registry.interface import (
    NavItem,
    SearchSource,
    calendar_entries,
    done_work,
    nav_items,
    panels,
    personal_erasers,
    personal_extracts,
    search_sources,
    waiting_items,
)
from samsyn.core.subscriptions.interface import Rhythm, Topic, register_topics


def _menu(request: HttpRequest) -> Iterable[NavItem]:
    url = reverse("calibration:list")
    return [NavItem(label=_("Calibration"), url=url, order=40, audience="member", prefix=url)]


nav_items.register("calibration.list", _menu)
done_work.register("calibration.done", done_by)
waiting_items.register("calibration.waiting", waiting_for)
panels.register("calibration.wordings", proposed_wordings)
calendar_entries.register("calibration.deadlines", calendar_of)
personal_extracts.register("calibration.sheets", extract_sheets)
personal_erasers.register("calibration.sheets", erase_sheets)
search_sources.register(
    "calibration.exercises",
    SearchSource(KIND, gettext_lazy("Calibration exercises"), exercise_documents),
)
register_schedule("calibration.remind", every=DAY, run=remind_of_rounds)
register_topics(
    [
        Topic(
            TOPIC,
            gettext_lazy("Calibration exercises"),
            gettext_lazy("A case to judge, a reminder before the last day, and the result."),
            Rhythm.AT_ONCE,
        )
    ]
)
register_verbs(
    {
        "calibration.made": gettext_lazy("made the exercise"),
        "calibration.changed": gettext_lazy("changed the exercise"),
        "calibration.round_made": gettext_lazy("made a round"),
        "calibration.round_changed": gettext_lazy("changed the case"),
        "calibration.file_added": gettext_lazy("added a file to the case"),
        "calibration.key_set": gettext_lazy("set the expected answer to a question"),
        "calibration.opened": gettext_lazy("opened the round for answers"),
        "calibration.closed": gettext_lazy("closed the round"),
        "calibration.answered": gettext_lazy("answered"),
        "calibration.trained": gettext_lazy("did the exercise afterwards"),
        "calibration.agreed": gettext_lazy("noted the agreed answer"),
        "calibration.shared": gettext_lazy("made it an agreed answer of the county"),
    }
)
