"""Changing a year's economy: its lines, and the member fee with its key."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.organisations.interface import MemberRequest
from samsyn.planning.access import get_plan_year_to_run
from samsyn.planning.actions.economy import set_economy, set_fees
from samsyn.planning.plan_forms import EconomyForm, FeeForm
from samsyn.planning.views.activities import plan_form


def edit_economy(request: MemberRequest, year: int) -> HttpResponse:
    """The lines, and a new one."""
    found = get_plan_year_to_run(request.actor, request.collaboration, year)
    form = EconomyForm(request.POST or None, plan_year=found)
    back = reverse("planning:plan_economy", args=[year])
    return plan_form(request, form, _("Change the economy"), back, back,
                     lambda: set_economy(by=request.actor, plan_year=found, **form.values))  # fmt: skip


def edit_fees(request: MemberRequest, year: int) -> HttpResponse:
    """The sum, the agreed key, and what it counts from."""
    found = get_plan_year_to_run(request.actor, request.collaboration, year)
    initial = {"fee_sum": found.fee_sum, "fee_key": found.fee_key}
    form = FeeForm(request.POST or None, plan_year=found, initial=initial)
    back = reverse("planning:plan_economy", args=[year])
    return plan_form(request, form, _("Member fees %(year)s") % {"year": year}, back, back,
                     lambda: set_fees(by=request.actor, plan_year=found, **form.values))  # fmt: skip
