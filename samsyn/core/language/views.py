"""The choice of language, made in the footer."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from samsyn.core.language.choosing import is_ours

A_YEAR = 365 * 24 * 3600


def language(request: HttpRequest, code: str) -> HttpResponse:
    """Remembers the language in a cookie and leads back to the page (`?till=`), if it is one of ours."""
    if not is_ours(code):
        raise Http404
    back = request.GET.get("till", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = "/"
    response = redirect(back)
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=A_YEAR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


language.is_public = True  # type: ignore[attr-defined]  # visitors choose too
