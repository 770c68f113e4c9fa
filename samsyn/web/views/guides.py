"""The help: where to begin, one guide per role, what is new, and the end of a tour."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.core.components.interface import Crumb
from samsyn.organisations.interface import (
    COLLABORATION_ROLES,
    ROLE_SENTENCES,
    MemberRequest,
    Role,
    SamsynRequest,
    coordinators_of,
    public,
)
from samsyn.web.actions import end_tour
from samsyn.web.guides import GUIDES, guide_of
from samsyn.web.whats_new import WHATS_NEW


@public
def help_page(request: SamsynRequest) -> HttpResponse:
    """How to sign in, where each role begins, and whom to ask."""
    roles = [
        {"role": role, "sentence": ROLE_SENTENCES[role], "wide": role in COLLABORATION_ROLES}
        for role in Role
    ]
    context = {
        "roles": roles,
        "guides": GUIDES,
        "coordinators": coordinators_of(request.collaboration),
    }
    return render(request, "web/help_page.html", context)


@public
def guide(request: SamsynRequest, slug: str) -> HttpResponse:
    """One role's first steps, with pictures."""
    found = guide_of(slug)
    if found is None:
        raise Http404
    context = {
        "guide": found,
        "breadcrumbs": [Crumb(_("Help"), "/hjalp/"), Crumb(str(found.title))],
        "others": [one for one in GUIDES if one is not found],
    }
    return render(request, "web/guide.html", context)


@public
def whats_new(request: SamsynRequest) -> HttpResponse:
    """What one can do that one could not do before."""
    crumbs = [Crumb(_("Help"), "/hjalp/"), Crumb(_("What is new"))]
    return render(request, "web/whats_new.html", {"found": WHATS_NEW, "breadcrumbs": crumbs})


@require_POST
def tour_end(request: MemberRequest, slug: str) -> HttpResponse:
    """Takes the tour away from my page; it stays in the help."""
    found = guide_of(slug)
    if found is None:
        raise Http404
    end_tour(by=request.actor, guide=found)
    return redirect("web:my_page")
