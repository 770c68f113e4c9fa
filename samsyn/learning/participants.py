"""The list of participants as a workbook: who comes, how many per office, and who cancelled late."""

import io
from collections import Counter

import xlsxwriter
from django.utils.translation import gettext as _

from samsyn.core.clock.interface import localtime
from samsyn.learning.models import Event
from samsyn.learning.queries import cancelled_late, participants_of
from samsyn.lib.swedish import format_date

FILE_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def participants_workbook(event: Event) -> bytes:
    """Name, office, seat, answer and attendance; then the number of seats per office. No food and no access."""
    stream = io.BytesIO()
    # What people typed stays text: a leading = is no formula (formula injection).
    book = xlsxwriter.Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    bold = book.add_format({"bold": True})
    sheet = book.add_worksheet(_("Participants"))
    heads = [
        _("Name"),
        _("E-mail"),
        _("Office"),
        _("Seat"),
        *event.asked_questions,
        _("Attendance"),
    ]
    sheet.write_row(0, 0, heads, bold)
    rows = list(participants_of(event))
    for number, row in enumerate(rows, start=1):
        values = [
            row.name, row.email, row.organisation, str(row.get_seat_display()), *row.answered(),
            str(row.get_attendance_display()),
        ]  # fmt: skip
        sheet.write_row(number, 0, values)
    sheet.autofit()
    per_office = book.add_worksheet(_("Per office"))
    per_office.write_row(0, 0, [_("Office"), _("Seats"), _("Waiting")], bold)
    seated = Counter(row.organisation for row in rows if row.seat == "confirmed")
    waiting = Counter(row.organisation for row in rows if row.seat != "confirmed")
    for number, name in enumerate(sorted(seated | waiting), start=1):
        per_office.write_row(number, 0, [name, seated[name], waiting[name]])
    per_office.autofit()
    late = book.add_worksheet(_("Cancelled late"))
    late.write_row(0, 0, [_("Name"), _("Office"), _("Day")], bold)
    for number, row in enumerate(cancelled_late(event), start=1):
        day = format_date(localtime(row.cancelled_at).date()) if row.cancelled_at else ""
        late.write_row(number, 0, [row.name, row.organisation, day])
    late.autofit()
    book.close()
    return stream.getvalue()
