"""Where Wagtail tells us that a draft has been saved. The only door from its pages into ours."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from samsyn.guidance.actions import take_up_draft
from samsyn.guidance.models import DraftPage


@hooks.register("after_edit_page")  # type: ignore[untyped-decorator]  # Wagtail has no types
def take_up(request: HttpRequest, page: Any) -> None:
    """The clauses become what the page says."""
    actor = getattr(request, "actor", None)
    if isinstance(page, DraftPage) and actor:
        saved_by_itself = not request.accepts("text/html")
        take_up_draft(by=actor, page=page, told=not saved_by_itself)
