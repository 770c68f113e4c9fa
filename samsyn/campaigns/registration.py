"""What campaigns tell the ground at start-up."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samsyn.campaigns.actions.handover import hand_over_in_campaigns
from samsyn.campaigns.imports.work import forget_imports
from samsyn.campaigns.latest import done_by, news_of
from samsyn.campaigns.open_work import open_work_in_campaigns
from samsyn.campaigns.searching import (
    CAMPAIGN,
    CHECKLIST,
    QUESTION,
    campaign_documents,
    checklist_documents,
    question_documents,
)
from samsyn.campaigns.waiting import calendar_of, waiting_for
from samsyn.core.audit.interface import register_verbs
from samsyn.core.registry.interface import (
    NavItem,
    Retention,
    SearchSource,
    Viewer,
    calendar_entries,
    done_work,
    hand_over,
    nav_items,
    news,
    open_work,
    retentions,
    search_sources,
    waiting_items,
)
from samsyn.organisations.interface import Actor


def _menu(request: HttpRequest) -> Iterable[NavItem]:
    url = reverse("campaigns:list")
    return [
        NavItem(label=str(_("Campaigns")), url=url, order=30, audience="visitor", prefix=url),
        NavItem(label=str(_("Campaigns")), url=url, order=20, audience="member", prefix=url),
    ]


def _hand_over(leaving: Viewer, taking: Viewer, by: object) -> int:
    if not isinstance(leaving, Actor) or not isinstance(taking, Actor):
        return 0
    actor = by if isinstance(by, Actor) else None
    return hand_over_in_campaigns(by=actor, leaving=leaving, taking=taking)


nav_items.register("campaigns.list", _menu)
done_work.register("campaigns.done", done_by)
news.register("campaigns.news", news_of)
waiting_items.register("campaigns.waiting", waiting_for)
calendar_entries.register("campaigns.dates", calendar_of)
open_work.register("campaigns.open_work", open_work_in_campaigns)
hand_over.register("campaigns.hand_over", _hand_over)
for _kind, _label, _documents in (
    (CAMPAIGN, _("Campaigns"), campaign_documents),
    (CHECKLIST, _("Checklists"), checklist_documents),
    (QUESTION, _("Questions"), question_documents),
):
    search_sources.register(f"campaigns.{_kind}", SearchSource(_kind, _label, _documents))
retentions.register(
    "campaigns.imports",
    Retention(
        what=_("Uploaded files whose objects were never taken in"),  # type: ignore[arg-type]  # lazy on purpose
        days=7,
        reason=_("The office may need some days to correct its file."),  # type: ignore[arg-type]
        erase=forget_imports,
    ),
)
register_verbs(
    {
        "campaigns.made": _("made the campaign"),
        "campaigns.recorded": _("recorded the published figures"),
        "campaigns.changed": _("changed the campaign"),
        "campaigns.object_types_set": _("set the object types"),
        "campaigns.checklist_chosen": _("chose the checklist"),
        "campaigns.moved": _("moved the campaign to another state"),
        "campaigns.report_decided": _("entered the decision on the report"),
        "campaigns.dates_set": _("set the important days"),
        "campaigns.project_group_set": _("set the project group"),
        "campaigns.material_added": _("added material"),
        "campaigns.opened_to": _("opened the campaign to another collaboration"),
        "campaigns.closed_to": _("closed the campaign to another collaboration"),
        "campaigns.participation_answered": _("answered whether the office takes part"),
        "campaigns.handed_over": _("handed over what somebody who left held"),
        "campaigns.reminded": _("reminded the office"),
        "campaigns.submitted": _("submitted"),
        "campaigns.submitted_many": _("submitted many at once"),
        "campaigns.totals_reported": _("reported totals"),
        "campaigns.totals_withdrawn": _("withdrew the totals"),
        "campaigns.imported": _("took in objects from a file"),
        "campaigns.exported": _("took out objects as a file"),
        "campaigns.corrected": _("corrected"),
        "campaigns.withdrawn": _("withdrew"),
        "campaigns.set_aside": _("sent other content under the same id; it was set aside"),
        "campaigns.report_drafted": _("drafted the report"),
        "campaigns.report_figures_renewed": _("took the report's figures anew"),
        "campaigns.report_written": _("wrote in the report"),
        "campaigns.report_comments_asked": _("asked for comments on the report"),
        "campaigns.report_commented": _("commented on the report"),
        "campaigns.report_replied": _("replied to a comment"),
        "campaigns.report_finished": _("finished the report"),
        "campaigns.report_reopened": _("opened the report again"),
        "campaigns.device_key_made": _("made a key for a field app"),
        "campaigns.set_aside_settled": _("looked at what was set aside"),
    }
)
