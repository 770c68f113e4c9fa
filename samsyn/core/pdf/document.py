"""A document as plain values: a title block and a list of blocks. Any package composes one without typst.

All texts are literal: nothing a person wrote is read as markup. A newline in a text is a new line.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from samsyn.lib.rates import Share
from samsyn.lib.swedish import Language

__all__ = [
    "AnswerBars",
    "AnswerLine",
    "Block",
    "Bullets",
    "Checkboxes",
    "Document",
    "Fact",
    "Facts",
    "Figure",
    "Footer",
    "FormQuestion",
    "Heading",
    "Note",
    "Option",
    "PageBreak",
    "Paragraph",
    "Record",
    "RecordAnswer",
    "Signatures",
    "Table",
]

QuestionKind = Literal["choice", "multiple", "text", "number", "date", "photo", "place", "note"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a status or definition list: "Läge" and "Fastställd"."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Footer:
    """What stands at the foot of every page beside the title and the page number."""

    version: str = ""
    date: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 to 3, without skipping a level."""

    text: str
    level: Literal[1, 2, 3] = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`lead` is set in bold before the text: the conclusion first. `small` is for notes and sources."""

    text: str
    lead: str = ""
    small: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """A definition list in the running text."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Every table has a caption and a header row. `numeric` are the columns set flush right.

    `strong_last` marks the last row as the sum. ValueError when a row has another length.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...] = ()
    strong_last: bool = False

    def __post_init__(self) -> None:
        if not self.columns or any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"a row of “{self.caption}” is not as long as its header")


@dataclass(frozen=True, slots=True)
class Figure:
    """An SVG with its text for those who cannot see it. `width` is the share (0-1) of the line.

    ValueError without alternative text.
    """

    svg: str
    alt: str
    caption: str
    width: float = 1.0

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise ValueError(f"the figure “{self.caption}” needs an alternative text")


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One question of the bars; `counts` is None when too few have answered to show it."""

    label: str
    counts: Share | None


@dataclass(frozen=True, slots=True)
class AnswerBars:
    """Answers A, UA, EK and EA per question, with the code in each part since A and UA are alike in grey."""

    caption: str
    lines: tuple[AnswerLine, ...]
    smallest: int = 5


@dataclass(frozen=True, slots=True)
class Note:
    """A box with a rule at its left: `important` is for what must not be missed."""

    text: str
    title: str = ""
    important: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to tick: code large, word beside."""

    label: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """A question to answer with a pen. `lines` are the ruled ones of a text or under an answer."""

    label: str
    kind: QuestionKind
    number: str = ""
    options: tuple[Option, ...] = ()
    hint: str = ""
    law: str = ""
    purpose: str = ""
    unit: str = ""
    lines: int = 0
    required: bool = False


@dataclass(frozen=True, slots=True)
class Checkboxes:
    """Boxes to tick; `ticked` are the places of those already ticked."""

    items: tuple[str, ...]
    ticked: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordAnswer:
    """A control point as it was answered. `deviates` marks it by word and rule, not by colour alone."""

    label: str
    answer: str
    number: str = ""
    comment: str = ""
    law: str = ""
    deviates: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """Answered control points as one table."""

    caption: str
    answers: tuple[RecordAnswer, ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, one per name or role."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


Block = (
    Heading
    | Paragraph
    | Bullets
    | Facts
    | Table
    | Figure
    | AnswerBars
    | Note
    | FormQuestion
    | Checkboxes
    | Record
    | Signatures
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Document:
    """`kind` stands above the title ("Kampanjrapport"), `organisation` at the head of the pages.

    `cover` gives a title page with a table of contents. `draft` says UTKAST in the head of every page,
    `exempeldata` that invented figures are in it. `created` fixes the file's time stamp, so that the
    same document is the same bytes. ValueError for an empty title or a heading that skips a level.
    """

    title: str
    blocks: tuple[Block, ...] = ()
    subtitle: str = ""
    kind: str = ""
    organisation: str = ""
    facts: tuple[Fact, ...] = ()
    footer: Footer = Footer()
    draft: bool = False
    exempeldata: bool = False
    cover: bool = False
    numbered: bool = False
    language: Language = "sv"
    created: datetime | None = None

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError("a document needs a title")
        _check_levels(block for block in self.blocks if isinstance(block, Heading))


def _check_levels(headings: Iterable[Heading]) -> None:
    level = 0
    for heading in headings:
        if heading.level > level + 1:
            raise ValueError(
                f"the heading “{heading.text}” skips from level {level} to {heading.level}"
            )
        level = heading.level
