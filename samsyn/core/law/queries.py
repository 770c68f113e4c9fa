"""Who cites what."""

from samsyn.core.law.models import LawEvent
from samsyn.core.registry.interface import CitedBy, citations


def cited_by(event: LawEvent, *, collaboration_id: int) -> list[CitedBy]:
    """Everything registered as citing what the event changes, from all packages."""
    key = f"{event.law.code}|{event.chapter}|{event.section}"
    return [
        found for provider in citations.providers() for found in provider(collaboration_id, key)
    ]
