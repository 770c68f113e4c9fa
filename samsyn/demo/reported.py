"""The demo's reported year: what its activities were carried out by, so that the annual report tells what happened."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from samsyn.core.clock.interface import today
from samsyn.demo.cycle import Cycle
from samsyn.guidance.interface import GuidanceDocument
from samsyn.learning.interface import Event, evaluate, record_held_event
from samsyn.organisations.interface import Office, actor_of, offices_of
from samsyn.planning.interface import ActivityType, PlanItem, link_work

OFFICES_THERE = 11
# The whole, the expectation, the lecturer, the usefulness: eight of eleven answered.
GRADES = (
    (8, 8, 9, 9),
    (7, 6, 8, 8),
    (9, 9, 9, 10),
    (8, 7, 9, 7),
    (6, 6, 7, 8),
    (9, 8, 9, 9),
    (7, 7, 8, 8),
    (8, 8, 8, 9),
)
NAMES = ("overall", "expectation", "lecturer", "usefulness")


def carry_out(round_: Cycle, item: PlanItem) -> None:
    """Links an activity of the year to what carried it out: its course, or the guidance that was written."""
    if item.activity_type == ActivityType.COURSE:
        link_work(by=round_.coordinator, item=item, work=_course(round_, item))
    if item.activity_type == ActivityType.GUIDANCE:
        found = GuidanceDocument.objects.filter(
            collaboration=round_.demo.county, slug="fordonstvattar"
        ).first()
        if found is not None:
            link_work(by=round_.coordinator, item=item, work=found)


def _course(round_: Cycle, item: PlanItem) -> Event:
    day = date(today().year, item.first_month, 14)
    offices = offices_of(round_.demo.county, kind=Office.Kind.ENVIRONMENTAL_OFFICE)[:OFFICES_THERE]
    there = [
        (actor_of(round_.demo.people[f"handlaggare.{office.slug}@exempel.se"]).person, office)
        for office in offices
    ]
    event = record_held_event(
        by=round_.coordinator, collaboration=round_.demo.county, slug=f"egenkontroll-{day.year}",
        title=item.title, kind="course", is_example=True, hours=6, seats=20, place="Rådhuset, Jönköping",
        summary="Vad vi kräver av verksamheternas egenkontroll, och hur vi granskar den.",
        starts_at=_at(day, 9), ends_at=_at(day, 16), last_day=day - timedelta(days=7), attended=there,
    )  # fmt: skip
    for registration, grades in zip(event.registrations.order_by("order"), GRADES, strict=False):
        evaluate(by=None, registration=registration, values=dict(zip(NAMES, grades, strict=True)))
    return event


def _at(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))
