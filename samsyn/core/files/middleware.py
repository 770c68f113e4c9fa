"""A full disk is answered with what it is, wherever the write was: nothing is half stored, and the reader may try again."""

import errno
from collections.abc import Callable

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
POSTGRESQL_DISK_FULL = "53100"  # the manual of PostgreSQL, appendix A, class 53
SQLITE_FULL = "SQLITE_FULL"


def is_no_room(error: BaseException) -> bool:
    """Whether the disk of files or of the database was full."""
    if isinstance(error, OperationalError):
        cause = error.__cause__
        return (
            getattr(cause, "sqlstate", "") == POSTGRESQL_DISK_FULL
            or getattr(cause, "sqlite_errorname", "") == SQLITE_FULL
        )
    return isinstance(error, OSError) and error.errno in NO_ROOM


class NoRoomMiddleware:
    """Answers 507 with a page, or with one sentence to a program."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Django calls this when a view raised; the view's transaction has been undone."""
        if not is_no_room(error):
            return None
        if request.accepts("text/html"):
            return render(request, "core/507.html", status=507)
        sentence = _("There is no room left on the server. Nothing was saved. Send it again later.")
        return HttpResponse(sentence, status=507, content_type="text/plain; charset=utf-8")
