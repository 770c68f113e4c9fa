"""Letters that did not reach their reader, told to those who keep the addresses."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import ngettext

from samsyn.core.mail.interface import NotArrived, not_arrived
from samsyn.core.registry.interface import Viewer, WaitingItem
from samsyn.organisations.actor import Actor
from samsyn.organisations.models import Person
from samsyn.organisations.roles import Permission


@dataclass(frozen=True, slots=True)
class Unreached:
    """An address that a letter did not reach, and whose it is when it is a member's."""

    letter: NotArrived
    person: Person | None


def letters_unreached(collaboration_id: int, people: QuerySet[Person]) -> list[Unreached]:
    """The addresses that the last letter did not reach, with the one of these people whose address it is."""
    letters = not_arrived(collaboration_id)
    if not letters:
        return []
    by_address = {person.user.email.lower(): person for person in people.select_related("user")}
    return [Unreached(letter, by_address.get(letter.address.lower())) for letter in letters]


def waiting_for_addresses(viewer: Viewer) -> Iterable[WaitingItem]:
    """One line for the coordinator as long as letters do not arrive."""
    if not isinstance(viewer, Actor) or not viewer.may(Permission.RUN_COLLABORATION):
        return
    found = not_arrived(viewer.collaboration_id)
    if found:
        yield WaitingItem(
            icon="exclamationmark-triangle",
            title=ngettext(
                "Letters do not reach %(number)d address",
                "Letters do not reach %(number)d addresses",
                len(found),
            )
            % {"number": len(found)},
            detail=", ".join(letter.address for letter in found[:3]),
            url=reverse("organisations:people") + "#letters",
            button=ngettext("See the address", "See the addresses", len(found)),
        )
