"""What the page shell shows: the collaboration, the menu for this reader, and who is signed in."""

from django.http import HttpRequest

from samsyn.core.language.interface import language_choices
from samsyn.core.registry.interface import NavItem, nav_items


def shell_of(request: HttpRequest) -> dict[str, object]:
    """The shell's values for this request."""
    actor = request.actor  # type: ignore[attr-defined]
    collaboration = request.collaboration  # type: ignore[attr-defined]
    audience = "member" if actor else "visitor"
    items = [
        item
        for provider in nav_items.providers()
        for item in provider(request)
        if item.audience == audience
    ]
    return {
        "collaboration": collaboration,
        "nav": [_entry(item, request.path) for item in sorted(items, key=lambda item: item.order)],
        "person": _person(actor) if actor else None,
        "demo": collaboration.is_demo,
        "languages": language_choices(request),
    }


def _entry(item: NavItem, path: str) -> dict[str, object]:
    return {
        "label": item.label,
        "url": item.url,
        "active": path.startswith(item.prefix or item.url),
    }


def _person(actor: object) -> dict[str, object]:
    return {
        "name": actor.person.name,  # type: ignore[attr-defined]
        "initials": actor.person.initials,  # type: ignore[attr-defined]
        "office": actor.office.name if actor.office else "",  # type: ignore[attr-defined]
    }
