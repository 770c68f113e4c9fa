"""What cites a section of law, and what has happened to the section."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samsyn.core.components.interface import Crumb
from samsyn.core.law.interface import LawEvent
from samsyn.guidance.actions import enter_law_event
from samsyn.guidance.citing import cited_by_section
from samsyn.guidance.keeping_forms import LawEventForm
from samsyn.organisations.interface import MemberRequest, Permission, SamsynRequest, check, public


@public
@require_safe
def law(request: SamsynRequest) -> HttpResponse:
    """Everything that cites a law, a chapter or a section, and the law's changes."""
    code, chapter, section = (
        request.GET.get(name, "").strip()[:20] for name in ("lag", "kap", "par")
    )
    words = [code, f"{chapter} kap." if chapter else "", f"{section} §" if section else ""]
    events = LawEvent.objects.select_related("law")
    events = events.filter(law__code__iexact=code) if code else events[:200]
    if code and section:
        events = events.filter(chapter__in=["", chapter], section__in=["", section])
    context = {
        "asked": bool(code),
        "runs": bool(request.actor and request.actor.may(Permission.RUN_COLLABORATION)),
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


def new_law_event(request: MemberRequest) -> HttpResponse:
    """Enters a change of law; everything that cites it is listed on the page that follows."""
    check(request.actor, Permission.RUN_COLLABORATION)
    form = LawEventForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        reference = given["reference"]
        enter_law_event(
            by=request.actor, law=reference.law, chapter=reference.chapter, section=reference.section,
            day=given["date"], what=given["what"],
        )  # fmt: skip
        messages.success(request, _("The change is entered. Below stands what cites it."))
        where = {"lag": reference.law, "kap": reference.chapter, "par": reference.section}
        return redirect(f"{reverse('guidance:law')}?{urlencode(where)}")
    context = {
        "form": form,
        "heading": _("Enter a change of law"),
        "lead": _(
            "Everything registered as citing it is listed: clauses, agreed answers, questions and courses."
        ),
        "button": _("Enter"),
        "cancel_url": reverse("guidance:law"),
        "breadcrumbs": [
            Crumb(_("Guidance"), reverse("guidance:list")),
            Crumb(_("Changes of law"), reverse("guidance:law")),
            Crumb(_("Enter a change of law")),
        ],
    }
    return render(request, "guidance/form_page.html", context, status=422 if form.errors else 200)
