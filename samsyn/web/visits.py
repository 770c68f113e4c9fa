"""Visit statistics without visitors: how many times each public page was shown each day, and nothing else.

No cookie, no address, no browser, no order of pages: one number per page and day. A process counts in its memory and
writes now and then, so that a page view costs no question to the database; what it had not written when it ended is lost.
"""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from threading import Lock
from time import monotonic

from django.conf import settings
from django.db import IntegrityError, OperationalError, transaction
from django.db.models import F, Sum
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from samsyn.core.clock.interface import today
from samsyn.organisations.interface import Collaboration
from samsyn.web.models import PageVisits

# Programs that fetch pages for search engines and say so.
ROBOTS = ("bot", "crawl", "spider", "slurp", "preview")
_counted: Counter[tuple[int, date, str]] = Counter()
_lock = Lock()
_written_at = monotonic()


class VisitsMiddleware:
    """Counts public pages that were shown, after they have been made."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if is_counted(request, response):
            count(request.collaboration.pk, request.path)  # type: ignore[attr-defined]
        return response


def is_counted(request: HttpRequest, response: HttpResponseBase) -> bool:
    """A whole public page, opened by a person; never an address that holds a secret, never a member's page."""
    return is_public_page(request, response) and is_person(request)


def is_public_page(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether the answer is a page for everyone, and whole."""
    match = request.resolver_match
    if request.method != "GET" or response.status_code != 200 or match is None:
        return False
    if (
        not response.headers.get("Content-Type", "").startswith("text/html")
        or "token" in match.kwargs
    ):
        return False
    is_open = getattr(match.func, "is_public", False) or match.url_name == "wagtail_serve"
    return is_open and "HX-Request" not in request.headers


def is_person(request: HttpRequest) -> bool:
    """Whether a person asks, not a program that says it fetches pages for search engines."""
    agent = request.headers.get("User-Agent", "").lower()
    return not any(word in agent for word in ROBOTS)


def count(collaboration_id: int, path: str) -> None:
    """One more; writes what has been counted when it was long ago."""
    global _written_at  # noqa: PLW0603  # one clock per process
    with _lock:
        _counted[collaboration_id, today(), path[:200]] += 1
        due = monotonic() - _written_at > settings.VISITS_WRITTEN_EVERY
        if due:
            _written_at = monotonic()
    if due:
        write_counted()


def write_counted() -> int:
    """Adds what this process has counted to the table. Returns how many rows it touched.

    A number is never worth a page: what cannot be written now, since the database is busy, is kept for the next time.
    """
    with _lock:
        taken = Counter(_counted)
        _counted.clear()
    written = 0
    try:
        for key, number in list(taken.items()):
            _add(*key, number)
            del taken[key]
            written += 1
    except OperationalError:
        with _lock:
            _counted.update(taken)
    return written


def _add(collaboration_id: int, day: date, path: str, number: int) -> None:
    mine = PageVisits.objects.filter(collaboration_id=collaboration_id, day=day, path=path)
    if mine.update(visits=F("visits") + number):
        return
    try:
        with transaction.atomic():
            PageVisits.objects.create(
                collaboration_id=collaboration_id, day=day, path=path, visits=number
            )
    except IntegrityError:  # another process was first
        mine.update(visits=F("visits") + number)


def visits_per_page(collaboration: Collaboration, first: date, last: date) -> list[tuple[str, int]]:
    """Each page with its number from one day to another, most visited first."""
    found = PageVisits.objects.filter(collaboration=collaboration, day__range=(first, last))
    summed = found.values("path").annotate(n=Sum("visits")).order_by("-n", "path")
    return [(one["path"], one["n"]) for one in summed]


def visits_per_day(collaboration: Collaboration, first: date, last: date) -> dict[date, int]:
    """Each day from one to another with its number, also those with none."""
    found = PageVisits.objects.filter(collaboration=collaboration, day__range=(first, last))
    summed = dict(found.values_list("day").annotate(n=Sum("visits")))
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return {day: summed.get(day, 0) for day in days}
