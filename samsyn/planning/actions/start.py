"""Starting what was decided: the campaign or the project of an activity, linked to it from the first day."""

from datetime import date, timedelta

from django.db import transaction

from samsyn.campaigns.interface import Campaign, change_campaign, make_campaign
from samsyn.campaigns.interface import Refused as CampaignRefused
from samsyn.core.audit.interface import record
from samsyn.core.clock.interface import today
from samsyn.organisations.interface import Actor
from samsyn.planning.codes import ActivityType, ItemState, YearState
from samsyn.planning.models import PlanItem, Project, ProjectPerson
from samsyn.planning.refusals import Refused


@transaction.atomic
def start_campaign(*, by: Actor, item: PlanItem, slug: str) -> Campaign:
    """The campaign of a decided activity, in draft, with the decision, its months and its purpose from the plan."""
    locked = _ready(item)
    if locked.activity_type != ActivityType.CAMPAIGN:
        raise Refused("no_own_start")
    if locked.campaign_id is not None:
        raise Refused("already_started")
    year = locked.plan_year
    try:
        campaign = make_campaign(
            by=by, collaboration=year.collaboration, slug=slug, title=locked.title,
            is_example=locked.is_example, purpose=locked.description,
            goals="\n".join(goal.text for goal in locked.goals.all()),
            starts=date(year.year, locked.first_month, 1), ends=_last_day(year.year, locked.last_month),
        )  # fmt: skip
    except CampaignRefused as refused:
        raise Refused("slug_taken") from refused
    assert locked.decision is not None
    change_campaign(by=by, campaign=campaign, values={"decision": locked.decision.as_ref()})
    link_campaign(by=by, item=locked, campaign=campaign)
    return campaign


@transaction.atomic
def link_campaign(*, by: Actor, item: PlanItem, campaign: Campaign) -> PlanItem:
    """The activity is carried out by a campaign that is there."""
    item.campaign, item.state = campaign, ItemState.UNDER_WAY
    item.save(update_fields=["campaign", "state"])
    record(by=by.user_id, verb="planning.activity_started", obj=item,
           collaboration_id=item.plan_year.collaboration_id, details={"campaign": campaign.slug})  # fmt: skip
    return item


@transaction.atomic
def start_project(*, by: Actor, item: PlanItem) -> Project:
    """The project plan of a decided activity; its owner leads it until somebody else does."""
    locked = _ready(item)
    if Project.objects.filter(item=locked).exists():
        raise Refused("already_started")
    project = Project.objects.create(
        item=locked, purpose=locked.description,
        hours_expected=sum(share.hours for share in locked.shares.all()),
    )  # fmt: skip
    if locked.owner is not None:
        ProjectPerson.objects.create(
            project=project, person=locked.owner, is_leader=True, starts=today()
        )
    if locked.state == ItemState.PLANNED:
        locked.state = ItemState.UNDER_WAY
        locked.save(update_fields=["state"])
    record(by=by.user_id, verb="planning.project_started", obj=project,
           collaboration_id=locked.plan_year.collaboration_id)  # fmt: skip
    return project


def _ready(item: PlanItem) -> PlanItem:
    locked: PlanItem = (
        PlanItem.objects.select_for_update(of=("self",))
        .select_related("plan_year__collaboration", "decision__meeting", "owner")
        .get(pk=item.pk)
    )
    if locked.plan_year.state == YearState.CLOSED:
        raise Refused("year_closed", {"year": locked.plan_year.year})
    if locked.plan_year.state != YearState.DECIDED or locked.decision is None:
        raise Refused("not_decided")
    return locked


def _last_day(year: int, month: int) -> date:
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
