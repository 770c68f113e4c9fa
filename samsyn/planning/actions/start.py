"""Starting what was decided: the work or the project of an activity, linked to it from the first day."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from samsyn.calibration.interface import Exercise, make_exercise
from samsyn.calibration.interface import Refused as ExerciseRefused
from samsyn.campaigns.interface import Campaign, change_campaign, make_campaign
from samsyn.campaigns.interface import Refused as CampaignRefused
from samsyn.core.audit.interface import record
from samsyn.core.clock.interface import today
from samsyn.guidance.interface import GuidanceDocument, make_document
from samsyn.guidance.interface import Refused as GuidanceRefused
from samsyn.learning.interface import Event, EventKind, make_event
from samsyn.learning.interface import Refused as EventRefused
from samsyn.organisations.interface import Actor
from samsyn.planning.codes import ActivityType, ItemState, YearState
from samsyn.planning.letters import tell_proposer
from samsyn.planning.models import PlanItem, Project, ProjectPerson
from samsyn.planning.refusals import Refused
from samsyn.planning.work import FIELD_OF, FIELDS, Started, activity_of_work, field_of, started_by

# What is left to be refused when the form has been checked: somebody took the short name meanwhile.
TAKEN = (CampaignRefused, EventRefused, GuidanceRefused, ExerciseRefused)


@transaction.atomic
def start_work(*, by: Actor, item: PlanItem, slug: str, **values: Any) -> Started:
    """The campaign, course, meeting, guidance or exercise of a decided activity: a draft filled in from plan and proposal.

    `values` are what the plan does not know: an event's times and seats, a guidance's area. The draft is finished and
    opened on its own page, and both pages lead to the other from now on.
    """
    locked = _ready(item)
    if locked.activity_type not in FIELD_OF:
        raise Refused("no_own_start")
    if started_by(locked) is not None:
        raise Refused("already_started")
    makers: dict[str, Callable[[Actor, PlanItem, str, Mapping[str, Any]], Started]] = {
        "campaign": _make_campaign,
        "event": _make_event,
        "document": _make_guidance,
        "exercise": _make_exercise,
    }
    make = makers[FIELD_OF[locked.activity_type]]
    try:
        # A savepoint of its own: what another package refuses leaves nothing behind.
        with transaction.atomic():
            work = make(by, locked, slug, values)
    except TAKEN as refused:
        raise Refused("slug_taken") from refused
    _link(by, locked, work)
    return work


@transaction.atomic
def link_work(*, by: Actor, item: PlanItem, work: Started) -> PlanItem:
    """The activity is carried out by something that is there already, made before it was decided or beside the plan."""
    locked = _ready(item)
    if started_by(locked) is not None:
        raise Refused("already_started")
    if activity_of_work(work) is not None:
        raise Refused("work_of_another", {"title": work.title})
    return _link(by, locked, work)


def _link(by: Actor, item: PlanItem, work: Started) -> PlanItem:
    name = field_of(work)
    setattr(item, name, work)
    fields = [name]
    if item.state == ItemState.PLANNED:
        item.state = ItemState.UNDER_WAY
        fields.append("state")
    item.save(update_fields=fields)
    record(by=by.user_id, verb="planning.activity_started", obj=item,
           collaboration_id=item.plan_year.collaboration_id, details={name: work.slug})  # fmt: skip
    if item.proposal is not None:
        sentence = _("The work on it has started: %(title)s.") % {"title": work.title}
        tell_proposer(item.proposal, step=f"start:{item.pk}", sentence=sentence)
    return item


def _make_campaign(by: Actor, item: PlanItem, slug: str, values: Mapping[str, Any]) -> Campaign:
    year = item.plan_year
    campaign = make_campaign(
        by=by, collaboration=year.collaboration, slug=slug, title=item.title,
        is_example=item.is_example, background=_background(item), purpose=_purpose(item),
        goals="\n".join(goal.text for goal in item.goals.all()),
        starts=date(year.year, item.first_month, 1), ends=_last_day(year.year, item.last_month),
    )  # fmt: skip
    assert item.decision is not None
    return change_campaign(by=by, campaign=campaign, values={"decision": item.decision.as_ref()})


def _make_event(by: Actor, item: PlanItem, slug: str, values: Mapping[str, Any]) -> Event:
    kinds = {
        ActivityType.MEETING: EventKind.OFFICERS_MEETING,
        ActivityType.WORKSHOP: EventKind.WORKSHOP,
    }
    return make_event(
        by=by, collaboration=item.plan_year.collaboration, slug=slug, title=item.title,
        kind=kinds.get(ActivityType(item.activity_type), EventKind.COURSE),
        summary="\n\n".join(filter(None, [_purpose(item), _background(item)])),
        target_group=item.proposal.target_group if item.proposal else "",
        is_example=item.is_example, **values,
    )  # fmt: skip


def _make_guidance(
    by: Actor, item: PlanItem, slug: str, values: Mapping[str, Any]
) -> GuidanceDocument:
    return make_document(
        by=by, slug=slug, title=item.title, purpose=_purpose(item) or item.title, area=values["area"],
        target_group=item.proposal.target_group if item.proposal else "",
        owner=item.owner, is_example=item.is_example,
    )  # fmt: skip


def _make_exercise(by: Actor, item: PlanItem, slug: str, values: Mapping[str, Any]) -> Exercise:
    offices = [share.office for share in item.shares.select_related("office")]
    return make_exercise(
        by=by, collaboration=item.plan_year.collaboration, slug=slug, title=item.title,
        lead=_purpose(item) or _background(item), offices=offices, is_example=item.is_example,
    )  # fmt: skip


def _background(item: PlanItem) -> str:
    return item.proposal.background if item.proposal else ""


def _purpose(item: PlanItem) -> str:
    return (item.proposal.purpose if item.proposal else "") or item.description


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
        .select_related(
            "plan_year__collaboration", "decision__meeting", "owner", "proposal__office", *FIELDS
        )
        .get(pk=item.pk)
    )
    if locked.plan_year.state == YearState.CLOSED:
        raise Refused("year_closed", {"year": locked.plan_year.year})
    if locked.plan_year.state != YearState.DECIDED or locked.decision is None:
        raise Refused("not_decided")
    return locked


def _last_day(year: int, month: int) -> date:
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
