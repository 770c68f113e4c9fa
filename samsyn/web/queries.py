"""What the pages of the web gather from other packages through the registry, and how the installation feels."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection
from django.db.models import Max, Model

from samsyn.core.clock.interface import localtime, now
from samsyn.core.jobs.interface import ScheduledRun
from samsyn.core.personal.interface import PersonalClass, declared
from samsyn.core.registry.interface import (
    CalendarEntry,
    Happening,
    Panel,
    WaitingItem,
    calendar_entries,
    done_work,
    news,
    panels,
    waiting_items,
)
from samsyn.organisations.interface import Actor, Collaboration, Permission
from samsyn.web.models import EndedTour

WORKER_LATE_AFTER = timedelta(hours=2)


def day_of(moment: date | datetime) -> date:
    """The day of a calendar entry's start or end, on the clock on the wall."""
    return localtime(moment).date() if isinstance(moment, datetime) else moment


def ended_tours(actor: Actor) -> list[str]:
    """The tours that somebody does not want to see any more."""
    return list(EndedTour.objects.filter(person_id=actor.pk).values_list("guide", flat=True))


def waiting_for(actor: Actor) -> list[WaitingItem]:
    """What waits for a person, nearest deadline first; what has no deadline comes last."""
    found = [item for provider in waiting_items.providers() for item in provider(actor)]
    return sorted(
        found, key=lambda item: (item.deadline is None, item.deadline or date.max, item.title)
    )


def news_for(actor: Actor, since: date) -> list[Happening]:
    """What is new to a person since a day, the latest first; nothing for who does not see the members' pages."""
    if not actor.may(Permission.SEE_MEMBER_PAGES):
        return []
    return _latest_first(line for provider in news.providers() for line in provider(actor, since))


def done_by(actor: Actor, since: date) -> list[Happening]:
    """What a person has done since a day, the latest first."""
    return _latest_first(
        line for provider in done_work.providers() for line in provider(actor, since)
    )


def _latest_first(lines: Iterable[Happening]) -> list[Happening]:
    return sorted(lines, key=lambda line: (-line.day.toordinal(), line.title))


def calendar_of(
    collaboration: Collaboration, actor: Actor | None, *, first: date, last: date | None = None
) -> list[CalendarEntry]:
    """Entries that touch the days from `first` to `last`, in order; visitors see only the public ones."""
    found = (
        entry
        for provider in calendar_entries.providers()
        for entry in provider(collaboration.pk, actor, first)
        if actor is not None or entry.audience == "public"
    )
    wanted = (
        entry
        for entry in found
        if day_of(entry.ends or entry.starts) >= first
        and (last is None or day_of(entry.starts) <= last)
    )
    return sorted(wanted, key=lambda entry: (day_of(entry.starts), entry.title))


def panels_for(collaboration: Collaboration, actor: Actor | None) -> list[Panel]:
    """The blocks that other packages show on the start page."""
    return [panel for provider in panels.providers() for panel in provider(collaboration, actor)]


@dataclass(frozen=True, slots=True)
class HeldData:
    """A kind of row that holds something about people, and which of its fields do."""

    what: str
    personal: list[str]
    sensitive: list[str]


def held_personal_data() -> list[HeldData]:
    """All kinds of rows that hold personal data, read from the classes that every model declares."""
    found = [_held(model) for model in apps.get_models() if model.__module__.startswith("samsyn.")]
    return sorted(
        (held for held in found if held is not None), key=lambda held: held.what.casefold()
    )


def _held(model: type[Model]) -> HeldData | None:
    classes = declared(model)
    fields = {
        field.name: str(getattr(field, "verbose_name", field.name))
        for field in model._meta.get_fields()
        if field.name in classes
    }
    personal = [fields[name] for name in fields if classes[name] is PersonalClass.PERSONAL]
    sensitive = [fields[name] for name in fields if classes[name] is PersonalClass.SENSITIVE]
    if not personal and not sensitive:
        return None
    return HeldData(str(model._meta.verbose_name_plural).capitalize(), personal, sensitive)


def database_answers() -> bool:
    """Whether the database takes a question."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return bool(cursor.fetchone() == (1,))
    except DatabaseError:
        return False


def files_can_be_stored() -> bool:
    """Whether a file can be written, read and taken away again where files are kept."""
    try:
        name = default_storage.save("health/probe", ContentFile(b"samsyn"))
        with default_storage.open(name) as stored:
            whole = bool(stored.read() == b"samsyn")
        default_storage.delete(name)
    except Exception:  # every store has errors of its own; all of them mean no
        return False
    return whole


def worker_state() -> str:
    """`never` when no scheduled job has run, `late` when the newest run is older than two hours, else `fresh`."""
    newest = ScheduledRun.objects.aggregate(newest=Max("ran_at"))["newest"]
    if newest is None:
        return "never"
    return "late" if now() - newest > WORKER_LATE_AFTER else "fresh"
