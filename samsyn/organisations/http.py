"""The request as our views see it, and the marks that say who a view is open to."""

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpRequest

from samsyn.organisations.actor import Actor
from samsyn.organisations.models import Collaboration

View = TypeVar("View", bound=Callable[..., object])


class SamsynRequest(HttpRequest):
    """A request that has passed our middleware. `actor` is None for a visitor."""

    collaboration: Collaboration
    actor: Actor | None
    shell: object


class MemberRequest(SamsynRequest):
    """A request to a view that is not public: somebody is signed in and belongs to this collaboration."""

    actor: Actor


def public(view: View) -> View:
    """Marks a view as open to everyone. All other views of ours need a signed-in member."""
    view.is_public = True  # type: ignore[attr-defined]
    return view
