"""What my page shows of a person's own office: its campaign beside the county's, where she reports, her questions."""

from collections.abc import Collection
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.campaigns.interface import (
    SUBJECT,
    Campaign,
    CampaignState,
    OwnObjects,
    Participation,
    Progress,
    campaigns_seen_by,
    own_objects,
    progress_in,
)
from samsyn.core.clock.interface import today
from samsyn.core.components.interface import ProgressRow, ProgressRows
from samsyn.network.interface import Question, asked_by
from samsyn.organisations.interface import Actor, Permission

QUESTIONS = 4


@dataclass(frozen=True, slots=True)
class OfficeCampaign:
    """A campaign under way with the bars of the person's offices, her own objects and the county, and her drafts."""

    campaign: Campaign
    rows: ProgressRows
    objects: OwnObjects


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """A question that she asked, and where it is answered; no address when its subject is no campaign."""

    question: Question
    url: str

    @property
    def is_waiting(self) -> bool:
        return self.question.state == Question.State.WAITING


def office_campaigns(actor: Actor) -> list[OfficeCampaign]:
    """The campaigns under way in which an office of hers takes part."""
    mine = {office.pk for office in actor.offices_where(Permission.SEE_OWN_OFFICE)}
    if not mine:
        return []
    campaigns = _under_way(actor)
    progress_by_campaign = progress_in(campaigns, today=today())
    objects = own_objects(actor, campaigns)
    return [
        OfficeCampaign(campaign, rows, objects[campaign.pk])
        for campaign in campaigns
        if (rows := _rows(campaign, progress_by_campaign[campaign.pk], mine, objects[campaign.pk]))
    ]


def _rows(
    campaign: Campaign, progress: Progress, mine: Collection[int], objects: OwnObjects
) -> ProgressRows | None:
    """The bars of her offices that take part, of her own objects and of the county; None when none takes part."""
    rows = [
        ProgressRow(
            line.office.name,
            line.done,
            line.planned,
            url=reverse("campaigns:office", args=[campaign.slug, line.office.slug]),
        )
        for line in progress.offices
        if line.office.pk in mine and line.answer and line.answer.takes_part
    ]
    if not rows:
        return None
    if objects.all:
        rows.append(ProgressRow(_("Your objects"), objects.reported, objects.all, weak=True))
    rows.append(ProgressRow(_("The whole county"), progress.done, progress.planned, weak=True))
    return ProgressRows(rows, same_length=True, plain=True)


def where_to_report(actor: Actor) -> str:
    """Where she starts a visit: her office's objects in the campaign that began last; empty when there is none."""
    offices = actor.offices_where(Permission.REPORT_SUBMISSIONS)
    campaigns = _under_way(actor) if offices else []
    joined = Participation.objects.filter(
        campaign__in=campaigns, office__in=offices, takes_part=True
    )
    slugs = dict(joined.order_by("-pk").values_list("campaign_id", "office__slug"))
    for campaign in campaigns:
        if campaign.pk in slugs:
            return reverse("campaigns:office", args=[campaign.slug, slugs[campaign.pk]])
    return ""


def _under_way(actor: Actor) -> list[Campaign]:
    seen = campaigns_seen_by(actor, actor.collaboration)
    return list(seen.filter(state=CampaignState.OPEN).order_by("-starts", "title"))


def own_questions(actor: Actor) -> list[OwnQuestion]:
    """Her latest questions, wherever she asked them."""
    asked = list(asked_by(actor.user_id, actor.collaboration_id)[:QUESTIONS])
    ids = [one.subject_id for one in asked if one.subject_type == SUBJECT]
    slugs = {
        str(pk): slug
        for pk, slug in campaigns_seen_by(actor, actor.collaboration)
        .filter(pk__in=ids)
        .values_list("pk", "slug")
    }
    return [OwnQuestion(one, _address(one, slugs)) for one in asked]


def _address(question: Question, slugs: dict[str, str]) -> str:
    if not question.subject_type:
        return reverse("network:question", args=[question.pk])
    if question.subject_type == SUBJECT and question.subject_id in slugs:
        return reverse("campaigns:answer", args=[slugs[question.subject_id], question.pk])
    return ""
