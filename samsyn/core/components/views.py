"""The gallery: every component in every state, for those who build pages and those who test them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samsyn.core.components.samples import gallery_context


def gallery(request: HttpRequest) -> HttpResponse:
    """All components on one page, with invented values."""
    return render(request, "core/gallery.html", gallery_context())


# Read by the middleware that asks for sign-in; core does not know that middleware.
gallery.is_public = True  # type: ignore[attr-defined]
