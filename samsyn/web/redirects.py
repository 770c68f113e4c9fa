"""Old addresses of moved pages, which Wagtail remembers, lead on to the new ones at the same host."""

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.models import Site


class MovedPagesMiddleware(RedirectMiddleware):  # type: ignore[misc]  # Wagtail has no types
    """Wagtail's own, but a page of this site is led to by its path: Wagtail does not know scheme and port in front of us."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        led: HttpResponseBase = super().process_response(request, response)
        if led is not response and led.has_header("Location"):
            site = Site.find_for_request(request)
            target = urlsplit(led["Location"])
            if site is not None and target.hostname == site.hostname:
                led["Location"] = target._replace(scheme="", netloc="").geturl()
        return led
