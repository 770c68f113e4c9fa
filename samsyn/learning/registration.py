"""What learning tells the ground at start-up."""

from django.utils.translation import gettext_lazy as _

from samsyn.core.audit.interface import register_verbs
from samsyn.core.jobs.interface import DAY, HOUR, register_schedule
from samsyn.core.registry.interface import (
    SearchSource,
    calendar_entries,
    citations,
    done_work,
    panels,
    search_sources,
    waiting_items,
)
from samsyn.core.subscriptions.interface import Rhythm, Topic, register_topics
from samsyn.learning.citing import cited_in_events
from samsyn.learning.latest import done_by
from samsyn.learning.network_meetings import meetings_panel
from samsyn.learning.schedule import every_day, every_hour
from samsyn.learning.searching import KIND, event_documents
from samsyn.learning.telling import TOPIC
from samsyn.learning.waiting import calendar_of, waiting_for

citations.register("learning.events", cited_in_events)
done_work.register("learning.done", done_by)
waiting_items.register("learning.waiting", waiting_for)
search_sources.register(
    "learning.events", SearchSource(KIND, _("Courses and meetings"), event_documents)
)
calendar_entries.register("learning.events", calendar_of)
panels.register("learning.network_meetings", meetings_panel)
register_schedule("learning.offers", every=HOUR, run=every_hour)
register_schedule("learning.days", every=DAY, run=every_day)

register_topics(
    [
        Topic(
            TOPIC,
            _("Courses and meetings that open"),
            _("A course, meeting or workshop that you can register for."),
            Rhythm.WEEKLY,
        )
    ]
)
register_verbs(
    {
        "learning.made": _("made the event"),
        "learning.held_recorded": _("entered an event that was held"),
        "learning.opened": _("opened the registration"),
        "learning.changed": _("changed the event"),
        "learning.called_off": _("called the event off"),
        "learning.lecturer_added": _("added a lecturer"),
        "learning.lecturer_changed": _("changed what is asked of a lecturer"),
        "learning.lecturer_removed": _("took a lecturer away"),
        "learning.material_removed": _("took material away"),
        "learning.details_changed": _("changed answers and needs"),
        "learning.office_followed": _("the seat followed to a new office"),
        "learning.agreement_kept": _("kept the agreement with a lecturer"),
        "learning.programme_set": _("set the programme"),
        "learning.material_added": _("added material"),
        "learning.registered": _("registered for the event"),
        "learning.took_offer": _("took the offered seat"),
        "learning.cancelled": _("cancelled"),
        "learning.swapped": _("handed the seat over to a colleague"),
        "learning.offer_ended": _("the offered seat was not taken in time"),
        "learning.attendance_noted": _("noted attendance"),
        "learning.needs_erased": _("erased food and access needs"),
        "learning.evaluated": _("An evaluation was answered"),
        "learning.followed_up": _("A follow-up was answered"),
        "learning.certified": _("issued a certificate"),
        "learning.feed_made": _("made a calendar address"),
        "learning.feed_revoked": _("closed a calendar address"),
    }
)
