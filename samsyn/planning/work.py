"""The work that carries out an activity of the plan: the campaign, course, meeting, guidance or exercise linked to it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.calibration.interface import Exercise, Round
from samsyn.campaigns.interface import Campaign, progress_of
from samsyn.core.clock.interface import localtime, today
from samsyn.guidance.interface import GuidanceDocument
from samsyn.learning.interface import Event
from samsyn.lib.swedish import format_count_of, format_date
from samsyn.planning.codes import ActivityType
from samsyn.planning.models import PlanItem

# The field of the activity that holds what each type starts; a project is the plan's own.
FIELD_OF: dict[str, str] = {
    ActivityType.CAMPAIGN: "campaign",
    ActivityType.COURSE: "event",
    ActivityType.MEETING: "event",
    ActivityType.WORKSHOP: "event",
    ActivityType.GUIDANCE: "document",
    ActivityType.CALIBRATION: "exercise",
}
FIELDS = ("campaign", "event", "document", "exercise")
Started = Campaign | Event | GuidanceDocument | Exercise


@dataclass(frozen=True, slots=True)
class Work:
    """What an activity has started: a word for it, its title and its page. A draft's page is the makers' own."""

    label: str
    title: str
    url: str
    is_draft: bool
    how_far: str = ""


def started_by(item: PlanItem) -> Started | None:
    """The campaign, event, guidance or exercise that carries out an activity; None before it is started."""
    found: Any = (getattr(item, name) for name in FIELDS)
    return next((one for one in found if one is not None), None)


def work_of(item: PlanItem) -> Work | None:
    """The same as a line on a page."""
    one = started_by(item)
    if one is None:
        return None
    if isinstance(one, Exercise):
        # An exercise is seen by others from the day its first round opens.
        is_draft = not one.rounds.exclude(state=Round.State.DRAFT).exists()
    else:
        is_draft = one.state == "draft"
    return Work(
        _label(one), one.title, address_of(one), is_draft, "" if is_draft else _how_far(one)
    )


def address_of(one: Started) -> str:
    """The page of what was started; a guidance without an edition has only its draft."""
    if isinstance(one, GuidanceDocument) and one.state == "draft":
        return reverse("guidance:draft", args=[one.slug])
    names = {
        Campaign: "campaigns:overview",
        Event: "learning:event",
        GuidanceDocument: "guidance:document",
        Exercise: "calibration:exercise",
    }
    return reverse(names[type(one)], args=[one.slug])


def field_of(one: object) -> str:
    """The field of the activity that holds it; empty for what an activity never starts."""
    names: dict[type, str] = {
        Campaign: "campaign",
        Event: "event",
        GuidanceDocument: "document",
        Exercise: "exercise",
    }
    return names.get(type(one), "")


def activity_of_work(one: object) -> PlanItem | None:
    """The activity of the plan that something carries out; None for what was made outside the plan."""
    name = field_of(one)
    if not name:
        return None
    found = PlanItem.objects.filter(**{name: one})
    return found.select_related("plan_year", "proposal__need", "proposal__office", "decision__meeting",
                                *FIELDS).first()  # fmt: skip


def work_to_link(item: PlanItem) -> QuerySet[Any]:
    """What the collaboration has of the activity's type that no activity carries out yet, newest first."""
    name = FIELD_OF[item.activity_type]
    models: dict[str, Any] = {
        "campaign": Campaign, "event": Event, "document": GuidanceDocument, "exercise": Exercise,
    }  # fmt: skip
    taken = PlanItem.objects.exclude(**{name: None}).values(f"{name}_id")
    found: QuerySet[Any] = models[name].objects.filter(
        collaboration=item.plan_year.collaboration_id
    )
    return found.exclude(pk__in=taken).order_by("-pk")


def _how_far(one: Started) -> str:
    """How far a campaign has come, as its own page counts it; the day of a course or a meeting."""
    if isinstance(one, Event):
        return format_date(localtime(one.starts_at).date())
    if not isinstance(one, Campaign) or one.is_historical:
        return ""
    progress = progress_of(one, today=today())
    if not progress.planned:
        return ""
    return _("%(done)s objects") % {"done": format_count_of(progress.done, progress.planned)}


def _label(one: Started) -> str:
    if isinstance(one, Event):
        return str(one.get_kind_display())
    words = {
        Campaign: _("Campaign"),
        GuidanceDocument: _("Guidance"),
        Exercise: _("Calibration exercise"),
    }
    return words[type(one)]
