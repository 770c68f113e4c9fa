"""An example key figure that is a share of whole numbers, so that its offices can be compared with what chance gives."""

from decimal import Decimal

from samsyn.demo.plan import Demo
from samsyn.indicators.interface import (
    Comparability,
    Definition,
    IntervalKind,
    Part,
    Typed,
    make_indicator,
    publish_definition,
)

KEY = "genomford-planerad-tillsyn-exempel"
PLANNED, DONE = "exempel-planerade-besok", "exempel-genomforda-planerade"
# Per cent of the planned visits that were made. All invented.
_MADE = {
    "aneby": 84, "eksjo": 88, "gislaved": 79, "gnosjo": 86, "habo-mullsjo": 81, "jonkoping": 85,
    "nassjo": 83, "savsjo": 90, "tranas": 82, "vaggeryd": 87, "vetlanda": 66, "varnamo": 84,
}  # fmt: skip


def definition(demo: Demo) -> Definition:
    """Planned visits that were made, of all planned."""
    indicator = make_indicator(
        by=None, collaboration=demo.county, key=KEY, subject="Miljöbalkstillsyn", owner="Länssamordnaren",
        order=103, is_example=True,
    )  # fmt: skip
    return publish_definition(
        by=None,
        indicator=indicator,
        name="Genomförd planerad tillsyn",
        unit="procent av de planerade besöken",
        counted="Antalet planerade tillsynsbesök som gjordes under året, delat med alla som var planerade.",
        source="Kontorens egen rapportering",
        multiplier=Decimal(100),
        comparability=Comparability.FREE,
        comparability_reason="Varje kontor jämförs med sin egen plan.",
        interval=IntervalKind.SHARE,
        first_year=2007,
        components=[
            {"key": DONE, "part": Part.NUMERATOR, "name": "Planerade besök som gjordes", "unit": "besök"},
            {"key": PLANNED, "part": Part.DENOMINATOR, "name": "Planerade besök", "unit": "besök"},
        ],
    )  # fmt: skip


def typed(slug: str, planned: int) -> dict[str, Typed]:
    """What an office reports of it."""
    made = planned * _MADE[slug] // 100
    return {PLANNED: Typed(Decimal(planned)), DONE: Typed(Decimal(made))}
