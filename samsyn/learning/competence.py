"""What people have learnt: per area in an office and in the county, where it is thin, and where it is about to be."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from samsyn.core.clock.interface import today
from samsyn.learning.codes import Attendance
from samsyn.learning.models import Registration
from samsyn.network.interface import Area
from samsyn.organisations.interface import Collaboration, Office, Person, current_memberships

A_YEAR = timedelta(days=365)


@dataclass(slots=True)
class Knower:
    """Somebody who works here today and has attended something in an area: hours, and her last day if it is known."""

    person: Person
    office: Office
    hours: float = 0
    leaves: date | None = None

    @property
    def leaves_within_a_year(self) -> bool:
        """Whether her last day here is set and near."""
        return self.leaves is not None and self.leaves <= today() + A_YEAR


@dataclass(slots=True)
class AreaOfOffices:
    """One area: who knows it in the offices that are looked at, and the offices where nobody does."""

    code: str
    label: str
    knowers: list[Knower] = field(default_factory=list)
    without: list[Office] = field(default_factory=list)

    @property
    def staying(self) -> list[Knower]:
        """Those who are not known to leave within a year."""
        return [one for one in self.knowers if not one.leaves_within_a_year]

    @property
    def hours(self) -> float:
        """The hours of all."""
        return sum(one.hours for one in self.knowers)


def competence_of(collaboration: Collaboration, offices: Sequence[Office]) -> list[AreaOfOffices]:
    """Every area with those of today's people who have attended something in it, wherever they worked then."""
    here = {office.pk: office for office in offices}
    held = current_memberships(collaboration).filter(office_id__in=here).select_related("person")
    works: dict[int, tuple[Person, Office, date | None]] = {}
    for membership in held.order_by("starts", "pk"):
        last = works.get(membership.person_id)
        # Who holds two roles stays as long as the longer one.
        ends = membership.ends if last is None or (last[2] and membership.ends) else None
        if last is not None and last[2] and membership.ends:
            ends = max(last[2], membership.ends)
        office = here[membership.office_id or 0]
        works[membership.person_id] = (membership.person, last[1] if last else office, ends)
    known: dict[tuple[str, int], Knower] = {}
    rows = Registration.objects.filter(
        attendance=Attendance.ATTENDED, event__collaboration=collaboration, person_id__in=works
    ).values_list("person_id", "event__areas", "event__hours")
    for person_id, areas, hours in rows:
        person, office, ends = works[person_id or 0]
        for area in areas:
            knower = known.setdefault((area, person.pk), Knower(person, office, leaves=ends))
            knower.hours += float(hours)
    return [_area(Area(code), known, offices) for code in Area.values]


def _area(
    area: Area, known: dict[tuple[str, int], Knower], offices: Sequence[Office]
) -> AreaOfOffices:
    knowers = [one for (code, _person), one in known.items() if code == area.value]
    covered = {one.office.pk for one in knowers}
    return AreaOfOffices(
        code=area.value,
        label=str(area.label),
        knowers=sorted(knowers, key=lambda one: (one.office.short_name, one.person.name)),
        without=[office for office in offices if office.pk not in covered],
    )
