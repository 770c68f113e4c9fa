"""Public pages kept ready as they were sent, for visitors: who asks for the same gets it without it being made again.

A page is sent again only while nothing has been committed since it began to be made (`core.freshness`), and within the
same minute of the clock, since some pages say what is open now. So nobody ever sees an older page than a new one would be.
Only whole public pages that set no cookie are kept, and only visitors without a session get them.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest, HttpResponse

from samsyn.core.clock.interface import localtime
from samsyn.core.freshness.interface import data_stamp
from samsyn.core.language.interface import chosen_language
from samsyn.organisations.interface import PROBES
from samsyn.web import visits

LARGEST = 500_000
SIZE_IN_ALL = 16_000_000
LONGEST_KEY = 1_000
Key = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class ReadyPage:
    """An answer as it was sent, and the collaboration whose visits it counts among."""

    content: bytes
    headers: tuple[tuple[str, str], ...]
    collaboration_id: int

    def answer(self) -> HttpResponse:
        """A new answer of the same content."""
        return HttpResponse(self.content, headers=dict(self.headers))


class Shelf:
    """The pages of one process that hold for one stamp and minute; a new one empties it. Least lately used goes first."""

    def __init__(self, room: int = SIZE_IN_ALL) -> None:
        self.room = room
        self.taken = 0
        self._pages: OrderedDict[Key, ReadyPage] = OrderedDict()
        self._holds_for: tuple[str, datetime] | None = None

    def __len__(self) -> int:
        return len(self._pages)

    def find(self, key: Key, moment: tuple[str, datetime]) -> ReadyPage | None:
        """The page, if it still holds."""
        self._empty_unless(moment)
        page = self._pages.get(key)
        if page is not None:
            self._pages.move_to_end(key)
        return page

    def keep(self, key: Key, page: ReadyPage, moment: tuple[str, datetime]) -> None:
        """Keeps a page that began to be made at that moment."""
        if self._holds_for != moment or key in self._pages:
            return
        self._pages[key] = page
        self.taken += len(page.content)
        while self.taken > self.room:
            _, oldest = self._pages.popitem(last=False)
            self.taken -= len(oldest.content)

    def _empty_unless(self, moment: tuple[str, datetime]) -> None:
        if self._holds_for != moment:
            self._pages.clear()
            self.taken = 0
            self._holds_for = moment


class ReadyPagesMiddleware:
    """Sends a ready page when there is one that holds; keeps what may be kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.shelf = Shelf()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        key = key_of(request)
        stamp = data_stamp() if key else None
        if key is None or stamp is None:
            return self.get_response(request)
        moment = (stamp, localtime().replace(second=0, microsecond=0))
        page = self.shelf.find(key, moment)
        if page is None:
            response = self.get_response(request)
            if may_be_kept(request, response):
                self.shelf.keep(key, _page_of(request, response), moment)
            return response
        if visits.is_person(request):
            visits.count(page.collaboration_id, request.path)
        return page.answer()


def key_of(request: HttpRequest) -> Key | None:
    """All of a visitor's question that a page may depend on; None when the answer may be hers alone."""
    if request.method != "GET" or request.path in PROBES or _may_be_known(request):
        return None
    path = request.get_full_path()
    accepted = request.headers.get("Accept-Encoding", "")
    if len(path) + len(accepted) > LONGEST_KEY:
        return None
    return (request.scheme or "", request.get_host(), path, chosen_language(request), accepted)


def _may_be_known(request: HttpRequest) -> bool:
    """Whether it is somebody who signed in, whom a message waits for, or a part of a page that is open."""
    cookies, headers = request.COOKIES, request.headers
    return (
        settings.SESSION_COOKIE_NAME in cookies
        or CookieStorage.cookie_name in cookies
        or "Authorization" in headers
        or "HX-Request" in headers
    )


def may_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    """A whole public page that is the same for every visitor and not too large."""
    if response.streaming or response.cookies or "no-store" in response.get("Cache-Control", ""):
        return False
    return visits.is_public_page(request, response) and len(response.content) <= LARGEST


def _page_of(request: HttpRequest, response: HttpResponse) -> ReadyPage:
    return ReadyPage(
        response.content,
        tuple(response.headers.items()),
        request.collaboration.pk,  # type: ignore[attr-defined]
    )
