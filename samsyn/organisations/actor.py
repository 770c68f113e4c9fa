"""Who is asking: a person with the roles she holds today, loaded once per request."""

from dataclasses import dataclass, field
from functools import cached_property

from samsyn.core.clock.interface import today
from samsyn.core.rows.interface import Prepared
from samsyn.organisations.models import Collaboration, Membership, Office, Person
from samsyn.organisations.roles import Permission
from samsyn.organisations.rules import Answer, is_current, may

_MEMBERSHIPS = Prepared(
    lambda person: (
        Membership.objects.filter(person_id=person)
        .select_related("office")
        .order_by("starts", "id")
    ),
    person=-1,
)


@dataclass(eq=False)
class Actor:
    """A person and her current memberships. Views and actions pass it on; nothing looks up a 'current user'."""

    person: Person
    memberships: list[Membership] = field(default_factory=list)

    @property
    def pk(self) -> int:
        return self.person.pk

    @property
    def user_id(self) -> int:
        return self.person.user_id

    @property
    def collaboration_id(self) -> int:
        return self.person.collaboration_id

    @property
    def collaboration(self) -> Collaboration:
        return self.person.collaboration

    @cached_property
    def offices(self) -> list[Office]:
        """The offices she belongs to today, in the order she joined them."""
        seen: dict[int, Office] = {}
        for membership in self.memberships:
            if membership.office is not None:
                seen.setdefault(membership.office.pk, membership.office)
        return list(seen.values())

    @property
    def office(self) -> Office | None:
        """Her first office, or none for those who belong to the whole collaboration."""
        return self.offices[0] if self.offices else None

    def may(self, permission: Permission, *, office_id: int | None = None) -> Answer:
        """Whether she may, by her roles; in the given office when one is given."""
        return may(self.memberships, permission, office_id=office_id, day=today())

    def offices_where(self, permission: Permission) -> list[Office]:
        """Her own offices in which she may."""
        return [office for office in self.offices if self.may(permission, office_id=office.pk)]


def actor_of(person: Person) -> Actor:
    """The actor of a person, with the memberships that hold today."""
    memberships = []
    for held in _MEMBERSHIPS.rows(person=person.pk):
        held.person = person
        if is_current(held, today()):
            memberships.append(held)
    return Actor(person=person, memberships=memberships)
