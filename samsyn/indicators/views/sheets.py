"""The office's spreadsheet: taken out with last year's numbers, and read in after a dry run."""

from base64 import b64decode, b64encode

from django.contrib import messages
from django.core.signing import BadSignature, Signer
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.components.interface import Crumb
from samsyn.core.files.interface import FileKind, FileRefused, check_file
from samsyn.core.files.interface import refusal_text as file_refusal
from samsyn.indicators.access import get_report_to_fill, get_report_to_see
from samsyn.indicators.actions.collecting import save_entries
from samsyn.indicators.forms import SheetForm
from samsyn.indicators.messages import refusal_text
from samsyn.indicators.models import Report
from samsyn.indicators.refusals import Refused
from samsyn.indicators.sheet import Reading, read_sheet, write_sheet
from samsyn.organisations.interface import MemberRequest

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A year's numbers of one office are a few kilobytes; a signed copy of the file rides in the page between the two steps.
MOST_BYTES = 500_000
_SIGNER = Signer(salt="samsyn.indicators.sheet")


def sheet(request: MemberRequest, year: int, office: str) -> HttpResponse:
    """The workbook made for the office."""
    report = get_report_to_see(request.actor, request.collaboration, year, office)
    response = HttpResponse(write_sheet(report), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="nyckeltal-{office}-{year}.xlsx"'
    return response


def upload(request: MemberRequest, year: int, office: str) -> HttpResponse:
    """First a dry run that names every cell; then, when it is confirmed, the numbers are saved."""
    report = get_report_to_fill(request.actor, request.collaboration, year, office)
    if request.method == "POST" and "content" in request.POST:
        return _confirmed(request, report)
    form = SheetForm(request.POST or None, request.FILES or None)
    reading, content = None, b""
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        content = file.read(MOST_BYTES + 1)
        try:
            check_file(file.name, content, kind=FileKind.SHEET, limit=MOST_BYTES)
        except FileRefused as refused:
            form.add_error("file", file_refusal(refused))
        else:
            reading = read_sheet(report, content)
    return _show(request, report, form, reading, content)


def _confirmed(request: MemberRequest, report: Report) -> HttpResponse:
    try:
        content = b64decode(_SIGNER.unsign(request.POST["content"]))
    except (BadSignature, ValueError):
        messages.error(request, _("The file could not be read again. Choose it once more."))
        return redirect("indicators:upload", report.round.year, report.office.slug)
    reading = read_sheet(report, content)
    try:
        if not reading.can_be_saved:
            raise Refused("stops")
        changed = save_entries(by=request.actor, report=report, typed=reading.typed)
    except Refused as refused:
        messages.error(request, refusal_text(refused))
        return _show(request, report, SheetForm(), reading, content)
    messages.success(request, _("Saved. %(n)s numbers changed.") % {"n": len(changed)})
    return redirect("indicators:report", report.round.year, report.office.slug)


def _show(
    request: MemberRequest, report: Report, form: SheetForm, reading: Reading | None, content: bytes
) -> HttpResponse:
    way = [
        Crumb(_("Key figures"), reverse("indicators:overview")),
        Crumb(str(report.round.year), reverse("indicators:round_page", args=[report.round.year])),
        Crumb(
            report.office.short_name,
            reverse("indicators:report", args=[report.round.year, report.office.slug]),
        ),
        Crumb(_("Read in a sheet")),
    ]
    context = {
        "report": report,
        "form": form,
        "reading": reading,
        "content": _SIGNER.sign(b64encode(content).decode())
        if reading and reading.can_be_saved
        else "",
        "breadcrumbs": way,
    }
    failed = bool(form.errors) or (reading is not None and not reading.can_be_saved)
    return render(request, "indicators/upload.html", context, status=422 if failed else 200)
