"""What somebody asks the search page: her words, and what she has narrowed the search by, as its address holds them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.components.interface import Chip
from samsyn.core.search.interface import Facet, Narrowing
from samsyn.guidance.interface import Area

MOST_PAGES = 50
ENDED = "galler-inte"


@dataclass(frozen=True, slots=True)
class Asked:
    """One search; what is not one of the choices is left out."""

    question: str = ""
    kind: str = ""
    area: str = ""
    law: str = ""
    year: int | None = None
    ended: bool = False
    page: int = 1

    @property
    def narrowed(self) -> Narrowing:
        """The same for the index."""
        return Narrowing(area=self.area, year=self.year, law=self.law, ended=self.ended)

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the words is chosen."""
        return bool(self.kind) or self.narrowed != Narrowing()

    @property
    def address(self) -> str:
        """The page's address, with only what is chosen."""
        values = {
            "q": self.question,
            "typ": self.kind,
            "omrade": self.area,
            "lag": self.law,
            "ar": str(self.year or ""),
            "lage": ENDED if self.ended else "",
            "sida": str(self.page) if self.page > 1 else "",
        }
        chosen = {name: value for name, value in values.items() if value}
        return f"{reverse('web:search')}?{urlencode(chosen)}"


def read(given: Mapping[str, str], laws: Sequence[str], years: Sequence[int]) -> Asked:
    """What an address asks for."""
    year = given.get("ar", "")
    return Asked(
        question=given.get("q", "").strip(),
        kind=given.get("typ", ""),
        area=given.get("omrade", "") if given.get("omrade", "") in Area.values else "",
        law=given.get("lag", "") if given.get("lag", "") in laws else "",
        year=int(year) if year in map(str, years) else None,
        ended=given.get("lage", "") == ENDED,
        page=_page_number(given.get("sida", "")),
    )


def kind_chips(facets: Sequence[Facet], asked: Asked) -> list[Chip]:
    """The filter by kind: all, and each kind that has hits with their number."""
    total = sum(facet.count for facet in facets)
    chips = [(_("All (%(number)s)") % {"number": total}, "")]
    chips += [(f"{facet.label} ({facet.count})", facet.kind) for facet in facets]
    return [
        Chip(label, replace(asked, kind=kind, page=1).address, asked.kind == kind)
        for label, kind in chips
    ]


def _page_number(written: str) -> int:
    number = int(written) if written.isascii() and written.isdigit() and len(written) < 4 else 1
    return min(max(number, 1), MOST_PAGES)
