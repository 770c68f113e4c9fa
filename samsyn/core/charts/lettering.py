"""How wide a text will be in Source Sans 3, without a browser: enough to place and wrap labels.

The widths are the font's own advances, in thousandths of the size, gathered to the nearest 20.
"""

from functools import lru_cache

_REGULAR = {
    200: " \u00a0",
    240: "ij.,:;'",
    260: "lI",
    280: "!",
    300: "f()[]•",
    320: "-",
    340: "rt",
    360: "/",
    420: 'sz?"',
    440: "x",
    460: "cvy",
    480: "JLY–",
    500: "aegkåäéF0123456789−§+=×",
    520: "EVX",
    540: "hnouöüASTZÅÄ",
    560: "bdpqPR",
    580: "BCK",
    600: "&",
    620: "DG",
    640: "NU",
    660: "HOQÖ",
    720: "wM",
    780: "W",
    820: "m%",
    940: "…",
}
_WIDTHS = {character: width for width, group in _REGULAR.items() for character in group}
_NARROW_SPACE = 200
_OTHER = 600
_BOLD = 1.04  # semibold is that much wider, measured over Swedish sentences


@lru_cache(maxsize=4096)
def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Width in the drawing's units."""
    ems = sum(_WIDTHS.get(c, _NARROW_SPACE if c.isspace() else _OTHER) for c in text) / 1000
    return ems * size * (_BOLD if bold else 1)


def shortened(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """The text, cut with an ellipsis when it does not fit the room."""
    if width_of(text, size, bold=bold) <= room:
        return text
    kept = text
    while kept and width_of(f"{kept}…", size, bold=bold) > room:
        kept = kept[:-1].rstrip()
    return f"{kept}…"


def wrapped(
    text: str, size: float, room: float, *, lines: int = 2, bold: bool = False
) -> list[str]:
    """The text in at most so many lines; what is left over ends in an ellipsis."""
    done: list[str] = []
    current = ""
    words = text.split(" ")
    for place, word in enumerate(words):
        longer = f"{current} {word}" if current else word
        if not current or width_of(longer, size, bold=bold) <= room:
            current = longer
        elif len(done) == lines - 1:
            return [*done, shortened(" ".join([current, *words[place:]]), size, room, bold=bold)]
        else:
            done.append(shortened(current, size, room, bold=bold))
            current = word
    return [*done, shortened(current, size, room, bold=bold)]
