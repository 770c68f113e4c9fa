"""Handing over what a leaving person holds in campaigns."""

from django.db import transaction

from samsyn.campaigns.models import Campaign, ProjectMember, Submission
from samsyn.campaigns.open_work import drafts_of, project_places_of
from samsyn.core.audit.interface import record
from samsyn.core.clock.interface import today
from samsyn.organisations.interface import Actor, Permission


@transaction.atomic
def hand_over_in_campaigns(*, by: Actor | None, leaving: Actor, taking: Actor) -> int:
    """Gives the successor the drafts of offices where she reports too, and the places in project groups.

    Returns how many pieces. A draft of an office that is not hers stays there, where its officers can open it.
    """
    return _drafts(leaving, taking, by) + _project_places(leaving, taking, by)


def _drafts(leaving: Actor, taking: Actor, by: Actor | None) -> int:
    theirs = {office.pk for office in taking.offices_where(Permission.REPORT_SUBMISSIONS)}
    shared = [office for office in leaving.offices if office.pk in theirs]
    drafts = list(drafts_of(leaving, shared).select_related("campaign"))
    for campaign in {draft.campaign for draft in drafts}:
        own = [draft.pk for draft in drafts if draft.campaign_id == campaign.pk]
        Submission.objects.filter(pk__in=own).update(author_id=taking.user_id)
        _log(by, campaign, taking, drafts=len(own))
    return len(drafts)


def _project_places(leaving: Actor, taking: Actor, by: Actor | None) -> int:
    places = list(project_places_of(leaving))
    held = {place.campaign_id: place for place in project_places_of(taking)}
    for place in places:
        place.ends = today()
        place.save(update_fields=["ends"])
        other = held.get(place.campaign_id)
        if other is None:
            ProjectMember.objects.create(
                campaign=place.campaign,
                person_id=taking.pk,
                is_leader=place.is_leader,
                starts=today(),
            )
        elif place.is_leader and not other.is_leader:
            other.is_leader = True
            other.save(update_fields=["is_leader"])
        _log(by, place.campaign, taking, leads=place.is_leader)
    return len(places)


def _log(by: Actor | None, campaign: Campaign, taking: Actor, **details: object) -> None:
    record(
        by=by.user_id if by else None,
        verb="campaigns.handed_over",
        obj=campaign,
        collaboration_id=campaign.collaboration_id,
        details={"to": taking.pk, **details},
    )
