"""What planning tells the ground at start-up."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samsyn.core.audit.interface import register_verbs
from samsyn.core.jobs.interface import DAY, register_schedule
from samsyn.core.registry.interface import (
    NavItem,
    SearchSource,
    calendar_entries,
    done_work,
    hand_over,
    nav_items,
    news,
    open_work,
    panels,
    personal_erasers,
    personal_extracts,
    search_sources,
    waiting_items,
)
from samsyn.planning.competence_needs import competence_panel
from samsyn.planning.handover import hand_over_work, work_held_by
from samsyn.planning.latest import done_by, news_of
from samsyn.planning.panels import chain_panel
from samsyn.planning.privacy import erase_views, extract_acts
from samsyn.planning.searching import (
    ACTIVITY,
    MEETING,
    PROPOSAL,
    item_documents,
    meeting_documents,
    proposal_documents,
)
from samsyn.planning.waiting import (
    calendar_of,
    minutes_waiting_for,
    remind_voters,
    waiting_for,
    work_waiting_for,
)


def _menu(request: HttpRequest) -> Iterable[NavItem]:
    url = reverse("planning:plan")
    names = ("plan", "proposals", "votes", "meetings", "projects")
    prefix = tuple(reverse(f"planning:{name}") for name in names)
    return [NavItem(label=str(_("Plan")), url=url, order=70, audience="member", prefix=prefix)]


nav_items.register("planning.proposals", _menu)
done_work.register("planning.done", done_by)
news.register("planning.news", news_of)
waiting_items.register("planning.votes", waiting_for)
open_work.register("planning.work", work_held_by)
hand_over.register("planning.work", hand_over_work)
panels.register("planning.chain", chain_panel)
panels.register("planning.competence", competence_panel)
waiting_items.register("planning.adjusting", minutes_waiting_for)
waiting_items.register("planning.work", work_waiting_for)
for _kind, _label, _documents in (
    (PROPOSAL, _("Needs and proposals"), proposal_documents),
    (ACTIVITY, _("Activities of the plan"), item_documents),
    (MEETING, _("The steering group's minutes"), meeting_documents),
):
    search_sources.register(f"planning.{_kind}", SearchSource(_kind, _label, _documents))
calendar_entries.register("planning.votes", calendar_of)
personal_extracts.register("planning.acts", extract_acts)
personal_erasers.register("planning.views", erase_views)
register_schedule("planning.remind_voters", every=DAY, run=remind_voters)
register_verbs(
    {
        "planning.proposed": _("made the proposal"),
        "planning.supported": _("stood behind the proposal"),
        "planning.commented": _("commented on the proposal"),
        "planning.criterion_set": _("set a criterion"),
        "planning.criterion_dropped": _("stopped weighing by a criterion"),
        "planning.opinion_written": _("wrote an opinion under a criterion"),
        "planning.prepared": _("began to prepare the proposal"),
        "planning.grown": _("made a proposal of the need"),
        "planning.merged": _("merged the proposal"),
        "planning.withdrawn": _("withdrew the proposal"),
        "planning.declined": _("turned the proposal down"),
        "planning.carried_over": _("carried the proposal over"),
        "planning.accepted": _("took the proposal into the plan"),
        "planning.meeting_called": _("called the meeting"),
        "planning.meeting_changed": _("changed the meeting"),
        "planning.notice_sent": _("sent the notice"),
        "planning.item_added": _("added a matter"),
        "planning.item_changed": _("changed a matter"),
        "planning.item_removed": _("took a matter off the agenda"),
        "planning.meeting_opened": _("opened the meeting"),
        "planning.minutes_written": _("wrote in the minutes"),
        "planning.minutes_sent": _("sent the minutes to the adjusters"),
        "planning.minutes_taken_back": _("took the minutes back"),
        "planning.minutes_adjusted": _("adjusted the minutes"),
        "planning.minutes_frozen": _("the minutes were frozen"),
        "planning.decided": _("wrote down the decision"),
        "planning.year_made": _("made a year of the plan"),
        "planning.year_moved": _("moved the year to another state"),
        "planning.year_adopted": _("took the year into the office's own plan"),
        "planning.activity_added": _("added an activity"),
        "planning.activity_changed": _("changed the activity"),
        "planning.activity_reported": _("reported how the activity went"),
        "planning.activity_started": _("started the activity's campaign"),
        "planning.project_started": _("began the project"),
        "planning.economy_set": _("changed the economy"),
        "planning.project_written": _("wrote in the project plan"),
        "planning.task_added": _("added a task"),
        "planning.task_done": _("ticked a task"),
        "planning.member_joined": _("joined the project group"),
        "planning.member_left": _("left the project group"),
        "planning.status_reported": _("wrote a status report"),
        "planning.project_finished": _("wrote the final report"),
        "planning.report_begun": _("began the annual report"),
        "planning.report_written": _("wrote in the annual report"),
        "planning.report_frozen": _("froze the annual report"),
        "planning.vote_made": _("made the vote"),
        "planning.vote_answered": _("answered for the organisation"),
        "planning.view_said": _("said a view to the contact person"),
    }
)
