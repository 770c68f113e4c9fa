"""What the coordinator's workspace shows, made from the kept counts."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.campaigns.codes import DateKind
from samsyn.campaigns.models import Campaign, OfficeTotals, SetAside
from samsyn.campaigns.progress import OfficeProgress, Progress
from samsyn.campaigns.queries import counted, done_per_week
from samsyn.campaigns.result import Picture, QuestionCounts
from samsyn.campaigns.totals import disagreements
from samsyn.core.components.interface import (
    Lake,
    ProgressRow,
    ProgressRows,
    Tile,
    TileMap,
    Tone,
    Week,
    WeekColumns,
    progress_tile,
)
from samsyn.lib.periods import Period, Status, pace_needed, working_days
from samsyn.lib.rounding import round_half_up
from samsyn.organisations.interface import Municipality

LAKE = Lake("Vättern", column=2, row=0)
STATES: dict[str, tuple[Tone, str, str | Promise]] = {
    Status.DONE: ("ok", "checkmark-circle", gettext_lazy("Finished")),
    Status.ON_TRACK: ("ok", "checkmark-circle", gettext_lazy("On track")),
    Status.SLIGHTLY_BEHIND: ("going", "hourglass", gettext_lazy("Slightly behind")),
    Status.BEHIND: ("waits", "hourglass", gettext_lazy("Behind the plan")),
    Status.FAR_BEHIND: ("stop", "exclamationmark-triangle", gettext_lazy("Far behind the plan")),
    Status.NOT_STARTED: ("stop", "exclamationmark-triangle", gettext_lazy("Not begun")),
    Status.NOT_TAKING_PART: ("idle", "minus-circle", gettext_lazy("Does not take part")),
    Status.NOT_ANSWERED: ("waits", "hourglass", gettext_lazy("Has not answered")),
    Status.NO_PLAN: ("idle", "", gettext_lazy("No plan yet")),
}
OFTEN_NOT_CHECKED = Fraction(30, 100)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The campaign's period with the share of it that has passed and its important days in between."""

    percent: int
    marks: list[tuple[int, str, date]]
    starts: date
    ends: date


@dataclass(slots=True)
class Quality:
    """What to look at in what has been reported."""

    disagreeing: list[OfficeTotals] = field(default_factory=list)
    often_not_checked: list[QuestionCounts] = field(default_factory=list)
    needs_review: int = 0
    set_aside: int = 0


def map_of(campaign: Campaign, progress: Progress) -> TileMap:
    """The map: municipalities that share an office are one tile."""
    lines = {line.office.pk: line for line in progress.offices}
    by_office: dict[int, list[Municipality]] = {}
    for municipality in Municipality.objects.filter(office__in=lines).order_by(
        "tile_column", "name"
    ):
        by_office.setdefault(municipality.office_id, []).append(municipality)
    return TileMap(
        title=_("Done of planned objects in %(campaign)s") % {"campaign": campaign.title},
        tiles=[
            _tile(lines[office], municipalities) for office, municipalities in by_office.items()
        ],
        lake=LAKE,
        key=_("Done of planned, per cent"),
        exempeldata=campaign.is_example,
    )


def _tile(line: OfficeProgress, municipalities: list[Municipality]) -> Tile:
    return progress_tile(
        [municipality.name for municipality in municipalities],
        column=min(municipality.tile_column for municipality in municipalities),
        row=municipalities[0].tile_row,
        done=line.done,
        planned=line.planned,
        takes_part=not (line.answer and line.answer.takes_part is False),
    )


def rows_of(campaign: Campaign, progress: Progress, today: date) -> ProgressRows:
    """The offices' own plans, in alphabetical order."""
    share = None
    if campaign.starts and campaign.ends:
        share = float(Period(campaign.starts, campaign.ends).share_passed(today))
    return ProgressRows([_progress_row(line) for line in progress.offices], share_passed=share)


def _progress_row(line: OfficeProgress) -> ProgressRow:
    tone, icon, word = STATES[line.standing.status]
    absent = ""
    if line.answer and line.answer.takes_part is False:
        absent = line.answer.reason
    elif line.standing.status is Status.NOT_ANSWERED:
        absent = _("Its contact person or manager answers")
    elif not line.planned:
        absent = _("Takes part, without a number yet")
    return ProgressRow(
        name=line.office.short_name,
        done=line.done,
        planned=line.planned,
        state=str(word),
        tone=tone,
        icon=icon,
        absent=absent,
    )


def timeline_of(campaign: Campaign, today: date) -> Timeline | None:
    """The period as a line; nothing before the days are set."""
    if not (campaign.starts and campaign.ends):
        return None
    period = Period(campaign.starts, campaign.ends)
    marks = [
        (_place(day.date, period), day.title or day.get_kind_display(), day.date)
        for day in campaign.dates.exclude(kind=DateKind.LAST_REPORT)
        if day.date in period
    ]
    return Timeline(
        int(round_half_up(100 * period.share_passed(today))), marks, campaign.starts, campaign.ends
    )


def _place(day: date, period: Period) -> int:
    return int(round_half_up(Fraction(100 * (day - period.start).days, max(period.days - 1, 1))))


def weeks_of(campaign: Campaign, today: date) -> WeekColumns | None:
    """Counted objects per week of the visit, and what each coming week needs."""
    if not (campaign.starts and campaign.ends):
        return None
    period = Period(campaign.starts, campaign.ends)
    done = {(week.year, week.week): week.number for week in done_per_week(campaign)}
    pace = pace_of(campaign, today, sum(done.values()))
    needed = ceil(pace * 5) if pace else 0
    now = (today.isocalendar().year, today.isocalendar().week)
    weeks = [
        Week(week[1], done.get(week, 0)) if week <= now else Week(week[1], needed, needed=True)
        for week in period.weeks()
    ]
    return WeekColumns(_("Objects per week"), weeks)


def pace_of(campaign: Campaign, today: date, done: int) -> Fraction | None:
    """Objects per working day that the county needs to finish in time; None when no day is left."""
    if not (campaign.starts and campaign.ends):
        return None
    planned = sum(campaign.participations.filter(takes_part=True).values_list("planned", flat=True))
    return pace_needed(planned - done, period=Period(campaign.starts, campaign.ends), today=today)


def recent_pace(campaign: Campaign, today: date) -> Fraction:
    """Counted objects per working day in the last two weeks."""
    first = today - timedelta(days=13)
    number = counted(campaign).filter(visited_on__range=(first, today)).count()
    return Fraction(number, max(working_days(first, today), 1))


def quality_of(campaign: Campaign, picture: Picture) -> Quality:
    """Totals that do not add up, questions often not checked, and what engines or people disagree on."""
    return Quality(
        disagreeing=[
            totals
            for totals in campaign.office_totals.select_related("office", "form")
            if disagreements(totals)
        ],
        often_not_checked=[
            question
            for question in picture.assessed
            if (share := question.share.not_checked_share) is not None
            and share >= OFTEN_NOT_CHECKED
        ],
        needs_review=counted(campaign).filter(needs_review=True).count(),
        set_aside=campaign_set_aside(campaign),
    )


def campaign_set_aside(campaign: Campaign) -> int:
    """How many contents wait beside a submission to be looked at."""
    # Few wait, many are counted: the few first, or SQLite looks through the many.
    waiting = set(SetAside.objects.filter(settled_at=None).values_list("submission", flat=True))
    return counted(campaign).filter(pk__in=waiting).count() if waiting else 0
