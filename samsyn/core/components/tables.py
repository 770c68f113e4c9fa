"""The rows of a dense table, written in one go: a template for each cell took most of a large table's time."""

from collections.abc import Iterable, Sequence

from django.utils.safestring import SafeString, mark_safe

from samsyn.core.components.inputs import escaped
from samsyn.core.components.values import Cell, Column


def draw_rows(columns: Sequence[Column], rows: Iterable[Sequence[str | Cell]]) -> SafeString:
    """The rows as table rows; the first cell of a row is its head."""
    marks = [' class="number"' if column.is_number else "" for column in columns]
    return mark_safe("".join(_row(row, marks) for row in rows))


def _row(row: Sequence[str | Cell], marks: Sequence[str]) -> str:
    head, *rest = (_cell(cell) for cell in row)
    cells = "".join(f"<td{mark}>{text}</td>" for text, mark in zip(rest, marks[1:], strict=True))
    return f'<tr><th scope="row">{head}</th>{cells}</tr>'


def _cell(cell: str | Cell) -> str:
    if not isinstance(cell, Cell):
        return escaped(cell)
    text = escaped(cell.text)
    if cell.missing:
        why = escaped(cell.missing)
        return f'<span class="missing">{text}</span><span class="visually-hidden"> ({why})</span>'
    return f'<a href="{escaped(cell.url)}">{text}</a>' if cell.url else text
