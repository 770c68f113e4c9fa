"""Public pages: about, statements, and honest first pages of parts that are still to come."""

from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samsyn.core.registry.interface import retentions
from samsyn.organisations.interface import (
    Role,
    SamsynRequest,
    coordinators_of,
    offices_of,
    people_with_role,
    public,
    root_page_of,
)
from samsyn.web.actions import TooMuchFeedback, send_feedback
from samsyn.web.forms import FeedbackForm
from samsyn.web.models import InfoPage
from samsyn.web.queries import held_personal_data


@public
def about(request: SamsynRequest) -> HttpResponse:
    """Who we are and who decides, and the pages that editors have written under the root."""
    root = root_page_of(request.collaboration)
    return render(
        request,
        "web/about.html",
        {
            "offices": offices_of(request.collaboration),
            "coordinators": coordinators_of(request.collaboration),
            "steering": people_with_role(request.collaboration, Role.STEERING),
            "pages": InfoPage.objects.live().public().child_of(root) if root else [],
        },
    )


@public
def film(request: SamsynRequest) -> HttpResponse:
    """The film about the collaboration, as text; the text is whole without the film.

    The film stands at its publisher, who sees who fetches it: so it is fetched only by those who ask (`?visa`).
    """
    address = urlsplit(request.collaboration.film_address)
    shown = bool(address.netloc) and "visa" in request.GET
    response = render(
        request, "web/film.html", {"publisher": address.hostname or "", "shown": shown}
    )
    if shown:
        response._csp_update = {"frame-src": [f"https://{address.netloc}"]}  # type: ignore[attr-defined]
    return response


@public
def accessibility(request: SamsynRequest) -> HttpResponse:
    """The accessibility statement, with a form for what does not work."""
    form = FeedbackForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            send_feedback(
                by=request.actor or None, collaboration=request.collaboration, **form.cleaned_data
            )
        except TooMuchFeedback:
            form.add_error(
                None, _("Many have written in the last hour. Try again later, or e-mail us.")
            )
        else:
            messages.success(request, _("Thank you. Your message is on its way to us."))
            return redirect("web:accessibility")
    return render(request, "web/accessibility.html", {"form": form})


@public
def privacy(request: SamsynRequest) -> HttpResponse:
    """Which personal data we hold and for how long, read from the program's own declarations."""
    return render(
        request,
        "web/privacy.html",
        {"held": held_personal_data(), "retentions": list(retentions.providers())},
    )
