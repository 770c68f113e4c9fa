"""The report: drafted and written by those who run the campaign, commented on by the offices, read by everyone at last."""

import csv
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.campaigns.access import (
    get_campaign_to_run,
    get_office_to_comment_for,
    get_report_to_read,
    get_report_to_write,
)
from samsyn.campaigns.actions.report import (
    ask_for_comments,
    comment_on_report,
    draft_report,
    finish_report,
    renew_figures,
    reopen_report,
    reply_to_comment,
    write_section,
)
from samsyn.campaigns.forms import CommentForm, CommentsUntilForm, ReplyForm, SectionForm
from samsyn.campaigns.messages import refusal_text
from samsyn.campaigns.models import OfficeComment, Report, ReportSection
from samsyn.campaigns.queries import texts_of
from samsyn.campaigns.refusals import Refused
from samsyn.campaigns.report_charts import charts_of
from samsyn.campaigns.report_document import report_pdf
from samsyn.campaigns.report_figures import ReportFigures, read_figures
from samsyn.campaigns.report_texts import SECTIONS, TO_WRITE
from samsyn.campaigns.result_tables import ResultRow
from samsyn.campaigns.tabs import head_of
from samsyn.core.files.interface import hand_out
from samsyn.organisations.interface import MemberRequest, SamsynRequest, public

CSV_COLUMNS = ("nummer", "fraga", "A", "UA", "EK", "EA", "bedomda_n", "andel_avvikelse", "dolt")


@public
def report(request: SamsynRequest, slug: str) -> HttpResponse:
    """The report with texts, tables and charts; those who write it get their tools, offices the comments."""
    actor = request.actor or None
    campaign, found = get_report_to_read(actor, request.collaboration, slug)
    head = head_of(request, campaign, "report")
    if found is None:
        return render(request, "campaigns/report_start.html", head)
    figures = read_figures(found.figures or {})
    sections = {one.key: one for one in found.sections.all()}
    comments = _comments(found) if actor else []
    context = {
        **head,
        "report": found,
        "figures": figures,
        "charts": charts_of(figures),
        "sections": [
            {
                "key": key,
                "title": title,
                "section": sections.get(key),
                "unwritten": sections[key].text == TO_WRITE.get(key) if key in sections else True,
            }
            for key, title in SECTIONS.items()
        ],
        "comments": comments,
        "titles": SECTIONS,
        "finished": found.state == Report.State.FINISHED,
        "waiting_comments": sum(1 for one in comments if not one["comment"].reply),
        "until_form": CommentsUntilForm(),
    }
    return render(request, "campaigns/report.html", context)


def _comments(found: Report) -> list[dict[str, Any]]:
    return [
        {"comment": one, "section": SECTIONS.get(one.section, "")}
        for one in found.comments.select_related("office", "written_by")
    ]


@require_POST
def report_draft(request: MemberRequest, slug: str) -> HttpResponse:
    """Makes the draft."""
    campaign = get_campaign_to_run(request.actor, request.collaboration, slug)
    done = _("The draft is made. Read each section and rewrite it in your own words.")
    return _done(request, slug, lambda: draft_report(by=request.actor, campaign=campaign), done)


@require_POST
def report_renew(request: MemberRequest, slug: str) -> HttpResponse:
    """Takes the figures anew."""
    found = get_report_to_write(request.actor, request.collaboration, slug)
    done = _("The figures are taken anew. Read the texts again: they may tell of the old ones.")
    return _done(request, slug, lambda: renew_figures(by=request.actor, report=found), done)


@require_POST
def report_comments(request: MemberRequest, slug: str) -> HttpResponse:
    """Opens the draft for comments."""
    found = get_report_to_write(request.actor, request.collaboration, slug)
    form = CommentsUntilForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Write the last day for comments, for example 2027-03-01."))
        return redirect("campaigns:report", slug)
    until = form.cleaned_data["until"]
    done = _("The offices can now read the draft and comment on it.")
    return _done(
        request, slug, lambda: ask_for_comments(by=request.actor, report=found, until=until), done
    )


def report_finish(request: MemberRequest, slug: str) -> HttpResponse:
    """Asks once more, then freezes the report."""
    found = get_report_to_write(request.actor, request.collaboration, slug)
    if request.method == "POST":
        done = _("The report is finished. Enter the decision on it, then publish the campaign.")
        return _done(request, slug, lambda: finish_report(by=request.actor, report=found), done)
    context = {**head_of(request, found.campaign, "report"), "report": found}
    return render(request, "campaigns/report_finish.html", context)


@require_POST
def report_reopen(request: MemberRequest, slug: str) -> HttpResponse:
    """Takes a finished report back to draft."""
    found = get_report_to_write(request.actor, request.collaboration, slug)
    done = _("The report is a draft again.")
    return _done(request, slug, lambda: reopen_report(by=request.actor, report=found), done)


def report_section(request: MemberRequest, slug: str, key: str) -> HttpResponse:
    """Writes one section; when somebody else wrote meanwhile both texts are shown and nothing is lost."""
    found = get_report_to_write(request.actor, request.collaboration, slug)
    section = get_object_or_404(ReportSection, report=found, key=key)
    form = SectionForm(
        request.POST or None, initial={"text": section.text, "revision": section.revision}
    )
    context: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        try:
            write_section(by=request.actor, report=found, key=key, **form.cleaned_data)
        except Refused as refused:
            if refused.code == "section_changed":
                context["other"] = section
                form = SectionForm({**request.POST.dict(), "revision": section.revision})
            form.add_error(None, refusal_text(refused))
        else:
            messages.success(request, _("Saved."))
            return redirect("campaigns:report", slug)
    context |= {
        **head_of(request, found.campaign, "report"),
        "form": form,
        "title": SECTIONS.get(key, key),
    }
    status = 409 if "other" in context else 422 if form.errors else 200
    return render(request, "campaigns/report_section.html", context, status=status)


def report_comment(request: MemberRequest, slug: str, office: str) -> HttpResponse:
    """An office's comment on the draft."""
    campaign, found, own = get_office_to_comment_for(
        request.actor, request.collaboration, slug, office
    )
    form = CommentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            comment_on_report(by=request.actor, report=found, office=own, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refusal_text(refused))
        else:
            messages.success(request, _("Thank you. The comment is sent."))
            return redirect("campaigns:report", slug)
    context = {**head_of(request, campaign, "report"), "form": form, "office": own}
    return render(
        request, "campaigns/report_comment.html", context, status=422 if form.errors else 200
    )


def report_reply(request: MemberRequest, slug: str, pk: int) -> HttpResponse:
    """What became of a comment."""
    found = get_report_to_write(request.actor, request.collaboration, slug)
    comment = get_object_or_404(OfficeComment, report=found, pk=pk)
    form = ReplyForm(request.POST or None, initial={"text": comment.reply})
    if request.method == "POST" and form.is_valid():
        try:
            reply_to_comment(by=request.actor, comment=comment, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refusal_text(refused))
        else:
            messages.success(request, _("Saved."))
            return redirect("campaigns:report", slug)
    context = {
        **head_of(request, found.campaign, "report"),
        "form": form,
        "comment": comment,
        "section": SECTIONS.get(comment.section, ""),
    }
    return render(
        request, "campaigns/report_reply.html", context, status=422 if form.errors else 200
    )


@public
def report_file(request: SamsynRequest, slug: str) -> HttpResponseBase:
    """The report as PDF: the frozen file, or the draft as it is now."""
    campaign, found = get_report_to_read(request.actor or None, request.collaboration, slug)
    if found is None:
        raise Http404
    if found.pdf is not None:
        return hand_out(found.pdf)
    return _download(
        report_pdf(campaign, found, texts_of(found)), "application/pdf", f"{slug}-utkast.pdf"
    )


@public
def report_data(request: SamsynRequest, slug: str) -> HttpResponse:
    """The figures of the tables as CSV: semicolons and decimal commas, as a Swedish spreadsheet reads it."""
    campaign, found = get_report_to_read(request.actor or None, request.collaboration, slug)
    if found is None:
        raise Http404
    response = _download(b"", "text/csv; charset=utf-8", f"{campaign.slug}-rapport.csv")
    response.write("\ufeff")
    writer = csv.writer(response, delimiter=";", lineterminator="\r\n")
    _write_rows(writer.writerow, read_figures(found.figures or {}))
    return response


def _write_rows(write: Callable[[list[object]], object], figures: ReportFigures) -> None:
    write([*CSV_COLUMNS, "kontor"])
    for row in figures.rows:
        write([*_csv_row(row), ""])
    titles = {row.key: row for row in figures.rows}
    for key, rows in figures.by_office.items():
        for row in rows:
            asked = titles.get(key)
            numbers = _csv_row(row)[2:]
            write(
                [asked.number if asked else "", asked.label if asked else key, *numbers, row.label]
            )


def _csv_row(row: ResultRow) -> list[object]:
    parts = ["" if part.number is None else part.number for part in row.parts]
    assessed = "" if row.assessed is None else row.assessed
    share = ""
    if row.share is not None and row.share.denominator:
        share = f"{row.share.numerator / row.share.denominator:.4f}".replace(".", ",")
    return [row.number, row.label, *parts, assessed, share, "ja" if row.hidden else "nej"]


def _download(content: bytes, content_type: str, name: str) -> HttpResponse:
    disposition = "inline" if content_type == "application/pdf" else "attachment"
    return HttpResponse(
        content,
        content_type=content_type,
        headers={"Content-Disposition": f'{disposition}; filename="{name}"'},
    )


def _done(request: HttpRequest, slug: str, act: Callable[[], object], said: str) -> HttpResponse:
    try:
        act()
    except Refused as refused:
        messages.error(request, refusal_text(refused))
    else:
        messages.success(request, said)
    return redirect("campaigns:report", slug)
