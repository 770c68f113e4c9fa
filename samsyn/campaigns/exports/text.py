"""A download as CSV for Swedish Excel: UTF-8 with a mark, semicolons, decimal commas."""

import csv
import io
from collections.abc import Iterator

from samsyn.campaigns.exports.rows import ANSWERS, Export, Stored, Values

MARK = "\ufeff"


def csv_pieces(export: Export) -> Iterator[bytes]:
    """The whole file, in pieces of some thousand rows."""
    yield (MARK + _written([[column.name for column in export.columns]], ";")).encode()
    decimal = [place for place, column in enumerate(export.columns) if column.kind == "number"]
    for stored in export.stored_batches():
        yield (_as_stored(export, stored) or _read(export, stored, decimal)).encode()


def _read(export: Export, stored: Stored, decimal: list[int]) -> str:
    batch = export.values(stored)
    for place in decimal:
        for row in batch:
            if "." in row[place]:
                row[place] = row[place].replace(".", ",")
    return _written(batch, ";")


def _as_stored(export: Export, stored: Stored) -> str:
    """The lines as they are stored with another separator; empty when quotes or decimals need more than that.

    Most forms are codes and whole numbers only, and then a hundred thousand rows take half the time.
    """
    if not export.is_whole(stored):
        return ""
    answers = "\n".join([found[ANSWERS] for found in stored])
    leads = [export.lead(found) for found in stored]
    lead = "\n".join([";".join(values) for values in leads])
    commas = len(stored) * (len(export.questions) - 1)
    separators = sum(len(values) - 1 for values in leads)
    plain = (
        answers.count("\n") == lead.count("\n") == len(stored) - 1
        and answers.count(",") == commas
        and lead.count(";") == separators
        and not any(sign in answers for sign in '";.\r')
        and not any(sign in lead for sign in '"\r')
    )
    if not plain:
        return ""
    after = answers.replace(",", ";").split("\n")
    both = [f"{first};{rest}" for first, rest in zip(lead.split("\n"), after, strict=True)]
    return "\r\n".join(both) + "\r\n"


def machine_csv_pieces(export: Export) -> Iterator[bytes]:
    """The same with commas and decimal points and without a mark, for programs."""
    for batch in export.batches():
        yield _written(batch, ",").encode()


def _written(batch: list[Values], delimiter: str) -> str:
    lines = io.StringIO()
    csv.writer(lines, delimiter=delimiter, lineterminator="\r\n").writerows(batch)
    return lines.getvalue()
