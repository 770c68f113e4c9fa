"""What the coordinator's workspace shows, made from the kept counts."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from samsyn.campaigns.codes import DateKind
from samsyn.campaigns.models import Campaign, OfficeTotals
from samsyn.campaigns.progress import OfficeProgress, Progress
from samsyn.campaigns.queries import counted, done_per_week
from samsyn.campaigns.result import Picture, QuestionCounts
from samsyn.campaigns.totals import disagreements
from samsyn.lib.periods import Period, pace_needed
from samsyn.organisations.interface import Municipality

STEPS = ((0, 1), (1, 25), (25, 50), (50, 75), (75, 100))
OFTEN_NOT_CHECKED = Fraction(30, 100)


@dataclass(frozen=True, slots=True)
class Tile:
    """One municipality on the map, or two that share an office; `step` 0-5 is its colour, -1 not taking part."""

    names: tuple[str, ...]
    column: int
    row: int
    step: int
    done: int
    planned: int
    percent: int | None
    office_slug: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The campaign's period with the share of it that has passed and its important days in between."""

    percent: int
    marks: list[tuple[int, str, date]]
    starts: date
    ends: date


@dataclass(frozen=True, slots=True)
class Week:
    """One week's column; `height` in percent of the tallest; `needed` is what a coming week needs."""

    week: int
    number: int
    height: int
    needed: bool = False


@dataclass(slots=True)
class Quality:
    """What to look at in what has been reported."""

    disagreeing: list[OfficeTotals] = field(default_factory=list)
    often_not_checked: list[QuestionCounts] = field(default_factory=list)
    needs_review: int = 0
    set_aside: int = 0


def tiles_of(progress: Progress) -> list[Tile]:
    """The map: municipalities that share an office are one tile."""
    lines = {line.office.pk: line for line in progress.offices}
    by_office: dict[int, list[Municipality]] = {}
    for municipality in Municipality.objects.filter(office__in=lines).order_by("tile_column", "name"):
        by_office.setdefault(municipality.office_id, []).append(municipality)
    return [_tile(lines[office], municipalities) for office, municipalities in by_office.items()]


def _tile(line: OfficeProgress, municipalities: list[Municipality]) -> Tile:
    takes_part = bool(line.answer and line.answer.takes_part)
    percent = 100 * line.done // line.planned if line.planned else None
    return Tile(
        names=tuple(municipality.name for municipality in municipalities),
        column=min(municipality.tile_column for municipality in municipalities),
        row=municipalities[0].tile_row,
        step=_step(percent) if takes_part else -1,
        done=line.done,
        planned=line.planned,
        percent=percent,
        office_slug=line.office.slug,
    )


def _step(percent: int | None) -> int:
    if percent is None:
        return 0
    for step, (low, high) in enumerate(STEPS):
        if low <= percent < high:
            return step
    return 5


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
    return Timeline(int(100 * period.share_passed(today)), marks, campaign.starts, campaign.ends)


def _place(day: date, period: Period) -> int:
    return 100 * (day - period.start).days // max(period.days - 1, 1)


def weeks_of(campaign: Campaign, today: date) -> list[Week]:
    """Counted objects per week of the visit, and what each coming week needs."""
    if not (campaign.starts and campaign.ends):
        return []
    period = Period(campaign.starts, campaign.ends)
    done = {(week.year, week.week): week.number for week in done_per_week(campaign)}
    planned = sum(campaign.participations.filter(takes_part=True).values_list("planned", flat=True))
    pace = pace_needed(planned - sum(done.values()), period=period, today=today)
    needed = int(-(-(pace * 5) // 1)) if pace else 0
    now = (today.isocalendar().year, today.isocalendar().week)
    values = [(week, done.get(week, 0), False) if week <= now else (week, needed, True) for week in period.weeks()]
    top = max((number for _, number, _ in values), default=0) or 1
    return [Week(week[1], number, 100 * number // top, coming) for week, number, coming in values]


def quality_of(campaign: Campaign, picture: Picture) -> Quality:
    """Totals that do not add up, questions often not checked, and what engines or people disagree on."""
    return Quality(
        disagreeing=[totals for totals in campaign.office_totals.select_related("office") if disagreements(totals)],
        often_not_checked=[
            question
            for question in picture.assessed
            if (share := question.share.not_checked_share) is not None and share >= OFTEN_NOT_CHECKED
        ],
        needs_review=counted(campaign).exclude(review=[]).count(),
        set_aside=campaign_set_aside(campaign),
    )


def campaign_set_aside(campaign: Campaign) -> int:
    """How many contents wait beside a submission to be looked at."""
    return counted(campaign).filter(set_aside__isnull=False, set_aside__settled_at=None).distinct().count()
