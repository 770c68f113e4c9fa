"""Values that pages hand to components: status line, tabs, rows, tables and states.

Every text is final: translated and formatted by the page that makes the value.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Tone = Literal["", "ok", "going", "waits", "stop", "idle"]
AlertTone = Literal["info", "success", "warning", "danger"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the status line; `tone` colours a state, whose `icon` and word then say the same."""

    label: str
    value: str
    url: str = ""
    icon: str = ""
    tone: Tone = ""
    exempeldata: bool = False


@dataclass(frozen=True, slots=True)
class Tab:
    """A link to another page of the same object; `badge` counts what waits there."""

    label: str
    url: str
    active: bool = False
    badge: int = 0


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the way here; the last one is the page itself and has no address."""

    label: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Chip:
    """A choice of a filter, as a link that switches it."""

    label: str
    url: str
    active: bool = False


@dataclass(frozen=True, slots=True)
class TodoRow:
    """Something that waits: what, by when, and the one button that leads there."""

    title: str
    detail: str
    url: str
    button: str
    icon: str = "clipboard-checkmark"
    deadline: str = ""
    soon: bool = False
    primary: bool = False
    exempeldata: bool = False


@dataclass(frozen=True, slots=True)
class DateRow:
    """Something with a day."""

    day: date
    title: str
    detail: str = ""
    url: str = ""
    exempeldata: bool = False


@dataclass(frozen=True, slots=True)
class TimelineStep:
    """One step of a way; `state` is done, now or coming. With `url` its text leads there."""

    title: str
    when: str
    text: str = ""
    state: Literal["done", "now", "coming"] = "coming"
    icon: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head; numbers are set to the right."""

    label: str
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with more than words: a link, or a missing value's code and what it means."""

    text: str
    url: str = ""
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A dense table. The first cell of a row is its head; every row has a cell for every column."""

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[str | Cell]]
    foot: Sequence[Sequence[str | Cell]] = ()
    caption_hidden: bool = False

    def __post_init__(self) -> None:
        for row in (*self.rows, *self.foot):
            if len(row) != len(self.columns):
                raise ValueError(
                    f"{self.caption}: a row has {len(row)} cells and the table {len(self.columns)} columns."
                )


@dataclass(frozen=True, slots=True)
class EmptyState:
    """Nothing here: what is missing, what fills it, and an act if the reader can do it."""

    title: str
    text: str
    icon: str = "inbox"
    button: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Alert:
    """A message in words; `link` leads to what the reader can do about it."""

    text: str
    tone: AlertTone = "info"
    strong: str = ""
    link: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Swatch:
    """A colour of the house with its name, for the gallery."""

    name: str
    hex: str
    classes: str = field(default="")
