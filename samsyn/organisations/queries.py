"""Reads: offices, municipalities and people of a collaboration, and who may see whom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Prefetch, Q, QuerySet

from samsyn.core.accounts.interface import User
from samsyn.core.audit.interface import AuditEntry, verb_text
from samsyn.core.clock.interface import now, today
from samsyn.core.registry.interface import OpenWork, open_work
from samsyn.lib.swedish import swedish_order
from samsyn.organisations.actor import Actor
from samsyn.organisations.models import (
    Collaboration,
    Invitation,
    Membership,
    Municipality,
    Office,
    Person,
)
from samsyn.organisations.roles import Permission, Role


def held_on(day: date) -> Q:
    """Memberships that hold that day; the last day is not included."""
    return Q(starts__lte=day) & (Q(ends__isnull=True) | Q(ends__gt=day))


def current_memberships(
    collaboration: Collaboration, day: date | None = None
) -> QuerySet[Membership]:
    """The roles held in a collaboration today (or that day)."""
    return Membership.objects.filter(held_on(day or today()), person__collaboration=collaboration)


def offices_of(collaboration: Collaboration, *, kind: Office.Kind | None = None) -> list[Office]:
    """The member organisations in Swedish order, with their municipalities; of one kind when one is given."""
    offices = collaboration.offices.prefetch_related("municipalities")
    if kind is not None:
        offices = offices.filter(kind=kind)
    return sorted(offices, key=lambda office: swedish_order(office.short_name))


def municipalities_of(collaboration: Collaboration) -> list[Municipality]:
    """The municipalities in Swedish order, each with its office."""
    found = Municipality.objects.filter(office__collaboration=collaboration).select_related(
        "office"
    )
    return sorted(found, key=lambda municipality: swedish_order(municipality.name))


def holders_of(collaboration: Collaboration) -> QuerySet[Person]:
    """The people who hold any role today, to choose among; nothing of them but themselves is loaded."""
    return Person.objects.filter(pk__in=current_memberships(collaboration).values("person_id"))


def members_of(collaboration: Collaboration) -> QuerySet[Person]:
    """The people who hold any role today, with user and current roles loaded (`current_roles`)."""
    return with_roles(holders_of(collaboration))


def with_roles(people: QuerySet[Person]) -> QuerySet[Person]:
    """The people with their user, and the roles of today in `current_roles`: three queries whatever their number."""
    roles = Membership.objects.filter(held_on(today())).select_related("office")
    return people.select_related("user").prefetch_related(
        Prefetch("memberships", queryset=roles, to_attr="current_roles")
    )


def people_with_role(
    collaboration: Collaboration, *roles: Role, office: Office | None = None
) -> list[Person]:
    """The people who hold one of the roles today, in one office when one is given, in Swedish order."""
    held = current_memberships(collaboration).filter(role__in=roles)
    if office is not None:
        held = held.filter(office=office)
    people = Person.objects.filter(pk__in=held.values("person_id")).select_related("user")
    return sorted(people, key=lambda person: swedish_order(person.name))


def coordinators_of(collaboration: Collaboration) -> list[Person]:
    """The county coordinators of today."""
    return people_with_role(collaboration, Role.COORDINATOR)


def speakers_of(office: Office) -> list[Person]:
    """Those who speak for an office: its contact persons and managers."""
    return people_with_role(office.collaboration, Role.CONTACT, Role.MANAGER, office=office)


def memberships_of_office(office: Office) -> list[Membership]:
    """The roles held in an office today, in Swedish order of the people's names."""
    held = office.memberships.filter(held_on(today())).select_related("person__user")
    return sorted(held, key=lambda membership: swedish_order(membership.person.name))


def open_invitations(
    collaboration: Collaboration, *, office: Office | None = None
) -> QuerySet[Invitation]:
    """Invitations that can still be accepted, of one office or (None) of the whole collaboration."""
    found = Invitation.objects.filter(
        collaboration=collaboration, accepted_at=None, withdrawn_at=None, expires_at__gt=now()
    )
    return found.filter(office=office) if office is not None else found


def sees_everybody(actor: Actor) -> bool:
    """Whether she keeps the people of the whole collaboration."""
    return bool(actor.may(Permission.RUN_COLLABORATION) or actor.may(Permission.ADMINISTER))


def people_explained_to(actor: Actor) -> list[Person]:
    """Those about whose permissions she may ask: herself and her own offices' people; keepers ask about everybody."""
    people = members_of(actor.collaboration)
    if not sees_everybody(actor):
        mine = Membership.objects.filter(held_on(today()), office__in=actor.offices)
        people = people.filter(Q(pk=actor.pk) | Q(pk__in=mine.values("person_id")))
    return sorted(people, key=lambda person: swedish_order(person.name))


def successors_for(membership: Membership) -> list[Person]:
    """Who can take over open work: the other members, those of the same office first."""
    people = members_of(membership.person.collaboration).exclude(pk=membership.person_id)
    return sorted(
        people,
        key=lambda person: (
            membership.office_id not in {held.office_id for held in roles_of(person)},
            swedish_order(person.name),
        ),
    )


def roles_of(person: Person) -> Sequence[Membership]:
    """The roles loaded by `with_roles`."""
    loaded: Sequence[Membership] = person.current_roles  # type: ignore[attr-defined]
    return loaded


def open_work_of(actor: Actor) -> list[OpenWork]:
    """All that a person holds open, from every package that registered such work."""
    return [work for provider in open_work.providers() for work in provider(actor)]


@dataclass(frozen=True, slots=True)
class OfficeAct:
    """One line of an office's history: when, who, what, and about whom."""

    at: datetime
    actor: str
    text: str
    about: str
    reason: str


def history_of(office: Office, *, limit: int = 100) -> list[OfficeAct]:
    """What was done with an office, its roles and its invitations, newest first; the caller has checked access."""
    memberships = {held.pk: held for held in office.memberships.select_related("person")}
    invitations = {sent.pk: sent for sent in office.invitations.all()}
    about = {
        **{
            ("organisations.membership", str(pk)): _about(held.person.name, held.get_role_display())
            for pk, held in memberships.items()
        },
        **{
            ("organisations.invitation", str(pk)): _about(sent.name, sent.get_role_display())
            for pk, sent in invitations.items()
        },
    }
    entries = list(
        AuditEntry.objects.filter(
            Q(object_type="organisations.office", object_id=str(office.pk))
            | _of("organisations.membership", memberships)
            | _of("organisations.invitation", invitations)
        )[:limit]
    )
    actors = {entry.actor_id for entry in entries if entry.actor_id}
    names = {user.pk: str(user) for user in User.objects.filter(pk__in=actors)}
    return [
        OfficeAct(
            at=entry.at,
            actor=names.get(entry.actor_id or 0, ""),
            text=verb_text(entry.verb),
            about=about.get((entry.object_type, entry.object_id), ""),
            reason=entry.reason,
        )
        for entry in entries
    ]


def _about(name: str, role: str) -> str:
    return f"{name}, {role.lower()}"


def _of(object_type: str, pks: Iterable[int]) -> Q:
    return Q(object_type=object_type, object_id__in=[str(pk) for pk in pks])


def collaboration_by_slug(slug: str) -> Collaboration | None:
    """The collaboration with that short name."""
    return Collaboration.objects.filter(slug=slug).first()


def all_collaborations() -> list[Collaboration]:
    """Every collaboration of this installation by name, with the number of its `members`."""
    found = Collaboration.objects.annotate(members=Count("offices"))
    return sorted(found, key=lambda one: swedish_order(one.name))


def other_collaborations(collaboration: Collaboration) -> list[Collaboration]:
    """The other collaborations of this installation, by name."""
    others = Collaboration.objects.exclude(pk=collaboration.pk)
    return sorted(others, key=lambda other: swedish_order(other.name))


def office_by_slug(collaboration: Collaboration, slug: str) -> Office | None:
    """The office with that short name in the collaboration."""
    return collaboration.offices.filter(slug=slug).first()


def person_by_email(collaboration: Collaboration, email: str) -> Person | None:
    """The person with that sign-in address in the collaboration."""
    people = collaboration.people.select_related("user", "collaboration")
    return people.filter(user__email__iexact=email).first()
