"""How far each office and the county have come, against the offices' own plans and the time that has passed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from samsyn.campaigns.models import Campaign, Participation
from samsyn.campaigns.queries import asked_in, done_in
from samsyn.lib.periods import Period, Standing, standing
from samsyn.lib.swedish import swedish_order
from samsyn.organisations.interface import Office


@dataclass(frozen=True, slots=True)
class OfficeProgress:
    """One office's line: what it planned, what it has done, and where that stands today."""

    office: Office
    answer: Participation | None
    planned: int
    done: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class Progress:
    """The county's progress; `offices` in alphabetical order, never ranked."""

    offices: list[OfficeProgress]
    done: int
    planned: int
    taking_part: int
    asked: int
    unanswered: int


def progress_of(campaign: Campaign, *, today: date) -> Progress:
    """Progress of every office that was asked, in alphabetical order."""
    return progress_in([campaign], today=today)[campaign.pk]


def progress_in(campaigns: Sequence[Campaign], *, today: date) -> dict[int, Progress]:
    """The same for many campaigns at once, by campaign id, with as many questions to the database as for one."""
    answers: dict[int, dict[int, Participation]] = {campaign.pk: {} for campaign in campaigns}
    for answer in Participation.objects.filter(campaign__in=campaigns).select_related("office"):
        answers[answer.campaign_id][answer.office_id] = answer
    done = done_in(campaigns)
    return {
        campaign.pk: _progress(campaign, offices, answers[campaign.pk], done[campaign.pk], today)
        for campaign, offices in asked_in(campaigns)
    }


def _progress(
    campaign: Campaign,
    offices: Iterable[Office],
    answers: Mapping[int, Participation],
    done: Mapping[int, int],
    today: date,
) -> Progress:
    period = Period(campaign.starts or today, campaign.ends or today)
    lines = [
        _line(office, answers.get(office.pk), done.get(office.pk, 0), period, today)
        for office in offices
    ]
    taking_part = [line for line in lines if line.answer and line.answer.takes_part]
    return Progress(
        offices=sorted(lines, key=lambda line: swedish_order(line.office.short_name)),
        done=sum(line.done for line in lines),
        planned=sum(line.planned for line in taking_part),
        taking_part=len(taking_part),
        asked=len(lines),
        unanswered=sum(
            1 for line in lines if line.answer is None or line.answer.takes_part is None
        ),
    )


def _line(
    office: Office, answer: Participation | None, done: int, period: Period, today: date
) -> OfficeProgress:
    planned = answer.planned if answer and answer.takes_part else 0
    takes_part = answer.takes_part if answer else None
    return OfficeProgress(
        office=office,
        answer=answer,
        planned=planned,
        done=done,
        standing=standing(
            done=done, planned=planned or None, period=period, today=today, takes_part=takes_part
        ),
    )
