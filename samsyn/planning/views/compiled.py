"""The compiled list that the offices comment on, and the criteria it is weighed by."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.core.components.interface import Chip, Crumb
from samsyn.organisations.interface import MemberRequest
from samsyn.planning.access import (
    check_member,
    check_prepares,
    get_criterion_to_keep,
    prepares,
)
from samsyn.planning.actions.proposal import drop_criterion, set_criterion
from samsyn.planning.forms import CriterionForm
from samsyn.planning.models import Criterion
from samsyn.planning.queries import compiled_list, compiled_years
from samsyn.planning.views.proposals import crumbs_of

PER_PAGE = 30


def compiled(request: MemberRequest) -> HttpResponse:
    """All open proposals for one year beside each other, with what the preparing group and the offices say."""
    check_member(request.actor)
    years = compiled_years(request.collaboration)
    asked = request.GET.get("ar", "")
    year = int(asked) if asked.isdigit() and int(asked) in years else (years or [0])[0]
    pages = Paginator(compiled_list(request.collaboration, year), PER_PAGE)
    context = {
        "year": year,
        "years": [Chip(str(one), f"?ar={one}", active=one == year) for one in years],
        "proposals": pages.get_page(request.GET.get("sida")),
        "criteria": Criterion.objects.filter(collaboration=request.collaboration, is_used=True),
        "own": {office.pk for office in request.actor.offices},
        "may_comment": request.actor.office is not None,
        "may_prepare": prepares(request.actor),
        "breadcrumbs": crumbs_of(Crumb(_("Compiled list"))),
    }
    return render(request, "planning/compiled.html", context)


def criteria(request: MemberRequest) -> HttpResponse:
    """What the steering group weighs by; there are no weights."""
    check_member(request.actor)
    form = CriterionForm(request.POST or None)
    if request.method == "POST":
        check_prepares(request.actor)
        if form.is_valid():
            set_criterion(
                by=request.actor, collaboration=request.collaboration, **form.cleaned_data
            )
            messages.success(request, _("The criterion is saved."))
            return redirect("planning:criteria")
    context = {
        "form": form,
        "criteria": Criterion.objects.filter(collaboration=request.collaboration, is_used=True),
        "may_prepare": prepares(request.actor),
        "breadcrumbs": crumbs_of(Crumb(_("Criteria"))),
    }
    return render(request, "planning/criteria.html", context, status=422 if form.errors else 200)


@require_POST
def drop(request: MemberRequest, pk: int) -> HttpResponse:
    """The steering group stops weighing by a criterion."""
    drop_criterion(
        by=request.actor,
        criterion=get_criterion_to_keep(request.actor, request.collaboration, pk),
    )
    messages.success(request, _("The criterion is no longer used. Opinions under it stay."))
    return redirect("planning:criteria")
