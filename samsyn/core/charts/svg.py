"""Writes SVG as text: escaped, numbered to a hundredth, with presentation attributes only.

The content-security policy forbids inline styles, so nothing here writes a style attribute or element.
"""

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from samsyn.core.charts import colours

__all__ = ["Drawing", "checked_key"]

Point = tuple[float, float]
# Characters that XML 1.0 cannot hold even as references.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_KEY = re.compile(r"[a-z][a-z0-9-]*")
# Quoted: an unquoted family name may not hold a word that starts with a digit.
_FONTS = "'Samsyn Sans', 'Source Sans 3 Variable', 'Source Sans 3', sans-serif"
_HALO = 4


def checked_key(key: str) -> str:
    """The name that makes a chart's ids unique on its page. ValueError unless `a-z0-9-`."""
    if not _KEY.fullmatch(key):
        raise ValueError(f"a chart's key is lower-case letters, digits and hyphens, not {key!r}")
    return key


def clean(text: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", text))


def number(value: float) -> str:
    """Up to two decimals, always with a point: this is for the machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def _attributes(attributes: dict[str, float | str | None]) -> str:
    parts = []
    for name, value in attributes.items():
        if value is None:
            continue
        text = (
            quoteattr(_FORBIDDEN.sub("", value)) if isinstance(value, str) else f'"{number(value)}"'
        )
        parts.append(f" {name.rstrip('_').replace('_', '-')}={text}")
    return "".join(parts)


class Drawing:
    """One drawing in units of its view box; y grows downwards."""

    def __init__(self, key: str, width: float, size: float) -> None:
        self.key, self.width, self.size = key, width, size
        self.height = 0.0
        self._parts: list[str] = []
        self._patterns: dict[str, str] = {}

    def add(self, name: str, content: str = "", /, **attributes: float | str | None) -> None:
        text = _attributes(attributes)
        self._parts.append(f"<{name}{text}>{content}</{name}>" if content else f"<{name}{text}/>")

    def rect(
        self, x: float, y: float, width: float, height: float, **attributes: float | str | None
    ) -> None:
        self.add("rect", x=x, y=y, width=max(width, 0), height=max(height, 0), **attributes)

    def line(
        self,
        start: Point,
        end: Point,
        *,
        stroke: str = colours.LINE,
        **attributes: float | str | None,
    ) -> None:
        self.add(
            "line", x1=start[0], y1=start[1], x2=end[0], y2=end[1], stroke=stroke, **attributes
        )

    def polyline(self, points: Sequence[Point], **attributes: float | str | None) -> None:
        self.add("polyline", points=_points(points), **{"fill": "none", **attributes})

    def polygon(self, points: Sequence[Point], **attributes: float | str | None) -> None:
        self.add("polygon", points=_points(points), **attributes)

    def circle(self, centre: Point, radius: float, **attributes: float | str | None) -> None:
        self.add("circle", cx=centre[0], cy=centre[1], r=radius, **attributes)

    def text(
        self,
        at: Point,
        text: str,
        *,
        anchor: str | None = None,
        bold: bool = False,
        fill: str = colours.TEXT,
        halo: bool = False,
        size: float | None = None,
    ) -> None:
        """A label with its baseline at y; `halo` keeps it readable on lines."""
        self.add(
            "text",
            clean(text),
            x=at[0],
            y=at[1],
            fill=fill,
            text_anchor=anchor,
            font_weight=600 if bold else None,
            font_size=size if size != self.size else None,
            paint_order="stroke" if halo else None,
            stroke=colours.WHITE if halo else None,
            stroke_width=_HALO if halo else None,
            stroke_linejoin="round" if halo else None,
        )

    def place(self, svg: str) -> None:
        """Another finished drawing inside this one, where its own `x`, `y`, `width` and `height` say."""
        self._parts.append(svg)

    def hatch(self) -> str:
        """The diagonal hatch of EK as a fill."""
        name = f"{self.key}-ek"
        self._patterns[name] = (
            f'<pattern id="{name}" width="5" height="5" patternUnits="userSpaceOnUse" '
            f'patternTransform="rotate(45)"><rect width="5" height="5" fill="{colours.WHITE}"/>'
            f'<rect width="1.8" height="5" fill="{colours.HATCH}"/></pattern>'
        )
        return f"url(#{name})"

    def svg(self, *, title: str, description: str, classes: str) -> str:
        """The whole drawing with its name and every value for those who cannot see it."""
        defs = f"<defs>{''.join(self._patterns.values())}</defs>" if self._patterns else ""
        box = f"{number(self.width)} {number(self.height)}"
        width, height = box.split(" ")
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="{classes}" role="img" '
            f'viewBox="0 0 {box}" width="{width}" height="{height}" '
            f'aria-labelledby="{self.key}-title" aria-describedby="{self.key}-desc" '
            f'font-family="{_FONTS}" font-size="{number(self.size)}">'
            f'<title id="{self.key}-title">{clean(title)}</title>'
            f'<desc id="{self.key}-desc">{clean(description)}</desc>'
            f"{defs}{''.join(self._parts)}</svg>"
        )


def _points(points: Sequence[Point]) -> str:
    return " ".join(f"{number(x)},{number(y)}" for x, y in points)
