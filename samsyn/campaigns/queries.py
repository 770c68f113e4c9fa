"""Reading campaigns, and what a reader may see of them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet, Sum

from samsyn.campaigns.codes import SubmissionState
from samsyn.campaigns.models import (
    Campaign,
    CampaignForm,
    OfficeTotals,
    Participation,
    Report,
    Submission,
    Tally,
)
from samsyn.campaigns.rules import PUBLIC, Readiness
from samsyn.core.clock.interface import today
from samsyn.organisations.interface import Actor, Collaboration, Office, Permission


def campaigns_of(collaboration: Collaboration) -> QuerySet[Campaign]:
    """The collaboration's own campaigns and those of others that are opened to it."""
    return Campaign.objects.filter(
        Q(collaboration=collaboration) | Q(open_to=collaboration)
    ).distinct()


def campaigns_seen_by(actor: Actor | None, collaboration: Collaboration) -> QuerySet[Campaign]:
    """All for members; visitors, and lecturers, see those that are under way or later."""
    campaigns = campaigns_of(collaboration)
    return campaigns if sees_as_member(actor) else campaigns.filter(state__in=PUBLIC)


def sees_as_member(actor: Actor | None) -> bool:
    """Whether the reader sees what members see. A lecturer is signed in but sees her own course and what everyone sees."""
    return actor is not None and bool(actor.may(Permission.SEE_MEMBER_PAGES))


def in_project_group(actor: Actor, campaign: Campaign) -> bool:
    """Whether the person is in the campaign's project group today."""
    day = today()
    return any(
        member.person_id == actor.person.pk
        and member.starts <= day
        and (member.ends is None or day < member.ends)
        for member in campaign.project_members.all()
    )


def group_of(campaign: Campaign) -> list[str]:
    """Names of the project group of today, the leader first."""
    members = campaign.project_members.filter(ends=None).select_related("person__user")
    return [member.person.name for member in members]


def offices_asked(campaign: Campaign) -> QuerySet[Office]:
    """The offices that are asked to take part: all that supervise, here and in collaborations it is opened to."""
    collaborations = [campaign.collaboration_id, *campaign.open_to.values_list("pk", flat=True)]
    return Office.objects.filter(collaboration__in=collaborations).exclude(kind=Office.Kind.REGION)


def asked_in(campaigns: Collection[Campaign]) -> list[tuple[Campaign, list[Office]]]:
    """The offices that are asked, for many campaigns at once."""
    places = {campaign.pk: {campaign.collaboration_id} for campaign in campaigns}
    opened = Campaign.open_to.through.objects.filter(campaign__in=campaigns)
    for campaign_id, collaboration_id in opened.values_list("campaign_id", "collaboration_id"):
        places[campaign_id].add(collaboration_id)
    offices = Office.objects.filter(collaboration__in=set().union(*places.values()))
    supervising = list(offices.exclude(kind=Office.Kind.REGION))
    return [
        (campaign, [one for one in supervising if one.collaboration_id in places[campaign.pk]])
        for campaign in campaigns
    ]


def participation_by_office(campaign: Campaign) -> dict[int, Participation]:
    """Each office's answer, by office id."""
    return {answer.office_id: answer for answer in campaign.participations.select_related("office")}


def campaigns_joined(collaboration: Collaboration) -> dict[int, list[Campaign]]:
    """The campaigns that everybody may see, by the id of each office that takes part, newest first."""
    seen = campaigns_seen_by(None, collaboration).order_by("-starts", "title")
    campaigns = {campaign.pk: campaign for campaign in seen}
    answers = Participation.objects.filter(campaign__in=campaigns, takes_part=True)
    offices: dict[int, list[int]] = {}
    for campaign_id, office_id in answers.values_list("campaign_id", "office_id"):
        offices.setdefault(campaign_id, []).append(office_id)
    joined: dict[int, list[Campaign]] = {}
    for key, campaign in campaigns.items():
        for office_id in offices.get(key, []):
            joined.setdefault(office_id, []).append(campaign)
    return joined


def current_form(campaign: Campaign, office: Office | None = None) -> CampaignForm | None:
    """The form an office fills in now: with its local questions when it has some, else the common one."""
    forms = list(campaign.forms.filter(Q(office=office) | Q(office=None), is_current=True))
    own = [form for form in forms if form.office_id is not None]
    return next(iter(own or forms), None)


def readiness_of(campaign: Campaign) -> Readiness:
    """The facts that decide whether the campaign may move on."""
    report = Report.objects.filter(campaign=campaign).first()
    return Readiness(
        has_purpose=bool(campaign.purpose.strip()),
        has_period=bool(campaign.starts and campaign.ends),
        has_form=campaign.forms.filter(is_current=True).exists(),
        has_decision=campaign.decision is not None,
        offices_taking_part=campaign.participations.filter(takes_part=True).count(),
        report_finished=bool(report and report.state == Report.State.FINISHED),
        has_report_decision=campaign.report_decision is not None,
    )


def counted(campaign: Campaign) -> QuerySet[Submission]:
    """The submissions that count: submitted, and not part of a field test."""
    return Submission.objects.filter(
        campaign=campaign, state=SubmissionState.SUBMITTED, is_field_test=False
    )


def count_submissions(campaign: Campaign) -> int:
    """How many submissions are counted in a campaign, from the kept counts."""
    return Tally.objects.filter(campaign=campaign).aggregate(n=Sum("submissions"))["n"] or 0


def done_by_office(campaign: Campaign) -> dict[int, int]:
    """Number of counted submissions per office, from the kept counts, plus what offices reported as totals."""
    return done_in([campaign])[campaign.pk]


def done_in(campaigns: Collection[Campaign]) -> dict[int, dict[int, int]]:
    """The same for many campaigns at once, by campaign id."""
    done: dict[int, dict[int, int]] = {campaign.pk: {} for campaign in campaigns}
    tallies = Tally.objects.filter(campaign__in=campaigns)
    totals = OfficeTotals.objects.filter(campaign__in=campaigns)
    for campaign_id, office_id, number in (
        *tallies.values_list("campaign_id", "office_id", "submissions"),
        *totals.values_list("campaign_id", "office_id", "objects_inspected"),
    ):
        done[campaign_id][office_id] = done[campaign_id].get(office_id, 0) + number
    return done


@dataclass(frozen=True, slots=True)
class WeekCount:
    """Counted submissions of one ISO week, by the day of the visit."""

    year: int
    week: int
    number: int


def done_per_week(campaign: Campaign) -> list[WeekCount]:
    """Counted submissions per ISO week of the visit, in order."""
    days = (
        counted(campaign)
        .exclude(visited_on=None)
        .order_by("visited_on")
        .values_list("visited_on")
        .annotate(number=Count("*"))
    )
    weeks: dict[tuple[int, int], int] = {}
    # By day in the database, by week here: SQLite would ask Python for the week of every row.
    for day, number in days:
        week = day.isocalendar()[:2]
        weeks[week] = weeks.get(week, 0) + number
    return [WeekCount(*week, number) for week, number in weeks.items()]


def tallies_of(campaign: Campaign, offices: Iterable[int] | None = None) -> QuerySet[Tally]:
    """The kept counts of a campaign, of some offices when given."""
    tallies = Tally.objects.filter(campaign=campaign)
    return tallies if offices is None else tallies.filter(office_id__in=list(offices))


def submissions_of_office(campaign: Campaign, office: Office) -> QuerySet[Submission]:
    """Everything an office has in a campaign, drafts and withdrawn too, newest visit first."""
    return (
        Submission.objects.filter(campaign=campaign, office=office)
        .defer("xml", "codes", "row")
        .select_related("author")
        .order_by("-visited_on", "-received_at")
    )


def last_visit(campaign: Campaign) -> date | None:
    """The day of the latest counted visit."""
    return counted(campaign).order_by("-visited_on").values_list("visited_on", flat=True).first()


def texts_of(report: Report) -> dict[str, str]:
    """A report's texts by section."""
    return dict(report.sections.values_list("key", "text"))
