"""Pages for what went wrong, in the look of the rest."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: what was sent cannot be read."""
    return render(request, "core/400.html", status=400)


def no_access(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the page is known to the reader but is not hers; says whom to ask."""
    return render(request, "core/403.html", {"reason": str(exception or "")}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: no such page, or one the reader may not know of."""
    return render(request, "core/404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault; a page that needs nothing from the database."""
    return render(None, "core/500.html", status=500)
