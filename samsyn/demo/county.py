"""The county of the demo: real names and official codes of offices and municipalities (SCB's municipality codes).

Places on the tile map are (column, row), 0 = west and north. Addresses of e-mail are invented.
"""

from dataclasses import dataclass

from samsyn.organisations.interface import Office

COUNTY_SLUG = "jonkoping"
COUNTY_NAME = "Miljösamverkan Jönköpings län"
COUNTY = "Jönköpings län"
COUNTY_BOARD = "lansstyrelsen"
REGION = "region"


@dataclass(frozen=True, slots=True)
class PlannedMunicipality:
    """A municipality with its official code and its tile."""

    code: str
    name: str
    tile: tuple[int, int]


@dataclass(frozen=True, slots=True)
class PlannedOffice:
    """A member organisation and the municipalities it works for."""

    slug: str
    short_name: str
    municipalities: tuple[PlannedMunicipality, ...] = ()
    name: str = ""
    kind: Office.Kind = Office.Kind.ENVIRONMENTAL_OFFICE

    @property
    def full_name(self) -> str:
        return self.name or f"Miljökontoret {self.short_name}"

    @property
    def email(self) -> str:
        return f"miljo.{self.slug}@exempel.se"


def _one(slug: str, name: str, code: str, column: int, row: int) -> PlannedOffice:
    return PlannedOffice(slug, name, (PlannedMunicipality(code, name, (column, row)),))


ENVIRONMENTAL_OFFICES = (
    _one("aneby", "Aneby", "0604", 3, 1),
    _one("eksjo", "Eksjö", "0686", 4, 2),
    _one("gislaved", "Gislaved", "0662", 0, 3),
    _one("gnosjo", "Gnosjö", "0617", 1, 3),
    PlannedOffice(
        "habo-mullsjo",
        "Habo-Mullsjö",
        (
            PlannedMunicipality("0643", "Habo", (1, 0)),
            PlannedMunicipality("0642", "Mullsjö", (0, 0)),
        ),
        name="Miljökontoret Habo och Mullsjö",
    ),
    _one("jonkoping", "Jönköping", "0680", 2, 1),
    _one("nassjo", "Nässjö", "0682", 3, 2),
    _one("savsjo", "Sävsjö", "0684", 3, 3),
    _one("tranas", "Tranås", "0687", 4, 0),
    _one("vaggeryd", "Vaggeryd", "0665", 2, 2),
    _one("vetlanda", "Vetlanda", "0685", 4, 3),
    _one("varnamo", "Värnamo", "0683", 2, 3),
)
OFFICES = (
    *ENVIRONMENTAL_OFFICES,
    PlannedOffice(
        COUNTY_BOARD,
        "Länsstyrelsen",
        name="Länsstyrelsen i Jönköpings län",
        kind=Office.Kind.COUNTY_BOARD,
    ),
    PlannedOffice(
        REGION, "Region Jönköpings län", name="Region Jönköpings län", kind=Office.Kind.REGION
    ),
)

# A second collaboration in the same installation, all of it invented; the codes are of no real municipality.
OTHER_SLUG = "exempellan"
OTHER_NAME = "Miljösamverkan Exempellän (exempeldata)"
OTHER_HOST = "annan.localhost"
OTHER_OFFICES = (
    _one("norrexempel", "Norrexempel", "9901", 0, 0),
    _one("sodraexempel", "Södraexempel", "9902", 0, 1),
)
