"""Files of a key figure: one long table, one row per area and year, with reason, rule and revision in columns.

The same table is the export for Miljöbarometern's editors: one row per indicator, area and year. Their own import format
is not known to us, so the columns are documented instead.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from decimal import Decimal

import xlsxwriter

from samsyn.indicators.codes import Comparability
from samsyn.indicators.picture import Area, Picture
from samsyn.lib.rounding import round_half_up

# Swedish on purpose: the files are read by people and programs in Sweden, and the names are promised to stay.
COLUMNS = (
    "nyckel", "nummer", "namn", "lista", "typ", "omrade_kod", "omrade", "grupp", "ar", "varde", "enhet", "antal_kontor",
    "orsak", "orsak_text", "taljare", "namnare", "intervall_lag", "intervall_hog", "jamforbarhet", "definition",
    "revision", "avvikelse", "serie_bruten", "kommentar", "ursprung", "kalla", "exempeldata",
)  # fmt: skip

Row = dict[str, object]


def rows_of(picture: Picture) -> Iterator[Row]:
    """The picture's rows: areas in Swedish order with their years, then the county's mean and median."""
    for area, group in _areas(picture):
        for year in picture.years:
            yield _area_row(picture, area, group, year)
    for line in picture.lines:
        common = _common(picture, line.year)
        for name, own, theirs in (
            ("medel", line.mean, line.published_mean),
            ("median", line.median, line.published_median),
        ):
            if own is not None and line.has_mean:
                yield {
                    **common,
                    "typ": name,
                    "varde": own,
                    "antal_kontor": line.n,
                    "ursprung": "computed",
                }
            if theirs is not None:
                yield {**common, "typ": name, "varde": theirs, "ursprung": "source"}


def _areas(picture: Picture) -> Iterable[tuple[Area, str]]:
    if picture.rule != Comparability.WITHIN_GROUP:
        return [(area, "") for area in picture.areas]
    named = {area.key: area for area in picture.areas}
    return [
        (named[office.slug], group.name)
        for group in picture.groups
        for office in sorted(group.offices.all(), key=lambda o: picture.areas.index(named[o.slug]))
        if office.slug in named
    ]


def _common(picture: Picture, year: int) -> Row:
    one, meaning = picture.indicator, picture.definition
    return {
        "nyckel": one.key,
        "nummer": one.number,
        "namn": meaning.name,
        "lista": one.publisher,
        "ar": year,
        "enhet": meaning.unit,
        "jamforbarhet": picture.rule,
        "kalla": meaning.source_url,
        "exempeldata": "ja" if one.is_example else "",
    }


def _area_row(picture: Picture, area: Area, group: str, year: int) -> Row:
    row = {
        **_common(picture, year),
        "typ": "omrade",
        "omrade_kod": area.key,
        "omrade": area.name,
        "grupp": group,
    }
    figure = picture.figures.get((area.key, year))
    if figure is None:
        return {**row, "orsak": "dropout", "orsak_text": "Ingen uppgift"}
    ends = picture.interval(figure)
    places = figure.definition.decimals
    return {
        **row,
        "varde": None if figure.value is None else picture.rounded(figure.value),
        "orsak": figure.missing,
        "orsak_text": figure.get_missing_display() if figure.missing else "",
        "taljare": figure.numerator,
        "namnare": figure.denominator,
        "intervall_lag": round_half_up(ends[0], places) if ends else None,
        "intervall_hog": round_half_up(ends[1], places) if ends else None,
        "definition": figure.definition.version,
        "revision": figure.revision,
        "avvikelse": figure.deviation,
        "serie_bruten": "ja" if figure.breaks_series else "",
        "kommentar": figure.comment,
        "ursprung": figure.origin,
        "kalla": figure.source_url or row["kalla"],
    }


def csv_of(pictures: Iterable[Picture]) -> str:
    """The rows as CSV: semicolon and decimal comma, as Swedish Excel opens it; byte-order mark first."""
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(COLUMNS)
    for picture in pictures:
        for row in rows_of(picture):
            writer.writerow([_swedish(row.get(name)) for name in COLUMNS])
    return out.getvalue()


def _swedish(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        text = format(value, "f")
        return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")
    text = str(value)
    # A text that a spreadsheet would take for a formula is given as text.
    return f"'{text}" if text[:1] in {"=", "+", "-", "@"} else text


def xlsx_of(picture: Picture) -> bytes:
    """The rows in one sheet and the definitions in another."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    bold = book.add_format({"bold": True})
    sheet = book.add_worksheet("Data")
    sheet.write_row(0, 0, COLUMNS, bold)
    for number, row in enumerate(rows_of(picture), start=1):
        for column, name in enumerate(COLUMNS):
            value = row.get(name)
            if isinstance(value, Decimal | int):
                sheet.write_number(number, column, float(value))
            elif value:
                sheet.write_string(number, column, str(value))
    sheet.freeze_panes(1, 0)
    about = book.add_worksheet("Definition")
    lines = [
        (
            d.version,
            d.name,
            d.unit,
            d.counted,
            d.get_comparability_display(),
            d.comparability_reason,
            d.change_note,
        )
        for d in sorted(picture.indicator.definitions.all(), key=lambda d: d.version)
    ]
    heads = ("version", "namn", "enhet", "vad som räknas", "jämförbarhet", "varför", "ändring")
    about.write_row(0, 0, heads, bold)
    for number, line in enumerate(lines, start=1):
        about.write_row(number, 0, line)
    book.close()
    return out.getvalue()
