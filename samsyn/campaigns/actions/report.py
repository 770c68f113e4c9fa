"""Writing a campaign's report: drafted from the figures, commented on by the offices, finished with frozen figures."""

from datetime import date

from django.conf import settings
from django.db import transaction

from samsyn.campaigns.codes import CampaignState
from samsyn.campaigns.models import Campaign, OfficeComment, Report, ReportSection
from samsyn.campaigns.queries import texts_of
from samsyn.campaigns.refusals import Refused
from samsyn.campaigns.report_document import report_pdf
from samsyn.campaigns.report_figures import fingerprint, make_figures, read_figures
from samsyn.campaigns.report_texts import SECTIONS, first_texts, unwritten
from samsyn.core.audit.interface import record, snapshot
from samsyn.core.clock.interface import now, today
from samsyn.core.files.interface import store_made
from samsyn.organisations.interface import Actor, Office

MOST_COMMENT = 4000
READY_TO_WRITE = {CampaignState.CLOSED, CampaignState.COMPILED}


@transaction.atomic
def draft_report(*, by: Actor, campaign: Campaign) -> Report:
    """A draft with a first text in every section, from the figures as they are; one report for each campaign."""
    if campaign.state not in READY_TO_WRITE or campaign.is_historical:
        raise Refused("report_needs_closed")
    locked = Campaign.objects.select_for_update().get(pk=campaign.pk)
    report, created = Report.objects.get_or_create(campaign=locked)
    if not created:
        return report
    figures = make_figures(locked)
    Report.objects.filter(pk=report.pk).update(figures=figures)
    texts = first_texts(locked, read_figures(figures))
    ReportSection.objects.bulk_create(
        ReportSection(report=report, key=key, text=texts[key], written_by_id=by.user_id)
        for key in SECTIONS
    )
    _log(by, "campaigns.report_drafted", report)
    return Report.objects.get(pk=report.pk)


@transaction.atomic
def renew_figures(*, by: Actor, report: Report) -> Report:
    """Takes the figures anew, when something was corrected after the draft was made; the texts stay."""
    locked = _writable(report)
    locked.figures = make_figures(locked.campaign)
    locked.save(update_fields=["figures"])
    _log(by, "campaigns.report_figures_renewed", locked)
    return locked


@transaction.atomic
def write_section(
    *, by: Actor, report: Report, key: str, text: str, revision: int
) -> ReportSection:
    """Writes a section. `revision` is the one that was read; `Refused("section_changed")` when somebody wrote in between."""
    _writable(report)
    section = ReportSection.objects.select_for_update().get(report=report, key=key)
    text = text.replace("\r\n", "\n").strip()
    if section.text == text:
        return section
    if section.revision != revision:
        raise Refused("section_changed", {"revision": section.revision})
    before = snapshot(section)
    section.text = text
    section.revision += 1
    section.written_by_id = by.user_id
    section.written_at = now()
    section.save()
    record(
        by=by.user_id,
        verb="campaigns.report_written",
        obj=section,
        before=before,
        collaboration_id=report.campaign.collaboration_id,
    )
    return section


@transaction.atomic
def ask_for_comments(*, by: Actor, report: Report, until: date) -> Report:
    """Opens the draft to the members for comments until a day; it waits on the page of those who speak for an office."""
    locked = _writable(report)
    if until < today():
        raise Refused("comments_until_past")
    before = snapshot(locked)
    locked.state = Report.State.COMMENTS
    locked.comments_until = until
    locked.save()
    _log(by, "campaigns.report_comments_asked", locked, before)
    return locked


@transaction.atomic
def comment_on_report(
    *, by: Actor, report: Report, office: Office, section: str, text: str
) -> OfficeComment:
    """An office's comment on the draft, on one section or (empty) on the whole."""
    if report.state != Report.State.COMMENTS:
        raise Refused("no_comments_now")
    if report.comments_until and report.comments_until < today():
        raise Refused("comments_closed", {"until": report.comments_until.isoformat()})
    comment = OfficeComment.objects.create(
        report=report,
        office=office,
        section=section if section in SECTIONS else "",
        text=text.strip()[:MOST_COMMENT],
        written_by_id=by.user_id,
    )
    record(
        by=by.user_id,
        verb="campaigns.report_commented",
        obj=comment,
        collaboration_id=report.campaign.collaboration_id,
        details={"office": office.slug},
    )
    return comment


@transaction.atomic
def reply_to_comment(*, by: Actor, comment: OfficeComment, text: str) -> OfficeComment:
    """What became of a comment; every comment gets a reply before the report is finished."""
    _writable(comment.report)
    before = snapshot(comment)
    comment.reply = text.strip()[:MOST_COMMENT]
    comment.replied_at = now()
    comment.save(update_fields=["reply", "replied_at"])
    record(
        by=by.user_id,
        verb="campaigns.report_replied",
        obj=comment,
        before=before,
        collaboration_id=comment.report.campaign.collaboration_id,
    )
    return comment


@transaction.atomic
def finish_report(*, by: Actor, report: Report) -> Report:
    """Freezes figures and texts, and makes the PDF of them. Refused with what is left to do.

    What was frozen can be followed back: moment, checklist version, version of the program and the figures' fingerprint
    are stored with it.
    """
    locked = _writable(report)
    campaign = locked.campaign
    if campaign.state != CampaignState.COMPILED:
        raise Refused("report_needs_compiled")
    texts = texts_of(locked)
    if left := unwritten(texts):
        raise Refused("report_unwritten", {"sections": ", ".join(left)})
    if locked.comments.filter(reply="").exists():
        raise Refused("comments_unanswered")
    before = snapshot(locked)
    locked.figures = make_figures(campaign)
    locked.snapshot_hash = fingerprint(locked.figures)
    locked.code_version = settings.CODE_VERSION
    locked.state = Report.State.FINISHED
    locked.finished_at = now()
    content = report_pdf(campaign, locked, texts)
    locked.pdf = store_made(
        name=f"{campaign.slug}-rapport.pdf",
        content=content,
        content_type="application/pdf",
        by=by.user_id,
    )
    locked.save()
    _log(by, "campaigns.report_finished", locked, before)
    return locked


@transaction.atomic
def reopen_report(*, by: Actor, report: Report) -> Report:
    """Takes a finished report back to draft, as long as the campaign is not published."""
    locked = Report.objects.select_for_update().select_related("campaign").get(pk=report.pk)
    if locked.campaign.state == CampaignState.PUBLISHED:
        raise Refused("published_stands")
    before = snapshot(locked)
    locked.state = Report.State.DRAFT
    locked.finished_at = None
    locked.pdf = None
    locked.snapshot_hash = ""
    locked.save()
    _log(by, "campaigns.report_reopened", locked, before)
    return locked


def _writable(report: Report) -> Report:
    locked = Report.objects.select_for_update().get(pk=report.pk)
    if locked.state == Report.State.FINISHED:
        raise Refused("report_is_finished")
    return locked


def _log(by: Actor, verb: str, report: Report, before: dict[str, object] | None = None) -> None:
    kept = None
    if before is not None:
        # The figures are in the report itself; the trail tells that they changed by their fingerprint.
        kept = {**before, "figures": report.figures}
    record(
        by=by.user_id,
        verb=verb,
        obj=report,
        before=kept,
        collaboration_id=report.campaign.collaboration_id,
    )
