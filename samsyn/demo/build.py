"""Builds the demo, step by step, through the actions that people use. Each step is listed with what it says.

A step is a function that takes the demo so far; later packages add theirs to STEPS in their own file.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth.hashers import make_password
from django.db import transaction

from samsyn.core.clock.interface import as_of, now
from samsyn.core.mail.interface import without_letters
from samsyn.demo import (
    calibration,
    campaigns,
    cast,
    county,
    equality,
    events,
    guidance,
    key_figures,
    network,
    news,
    steering,
    visits,
)
from samsyn.demo.plan import Demo
from samsyn.organisations.interface import (
    Collaboration,
    Office,
    Role,
    add_person,
    collaboration_by_slug,
    give_role,
    make_collaboration,
    make_municipality,
    make_office,
)

REASON = "samsyn demo"
YEARS_THERE = timedelta(days=4 * 365)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the build: what it says while it works, and the work."""

    says: str
    run: Callable[[Demo], None]


def exists() -> bool:
    """Whether the demo county is already there."""
    return collaboration_by_slug(county.COUNTY_SLUG) is not None


def build(tell: Callable[[str], None], steps: Sequence[Step] | None = None) -> Demo:
    """Builds the whole demo in one transaction: all of it or nothing. Nobody hears of it by mail."""
    demo = Demo()
    chosen = STEPS if steps is None else steps
    with transaction.atomic(), without_letters():
        for number, step in enumerate(chosen, start=1):
            tell(f"{number}/{len(chosen)} {step.says}")
            step.run(demo)
    return demo


def _collaboration(demo: Demo) -> None:
    demo.collaborations[county.COUNTY_SLUG] = make_collaboration(
        by=None,
        slug=county.COUNTY_SLUG,
        name=county.COUNTY_NAME,
        county=county.COUNTY,
        is_default=True,
        is_demo=True,
        contact_email="samordnare@exempel.se",
        reason=REASON,
    )


def _offices(demo: Demo) -> None:
    _make_offices(demo, demo.county, county.OFFICES)


def _people(demo: Demo) -> None:
    # One hash for all: hashing is slow on purpose, and this password is no secret.
    demo.password_hash = make_password(cast.PASSWORD)
    # They have been there for years: the steering group of two years ago has people in it.
    with as_of(now() - YEARS_THERE):
        _add_people(demo, demo.county, cast.CAST)


def _other_collaboration(demo: Demo) -> None:
    other = make_collaboration(
        by=None,
        slug=county.OTHER_SLUG,
        name=county.OTHER_NAME,
        county="Exempellän",
        host=county.OTHER_HOST,
        is_demo=True,
        contact_email="samordnare.annan@exempel.se",
        reason=REASON,
    )
    demo.collaborations[county.OTHER_SLUG] = other
    _make_offices(demo, other, county.OTHER_OFFICES)
    _add_people(demo, other, cast.OTHER_CAST)


def _make_offices(
    demo: Demo, collaboration: Collaboration, planned: Sequence[county.PlannedOffice]
) -> None:
    for plan in planned:
        office = make_office(
            by=None,
            collaboration=collaboration,
            slug=plan.slug,
            name=plan.full_name,
            short_name=plan.short_name,
            kind=plan.kind,
            email=plan.email,
            reason=REASON,
        )
        demo.offices[plan.slug] = office
        for municipality in plan.municipalities:
            make_municipality(
                by=None,
                office=office,
                code=municipality.code,
                name=municipality.name,
                tile_column=municipality.tile[0],
                tile_row=municipality.tile[1],
                reason=REASON,
            )


def _add_people(
    demo: Demo, collaboration: Collaboration, members: Sequence[cast.CastMember]
) -> None:
    for member in members:
        (first_role, first_office), *more = member.roles
        person = add_person(
            by=None,
            collaboration=collaboration,
            email=member.email,
            name=member.name,
            role=first_role,
            office=_office(demo, first_office),
            password_hash=demo.password_hash,
            reason=REASON,
        )
        demo.people[member.email] = person
        for role, slug in more:
            give_role(
                by=None, person=person, role=Role(role), office=_office(demo, slug), reason=REASON
            )


def _office(demo: Demo, slug: str) -> Office | None:
    return demo.offices[slug] if slug else None


STEPS: tuple[Step, ...] = (
    Step(f"{county.COUNTY_NAME}", _collaboration),
    Step(f"{len(county.OFFICES)} member organisations and their municipalities", _offices),
    Step(f"{len(cast.CAST)} people", _people),
    Step(f"a second collaboration at {county.OTHER_HOST}", _other_collaboration),
    Step("guidance documents", guidance.documents),
    Step("the engineering-workshop campaign of 2018, as published", campaigns.workshops),
    Step("the school campaign, open", campaigns.schools),
    Step("a campaign in draft", campaigns.vehicle_washes),
    Step("networks and what officers ask each other", network.networks),
    Step("questions with and without answers", network.questions),
    Step("help between offices", network.helping),
    Step("visits between offices, and what one has taught", visits.visits),
    Step("courses and meetings to come", events.to_come),
    Step("a course and a workshop that were held", events.held),
    Step("published key figures, with their sources", key_figures.published),
    Step("example rounds of key figures", key_figures.collected),
    Step(
        "the steering cycle: last year reported, this year under way, next year's vote open",
        steering.cycle,
    ),
    Step("calibration exercises: one of two rounds, one open", calibration.exercises),
    Step("the picture of equal supervision", equality.overview),
    Step("news and a page on the agreement", news.make_news),
)
