"""What waits for a person because of a campaign, and the campaign's days in the calendar."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from samsyn.campaigns.access import runs_campaign
from samsyn.campaigns.codes import CampaignState, DateKind
from samsyn.campaigns.models import (
    Campaign,
    ImportantDate,
    OfficeComment,
    Participation,
    Report,
)
from samsyn.campaigns.queries import done_in
from samsyn.campaigns.rules import PUBLIC
from samsyn.core.clock.interface import today
from samsyn.core.registry.interface import CalendarEntry, Viewer, WaitingItem
from samsyn.organisations.interface import Actor, Collaboration, Office, Permission


def waiting_for(viewer: Viewer) -> Iterable[WaitingItem]:
    """Participation and reports to answer for those who speak for an office, objects left for those who report, and
    comments to reply to for those who run the campaign.
    """
    if not isinstance(viewer, Actor):
        return []
    return [
        *_unanswered(viewer),
        *_objects_left(viewer),
        *_reports_to_comment(viewer),
        *_comments_to_reply_to(viewer),
    ]


def _campaigns(actor: Actor, *states: str) -> list[Campaign]:
    mine = Q(collaboration_id=actor.collaboration_id) | Q(open_to=actor.collaboration_id)
    found = Campaign.objects.filter(mine, state__in=states).distinct()
    return list(found.prefetch_related("project_members"))


def _unanswered(actor: Actor) -> Iterable[WaitingItem]:
    offices = [
        o for o in actor.offices_where(Permission.PLAN_FOR_OFFICE) if o.kind != Office.Kind.REGION
    ]
    campaigns = _campaigns(
        actor, CampaignState.REFERRAL, CampaignState.FIELD_TEST, CampaignState.OPEN
    )
    answered = set(
        Participation.objects.filter(
            campaign__in=campaigns, office__in=offices, takes_part__isnull=False
        ).values_list("campaign_id", "office_id")
    )
    for campaign in campaigns:
        for office in offices:
            if (campaign.pk, office.pk) in answered:
                continue
            yield WaitingItem(
                icon="clipboard-checkmark",
                title=_("Does your office take part in %(campaign)s?")
                % {"campaign": campaign.title},
                detail=_("Answer for %(office)s and say how many objects you plan.")
                % {"office": office.name},
                url=reverse("campaigns:participation", args=[campaign.slug, office.slug]),
                button=pgettext("verb", "Answer"),
                deadline=campaign.starts,
                exempeldata=campaign.is_example,
            )


def _objects_left(actor: Actor) -> Iterable[WaitingItem]:
    offices = {office.pk: office for office in actor.offices_where(Permission.REPORT_SUBMISSIONS)}
    campaigns = _campaigns(actor, CampaignState.OPEN) if offices else []
    done = done_in(campaigns)
    plans = Participation.objects.filter(
        office__in=offices, takes_part=True, campaign__in=campaigns
    ).select_related("campaign")
    for plan in plans:
        left = plan.planned - done[plan.campaign_id].get(plan.office_id, 0)
        if left <= 0:
            continue
        yield WaitingItem(
            icon="clipboard-checkmark",
            title=ngettext(
                "%(number)d object left in %(campaign)s",
                "%(number)d objects left in %(campaign)s",
                left,
            )
            % {"number": left, "campaign": plan.campaign.title},
            detail=offices[plan.office_id].name,
            url=reverse(
                "campaigns:office", args=[plan.campaign.slug, offices[plan.office_id].slug]
            ),
            button=_("Open the objects"),
            deadline=plan.campaign.ends,
            exempeldata=plan.campaign.is_example,
        )


def _reports_to_comment(actor: Actor) -> Iterable[WaitingItem]:
    """Drafts that the offices she speaks for have not commented on yet."""
    offices = [
        o for o in actor.offices_where(Permission.PLAN_FOR_OFFICE) if o.kind != Office.Kind.REGION
    ]
    if not offices:
        return
    campaigns = _campaigns(actor, CampaignState.CLOSED, CampaignState.COMPILED)
    reports = Report.objects.filter(
        campaign__in=campaigns, state=Report.State.COMMENTS, comments_until__gte=today()
    ).select_related("campaign")
    commented = set(
        OfficeComment.objects.filter(report__in=reports, office__in=offices).values_list(
            "report_id", "office_id"
        )
    )
    for report in reports:
        for office in offices:
            if (report.pk, office.pk) in commented:
                continue
            yield WaitingItem(
                icon="chat-elipsis",
                title=_("Comment on the report of %(campaign)s")
                % {"campaign": report.campaign.title},
                detail=office.name,
                url=reverse("campaigns:report", args=[report.campaign.slug]),
                button=_("Read the draft"),
                deadline=report.comments_until,
                exempeldata=report.campaign.is_example,
            )


def _comments_to_reply_to(actor: Actor) -> Iterable[WaitingItem]:
    """Offices' comments on a draft report that nobody has replied to, for those who run the campaign."""
    run = [
        one
        for one in _campaigns(actor, CampaignState.CLOSED, CampaignState.COMPILED)
        if runs_campaign(actor, one)
    ]
    open_comments = OfficeComment.objects.filter(report__campaign__in=run, replied_at=None)
    number = dict(open_comments.order_by().values_list("report__campaign").annotate(n=Count("pk")))
    for campaign in run:
        n = number.get(campaign.pk, 0)
        if not n:
            continue
        yield WaitingItem(
            icon="chat-elipsis",
            title=ngettext(
                "%(number)d comment on the report of %(campaign)s to reply to",
                "%(number)d comments on the report of %(campaign)s to reply to",
                n,
            )
            % {"number": n, "campaign": campaign.title},
            detail=_("Each comment gets a reply before the report is finished."),
            url=reverse("campaigns:report", args=[campaign.slug]),
            button=_("Read the comments"),
            deadline=None,
            exempeldata=campaign.is_example,
        )


def calendar_of(
    collaboration_id: int, viewer: Viewer | None, first: date | None = None
) -> Iterable[CalendarEntry]:
    """The campaigns' important days: for members all, for visitors the last reporting day of what is public."""
    dates = ImportantDate.objects.filter(
        Q(campaign__collaboration_id=collaboration_id)
        | Q(campaign__open_to=Collaboration(pk=collaboration_id))
    ).select_related("campaign")
    if viewer is None:
        dates = dates.filter(campaign__state__in=PUBLIC, kind=DateKind.LAST_REPORT)
    if first is not None:
        dates = dates.filter(date__gte=first)
    for day in dates.distinct():
        yield CalendarEntry(
            uid=f"campaign-date-{day.pk}",
            title=day.title or day.get_kind_display(),
            starts=day.date,
            ends=None,
            url=reverse("campaigns:overview", args=[day.campaign.slug]),
            detail=day.campaign.title,
            audience="public" if day.kind == DateKind.LAST_REPORT else "member",
            exempeldata=day.campaign.is_example,
        )
