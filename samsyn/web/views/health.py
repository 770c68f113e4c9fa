"""Answers for machines: is it alive, may it receive traffic, what may be crawled."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control, never_cache

from samsyn.organisations.interface import public
from samsyn.web.queries import database_answers, files_can_be_stored, worker_state

# The county as in the logo: Habo and Mullsjö joined in amber, the other municipalities, Vättern as a drop.
_MUNICIPALITIES = ((15, 11), (21, 11), (15, 17), (21, 17), (4, 23), (10, 23), (16, 23), (22, 23))
_TILES = "".join(f'<rect x="{x}" y="{y}" width="5" height="5" rx="1"/>' for x, y in _MUNICIPALITIES)
FAVICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
    '<rect width="32" height="32" rx="6" fill="#0f3a42"/>'
    '<rect x="4" y="5" width="9" height="5" rx="1" fill="#f2b84b"/>'
    f'<g fill="#fff"><rect x="23" y="5" width="5" height="5" rx="1"/>{_TILES}</g>'
    '<circle cx="17" cy="7.500" r="2" fill="#cfe3ea"/></svg>'
)
ROBOTS = """User-agent: *
Disallow: /konto/
Disallow: /redaktion/
Disallow: /min-sida/
Disallow: /inbjudan/
Disallow: /organisation/
Disallow: /sok/
Disallow: /nyhetsbrev/
Sitemap: {sitemap}
"""


@public
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """200 while the process answers; asks nothing else."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@public
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """200 when database and files answer, else 503. The worker's state is told beside.

    A late worker makes no web server unfit, so it is 503 only where a monitor asks for it: `/readyz?worker`.
    """
    database = database_answers()
    files = files_can_be_stored()
    worker = worker_state() if database else "unknown"
    ready = database and files and ("worker" not in request.GET or worker == "fresh")
    return JsonResponse(
        {"ready": ready, "database": database, "files": files, "worker": worker},
        status=200 if ready else 503,
    )


@public
@cache_control(max_age=86_400, public=True)
def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers may read."""
    text = ROBOTS.format(sitemap=request.build_absolute_uri(reverse("web:sitemap")))
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@public
@cache_control(max_age=86_400, public=True)
def favicon(request: HttpRequest) -> HttpResponse:
    """Browsers ask here whatever the page says; the drawing itself is an SVG."""
    return HttpResponse(FAVICON, content_type="image/svg+xml")
