"""Overviews: reviews of the year, adoption by the boards, and who has read an edition."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samsyn.core.clock.interface import localtime
from samsyn.core.components.interface import Cell, Column, Table
from samsyn.guidance.codes import DocumentState
from samsyn.guidance.models import Adoption, GuidanceDocument, Review
from samsyn.guidance.queries import (
    adopting_offices,
    documents_seen_by,
    readers_of,
    reviews_due,
)
from samsyn.lib.swedish import format_date, swedish_order
from samsyn.organisations.interface import Actor, Collaboration, Office, Role, current_memberships


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A document in the yearly overview."""

    document: GuidanceDocument
    last: Review | None


def review_rows(collaboration: Collaboration) -> list[ReviewRow]:
    """Documents in force by the day they are to be reviewed, with the last review."""
    return [
        ReviewRow(document, next(iter(document.reviews.all()), None))
        for document in reviews_due(collaboration)
    ]


def adoption_table(actor: Actor) -> Table:
    """Documents in force by municipal office; in alphabetical order, which is no ranking."""
    offices = adopting_offices(actor.collaboration)
    documents = list(
        documents_seen_by(actor, actor.collaboration).filter(state=DocumentState.IN_FORCE)
    )
    found: dict[tuple[int, int], Adoption] = {
        (row.office_id, row.document_id): row
        for row in Adoption.objects.filter(document__in=documents)
    }
    rows: list[list[str | Cell]] = [
        [office.short_name]
        + [Cell(_adoption_words(found.get((office.pk, document.pk)))) for document in documents]
        for office in offices
    ]
    return Table(
        caption=_("Adoption by the boards"),
        columns=[Column(_("Office")), *(Column(document.title) for document in documents)],
        rows=rows,
        caption_hidden=True,
    )


def _adoption_words(row: Adoption | None) -> str:
    if row is None:
        return _("Not considered")
    paragraph = f", § {row.paragraph}" if row.paragraph else ""
    day = f" {row.date.isoformat()}" if row.date else ""
    return f"{row.get_state_display()}{day}{paragraph}"


def readers_table(document: GuidanceDocument, offices: Sequence[Office]) -> Table:
    """The officers of the offices and when each said that she had read the edition in force."""
    edition = document.editions.first()
    receipts = readers_of(edition) if edition else {}
    held = current_memberships(document.collaboration).filter(role=Role.OFFICER, office__in=offices)
    people: dict[int, dict[int, str]] = {office.pk: {} for office in offices}
    for one in held.select_related("person"):
        people[one.office_id or 0][one.person_id] = one.person.name
    rows: list[list[str | Cell]] = []
    for office in offices:
        for pk, name in sorted(people[office.pk].items(), key=lambda pair: swedish_order(pair[1])):
            receipt = receipts.get(pk)
            read = format_date(localtime(receipt.read_at).date()) if receipt else _("Not yet")
            rows.append([name, office.short_name, read])
    return Table(
        caption=_("Who has read edition %(number)s")
        % {"number": edition.number if edition else "–"},
        columns=[Column(_("Officer")), Column(_("Office")), Column(_("Confirmed"))],
        rows=rows,
    )
