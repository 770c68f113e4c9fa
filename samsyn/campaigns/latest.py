"""What is new in the campaigns, and what a person has reported in them, for her page."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.campaigns.codes import CampaignState, SubmissionState
from samsyn.campaigns.models import Campaign, Report, Submission
from samsyn.campaigns.queries import campaigns_seen_by
from samsyn.campaigns.tabs import SUBJECT
from samsyn.core.clock.interface import localtime
from samsyn.core.registry.interface import Happening, Viewer
from samsyn.network.interface import settled_since
from samsyn.organisations.interface import Actor, Permission


def news_of(viewer: Viewer, since: date) -> Iterable[Happening]:
    """Reports that were finished, and questions about campaigns that got their answer."""
    if not isinstance(viewer, Actor):
        return
    seen = {one.pk: one for one in campaigns_seen_by(viewer, viewer.collaboration)}
    finished = Report.objects.filter(campaign__in=seen, finished_at__date__gte=since)
    for campaign_id, moment in finished.values_list("campaign_id", "finished_at"):
        campaign = seen[campaign_id]
        yield Happening(
            title=_("Report: %(campaign)s") % {"campaign": campaign.title},
            url=reverse("campaigns:overview", args=[campaign.slug]),
            day=localtime(moment).date(),
            detail=_("The report is finished"),
            exempeldata=campaign.is_example,
        )
    by_key = {str(pk): campaign for pk, campaign in seen.items()}
    for answer in settled_since(since, viewer.collaboration_id, SUBJECT):
        asked_of = by_key.get(answer.question.subject_id)
        if asked_of is not None:
            yield Happening(
                title=answer.question.text,
                url=reverse("campaigns:answer", args=[asked_of.slug, answer.question_id]),
                day=localtime(answer.answered_at).date(),
                detail=_("Answer in %(campaign)s") % {"campaign": asked_of.title},
                exempeldata=answer.question.is_example,
            )


def done_by(viewer: Viewer, since: date) -> Iterable[Happening]:
    """The objects that she has reported for offices that she still reports for."""
    if not isinstance(viewer, Actor):
        return
    offices = viewer.offices_where(Permission.REPORT_SUBMISSIONS)
    if not offices:
        return
    campaigns = campaigns_seen_by(viewer, viewer.collaboration)
    lately = campaigns.filter(
        state__in=[CampaignState.FIELD_TEST, CampaignState.OPEN, CampaignState.CLOSED]
    )
    known: dict[int, Campaign] = {campaign.pk: campaign for campaign in lately}
    reported = Submission.objects.filter(
        campaign__in=known,
        office__in=offices,
        state=SubmissionState.SUBMITTED,
        author_id=viewer.user_id,
        received_at__date__gte=since,
    ).only("pk", "campaign_id", "reference", "received_at")
    for submission in reported:
        campaign = known[submission.campaign_id]
        yield Happening(
            title=submission.reference or _("An object without reference"),
            url=reverse("campaigns:submission_page", args=[campaign.slug, submission.pk]),
            day=localtime(submission.received_at).date(),
            detail=_("You have reported it in %(campaign)s") % {"campaign": campaign.title},
            exempeldata=campaign.is_example,
        )
