"""Changing a year's economy."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.organisations.interface import MemberRequest
from samsyn.planning.access import get_plan_year_to_run
from samsyn.planning.actions.economy import set_economy
from samsyn.planning.plan_forms import EconomyForm
from samsyn.planning.views.activities import plan_form


def edit_economy(request: MemberRequest, year: int) -> HttpResponse:
    """Fees and lines, in one form."""
    found = get_plan_year_to_run(request.actor, request.collaboration, year)
    form = EconomyForm(
        request.POST or None,
        plan_year=found,
        initial={"fee_sum": found.fee_sum, "fee_key": found.fee_key},
    )
    back = reverse("planning:plan_economy", args=[year])
    return plan_form(request, form, _("Change the economy"), back, back,
                     lambda: set_economy(by=request.actor, plan_year=found, **form.values))  # fmt: skip
