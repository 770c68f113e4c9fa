"""Campaigns for measuring (`make bench`): a form of as many questions as asked for, and submissions in large numbers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID

from django.db import transaction

from samsyn.campaigns.interface import (
    Campaign,
    CampaignForm,
    CampaignState,
    Reporting,
    add_submissions,
    answer_participation,
    campaigns_seen_by,
    change_campaign,
    choose_checklist,
    count_submissions,
    current_form,
    make_campaign,
    make_device_key,
    move_campaign,
    read_submission,
    set_object_types,
)
from samsyn.checklists.interface import make_checklist, publish_version, upload_version
from samsyn.core.clock.interface import localtime, today
from samsyn.core.decisions.interface import DecisionRef
from samsyn.demo import county
from samsyn.lib.xform import Workbook, write_workbook
from samsyn.organisations.interface import (
    Actor,
    Collaboration,
    Office,
    Role,
    actor_of,
    collaboration_by_slug,
    offices_of,
    people_with_role,
)

SV = "label::Svenska (sv)"
BATCH = 2_000
DIFFERENT_ANSWERS = 500


@dataclass(frozen=True, slots=True)
class Sender:
    """One office's way in: its address and the key of one of its officers."""

    path: str
    key: str


def the_county() -> Collaboration:
    """The demo county, which must have been built."""
    found = collaboration_by_slug(county.COUNTY_SLUG)
    if found is None:
        raise LookupError("Build the demo county first: samsyn demo")
    return found


def prepare(*, questions: int) -> tuple[Campaign, list[Sender]]:
    """An open campaign whose checklist has so many questions, with a device key for an officer of each office."""
    here = the_county()
    coordinator = actor_of(people_with_role(here, Role.COORDINATOR)[0])
    slug = f"matning-{questions}"
    campaign = make_campaign(
        by=coordinator, collaboration=here, slug=slug, title=f"Mätning, {questions} frågor",
        purpose="Mäta.", starts=today() - timedelta(days=60), ends=today() + timedelta(days=60),
    )  # fmt: skip
    change_campaign(
        by=coordinator,
        campaign=campaign,
        values={
            "decision": DecisionRef(body="Styrgruppen", date=today(), paragraph="1"),
            "is_example": True,
        },
    )
    set_object_types(by=coordinator, campaign=campaign, types=[{"key": "skola", "name": "Skola"}])
    checklist = make_checklist(by=coordinator, collaboration=here, slug=slug, title=campaign.title)
    content = write_workbook(_workbook(questions))
    draft = upload_version(
        by=coordinator, checklist=checklist, name=f"{slug}.xlsx", content=content
    )
    version = publish_version(by=coordinator, version=draft)
    choose_checklist(by=coordinator, campaign=campaign, version=version)
    officers = _officers(here)
    for office, actor in officers:
        answer_participation(
            by=actor, campaign=campaign, office=office, takes_part=True, planned=100
        )
    campaign = move_campaign(by=coordinator, campaign=campaign, to=CampaignState.OPEN)
    senders = [
        Sender(
            f"/kampanjer/{slug}/submission?kontor={office.slug}",
            make_device_key(by=actor, name="mätning"),
        )
        for office, actor in officers
    ]
    return campaign, senders


def campaign_for(*, questions: int) -> Campaign:
    """The campaign that `prepare` made for so many questions."""
    here = the_county()
    coordinator = actor_of(people_with_role(here, Role.COORDINATOR)[0])
    return campaigns_seen_by(coordinator, here).get(slug=f"matning-{questions}")


def form_of(campaign: Campaign) -> CampaignForm:
    """The form that a campaign for measuring is filled in with."""
    form = current_form(campaign)
    if form is None:
        raise LookupError("The campaign has no form.")
    return form


def body(campaign: Campaign, form: CampaignForm, number: int, *, questions: int) -> bytes:
    """The XML of one submission; the same number gives the same answers and the same id."""
    dice = Random(number)  # noqa: S311  # answers, not secrets
    answers = "".join(f"<q{i}>{_answer(dice)}</q{i}>" for i in range(1, questions + 1))
    visited = today() - timedelta(days=dice.randrange(50))
    return (
        f'<data id="{campaign.slug}" version="{form.version}"><sam_besok>'
        f"<sam_referens>M-{number}</sam_referens><sam_objekttyp>skola</sam_objekttyp>"
        f"<sam_datum>{visited}</sam_datum><sam_urval>risk</sam_urval></sam_besok><kem>{answers}</kem>"
        "<sam_atgarder><sam_atgard>none</sam_atgard><sam_minuter>60</sam_minuter></sam_atgarder>"
        f"<meta><instanceID>uuid:{UUID(int=dice.getrandbits(128), version=4)}</instanceID></meta></data>"
    ).encode()


def fill(campaign: Campaign, *, questions: int, up_to: int, tell: Callable[[str], None]) -> None:
    """Submissions until there are `up_to`, read and counted by the same code as the door, stored in batches."""
    form = form_of(campaign)
    xmls = [
        body(campaign, form, number, questions=questions) for number in range(DIFFERENT_ANSWERS)
    ]
    readings = [read_submission(form.pk, xml, moment=localtime()) for xml in xmls]
    officers = _officers(the_county())
    there = count_submissions(campaign)
    while there < up_to:
        office, actor = officers[(there // BATCH) % len(officers)]
        many = min(BATCH, up_to - there)
        with transaction.atomic():
            add_submissions(
                by=actor,
                campaign=campaign,
                office=office,
                readings=[(readings[i % len(readings)], xmls[i % len(xmls)]) for i in range(many)],
                reporting=Reporting(allowed=True),
            )
        there += many
        tell(f"{there} of {up_to}")


def _workbook(questions: int) -> Workbook:
    rows: list[dict[str, Any]] = [{"type": "begin group", "name": "kem", SV: "Frågor"}]
    rows += [
        {"type": "select_one ua_a_ek_ea", "name": f"q{i}", SV: f"Är krav {i} uppfyllt?", "required": "yes"}
        for i in range(1, questions + 1)
    ]  # fmt: skip
    return Workbook(survey=[*rows, {"type": "end group"}])


def _answer(dice: Random) -> str:
    return dice.choices(("ua", "a", "ek", "ea"), (60, 25, 10, 5))[0]


def _officers(here: Collaboration) -> list[tuple[Office, Actor]]:
    """An officer for each office that has one."""
    actors = [actor_of(person) for person in people_with_role(here, Role.OFFICER)]
    chosen: dict[int, tuple[Office, Actor]] = {}
    for actor in actors:
        if actor.office is not None:
            chosen.setdefault(actor.office.pk, (actor.office, actor))
    return [chosen[office.pk] for office in offices_of(here) if office.pk in chosen]
