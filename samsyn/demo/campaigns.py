"""The demo's three campaigns: one published in 2018 as its sources say, one open and half-way, one in draft."""

import random
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from xml.sax.saxutils import escape

from django.utils import timezone

from samsyn.campaigns.interface import (
    Campaign,
    CampaignState,
    DateKind,
    Reporting,
    answer_in_campaign,
    answer_participation,
    ask_in_campaign,
    carry_on,
    change_campaign,
    choose_checklist,
    current_form,
    make_campaign,
    map_import,
    move_campaign,
    read_submission,
    receive_submission,
    record_published_campaign,
    save_draft,
    set_dates,
    set_object_types,
    set_project_group,
    upload_import,
)
from samsyn.checklists.interface import make_checklist, publish_version, upload_version
from samsyn.core.clock.interface import today
from samsyn.core.decisions.interface import DecisionRef
from samsyn.demo import school
from samsyn.demo.plan import Demo
from samsyn.guidance.interface import clauses_in_force
from samsyn.lib.xform import write_workbook
from samsyn.organisations.interface import Actor, Office, actor_of

SEED = 2026
WORKSHOPS = "https://www.ytforum.se/manga-verkstadsindustrier-har-behov-av-miljoforbattringar/"
# The offices' own plans and how many objects each has done; Gnosjö does not take part. All invented.
PLANS = {
    "aneby": (5, 4), "eksjo": (8, 6), "gislaved": (12, 8), "habo-mullsjo": (8, 5), "jonkoping": (24, 17),
    "nassjo": (12, 8), "savsjo": (6, 0), "tranas": (8, 3), "vaggeryd": (8, 8), "vetlanda": (12, 11), "varnamo": (14, 14),
}  # fmt: skip


def workshops(demo: Demo) -> None:
    """The engineering-workshop campaign of 2018: its published figures and nothing else."""
    figures: list[dict[str, Any]] = [
        {"label": "Deltagande kommuner", "numerator": 9},
        {"label": "Inspekterade verkstadsindustrier", "numerator": 74},
        {"label": "Utan anmärkning", "numerator": 21, "denominator": 74, "is_part": True},
        {
            "label": "Överenskommelse om åtgärder",
            "numerator": 53,
            "denominator": 74,
            "is_part": True,
        },
        {"label": "Miljösanktionsavgift eller åtalsanmälan", "numerator": 0, "denominator": 74},
        {"label": "Uppfyller krav på utsläpp till luft", "denominator": 74, "share": "0.96"},
        {"label": "Uppfyller krav på utsläpp till vatten", "denominator": 74, "share": "0.84"},
        {
            "label": "Brister i förvaring, invallning eller brunnar",
            "denominator": 74,
            "share": "0.41",
        },
        {
            "label": "Behöver utreda sin klassning (”var femte”, avrundat)",
            "denominator": 74,
            "share": "0.20",
        },
        {"label": "Egenkontrollen kan förbättras (”nästan hälften”)", "denominator": 74},
    ]
    record_published_campaign(
        by=_actor(demo, "samordnare@exempel.se"),
        collaboration=demo.county,
        slug="verkstadsindustri-2018",
        title="Verkstadsindustri 2018",
        purpose="Tillsyn av verkstadsindustri med eller utan ytbehandling, april till november 2018.",
        starts=date(2018, 4, 1),
        ends=date(2018, 11, 30),
        legal_areas=["hazardous"],
        source=WORKSHOPS,
        figures=[{**figure, "source": WORKSHOPS} for figure in figures],
    )


def schools(demo: Demo) -> None:
    """The school campaign: real questions, invented answers; open and most of its time gone."""
    coordinator = _actor(demo, "samordnare@exempel.se")
    campaign = _school_campaign(demo, coordinator)
    set_object_types(
        by=coordinator,
        campaign=campaign,
        types=[
            {"key": "grundskola", "name": "Grundskola"},
            {"key": "gymnasieskola", "name": "Gymnasieskola"},
        ],
    )
    _checklist(demo, coordinator, campaign)
    set_dates(by=coordinator, campaign=campaign, dates=_days(campaign))
    set_project_group(
        by=coordinator,
        campaign=campaign,
        leader=demo.people["handlaggare.nassjo@exempel.se"],
        members=[
            demo.people[f"handlaggare.{slug}@exempel.se"]
            for slug in ("jonkoping", "tranas", "varnamo")
        ],
    )
    _answers_of_offices(demo, campaign)
    opened = move_campaign(by=coordinator, campaign=campaign, to=CampaignState.OPEN)
    _visits(demo, opened)
    _begun(demo, opened)
    _questions(demo, opened)
    _file_with_a_fault(demo, opened)


def _school_campaign(demo: Demo, coordinator: Actor) -> Campaign:
    campaign = make_campaign(
        by=coordinator,
        collaboration=demo.county,
        slug="skolor-stadning-ventilation",
        title="Städning och ventilation i skolor",
        is_example=True,
        purpose="Se om skolorna har en städning som fungerar och skriftliga rutiner för den.",
        goals="Alla skolor som besöks får samma frågor. Länet får en gemensam bild av vanliga brister.",
        background="Checklistans frågor är de som användes i ett nationellt projekt 2014/2015. Svaren här är påhittade.",
        delimitation="Grundskolor och gymnasieskolor. Förskolor ingår inte.",
        delimitation_reason="Förskolor har egna frågor om hygien och får en egen kampanj.",
        starts=today() - timedelta(days=83),
        ends=today() + timedelta(days=18),
        legal_areas=["health"],
    )
    decision = DecisionRef(body="Styrgruppen", date=today() - timedelta(days=165), paragraph="14")
    return change_campaign(by=coordinator, campaign=campaign, values={"decision": decision})


def _checklist(demo: Demo, coordinator: Actor, campaign: Campaign) -> None:
    checklist = make_checklist(
        by=coordinator,
        collaboration=demo.county,
        slug="skolor-stadning",
        title="Städning i skolor",
        purpose="Städning och rutiner för städning i skolor.",
        source=school.SOURCE,
    )
    draft = upload_version(
        by=coordinator,
        checklist=checklist,
        name="skolor-stadning.xlsx",
        content=write_workbook(school.workbook(routines=_clause_on_routines(demo))),
    )
    choose_checklist(
        by=coordinator, campaign=campaign, version=publish_version(by=coordinator, version=draft)
    )


def _clause_on_routines(demo: Demo) -> str:
    """The clause of the schools' guidance that the questions on written routines rest on."""
    clauses = clauses_in_force(demo.county)
    found = next(one for one in clauses if one.edition.document.slug == "skolor-och-forskolor")
    return f"/handlaggarstod/skolor-och-forskolor/#{found.clause.uuid}"


def _days(campaign: Campaign) -> Iterable[dict[str, Any]]:
    start, end = campaign.starts or today(), campaign.ends or today()
    return [
        {
            "kind": DateKind.TRAINING,
            "date": start - timedelta(days=7),
            "title": "Startutbildning",
            "place": "Jönköping",
        },
        {
            "kind": DateKind.HALF_TIME,
            "date": start + timedelta(days=43),
            "title": "Halvtidsmöte",
            "place": "På distans",
        },
        {"kind": DateKind.LAST_REPORT, "date": end, "title": "Sista rapportdag"},
    ]


def _answers_of_offices(demo: Demo, campaign: Campaign) -> None:
    for slug, (planned, _) in PLANS.items():
        answer_participation(
            by=_actor(demo, f"kontakt.{slug}@exempel.se"),
            campaign=campaign,
            office=demo.offices[slug],
            takes_part=True,
            planned=planned,
        )
    answer_participation(
        by=_actor(demo, "kontakt.gnosjo@exempel.se"),
        campaign=campaign,
        office=demo.offices["gnosjo"],
        takes_part=False,
        reason="Deltar inte, prioriterade andra objekt i tillsynsplanen",
    )


def _visits(demo: Demo, campaign: Campaign) -> None:
    dice = random.Random(SEED)  # noqa: S311  # the same demo every time, nothing secret
    start = campaign.starts or today()
    passed = (today() - start).days
    for slug, (_, done) in PLANS.items():
        actor = _actor(demo, f"handlaggare.{slug}@exempel.se")
        for number in range(1, done + 1):
            visited = _workday(start + timedelta(days=dice.randrange(3, max(passed, 4))))
            _visit(
                campaign,
                actor,
                demo.offices[slug],
                visited,
                f"{slug[:3].upper()}-{number:02d}",
                dice,
            )


def _begun(demo: Demo, campaign: Campaign) -> None:
    """Two visits of one officer that are not finished: one just begun, one some way into the checklist."""
    dice = random.Random(SEED + 1)  # noqa: S311  # the same demo every time, nothing secret
    office = demo.offices["nassjo"]
    form = current_form(campaign, office)
    assert form is not None
    for reference, answered in (("NAS-09", 5), ("NAS-10", 1)):
        groups = school.begun(dice, answered) | {"sam_besok": {"sam_referens": reference}}
        submission_id = UUID(int=dice.getrandbits(128), version=4)
        save_draft(
            by=_actor(demo, "handlaggare.nassjo@exempel.se"),
            campaign=campaign,
            office=office,
            form=form,
            submission_id=submission_id,
            xml=_xml(campaign.slug, form.version, submission_id, groups),
            reference=reference,
        )


def _workday(day: date) -> date:
    return day - timedelta(days=max(day.weekday() - 4, 0))


def _visit(
    campaign: Campaign,
    actor: Actor,
    office: Office,
    visited: date,
    reference: str,
    dice: random.Random,
) -> None:
    form = current_form(campaign, office)
    assert form is not None
    submission_id = UUID(int=dice.getrandbits(128), version=4)
    groups = {
        "sam_besok": {
            "sam_referens": reference,
            "sam_objekttyp": "grundskola" if dice.random() < 0.8 else "gymnasieskola",
            "sam_datum": visited.isoformat(),
            "sam_urval": dice.choices(["risk", "routine", "random"], [4, 5, 1])[0],
        },
        **school.answers(dice),
        "sam_atgarder": {
            "sam_atgard": dice.choices(["none", "advice", "agreement", "order"], [3, 4, 4, 1])[0],
            "sam_minuter": str(dice.randrange(90, 420, 15)),
        },
    }
    xml = _xml(campaign.slug, form.version, submission_id, groups)
    moment = timezone.make_aware(datetime.combine(today(), time(12)))
    reading = read_submission(form.pk, xml, moment=moment)
    if reading.faults:
        raise ValueError(f"The demo answers its own checklist wrongly: {reading.faults}")
    receive_submission(
        by=actor,
        campaign=campaign,
        office=office,
        submission_id=submission_id,
        reading=reading,
        xml=xml,
        reporting=Reporting(allowed=True),
    )


def _xml(
    form_id: str, version: str, submission_id: UUID, groups: dict[str, dict[str, str]]
) -> bytes:
    inside = "".join(
        f"<{group}>{''.join(f'<{name}>{escape(value)}</{name}>' for name, value in values.items())}</{group}>"
        for group, values in groups.items()
    )
    meta = f"<meta><instanceID>uuid:{submission_id}</instanceID></meta>"
    return f'<data id="{form_id}" version="{version}">{inside}{meta}</data>'.encode()


def _questions(demo: Demo, campaign: Campaign) -> None:
    asked = [
        ("nassjo", "Räknas en rutin som bara finns hos städbolaget som skriftlig?", "f6"),
        ("tranas", "Ska gymnastiksalen bedömas om den hyrs ut av en annan förvaltning?", "f3c"),
        ("eksjo", "Vad svarar vi när skolan byter städbolag under året?", "f5"),
    ]
    for slug, text, item in asked:
        question = ask_in_campaign(
            by=_actor(demo, f"handlaggare.{slug}@exempel.se"),
            campaign=campaign,
            text=text,
            item=item,
        )
    answer_in_campaign(
        by=_actor(demo, "samordnare@exempel.se"),
        campaign=campaign,
        question=question,
        text="Svara efter den städning som gäller dagen för besöket. (Exempeldata.)",
        settles=True,
    )


def _file_with_a_fault(demo: Demo, campaign: Campaign) -> None:
    """An office has tried a file from its own system: one row can be taken in, two cannot."""
    office = demo.offices["jonkoping"]
    by, form = _actor(demo, "handlaggare.jonkoping@exempel.se"), current_form(campaign, office)
    assert form is not None
    content = school.file_with_a_fault(today() - timedelta(days=4)).encode()
    found = upload_import(
        by=by,
        campaign=campaign,
        office=office,
        form=form,
        name="skolor-hosten.csv",
        content=content,
    )
    carry_on(by=by, found=map_import(by=by, found=found, mapping=found.mapping))


def vehicle_washes(demo: Demo) -> None:
    """A campaign in draft, for next year."""
    make_campaign(
        by=_actor(demo, "samordnare@exempel.se"),
        collaboration=demo.county,
        slug="fordonstvattar",
        title="Fordonstvättar",
        is_example=True,
        purpose="Se hur oljeavskiljare sköts och vart tvättvattnet tar vägen.",
        starts=today() + timedelta(days=120),
        ends=today() + timedelta(days=240),
        legal_areas=["hazardous"],
    )


def _actor(demo: Demo, email: str) -> Actor:
    return actor_of(demo.people[email])
