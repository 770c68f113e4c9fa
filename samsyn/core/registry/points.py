"""The closed list of extension points. A package registers in its AppConfig.ready(); the ground never imports it.

A point is added here, with its type, only when two packages need it; there is no registration by name.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Generic, Protocol, TypeVar

from django.http import HttpRequest
from django.utils.functional import Promise

Provider = TypeVar("Provider")


class Viewer(Protocol):
    """Who asks: a person in one collaboration. Higher packages pass their own Person."""

    @property
    def pk(self) -> int: ...
    @property
    def collaboration_id(self) -> int: ...


class ExtensionPoint(Generic[Provider]):
    """A named list of providers, in the order of their packages' registration."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._providers: dict[str, Provider] = {}

    def register(self, owner: str, provider: Provider) -> None:
        """Adds a provider under the name `package.what`; the same name twice is a programming error."""
        if owner in self._providers:
            raise ValueError(
                f"{owner} is already registered at {self.name}; give each provider its own name."
            )
        self._providers[owner] = provider

    def providers(self) -> Iterable[Provider]:
        return list(self._providers.values())

    def owners(self) -> Iterable[str]:
        return list(self._providers)


@dataclass(frozen=True, slots=True)
class NavItem:
    """One word of the main menu; `audience` says who sees it; `order` places it."""

    label: str
    url: str
    order: int
    audience: str = "member"  # visitor | member
    prefix: str | tuple[str, ...] = ""


@dataclass(frozen=True, slots=True)
class WaitingItem:
    """Something that waits for a person: one line and one button on her page."""

    icon: str
    title: str
    detail: str
    url: str
    button: str
    deadline: date | None = None
    exempeldata: bool = False


@dataclass(frozen=True, slots=True)
class Happening:
    """Something with a day behind it, one line on a person's page: new to her, or done by her."""

    title: str
    url: str
    day: date
    detail: str = ""
    exempeldata: bool = False


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """Something with a day: on the calendar of those concerned. `audience` is public or member."""

    uid: str
    title: str
    starts: datetime | date
    ends: datetime | date | None
    url: str
    detail: str = ""
    audience: str = "member"
    exempeldata: bool = False


@dataclass(frozen=True, slots=True)
class OpenWork:
    """Something a leaving person still holds; `hand_over` gives it to the next one."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Panel:
    """A block that one package shows on another's page."""

    title: str
    template: str
    context: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CitedBy:
    """Something that cites a law section: what, where, and who owns it."""

    kind: str
    title: str
    url: str
    reference: str


@dataclass(frozen=True, slots=True)
class Retention:
    """How long rows of a kind are kept, why, and what erases them; days counted from `since`."""

    what: str
    days: int
    reason: str
    erase: Callable[[datetime], int]


@dataclass(frozen=True, slots=True)
class Document:
    """Something that search finds. `scope` says for whom (`core.search`); title and body are plain text.

    What one can narrow a search by: `area`, `year` (that of `updated` when nothing is said), and `is_ended`: it was once
    in force and is found only by those who ask for what no longer applies.
    """

    collaboration_id: int
    kind: str
    key: str
    scope: str
    title: str
    body: str
    url: str
    updated: datetime | None = None
    is_example: bool = False
    area: str = ""
    year: int | None = None
    is_ended: bool = False


@dataclass(frozen=True, slots=True)
class SearchSource:
    """What of a package is found by search; `documents` gives all of one collaboration for a rebuilt index."""

    kind: str
    label: str | Promise
    documents: Callable[[int], Iterable[Document]]


@dataclass(frozen=True, slots=True)
class GuidanceUse:
    """Something that rests on a guidance document: a place, and a note on how it does.

    With `clause`, the key of a clause, `what` and `url` lead from that clause to the thing itself; from what is said
    of the clause's change when the thing `explains` it. A place without a note is told by how many of its questions
    rest on the guidance.
    """

    place: str
    place_url: str
    icon: str
    note: str = ""
    what: str = ""
    url: str = ""
    clause: str = ""
    explains: bool = False


@dataclass(frozen=True, slots=True)
class FoundLink:
    """A link in a text that people write: its address, and the title and address of where it stands.

    `is_gone`: the package itself knows that what it leads to is not there any more.
    """

    collaboration_id: int
    address: str
    place: str
    place_url: str
    is_gone: bool = False


nav_items: ExtensionPoint[Callable[[HttpRequest], Iterable[NavItem]]] = ExtensionPoint("nav_items")
waiting_items: ExtensionPoint[Callable[[Viewer], Iterable[WaitingItem]]] = ExtensionPoint(
    "waiting_items"
)
# Asked with the collaboration, who reads and a day: what is over before it need not be given. Without a day: all.
calendar_entries: ExtensionPoint[
    Callable[[int, Viewer | None, date | None], Iterable[CalendarEntry]]
] = ExtensionPoint("calendar_entries")
# Asked with who reads and the first day that counts.
news: ExtensionPoint[Callable[[Viewer, date], Iterable[Happening]]] = ExtensionPoint("news")
done_work: ExtensionPoint[Callable[[Viewer, date], Iterable[Happening]]] = ExtensionPoint(
    "done_work"
)
open_work: ExtensionPoint[Callable[[Viewer], Iterable[OpenWork]]] = ExtensionPoint("open_work")
hand_over: ExtensionPoint[Callable[[Viewer, Viewer, object], int]] = ExtensionPoint("hand_over")
panels: ExtensionPoint[Callable[[object, Viewer | None], Iterable[Panel]]] = ExtensionPoint(
    "panels"
)
citations: ExtensionPoint[Callable[[int, str], Iterable[CitedBy]]] = ExtensionPoint("citations")
personal_extracts: ExtensionPoint[Callable[[int], Mapping[str, object]]] = ExtensionPoint(
    "personal_extracts"
)
personal_erasers: ExtensionPoint[Callable[[int], int]] = ExtensionPoint("personal_erasers")
retentions: ExtensionPoint[Retention] = ExtensionPoint("retentions")
# Asked with the collaboration, the document's short name and who reads.
guidance_uses: ExtensionPoint[Callable[[int, str, Viewer | None], Iterable[GuidanceUse]]] = (
    ExtensionPoint("guidance_uses")
)
link_sources: ExtensionPoint[Callable[[], Iterable[FoundLink]]] = ExtensionPoint("link_sources")
search_sources: ExtensionPoint[SearchSource] = ExtensionPoint("search_sources")
