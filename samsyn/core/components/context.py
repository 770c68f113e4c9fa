"""Gives every template the page shell that the request carries."""

from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, object]:
    """The context processor: `shell` is made by a middleware of a package that knows people, or is None."""
    return {"shell": getattr(request, "shell", None)}
