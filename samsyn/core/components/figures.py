"""Figures that are drawn in percent of their box: answer bars, progress rows and the map of tiles.

Percentages leave here as text with a decimal point, since a template would write a decimal comma.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from samsyn.core.components.values import Tone
from samsyn.lib.swedish import format_count_of, format_percent, join_list, swedish_order

Code = Literal["a", "ua", "ek", "ea"]
# A label needs about this many percent of the bar per digit and at its edges: on a wide page, and on a phone.
WIDE_PER_DIGIT, NARROW_PER_DIGIT = 1.4, 3.2
NOT_TAKING_PART = -1
STEP_BOUNDS = (1, 25, 50, 75, 100)


def percent_of(part: float, whole: float) -> str:
    """A share of a box as SVG writes it: "33.33%"; nothing of nothing is "0%"."""
    share = 100 * part / whole if whole else 0
    return f"{round(share, 2):g}%"


@dataclass(frozen=True, slots=True)
class Segment:
    """One answer's part of the bar; `fit` says where its number has room."""

    code: Code
    label: str
    number: int
    x: str
    width: str
    fit: Literal["always", "wide", "never"]


@dataclass(frozen=True, slots=True)
class AnswerBar:
    """Counts of the four answers to one question, A first from the left.

    `total` is what the whole bar stands for; without it the bar is full.
    """

    a: int = 0
    ua: int = 0
    ek: int = 0
    ea: int = 0
    total: int | None = None

    def __post_init__(self) -> None:
        if min(self.counts) < 0 or sum(self.counts) > self.whole:
            raise ValueError(f"not counts of answers: {self.counts} of {self.total}")

    @property
    def counts(self) -> tuple[int, int, int, int]:
        return self.a, self.ua, self.ek, self.ea

    @property
    def whole(self) -> int:
        return sum(self.counts) if self.total is None else self.total

    @property
    def assessed(self) -> int:
        """n of the share: only A and UA are assessed."""
        return self.a + self.ua

    @property
    def segments(self) -> list[Segment]:
        found, before = [], 0
        for (code, label), number in zip(answer_labels(), self.counts, strict=True):
            if number:
                found.append(self._segment(code, label, number, before))
            before += number
        return found

    def _segment(self, code: Code, label: str, number: int, before: int) -> Segment:
        share = 100 * number / self.whole
        digits = len(str(number)) + 1
        fit: Literal["always", "wide", "never"] = "never"
        if share >= digits * NARROW_PER_DIGIT:
            fit = "always"
        elif share >= digits * WIDE_PER_DIGIT:
            fit = "wide"
        return Segment(
            code=code,
            label=label,
            number=number,
            x=percent_of(before, self.whole),
            width=percent_of(number, self.whole),
            fit=fit,
        )

    @property
    def text(self) -> str:
        """The bar in words, for those who do not see it."""
        return _in_words(self.segments)


def _in_words(segments: Sequence[Segment]) -> str:
    parts = [f"{segment.number} {segment.label}" for segment in segments]
    return join_list(parts) if parts else _("no answers")


def draw_answer_bar(bar: AnswerBar) -> SafeString:
    """The bar as SVG. Written here and not in a template: a page of 60 questions draws twice as many as it has rows."""
    parts, segments = [], bar.segments
    for part in segments:
        code, text = part.code.upper(), ""
        if part.fit != "never":
            narrow = " only-wide" if part.fit == "wide" else ""
            text = (
                f'<text class="bar-text-{code}{narrow}" x="6" y="18">'
                f'<tspan class="bar-code">{code} </tspan>{part.number}</text>'
            )
        parts.append(
            f'<svg x="{part.x}" width="{part.width}" height="26">'
            f'<rect class="bar-{code}" width="100%" height="26"/>{text}</svg>'
        )
    head = f'<svg class="bar answer-bar" height="26" role="img" aria-label="{escape(_in_words(segments))}">'
    return mark_safe(
        f"{head}{''.join(parts)}</svg>"
    )  # numbers and codes of ours; the text is escaped


def answer_labels() -> list[tuple[Code, str]]:
    """The four answers in the order of the bar, with the words of their codes."""
    return [
        ("a", _("deviation")),
        ("ua", _("without deviation")),
        ("ek", _("not checked")),
        ("ea", _("not applicable")),
    ]


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A question with its bar; the share of deviation stands with its n, or nothing is said."""

    label: str
    bar: AnswerBar
    url: str = ""
    marked: bool = False
    hidden: str = ""

    @property
    def share(self) -> str:
        return format_percent(self.bar.a, self.bar.assessed) if self.bar.assessed else "–"


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """Done of planned for one office; `absent` says in words why there is no bar."""

    name: str
    done: int = 0
    planned: int = 0
    state: str = ""
    tone: Tone = ""
    icon: str = ""
    url: str = ""
    absent: str = ""
    weak: bool = False

    def __post_init__(self) -> None:
        if self.done < 0 or self.planned < 0:
            raise ValueError(f"{self.name}: {self.done} of {self.planned} is not progress.")

    @property
    def text(self) -> str:
        return format_count_of(self.done, self.planned)


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """A progress row with the lengths of its bar in percent of the longest plan."""

    row: ProgressRow
    track: str
    done: str
    pace: str


@dataclass(frozen=True, slots=True)
class ProgressRows:
    """Rows on one scale. `share_passed` (0-1) puts the tick of even pace; None draws none.

    `same_length` gives every plan the whole box, where plans of different kinds are compared.
    """

    rows: Sequence[ProgressRow]
    share_passed: float | None = None
    same_length: bool = False
    plain: bool = False

    def __post_init__(self) -> None:
        if self.share_passed is not None and not 0 <= self.share_passed <= 1:
            raise ValueError(f"share_passed is between 0 and 1, not {self.share_passed}")

    @property
    def drawn(self) -> list[DrawnRow]:
        longest = max((max(row.planned, row.done) for row in self.rows), default=0)
        return [self._drawn(row, longest) for row in self.rows]

    def _drawn(self, row: ProgressRow, longest: int) -> DrawnRow:
        scale = max(row.planned, row.done) if self.same_length else longest
        pace = ""
        if self.share_passed is not None and row.planned:
            pace = percent_of(row.planned * self.share_passed, scale)
        return DrawnRow(row, percent_of(row.planned, scale), percent_of(row.done, scale), pace)


@dataclass(frozen=True, slots=True)
class Tile:
    """One municipality on the map, or neighbours with a joint office, named from west to east.

    `step` 0-5 is its colour, -1 that it does not take part. Column 0 is west, row 0 is north.
    """

    names: tuple[str, ...]
    column: int
    row: int
    step: int = 0
    value: str = ""
    detail: str = ""
    url: str = ""

    def __post_init__(self) -> None:
        if not self.names or not NOT_TAKING_PART <= self.step <= len(STEP_BOUNDS):
            raise ValueError(f"not a tile: {self.names}, step {self.step}")

    @property
    def takes_part(self) -> bool:
        return self.step != NOT_TAKING_PART

    @property
    def is_joint(self) -> bool:
        return len(self.names) > 1


@dataclass(frozen=True, slots=True)
class Lake:
    """Water on the map, for orientation only."""

    name: str
    column: int
    row: int


@dataclass(frozen=True, slots=True)
class TileMap:
    """The county as tiles. `title` says what, where and when; the order of reading is by name."""

    title: str
    tiles: Sequence[Tile]
    lake: Lake | None = None
    key: str = ""
    exempeldata: bool = False

    @property
    def in_order(self) -> list[Tile]:
        return sorted(self.tiles, key=lambda tile: swedish_order(min(tile.names)))


def step_of(percent: int | None) -> int:
    """The colour step of a percentage: 0, 1-24, 25-49, 50-74, 75-99, 100 and over."""
    return sum((percent or 0) >= bound for bound in STEP_BOUNDS)


def progress_tile(
    names: Iterable[str],
    *,
    column: int,
    row: int,
    done: int,
    planned: int,
    takes_part: bool = True,
    url: str = "",
) -> Tile:
    """A tile that shows done of planned; one without a plan shows the number done."""
    place = {"names": tuple(names), "column": column, "row": row, "url": url}
    if not takes_part:
        return Tile(**place, step=NOT_TAKING_PART, detail=_("does not take part"))  # type: ignore[arg-type]
    if not planned:
        return Tile(**place, step=step_of(0), value=str(done), detail=_("no plan"))  # type: ignore[arg-type]
    value = format_percent(min(done, planned), planned)
    step = step_of(100 * done // planned)  # whole steps: almost done never has the colour of done
    return Tile(**place, step=step, value=value, detail=format_count_of(done, planned))  # type: ignore[arg-type]
