"""The minutes and the notice of a meeting as documents to print and keep."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from samsyn.core.clock.interface import localtime
from samsyn.core.pdf.interface import (
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    Footer,
    Heading,
    Paragraph,
    blocks_from_text,
    render,
)
from samsyn.lib.swedish import format_date
from samsyn.planning.models import AgendaItem, Decision, Meeting


def minutes_pdf(meeting: Meeting) -> bytes:
    """The minutes as tagged PDF/A; marked as a draft until both adjusters have said that they are right."""
    frozen = meeting.frozen_at
    return render(
        Document(
            title=_("Minutes of %(day)s") % {"day": format_date(meeting.day)},
            kind=_("The steering group"),
            organisation=meeting.collaboration.name,
            facts=tuple(_facts(meeting)),
            footer=Footer(date=format_date(localtime(frozen).date()) if frozen else ""),
            draft=frozen is None,
            exempeldata=meeting.is_example,
            created=frozen,
            blocks=tuple(_blocks(meeting)),
        )
    )


def notice_pdf(meeting: Meeting) -> bytes:
    """The notice with its agenda and the background of each item."""
    blocks: list[Block] = list(blocks_from_text(meeting.notice))
    for number, item in enumerate(meeting.items.all(), start=1):
        blocks.append(Heading(f"{number}. {item.title}"))
        blocks += blocks_from_text(item.background)
    return render(
        Document(
            title=_("Notice of %(day)s") % {"day": format_date(meeting.day)},
            kind=_("The steering group"),
            organisation=meeting.collaboration.name,
            facts=tuple(_place(meeting)),
            exempeldata=meeting.is_example,
            blocks=tuple(blocks),
        )
    )


def _place(meeting: Meeting) -> Iterable[Fact]:
    if meeting.starts_at:
        yield Fact(_("Time"), meeting.starts_at.strftime("%H.%M"))
    if meeting.place:
        yield Fact(_("Place"), meeting.place)


def _facts(meeting: Meeting) -> Iterable[Fact]:
    yield Fact(_("Meeting"), f"{meeting.number}/{meeting.day.year}")
    yield from _place(meeting)
    if meeting.chair:
        yield Fact(_("Chair"), meeting.chair.name)


def _blocks(meeting: Meeting) -> Iterable[Block]:
    people = list(meeting.attendances.select_related("person"))
    yield Heading(_("Present"))
    yield Bullets(tuple(one.person.name for one in people if one.present) or (_("nobody noted"),))
    if meeting.opening:
        yield Heading(_("Opening"))
        yield from blocks_from_text(meeting.opening)
    decisions = {one.item_id: one for one in meeting.decisions.select_related("replaces__meeting")}
    for item in meeting.items.all():
        yield from _item(item, decisions.get(item.pk))
    yield Heading(_("Adjusted"))
    yield Facts(
        tuple(
            Fact(
                one.person.name,
                format_date(localtime(one.adjusted_at).date()) if one.adjusted_at else _("not yet"),
            )
            for one in people
            if one.adjusts
        )
        or (Fact(_("Adjusters"), _("not yet")),)
    )


def _item(item: AgendaItem, decision: Decision | None) -> Iterable[Block]:
    yield Heading(f"§ {decision.paragraph} {item.title}" if decision else item.title)
    yield from blocks_from_text(item.background)
    yield from blocks_from_text(item.notes)
    if decision is None:
        yield Paragraph(_("Not decided; it goes on to the next meeting."))
        return
    yield Paragraph(decision.text, lead=_("Decision"))
    if decision.replaces:
        yield Paragraph(str(decision.replaces), lead=_("Replaces"))
    if decision.bias:
        yield Paragraph(decision.bias, lead=_("Conflict of interest (jäv)"))
    if decision.reservations:
        yield Paragraph(decision.reservations, lead=_("Reservations"))
