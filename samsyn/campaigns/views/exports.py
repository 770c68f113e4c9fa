"""Downloads of the result: objects for those who may see them, protected tables for the others."""

from collections.abc import Iterable
from typing import IO, TypeVar

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samsyn.campaigns.access import get_campaign_to_see, get_rows_to_export, runs_campaign
from samsyn.campaigns.actions.exports import log_export
from samsyn.campaigns.exports.aggregated import table_csv
from samsyn.campaigns.exports.dictionary import dictionary_csv
from samsyn.campaigns.exports.parquet import parquet_file
from samsyn.campaigns.exports.rows import Export, export_of
from samsyn.campaigns.exports.text import csv_pieces
from samsyn.campaigns.exports.workbook import MOST_ROWS, workbook_pieces
from samsyn.campaigns.result import picture_of
from samsyn.campaigns.result_tables import county_table
from samsyn.campaigns.rules import sees_result
from samsyn.organisations.interface import MemberRequest, public

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
PARQUET = "application/vnd.apache.parquet"
Response = TypeVar("Response", bound=HttpResponseBase)


def export_rows(request: MemberRequest, slug: str, kind: str) -> HttpResponseBase:
    """One row per object: all offices for those who run the campaign, else (or with ?kontor=) an office's own."""
    if kind not in {"csv", "xlsx", "parquet"}:
        raise Http404
    campaign, office = get_rows_to_export(
        request.actor, request.collaboration, slug, request.GET.get("kontor")
    )
    export = export_of(campaign, office=office)
    if kind == "xlsx" and export.count() > MOST_ROWS:
        messages.error(request, _("Excel takes 1,048,575 rows at most. Choose CSV or Parquet."))
        return redirect("campaigns:result", slug)
    log_export(by=request.actor, campaign=campaign, office=office, kind=kind)
    name = _name(export, kind)
    if kind == "csv":
        return _streamed(csv_pieces(export), CSV, name)
    if kind == "xlsx":
        return _streamed(workbook_pieces(export), XLSX, name)
    return _file(parquet_file(export), PARQUET, name)


def export_dictionary(request: MemberRequest, slug: str) -> HttpResponse:
    """What the columns and codes of the same reader's download mean."""
    campaign, office = get_rows_to_export(
        request.actor, request.collaboration, slug, request.GET.get("kontor")
    )
    export = export_of(campaign, office=office)
    response = HttpResponse(dictionary_csv(export), content_type=CSV)
    return _as_download(response, f"{campaign.slug}-dataordbok.csv")


@public
def export_table(request: HttpRequest, slug: str) -> HttpResponse:
    """The county's table as the reader sees it on the result page."""
    actor = request.actor or None  # type: ignore[attr-defined]
    campaign = get_campaign_to_see(actor, request.collaboration, slug)  # type: ignore[attr-defined]
    runs = runs_campaign(actor, campaign)
    if campaign.is_historical or not sees_result(
        campaign.state, runs_campaign=runs, is_member=actor is not None
    ):
        raise Http404
    picture = picture_of(campaign)
    content = table_csv(
        county_table(picture, protected=not runs),
        objects=picture.submissions,
        offices=len(picture.submissions_by_office),
        is_example=campaign.is_example,
    )
    return _as_download(HttpResponse(content, content_type=CSV), f"{campaign.slug}-resultat.csv")


def _name(export: Export, kind: str) -> str:
    parts = [export.campaign.slug, "rapporter"]
    if export.office:
        parts.append(export.office.slug)
    if export.campaign.is_example:
        parts.append("exempeldata")
    return f"{'-'.join(parts)}.{kind}"


def _streamed(pieces: Iterable[bytes], content_type: str, name: str) -> StreamingHttpResponse:
    return _as_download(StreamingHttpResponse(pieces, content_type=content_type), name)


def _file(content: IO[bytes], content_type: str, name: str) -> FileResponse:
    return FileResponse(content, content_type=content_type, as_attachment=True, filename=name)


def _as_download(response: Response, name: str) -> Response:
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
