"""Key figures for tests, made through the same actions that people use: visits per full-time equivalent, two offices."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from samsyn.core.clock.interface import today
from samsyn.core.decisions.interface import DecisionRef
from samsyn.indicators.actions.collecting import (
    accept_report,
    open_round,
    save_entries,
    sign_report,
)
from samsyn.indicators.actions.definition import make_indicator, publish_definition
from samsyn.indicators.actions.publishing import release_round
from samsyn.indicators.codes import Comparability, IntervalKind, Part
from samsyn.indicators.models import Definition, Indicator, Release, Report, Round
from samsyn.indicators.reporting import Typed
from samsyn.organisations.interface import Actor, Office, Role, make_office
from samsyn.organisations.tests.factories import World

KEY = "besok-per-arsarbetskraft"
PAGE = f"/nyckeltal/{KEY}/"
VISITS, STAFF = "besok", "arsarbetskrafter"
DECISION = DecisionRef(body="Styrgruppen", date=today(), paragraph="4")


def components() -> list[dict[str, object]]:
    return [
        {"key": VISITS, "part": Part.NUMERATOR, "name": "Besök", "highest": Decimal(9999)},
        {"key": STAFF, "part": Part.DENOMINATOR, "name": "Årsarbetskrafter", "decimals": 2},
    ]


@dataclass
class Scene:
    """One indicator and the people of two offices; `release(2024, aneby=(100, 2))` takes a round all the way."""

    world: World
    coordinator: Actor
    officer: Actor
    manager: Actor
    stranger: Actor
    indicator: Indicator
    definition: Definition

    def open(self, year: int = 2025) -> Round:
        return open_round(
            by=self.coordinator,
            collaboration=self.world.collaboration,
            year=year,
            deadline=today() + timedelta(days=20),
        )

    def report(self, one: Round, office: Office | None = None) -> Report:
        return Report.objects.select_related("round__collaboration", "office__collaboration").get(
            round=one, office=office or self.world.aneby
        )

    def fill(
        self,
        one: Round,
        office: Office,
        visits: object,
        staff: object,
        comment: str = "Förklaring.",
    ) -> Report:
        """Fills in, signs off and accepts an office's report. A text instead of a number is the reason it is missing."""
        report = self.report(one, office)
        typed = {
            key: Typed(None, value, comment)
            if isinstance(value, str)
            else Typed(Decimal(str(value)), "", comment)
            for key, value in ((VISITS, visits), (STAFF, staff))
        }
        save_entries(by=self.officer, report=report, typed=typed)
        sign_report(by=self.manager, report=report)
        return accept_report(by=self.coordinator, report=report)

    def release(self, year: int, **offices: tuple[object, object]) -> Release:
        """A released round; the offices by name, `aneby` and `habo`."""
        one = self.open(year)
        for name, (visits, staff) in offices.items():
            self.fill(one, getattr(self.world, name), visits, staff)
        return release_round(by=self.coordinator, opened=one, decision=DECISION)

    def third_office(self) -> None:
        """A third office, as `tredje`: from three on, a mean gives nobody away."""
        self.world.tredje = make_office(
            by=None, collaboration=self.world.collaboration, slug="tredje", name="Miljökontoret Tredje", short_name="Tredje",
        )  # fmt: skip

    def redefine(self, **values: object) -> Definition:
        return define(self.indicator, change_note="Ny regel.", **values)


def define(indicator: Indicator, **values: object) -> Definition:
    given = {
        "name": "Besök per årsarbetskraft",
        "unit": "besök per årsarbetskraft",
        "counted": "Antal besök delat med årsarbetskrafter.",
        "comparability": Comparability.OWN_TREND,
        "comparability_reason": "Avstånden skiljer.",
        "interval": IntervalKind.COUNT,
        "decimals": 1,
        "first_year": 2007,
        "components": components(),
    }
    return publish_definition(by=None, indicator=indicator, **(given | values))


def make_scene(world: World) -> Scene:
    indicator = make_indicator(
        by=None, collaboration=world.collaboration, key=KEY, number="P.1", subject="Tillsyn"
    )
    return Scene(
        world=world,
        coordinator=world.coordinator(),
        officer=world.actor("maja", Role.OFFICER, world.aneby),
        manager=world.actor("chef", Role.MANAGER, world.aneby),
        stranger=world.actor("nils", Role.OFFICER, world.habo),
        indicator=indicator,
        definition=define(indicator),
    )
