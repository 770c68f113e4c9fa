"""The people of the demo, all invented. One cast feeds the demo, the tests and the pictures.

Sign-ins: `samordnare@exempel.se` and the others below, and for each office `handlaggare.<office>@exempel.se`,
`kontakt.<office>@exempel.se` and `chef.<office>@exempel.se`. All have the password below, in demo mode only.
"""

from dataclasses import dataclass

from samsyn.demo.county import COUNTY_BOARD, REGION
from samsyn.organisations.interface import Role

PASSWORD = "samsyn-demo"  # noqa: S105  # published on purpose: demo mode only


@dataclass(frozen=True, slots=True)
class CastMember:
    """Somebody in the demo with her roles, each in an office (its short name) or, empty, in the whole collaboration."""

    email: str
    name: str
    roles: tuple[tuple[Role, str], ...]


def _in_office(slug: str, officer: str, contact: str, manager: str) -> tuple[CastMember, ...]:
    return (
        CastMember(f"handlaggare.{slug}@exempel.se", officer, ((Role.OFFICER, slug),)),
        CastMember(
            f"kontakt.{slug}@exempel.se", contact, ((Role.OFFICER, slug), (Role.CONTACT, slug))
        ),
        CastMember(f"chef.{slug}@exempel.se", manager, ((Role.MANAGER, slug),)),
    )


COLLABORATION = (
    CastMember("samordnare@exempel.se", "Lena Sandberg", ((Role.COORDINATOR, REGION),)),
    CastMember("styrgrupp@exempel.se", "Anders Wikner", ((Role.STEERING, ""),)),
    CastMember("styrgrupp2@exempel.se", "Ingrid Falkman", ((Role.STEERING, ""),)),
    CastMember("styrgrupp3@exempel.se", "Bo Rydström", ((Role.STEERING, ""),)),
    CastMember(
        "lansstyrelsen@exempel.se", "Helena Brunn", ((Role.GUIDANCE_OFFICER, COUNTY_BOARD),)
    ),
    CastMember("region@exempel.se", "Mats Törnqvist", ((Role.REGION, REGION),)),
    CastMember("redaktor@exempel.se", "Sofia Almgren", ((Role.EDITOR, ""),)),
    CastMember("forelasare@exempel.se", "Gunnar Ekstrand", ((Role.LECTURER, ""),)),
    CastMember("admin@exempel.se", "Jonas Vikander", ((Role.ADMINISTRATOR, ""),)),
)
OFFICERS = (
    *_in_office("aneby", "Maja Rydell", "Olle Sjöstrand", "Birgitta Hallin"),
    *_in_office("eksjo", "Emil Granat", "Anna Skoglund", "Per Malmborg"),
    *_in_office("gislaved", "Sara Lindahl", "Johan Furuby", "Karin Tenglund"),
    *_in_office("gnosjo", "Elin Dahlby", "Tomas Ringvall", "Ulla Stensson"),
    *_in_office("habo-mullsjo", "Nils Vretman", "Ida Blomfeldt", "Rolf Aspelin"),
    *_in_office("jonkoping", "Amira Haddad", "Fredrik Lundell", "Eva Norrby"),
    *_in_office("nassjo", "Karin Elgh", "Viktor Sahlén", "Marie Bredal"),
    *_in_office("savsjo", "Oskar Thelin", "Lisa Hagberg", "Göran Fallström"),
    *_in_office("tranas", "Hanna Wester", "Mikael Broman", "Inger Sundh"),
    *_in_office("vaggeryd", "David Kronvall", "Petra Ljungdahl", "Stefan Åkerlind"),
    *_in_office("vetlanda", "Linnea Forsell", "Daniel Hjort", "Agneta Rosenlind"),
    *_in_office("varnamo", "Alva Stridh", "Henrik Öberg", "Monica Tallberg"),
    CastMember("handlaggare2.jonkoping@exempel.se", "Samuel Grip", ((Role.OFFICER, "jonkoping"),)),
    CastMember("handlaggare3.jonkoping@exempel.se", "Wilma Ståhle", ((Role.OFFICER, "jonkoping"),)),
    CastMember("handlaggare2.varnamo@exempel.se", "Ali Rezai", ((Role.OFFICER, "varnamo"),)),
    CastMember(
        "handlaggare2.vetlanda@exempel.se", "Cecilia Munther", ((Role.OFFICER, "vetlanda"),)
    ),
)
CAST = (*COLLABORATION, *OFFICERS)

OTHER_CAST = (
    CastMember("samordnare.annan@exempel.se", "Britta Exempelson", ((Role.COORDINATOR, ""),)),
    CastMember(
        "handlaggare.norrexempel@exempel.se", "Kim Norrman", ((Role.OFFICER, "norrexempel"),)
    ),
    CastMember(
        "kontakt.norrexempel@exempel.se", "Tove Mallander", ((Role.CONTACT, "norrexempel"),)
    ),
    CastMember(
        "handlaggare.sodraexempel@exempel.se", "Jens Söderman", ((Role.OFFICER, "sodraexempel"),)
    ),
    CastMember("chef.sodraexempel@exempel.se", "Ylva Provberg", ((Role.MANAGER, "sodraexempel"),)),
)
