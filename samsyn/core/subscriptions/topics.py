"""The topics that people choose between, registered by packages at start-up."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from samsyn.core.subscriptions.models import Rhythm


@dataclass(frozen=True, slots=True)
class Topic:
    """What is told: its code (`package.what`), its name and explanation on the page, and how often if nothing is chosen."""

    code: str
    label: str | Promise
    detail: str | Promise
    default: Rhythm


_TOPICS: dict[str, Topic] = {}


def register_topics(topics: Iterable[Topic]) -> None:
    """Adds topics; the same code twice is a programming error."""
    for topic in topics:
        if topic.code in _TOPICS:
            raise ValueError(f"The topic {topic.code} is registered twice.")
        _TOPICS[topic.code] = topic


def all_topics() -> list[Topic]:
    """All topics, in the order of registration."""
    return list(_TOPICS.values())


def topic_of(code: str) -> Topic:
    """A topic by its code; KeyError for one that nobody registered."""
    return _TOPICS[code]
