"""What planning tells the ground at start-up."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samsyn.core.audit.interface import register_verbs
from samsyn.core.jobs.interface import DAY, register_schedule
from samsyn.core.registry.interface import (
    NavItem,
    calendar_entries,
    nav_items,
    personal_erasers,
    personal_extracts,
    waiting_items,
)
from samsyn.planning.privacy import erase_views, extract_acts
from samsyn.planning.waiting import calendar_of, remind_voters, waiting_for


def _menu(request: HttpRequest) -> Iterable[NavItem]:
    url = reverse("planning:proposals")
    return [NavItem(label=str(_("Plan")), url=url, order=70, audience="member", prefix=url)]


nav_items.register("planning.proposals", _menu)
waiting_items.register("planning.votes", waiting_for)
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
        "planning.merged": _("merged the proposal"),
        "planning.withdrawn": _("withdrew the proposal"),
        "planning.declined": _("turned the proposal down"),
        "planning.carried_over": _("carried the proposal over"),
        "planning.vote_made": _("made the vote"),
        "planning.vote_answered": _("answered for the organisation"),
        "planning.view_said": _("said a view to the contact person"),
    }
)
