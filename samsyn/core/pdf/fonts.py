"""The house typeface as TTF: the pages' web font, its script parts merged into one file per weight.

The parts of Source Sans 3 carry a reserved font name (SIL Open Font License 1.1), so the merged
files are called Samsyn Sans. They are built, never committed: `python -m samsyn.core.pdf.fonts`.
"""

import os
import sys
import tempfile
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from fontTools.merge import Merger
from fontTools.ttLib import TTFont

__all__ = ["FAMILY", "FontsMissing", "build_fonts", "fonts_dir", "letters"]

FAMILY = "Samsyn Sans"
FACES = ((400, "normal"), (400, "italic"), (600, "normal"), (700, "normal"))
SCRIPTS = ("latin", "latin-ext", "greek", "cyrillic", "cyrillic-ext", "vietnamese")
_FILES = Path("@fontsource/source-sans-3/files")
_STYLES = {
    (400, "normal"): "Regular",
    (400, "italic"): "Italic",
    (600, "normal"): "SemiBold",
    (700, "normal"): "Bold",
}
# The narrow no-break space of thousands stands in no part; it takes the width of these thousandths.
_NARROW_SPACE, _NARROW_WIDTH = 0x202F, 120


class FontsMissing(FileNotFoundError):
    """The web font is not installed, or the TTF files have not been built yet."""


def build_fonts(
    node_modules: Path, target: Path, faces: Sequence[tuple[int, str]] = FACES
) -> list[Path]:
    """Writes one TTF per face to `target` and returns them. FontsMissing when a part is not there."""
    target.mkdir(parents=True, exist_ok=True)
    made = []
    for weight, style in faces:
        parts = [
            node_modules / _FILES / f"source-sans-3-{script}-{weight}-{style}.woff2"
            for script in SCRIPTS
        ]
        if missing := [part for part in parts if not part.exists()]:
            raise FontsMissing(f"{missing[0]} is not there; run npm ci first")
        font = _merged(parts)
        _named(font, weight, style)
        path = target / f"SamsynSans-{_STYLES[weight, style]}.ttf"
        font.save(path)
        made.append(path)
    return made


def _merged(parts: list[Path]) -> TTFont:
    with tempfile.TemporaryDirectory() as folder:
        plain = []
        for place, part in enumerate(parts):
            font = TTFont(part, recalcTimestamp=False)
            font.flavor = None
            for table in ("STAT", "DSIG"):
                if table in font:
                    del font[table]
            plain.append(f"{folder}/{place}.ttf")
            font.save(plain[-1])
        merged = Merger().merge(plain)
    merged.recalcTimestamp = False
    _add_narrow_space(merged)
    return merged


def _add_narrow_space(font: TTFont) -> None:
    name = "narrownbspace"
    order = font.getGlyphOrder()
    font["glyf"][name] = font["glyf"]["space"]
    font.setGlyphOrder([*order, name] if name not in order else order)
    font["hmtx"][name] = (_NARROW_WIDTH * font["head"].unitsPerEm // 1000, 0)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[_NARROW_SPACE] = name


def _named(font: TTFont, weight: int, style: str) -> None:
    """Family, style, weight and slant as a typesetter looks for them."""
    name = _STYLES[weight, style]
    texts = {
        1: FAMILY if weight in (400, 700) else f"{FAMILY} {name}",
        2: name if weight in (400, 700) else "Regular",
        3: f"{FAMILY} {name}",
        4: f"{FAMILY} {name}",
        6: f"SamsynSans-{name}",
        16: FAMILY,
        17: name,
    }
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in (0, 5, 13, 14)]
    for number, text in texts.items():
        table.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    italic = style == "italic"
    regular = weight == 400 and not italic
    font["OS/2"].fsSelection = (
        (1 if italic else 0) | (0x20 if weight == 700 else 0) | (0x40 if regular else 0)
    )
    font["head"].macStyle = (1 if weight == 700 else 0) | (2 if italic else 0)


def fonts_dir() -> Path:
    """Where the built files are (setting FONTS_DIR). FontsMissing says how to build them."""
    folder = Path(settings.FONTS_DIR)
    if not list(folder.glob("SamsynSans-*.ttf")):
        raise FontsMissing(f"no fonts in {folder}; run python -m samsyn.core.pdf.fonts")
    return folder


@lru_cache(maxsize=8)
def letters(folder: Path) -> frozenset[int]:
    """The code points every face can show and PDF/A allows: no control, format or private-use signs."""
    shown = []
    for path in sorted(folder.glob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            shown.append(frozenset(font.getBestCmap()))
    common = frozenset.intersection(*shown)
    return frozenset(c for c in common if unicodedata.category(chr(c)) not in {"Cc", "Cf", "Co"})


def main() -> int:
    """Builds from node_modules of the project into the folder of the setting."""
    try:
        build_fonts(Path(settings.PROJECT_DIR) / "node_modules", Path(settings.FONTS_DIR))
    except FontsMissing as missing:
        sys.stderr.write(f"{missing}\n")
        return 1
    return 0


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samsyn.config.settings")
    sys.exit(main())
