"""Key figures for measuring (`make bench`): as many offices, figures and years as a country has."""

from collections.abc import Callable
from random import Random

from samsyn.core.clock.interface import today
from samsyn.indicators.interface import (
    Comparability,
    make_indicator,
    publish_definition,
    record_published_figures,
)
from samsyn.organisations.interface import Collaboration, collaboration_by_slug, make_collaboration

SLUG, HOST = "matning", "matning.localhost"
SHARE_MISSING = 0.1


def country() -> Collaboration:
    """A collaboration of its own, so that the demo county stays as it is."""
    found = collaboration_by_slug(SLUG)
    if found is not None:
        return found
    return make_collaboration(
        by=None, slug=SLUG, name="Mätning (exempeldata)", county="Mätning", host=HOST, is_demo=True
    )


def fill(*, offices: int, indicators: int, years: int, tell: Callable[[str], None]) -> None:
    """So many figures, one in ten of them missing; the same each time."""
    here = country()
    dice = Random(1)  # noqa: S311  # figures, not secrets
    last = today().year - 1
    for number in range(1, indicators + 1):
        key = f"matt-{number}"
        indicator = make_indicator(
            by=None, collaboration=here, key=key, number=f"M.{number}", is_example=True
        )
        definition = publish_definition(
            by=None, indicator=indicator, name=f"Mått {number}", unit="antal", decimals=1,
            comparability=Comparability.FREE, first_year=last - years,
        )  # fmt: skip
        rows = [
            {
                "area": f"kontor-{office}",
                "area_name": f"Kontor {office}",
                "year": last - back,
                "value": None if dice.random() < SHARE_MISSING else dice.randrange(10_000) / 8,
                "source_url": "",
            }
            for office in range(1, offices + 1)
            for back in range(years)
        ]
        record_published_figures(by=None, definition=definition, rows=rows)
        tell(f"{number} of {indicators}")
