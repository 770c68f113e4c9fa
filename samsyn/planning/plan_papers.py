"""The plan as a document (PDF and Word), and what an office takes home: its hours as XLSX and its dates as iCalendar."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import xlsxwriter
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from samsyn.core.clock.interface import now
from samsyn.core.pdf.interface import Block, Document, Fact, Heading, Paragraph, Table
from samsyn.lib.swedish import format_number
from samsyn.organisations.interface import Office
from samsyn.planning.economy import Economy
from samsyn.planning.models import PlanItem, PlanYear
from samsyn.planning.months import months_text


def plan_document(plan_year: PlanYear, items: Sequence[PlanItem]) -> Document:
    """The year's activities with goals, months, hours and money."""
    decision = plan_year.decision
    facts = [Fact(_("State"), plan_year.get_state_display())]
    if decision is not None:
        facts.append(Fact(_("Decided by"), str(decision.as_ref())))
    return Document(
        title=_("Plan of activities %(year)s") % {"year": plan_year.year},
        kind=_("Plan of activities"),
        organisation=plan_year.collaboration.name,
        facts=tuple(facts),
        draft=decision is None,
        exempeldata=plan_year.is_example,
        created=decision.decided_at if decision else None,
        blocks=(_overview(items), *(block for item in items for block in _activity(item))),
    )


def _overview(items: Sequence[PlanItem]) -> Table:
    rows = [
        (item.title, str(item.get_activity_type_display()), months_text(item), format_number(hours_of(item)),
         format_number(item.budget))
        for item in items
    ]  # fmt: skip
    total = ("", "", _("In all"), format_number(sum(hours_of(i) for i in items)),
             format_number(sum(i.budget for i in items)))  # fmt: skip
    return Table(
        caption=_("The activities of the year"),
        columns=(_("Activity"), _("Type"), _("Months"), _("Hours"), _("Kronor")),
        rows=(*rows, total),
        numeric=(3, 4),
        strong_last=True,
    )


def _activity(item: PlanItem) -> Iterable[Block]:
    yield Heading(item.title)
    if item.description:
        yield Paragraph(item.description)
    yield Paragraph(f"{item.get_activity_type_display()}, {months_text(item)}", lead=_("When"))
    if item.owner:
        yield Paragraph(item.owner.name, lead=_("Owner"))
    if item.strategy:
        yield Paragraph(item.strategy, lead=_("Link to the national strategy"))
    for goal in item.goals.all():
        yield Paragraph(goal.text, lead=_("Goal"))
    shares = list(item.shares.all())
    if shares:
        text = ", ".join(f"{share.office.short_name} {share.hours} h" for share in shares)
        yield Paragraph(text, lead=_("Project group"))
    if item.proposal:
        yield Paragraph(
            f"{item.proposal.number}, {item.proposal.office.short_name}", lead=_("Proposal")
        )


def hours_of(item: PlanItem) -> int:
    """All offices' planned hours in an activity."""
    return sum(share.hours for share in item.shares.all())


def share_sheet(plan_year: PlanYear, office: Office, items: Sequence[PlanItem]) -> bytes:
    """An office's share of a year, for its own supervision plan."""
    head = [_("Activity"), _("Type"), _("First month"), _("Last month"), _("Hours"), _("Decision")]
    rows: list[list[object]] = [
        [item.title, str(item.get_activity_type_display()), item.first_month, item.last_month,
         office_hours(item, office), str(item.decision.as_ref()) if item.decision else ""]
        for item in items
    ]  # fmt: skip
    rows.append([_("In all"), "", "", "", sum(office_hours(item, office) for item in items), ""])
    return _sheet(f"{plan_year.year} {office.short_name}", head, rows)


def economy_sheet(plan_year: PlanYear, economy: Economy) -> bytes:
    """A year's money as one table, and the fees as another."""
    kinds = {"income": _("Income"), "cost": _("Cost")}
    rows: list[list[object]] = [[kinds[r.kind], r.title, r.planned, r.actual] for r in economy.rows]
    rows.append([_("Result"), "", economy.planned, economy.actual])
    fees: list[list[object]] = [[f.office.name, f.basis, f.kronor] for f in economy.fees]
    return _sheet(
        f"{_('Economy')} {plan_year.year}", [_("Kind"), _("What"), _("Planned, kronor"), _("Outcome, kronor")], rows,
        (_("Member fees"), [_("Office"), _("Basis"), _("Kronor")], fees),
    )  # fmt: skip


def office_hours(item: PlanItem, office: Office) -> int:
    """An office's planned hours in an activity."""
    return sum(share.hours for share in item.shares.all() if share.office_id == office.pk)


def share_calendar(plan_year: PlanYear, office: Office, items: Sequence[PlanItem]) -> bytes:
    """An office's activities as whole-day entries from the first of the first month to the last of the last."""
    calendar = Calendar()
    calendar.add("prodid", "-//Samsyn//Verksamhetsplan//SV")
    calendar.add("version", "2.0")
    for item in items:
        event = Event()
        event.add("uid", f"plan-{item.pk}-{office.slug}@samsyn")
        event.add("dtstamp", now().astimezone(UTC))
        event.add("summary", item.title)
        event.add("description", _("%(hours)s hours for %(office)s") % {
            "hours": office_hours(item, office), "office": office.short_name,
        })  # fmt: skip
        event.add("dtstart", date(plan_year.year, item.first_month, 1))
        # The end of an all-day entry is the day after its last one.
        event.add("dtend", _day_after(plan_year.year, item.last_month))
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def _day_after(year: int, month: int) -> date:
    return (datetime(year, month, 28, tzinfo=UTC) + timedelta(days=4)).date().replace(day=1)


def _sheet(
    title: str,
    head: Sequence[str],
    rows: Sequence[Sequence[object]],
    *more: tuple[str, Sequence[str], Sequence[Sequence[object]]],
) -> bytes:
    """A workbook whose cells are text and numbers: nothing a person wrote is read as a formula."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    bold = book.add_format({"bold": True})
    for name, heads, lines in ((title, head, rows), *more):
        sheet = book.add_worksheet(name[:31])
        sheet.write_row(0, 0, heads, bold)
        sheet.set_column(0, 0, 40)
        for number, line in enumerate(lines, start=1):
            sheet.write_row(number, 0, ["" if cell is None else cell for cell in line])
    book.close()
    return stream.getvalue()
