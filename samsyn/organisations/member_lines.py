"""Member organisations as an operator writes them: one per line, with the municipalities it works for after a colon."""

import re
import unicodedata
from dataclasses import dataclass

from samsyn.organisations.models import Office
from samsyn.organisations.rules import RESERVED_SLUGS

MOST_LINES = 300
LONGEST_NAME, LONGEST_SHORT = 120, 40
_MUNICIPALITY = re.compile(r"(\d{4})\s+(\S.{0,58})")
# What stands before the place in the name of an office, and says nothing in a table.
_BEFORE_PLACE = re.compile(r"^(?:Miljökontoret|Miljöförvaltningen|Miljöenheten)\s+(?:i\s+)?", re.I)
_KINDS = (("länsstyrelsen", Office.Kind.COUNTY_BOARD), ("region", Office.Kind.REGION))


@dataclass(frozen=True, slots=True)
class MemberLine:
    """One member: its names, its kind, and its municipalities as (code, name)."""

    name: str
    short_name: str
    slug: str
    kind: Office.Kind
    municipalities: tuple[tuple[str, str], ...]


class LineRefused(Exception):
    """A line that cannot be read: `code` is name, municipality, twice or too_many; `line` counts from 1."""

    def __init__(self, code: str, line: int, text: str) -> None:
        super().__init__(code)
        self.code, self.line, self.text = code, line, text


def read_member_lines(text: str) -> list[MemberLine]:
    """`Miljökontoret Habo och Mullsjö: 1643 Habo, 1642 Mullsjö`, one member per line; empty lines are left out."""
    found: list[MemberLine] = []
    slugs: set[str] = set()
    codes: set[str] = set()
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        if len(found) == MOST_LINES:
            raise LineRefused("too_many", number, line)
        one = _read(line.strip(), number)
        new = {code for code, _name in one.municipalities}
        if one.slug in slugs or codes & new or len(new) < len(one.municipalities):
            raise LineRefused("twice", number, line)
        slugs.add(one.slug)
        codes |= new
        found.append(one)
    return found


def _read(line: str, number: int) -> MemberLine:
    name, _colon, rest = line.partition(":")
    name = " ".join(name.split())
    short = _BEFORE_PLACE.sub("", name)[:LONGEST_SHORT]
    slug = _slug(short)
    if not slug or len(name) > LONGEST_NAME:
        raise LineRefused("name", number, line)
    municipalities = []
    for part in filter(None, (one.strip() for one in rest.split(","))):
        match = _MUNICIPALITY.fullmatch(part)
        if match is None:
            raise LineRefused("municipality", number, part)
        municipalities.append((match[1], match[2]))
    kind = next((kind for word, kind in _KINDS if name.lower().startswith(word)), None)
    return MemberLine(
        name, short, slug, kind or Office.Kind.ENVIRONMENTAL_OFFICE, tuple(municipalities)
    )


def _slug(short_name: str) -> str:
    """The name's letters without rings and dots, as in addresses: Habo och Mullsjö is habo-och-mullsjo."""
    plain = unicodedata.normalize("NFKD", short_name.lower()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return f"{slug}-kontor" if slug in RESERVED_SLUGS else slug
