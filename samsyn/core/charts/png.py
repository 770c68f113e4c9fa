"""A drawing as a PNG, for link previews and for programs that cannot show SVG."""

from pathlib import Path

from samsyn.core.pdf.interface import fonts_dir, typeset

__all__ = ["to_png"]

_MARGIN = 0.03


def to_png(
    svg: str,
    *,
    width: int,
    height: int | None = None,
    edge: float = _MARGIN,
    fonts: Path | None = None,
) -> bytes:
    """`width` and `height` in pixels; without `height` as high as the drawing asks for, on white.

    `edge` is the white around it, as a share of the width.
    `fonts` is the folder of the built typeface (else the setting FONTS_DIR). Raises what
    `samsyn.core.pdf` raises: RenderingFailed for what is no SVG, FontsMissing.
    """
    data = {"svg": svg, "width": width, "height": height, "margin": round(width * edge)}
    return typeset("picture.typ", data, fonts=fonts or fonts_dir(), format="png", ppi=72.0)
