"""The list of networks, and the directory of who knows what."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samsyn.network.access import check_member, starts_networks
from samsyn.network.actions import set_profile
from samsyn.network.codes import Area, area_labels
from samsyn.network.forms import ProfileForm
from samsyn.network.models import Profile
from samsyn.network.queries import directory, networks_seen_by
from samsyn.network.rules import PROFILE_FIELDS
from samsyn.organisations.interface import MemberRequest, offices_of

PER_PAGE = 30


def networks(request: MemberRequest) -> HttpResponse:
    """The networks, and people by what they know, have time for and let others see."""
    check_member(request.actor)
    area = request.GET.get("omrade", "")
    chosen = {
        "office": request.GET.get("kontor", ""),
        "words": request.GET.get("ord", "").strip(),
        "area": area if area in Area.values else "",
        "hosts": bool(request.GET.get("tar_emot")),
        "lends": bool(request.GET.get("lanar_ut")),
    }
    matching = directory(request.collaboration, **chosen)  # type: ignore[arg-type]  # the choices are named as its filters
    page = Paginator(matching, PER_PAGE).get_page(request.GET.get("sida"))
    people = [
        {
            "person": found.person,
            "offices": [
                held.office.short_name
                for held in found.person.current_roles  # type: ignore[attr-defined]
                if held.office
            ],
            "areas": area_labels(found.areas) if found.shows("areas") else [],
            "languages": found.languages if found.shows("languages") else "",
            "ask_me": found.ask_me if found.shows("ask_me") else "",
            "hosts": found.shows("hosts") and found.hosts,
            "lends": found.shows("lends_hours") and found.lends_hours,
        }
        for found in page
    ]
    context = {
        "networks": networks_seen_by(request.actor, runs=starts_networks(request.actor)),
        "page": page,
        "people": people,
        "chosen": chosen,
        "areas": [("", _("All areas")), *Area.choices],
        "offices": offices_of(request.collaboration),
    }
    return render(request, "network/networks.html", context)


def profile(request: MemberRequest) -> HttpResponse:
    """Her own profile, and what of it others see."""
    check_member(request.actor)
    stored = Profile.objects.filter(person_id=request.actor.pk).first()
    initial = {name: getattr(stored, name) for name in (*PROFILE_FIELDS, "shown")} if stored else {}
    form = ProfileForm(initial=initial)
    if request.method == "POST":
        form = ProfileForm(request.POST)
        if form.is_valid():
            values = dict(form.cleaned_data)
            shown = values.pop("shown")
            set_profile(by=request.actor, values=values, shown=shown)
            messages.success(request, _("Saved."))
            return redirect("network:profile")
    return render(
        request, "network/profile.html", {"form": form}, status=422 if form.errors else 200
    )
