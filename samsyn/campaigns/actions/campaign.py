"""Making a campaign and taking it through its states."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from samsyn.campaigns.codes import CampaignState, DateKind, MaterialKind
from samsyn.campaigns.form import make_form
from samsyn.campaigns.models import (
    Campaign,
    CampaignForm,
    ImportantDate,
    Material,
    ObjectType,
    ProjectMember,
    PublishedFigure,
)
from samsyn.campaigns.queries import readiness_of
from samsyn.campaigns.refusals import Refused
from samsyn.campaigns.rules import may_move, missing_for
from samsyn.campaigns.searching import index_campaign, index_question
from samsyn.campaigns.tabs import SUBJECT
from samsyn.checklists.interface import ChecklistVersion
from samsyn.core.audit.interface import record, snapshot
from samsyn.core.clock.interface import now, today
from samsyn.core.decisions.interface import DecisionRef
from samsyn.core.files.interface import FileKind, store_upload
from samsyn.network.interface import questions_about
from samsyn.organisations.interface import Actor, Collaboration, Person

TEXTS = ("title", "background", "purpose", "goals", "delimitation", "delimitation_reason")
CHANGEABLE = (
    *TEXTS,
    "starts",
    "ends",
    "legal_areas",
    "named_results",
    "decision",
    "source",
    "is_example",
)
# After the start the promise to the offices about names stands, and so does the first day.
FIXED_WHEN_OPEN = ("named_results", "starts")


@transaction.atomic
def make_campaign(
    *, by: Actor, collaboration: Collaboration, slug: str, title: str, **values: Any
) -> Campaign:
    """A new campaign in draft."""
    if Campaign.objects.filter(collaboration=collaboration, slug=slug).exists():
        raise Refused("slug_taken", {"slug": slug})
    campaign = Campaign.objects.create(
        collaboration=collaboration, slug=slug, title=title, **values
    )
    _log(by, "campaigns.made", campaign)
    return campaign


@transaction.atomic
def change_campaign(*, by: Actor, campaign: Campaign, values: Mapping[str, Any]) -> Campaign:
    """Changes what stands on the campaign; refused for what is fixed once it is under way."""
    locked = Campaign.objects.select_for_update().get(pk=campaign.pk)
    before = snapshot(locked)
    _refuse_fixed(locked, values)
    for name in CHANGEABLE:
        if name in values:
            setattr(locked, name, values[name])
    if locked.starts and locked.ends and locked.ends < locked.starts:
        raise Refused("ends_before_start")
    locked.save()
    _log(by, "campaigns.changed", locked, before)
    return locked


def _refuse_fixed(campaign: Campaign, values: Mapping[str, Any]) -> None:
    if campaign.state == CampaignState.PUBLISHED:
        raise Refused("published_stands")
    if campaign.state in {CampaignState.DRAFT, CampaignState.REFERRAL, CampaignState.FIELD_TEST}:
        return
    for name in FIXED_WHEN_OPEN:
        if name in values and values[name] != getattr(campaign, name):
            raise Refused("fixed_when_open", {"field": name})


@transaction.atomic
def set_object_types(*, by: Actor, campaign: Campaign, types: Iterable[Mapping[str, str]]) -> None:
    """The kinds of objects the campaign inspects, each with key, name, activity code and level."""
    if campaign.forms.exists() and campaign.state not in {
        CampaignState.DRAFT,
        CampaignState.REFERRAL,
    }:
        raise Refused("form_stands")
    campaign.object_types.all().delete()
    ObjectType.objects.bulk_create(ObjectType(campaign=campaign, **values) for values in types)
    if campaign.checklist_version:
        _renew_form(campaign, campaign.checklist_version)
    _log(by, "campaigns.object_types_set", campaign)


@transaction.atomic
def choose_checklist(*, by: Actor, campaign: Campaign, version: ChecklistVersion) -> CampaignForm:
    """The campaign takes a published checklist version; submissions already made keep pointing at what they answered."""
    if version.state != ChecklistVersion.State.PUBLISHED:
        raise Refused("checklist_not_published")
    if version.checklist.collaboration_id != campaign.collaboration_id:
        raise Refused("checklist_of_another")
    if campaign.state not in {
        CampaignState.DRAFT,
        CampaignState.REFERRAL,
        CampaignState.FIELD_TEST,
        CampaignState.OPEN,
    }:
        raise Refused("published_stands" if campaign.state == CampaignState.PUBLISHED else "closed")
    before = snapshot(campaign)
    campaign.checklist_version = version
    campaign.save(update_fields=["checklist_version"])
    form = _renew_form(campaign, version)
    _log(by, "campaigns.checklist_chosen", campaign, before)
    return form


def _renew_form(campaign: Campaign, version: ChecklistVersion) -> CampaignForm:
    return make_form(campaign=campaign, version=version)


@transaction.atomic
def move_campaign(*, by: Actor, campaign: Campaign, to: str) -> Campaign:
    """Takes the campaign to another state; refused with what is missing."""
    locked = Campaign.objects.select_for_update().get(pk=campaign.pk)
    if not may_move(locked.state, to):
        raise Refused("cannot_move", {"from": locked.state, "to": to})
    missing = missing_for(to, readiness_of(locked))
    if missing:
        raise Refused("missing", {"missing": missing, "to": to})
    if to == CampaignState.CLOSED and readiness_of(locked).report_finished:
        raise Refused("report_stands")
    before = snapshot(locked)
    locked.state = to
    if to == CampaignState.CLOSED:
        locked.closed_at = now()
    if to == CampaignState.PUBLISHED:
        locked.published_at = now()
    locked.save()
    _log(by, "campaigns.moved", locked, before)
    return locked


@transaction.atomic
def decide_report(*, by: Actor, campaign: Campaign, decision: DecisionRef) -> Campaign:
    """The steering group's decision on the report, typed by hand."""
    before = snapshot(campaign)
    campaign.report_decision = decision
    campaign.save(update_fields=["report_decision"])
    _log(by, "campaigns.report_decided", campaign, before)
    return campaign


@transaction.atomic
def set_dates(*, by: Actor, campaign: Campaign, dates: Iterable[Mapping[str, Any]]) -> None:
    """The important days of the campaign, all at once."""
    campaign.dates.all().delete()
    ImportantDate.objects.bulk_create(
        ImportantDate(campaign=campaign, **{"kind": DateKind.OTHER, **values}) for values in dates
    )
    _log(by, "campaigns.dates_set", campaign)


@transaction.atomic
def set_project_group(
    *, by: Actor, campaign: Campaign, leader: Person | None, members: Iterable[Person]
) -> None:
    """Who is in the project group from today; those left out leave today."""
    wanted = {person.pk: False for person in members}
    if leader:
        wanted[leader.pk] = True
    current = {member.person_id: member for member in campaign.project_members.filter(ends=None)}
    for pk, member in current.items():
        if wanted.get(pk) != member.is_leader:
            member.ends = today()
            member.save(update_fields=["ends"])
    ProjectMember.objects.bulk_create(
        ProjectMember(campaign=campaign, person_id=pk, is_leader=is_leader, starts=today())
        for pk, is_leader in wanted.items()
        if pk not in current or current[pk].is_leader != is_leader
    )
    _log(by, "campaigns.project_group_set", campaign)


@transaction.atomic
def add_material(
    *,
    by: Actor,
    campaign: Campaign,
    title: str,
    name: str,
    content: bytes,
    kind: str = MaterialKind.OTHER,
    is_public: bool = False,
) -> Material:
    """A file of the campaign; raises FileRefused for one that may not be let in."""
    stored = store_upload(name=name, content=content, kind=FileKind.DOCUMENT, by=by.user_id)
    material = Material.objects.create(
        campaign=campaign, kind=kind, title=title or name, file=stored, is_public=is_public
    )
    _log(by, "campaigns.material_added", campaign)
    return material


@transaction.atomic
def open_to_collaboration(*, by: Actor, campaign: Campaign, collaboration: Collaboration) -> None:
    """Lets the offices of another collaboration take part; the only thing that crosses between collaborations."""
    campaign.open_to.add(collaboration)
    record(
        by=by.user_id,
        verb="campaigns.opened_to",
        obj=campaign,
        collaboration_id=campaign.collaboration_id,
        details={"to": collaboration.slug},
    )
    index_campaign(Campaign.objects.get(pk=campaign.pk))
    for question in questions_about(SUBJECT, str(campaign.pk)):
        index_question(campaign, question)


@transaction.atomic
def close_to_collaboration(*, by: Actor, campaign: Campaign, collaboration: Collaboration) -> None:
    """Ends it for a collaboration; refused when one of its offices has answered whether it takes part."""
    if campaign.participations.filter(office__collaboration=collaboration).exists():
        raise Refused("others_take_part", {"name": collaboration.name})
    campaign.open_to.remove(collaboration)
    record(
        by=by.user_id,
        verb="campaigns.closed_to",
        obj=campaign,
        collaboration_id=campaign.collaboration_id,
        details={"to": collaboration.slug},
    )
    index_campaign(Campaign.objects.get(pk=campaign.pk))


def _log(by: Actor, verb: str, campaign: Campaign, before: Mapping[str, Any] | None = None) -> None:
    record(
        by=by.user_id,
        verb=verb,
        obj=campaign,
        before=before,
        collaboration_id=campaign.collaboration_id,
    )
    index_campaign(Campaign.objects.get(pk=campaign.pk))


@transaction.atomic
def record_published_campaign(
    *,
    by: Actor,
    collaboration: Collaboration,
    slug: str,
    title: str,
    figures: Iterable[Mapping[str, Any]],
    **values: Any,
) -> Campaign:
    """An earlier campaign of which only published figures are known: they are kept as they stand, with their source."""
    campaign = Campaign.objects.create(
        collaboration=collaboration,
        slug=slug,
        title=title,
        state=CampaignState.PUBLISHED,
        is_historical=True,
        **values,
    )
    PublishedFigure.objects.bulk_create(
        PublishedFigure(campaign=campaign, order=order, **figure)
        for order, figure in enumerate(figures)
    )
    _log(by, "campaigns.recorded", campaign)
    return campaign
