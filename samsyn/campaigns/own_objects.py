"""A person's own objects in campaigns under way: what she has reported, and the drafts she has begun."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count
from django.urls import reverse

from samsyn.campaigns.answers import answered_of
from samsyn.campaigns.codes import SubmissionState
from samsyn.campaigns.models import Campaign, Submission
from samsyn.organisations.interface import Actor, Office, Permission

DRAFTS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class OwnDraft:
    """An object that she has begun: how much of the checklist is answered, and where she goes on."""

    reference: str
    visited_on: date | None
    answered: int
    questions: int
    url: str


@dataclass(slots=True)
class OwnObjects:
    """Her objects in one campaign; `drafts` are the latest of those begun."""

    reported: int = 0
    begun: int = 0
    drafts: list[OwnDraft] = field(default_factory=list)

    @property
    def all(self) -> int:
        return self.reported + self.begun


def own_objects(actor: Actor, campaigns: Sequence[Campaign]) -> dict[int, OwnObjects]:
    """By campaign id, for the offices that she reports for; what was tried in a field test is not counted."""
    offices = {office.pk: office for office in actor.offices_where(Permission.REPORT_SUBMISSIONS)}
    found = {campaign.pk: OwnObjects() for campaign in campaigns}
    if not offices or not campaigns:
        return found
    mine = Submission.objects.filter(
        campaign__in=campaigns,
        office__in=offices,
        author_id=actor.user_id,
        is_field_test=False,
        state__in=[SubmissionState.DRAFT, SubmissionState.SUBMITTED],
    )
    numbers = mine.values_list("campaign_id", "state").annotate(number=Count("*")).order_by()
    for campaign_id, state, number in numbers:
        if state == SubmissionState.DRAFT:
            found[campaign_id].begun = number
        else:
            found[campaign_id].reported = number
    if any(objects.begun for objects in found.values()):
        _add_drafts(found, mine.filter(state=SubmissionState.DRAFT), campaigns, offices)
    return found


def _add_drafts(
    found: dict[int, OwnObjects],
    drafts: Iterable[Submission],
    campaigns: Sequence[Campaign],
    offices: dict[int, Office],
) -> None:
    slugs = {campaign.pk: campaign.slug for campaign in campaigns}
    for draft in sorted(drafts, key=lambda draft: draft.received_at, reverse=True):
        shown = found[draft.campaign_id].drafts
        if len(shown) == DRAFTS_SHOWN:
            continue
        answered, questions = answered_of(draft.form_id, bytes(draft.xml))
        address = [slugs[draft.campaign_id], offices[draft.office_id].slug, draft.pk]
        url = reverse("campaigns:fill", args=address)
        shown.append(OwnDraft(draft.reference, draft.visited_on, answered, questions, url))
