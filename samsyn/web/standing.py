"""How the collaboration stands, for those who run it: what is late, who has not answered, what comes next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.campaigns.interface import Campaign, CampaignState, progress_in
from samsyn.core.clock.interface import today
from samsyn.guidance.interface import GuidanceDocument, reviews_due
from samsyn.indicators.interface import unreported
from samsyn.lib.periods import Status
from samsyn.lib.swedish import swedish_order
from samsyn.network.interface import waiting_too_long
from samsyn.organisations.interface import Collaboration, Office, offices_of
from samsyn.planning.interface import next_meeting, open_votes, unanswered_votes

LATE = (Status.BEHIND, Status.FAR_BEHIND, Status.NOT_STARTED)


@dataclass(frozen=True, slots=True)
class Matter:
    """One line: what it is, whom or when it concerns, and where to do something about it."""

    title: str
    detail: str
    url: str
    day: date | None = None
    exempeldata: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """The three questions of a coordinator's morning."""

    late: list[Matter]
    unanswered: list[Matter]
    coming: list[Matter]


def standing_of(collaboration: Collaboration) -> Standing:
    """Read from every part of the work; offices in alphabetical order and without judgement."""
    late, unanswered = [], []
    for behind, silent in _campaigns(collaboration):
        late += behind
        unanswered += silent
    unanswered += [*_votes(collaboration), *_reports(collaboration)]
    reviews = reviews_due(collaboration)
    late += [*_reviews(reviews), *_questions(collaboration)]
    coming = sorted(_coming(collaboration, reviews), key=lambda matter: matter.day or date.max)
    return Standing(late, unanswered, coming)


def names(offices: Iterable[Office]) -> str:
    """Short names in Swedish order, with commas."""
    return ", ".join(sorted((office.short_name for office in offices), key=swedish_order))


def _campaigns(collaboration: Collaboration) -> Iterable[tuple[list[Matter], list[Matter]]]:
    states = (CampaignState.REFERRAL, CampaignState.FIELD_TEST, CampaignState.OPEN)
    campaigns = list(Campaign.objects.filter(collaboration=collaboration, state__in=states))
    progress = progress_in(campaigns, today=today())
    for campaign in campaigns:
        lines = progress[campaign.pk].offices
        url = reverse("campaigns:offices", args=[campaign.slug])
        behind = [line.office for line in lines if line.standing.status in LATE]
        silent = [line.office for line in lines if line.standing.status == Status.NOT_ANSWERED]
        late, unanswered = [], []
        if behind and campaign.state == CampaignState.OPEN:
            title = _("After the plan in %(what)s") % {"what": campaign.title}
            late = [Matter(title, names(behind), url, campaign.ends, campaign.is_example)]
        if silent:
            title = _("Has not said whether it takes part in %(what)s") % {"what": campaign.title}
            unanswered = [Matter(title, names(silent), url, campaign.starts, campaign.is_example)]
        yield late, unanswered


def _votes(collaboration: Collaboration) -> Iterable[Matter]:
    for vote, silent in unanswered_votes(collaboration, offices_of(collaboration)):
        if silent:
            title = _("Has not voted: %(what)s") % {"what": vote.title}
            url = reverse("planning:vote", args=[vote.pk])
            yield Matter(title, names(silent), url, vote.closes, vote.is_example)


def _reports(collaboration: Collaboration) -> Iterable[Matter]:
    rounds: dict[int, list[Office]] = {}
    waits = unreported(collaboration)
    for report in waits:
        rounds.setdefault(report.round_id, []).append(report.office)
    for one in {report.round for report in waits}:
        title = _("Has not signed the key figures for %(year)s") % {"year": one.year}
        url = reverse("indicators:round_page", args=[one.year])
        yield Matter(title, names(rounds[one.pk]), url, one.deadline, one.is_example)


def _reviews(reviews: Iterable[GuidanceDocument]) -> Iterable[Matter]:
    for document in reviews:
        if document.is_overdue and document.review_due is not None:
            title = _("Review overdue: %(what)s") % {"what": document.title}
            owner = document.owner.name if document.owner else _("No owner")
            url = reverse("guidance:review", args=[document.slug])
            yield Matter(title, owner, url, document.review_due, document.is_example)


def _questions(collaboration: Collaboration) -> Iterable[Matter]:
    waits = list(waiting_too_long(collaboration.pk))
    if waits:
        n = len(waits)
        title = ngettext(
            "%(n)s question has waited more than five days",
            "%(n)s questions have waited more than five days",
            n,
        ) % {"n": n}
        example = any(one.is_example for one in waits)
        yield Matter(title, waits[0].text, reverse("network:questions"), exempeldata=example)


def _coming(collaboration: Collaboration, reviews: Iterable[GuidanceDocument]) -> Iterable[Matter]:
    meeting = next_meeting(collaboration)
    if meeting is not None:
        title = _("The steering group meets")
        url = reverse("planning:meeting", args=[meeting.pk])
        yield Matter(title, meeting.place, url, meeting.day)
    for vote in open_votes(collaboration):
        url = reverse("planning:vote", args=[vote.pk])
        yield Matter(_("The vote closes"), vote.title, url, vote.closes, vote.is_example)
    under_way = Campaign.objects.filter(collaboration=collaboration, state=CampaignState.OPEN)
    for campaign in under_way:
        url = reverse("campaigns:overview", args=[campaign.slug])
        if campaign.ends and campaign.ends >= today():
            detail = campaign.title
            yield Matter(_("Last reporting day"), detail, url, campaign.ends, campaign.is_example)
    for document in reviews:
        if not document.is_overdue and document.review_due is not None:
            month = date_format(document.review_due, "F Y")
            detail = _("%(what)s, by %(month)s") % {"what": document.title, "month": month}
            url = reverse("guidance:reviews")
            yield Matter(_("Review"), detail, url, document.review_due, document.is_example)
            break
