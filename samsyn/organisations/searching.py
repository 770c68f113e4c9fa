"""What search finds of the directory, and who a person is to search."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse

from samsyn.core.search.interface import (
    MEMBER,
    Document,
    Reader,
    index,
    rebuild_when_changed,
)
from samsyn.organisations.actor import Actor
from samsyn.organisations.models import Collaboration, Office
from samsyn.organisations.roles import Permission

KIND = "organisation"
# So soon after an upgrade everything is found by the words that the new program sees.
LOOKS_EVERY = timedelta(minutes=5)


def reader_of(actor: Actor | None, collaboration: Collaboration) -> Reader:
    """Who searches in a collaboration: a visitor, or a person with the roles she holds today."""
    if actor is None or actor.collaboration_id != collaboration.pk:
        return Reader(collaboration_id=collaboration.pk)
    seen = actor.offices_where(Permission.SEE_OWN_OFFICE)
    return Reader(
        collaboration_id=collaboration.pk,
        is_member=bool(actor.may(Permission.SEE_MEMBER_PAGES)),
        office_ids=tuple(office.pk for office in seen),
        roles=tuple(sorted({held.role for held in actor.memberships})),
    )


def index_office(office: Office) -> None:
    """Writes a member organisation as it stands now."""
    index(_document(office))


def office_documents(collaboration_id: int) -> Iterator[Document]:
    """All member organisations of a collaboration. People are found in the directory, not by search."""
    for office in Office.objects.filter(collaboration_id=collaboration_id):
        yield _document(office)


def renew_indexes() -> int:
    """Writes the indexes anew that another program has written. Returns how many documents."""
    return sum(
        rebuild_when_changed(pk) for pk in Collaboration.objects.values_list("pk", flat=True)
    )


def _document(office: Office) -> Document:
    municipalities = [municipality.name for municipality in office.municipalities.all()]
    return Document(
        collaboration_id=office.collaboration_id,
        kind=KIND,
        key=str(office.pk),
        scope=MEMBER,
        title=office.name,
        body=", ".join(dict.fromkeys([office.short_name, *municipalities])),
        url=reverse("organisations:office", args=[office.slug]),
    )
