"""What cites a section of law, and what has happened to the section."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samsyn.core.components.interface import Crumb
from samsyn.core.law.interface import LawEvent
from samsyn.guidance.citing import cited_by_section
from samsyn.organisations.interface import SamsynRequest, public


@public
@require_safe
def law(request: SamsynRequest) -> HttpResponse:
    """Everything that cites a law, a chapter or a section, and the law's changes."""
    code, chapter, section = (
        request.GET.get(name, "").strip()[:20] for name in ("lag", "kap", "par")
    )
    words = [code, f"{chapter} kap." if chapter else "", f"{section} §" if section else ""]
    events = LawEvent.objects.filter(law__code__iexact=code).select_related("law")
    if section:
        events = events.filter(chapter__in=["", chapter], section__in=["", section])
    context = {
        "heading": " ".join(word for word in words if word) or _("Laws"),
        "rows": cited_by_section(
            request.collaboration, code, chapter, section, actor=request.actor or None
        ),
        "events": events,
        "breadcrumbs": [
            Crumb(_("Guidance"), reverse("guidance:list")),
            Crumb(_("What cites the law")),
        ],
    }
    return render(request, "guidance/law.html", context)
