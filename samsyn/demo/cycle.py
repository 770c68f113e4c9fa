"""What the demo's steering cycle is made of: its days, and the acts that come again in every year of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from samsyn.core.clock.interface import as_of, today
from samsyn.demo.ideas import Idea
from samsyn.demo.plan import Demo
from samsyn.organisations.interface import Actor, Office, actor_of
from samsyn.planning import interface as planning
from samsyn.planning.interface import Line, Meeting, Proposal, Stance

PLACE = "Regionens hus, Jönköping"
# How the offices answered, in the order of the ballot; the rest said yes to all.
ANSWERS: dict[str, tuple[str, ...]] = {
    "gnosjo": ("no", "abstain", "yes"), "savsjo": ("abstain", "yes", "yes"), "habo-mullsjo": ("yes", "no", "abstain"),
}  # fmt: skip
SILENT = {"lansstyrelsen", "region"}


@dataclass(frozen=True)
class Cycle:
    """The demo with the days that the cycle hangs on, fixed before the clock is moved.

    `running` is the year of today, `june` the latest meeting that decided a plan, and `closed` the latest year reported.
    """

    demo: Demo
    june: date
    running: int
    closed: int

    @property
    def plan(self) -> int:
        """The latest decided year."""
        return self.june.year + 1

    @property
    def coordinator(self) -> Actor:
        return actor_of(self.demo.people["samordnare@exempel.se"])

    def actor(self, email: str) -> Actor:
        return actor_of(self.demo.people[email])

    def officer(self, slug: str) -> Actor:
        return self.actor(f"handlaggare.{slug}@exempel.se")


def at(day: date) -> datetime:
    """Ten o'clock that day."""
    return timezone.make_aware(datetime.combine(day, time(10)))


def propose_on(round_: Cycle, idea: Idea, day: date, year: int, **values: Any) -> Proposal:
    """A proposal on its day, and those who stand behind it a week later."""
    with as_of(at(day)):
        proposal = planning.propose(
            by=round_.officer(idea.office), office=round_.demo.offices[idea.office],
            **{
                "kind": "proposal", "title": idea.title, "background": idea.background, "purpose": idea.purpose,
                "goal": idea.goal, "activity_type": idea.kind, "legal_area": idea.area, "effect": idea.effect,
                "plan_year": year, "is_example": True, **values,
            },
        )  # fmt: skip
    with as_of(at(min(day + timedelta(days=7), today()))):
        for slug in idea.supports:
            planning.support_proposal(
                by=round_.officer(slug), proposal=proposal, office=round_.demo.offices[slug]
            )
    return proposal


def prepare_on(round_: Cycle, proposals: Iterable[Proposal], day: date) -> None:
    """The preparing group\'s opinions under every criterion."""
    words = ("Stor: samma fråga finns på alla kontor.", "Ja, materialet tas fram en gång.",
             "Ryms i kontorens timmar.", "Ligger i linje med strategins fokusområden.")  # fmt: skip
    with as_of(at(day)):
        criteria = planning.criteria_of(round_.demo.county)
        for proposal in proposals:
            planning.prepare_proposal(
                by=round_.coordinator, proposal=proposal,
                opinions=dict(zip(criteria, words, strict=True)),
            )  # fmt: skip


def vote_from(
    round_: Cycle,
    proposals: Sequence[Proposal],
    year: int,
    opens: date,
    closes: date,
    answering: Iterable[str],
) -> None:
    """A vote, and the answers of some organisations, three days after it opened."""
    with as_of(at(opens)):
        vote = planning.make_vote(
            by=round_.coordinator, proposals=proposals, title=f"Vad gör vi {year}?", method="yes_no", plan_year=year,
            opens=opens, closes=closes, is_example=True,
            introduction="Prata ihop er på kontoret. Kontaktpersonen svarar för alla.",
        )  # fmt: skip
    with as_of(at(opens + timedelta(days=3))):
        for slug in answering:
            stances = ANSWERS.get(slug, ())
            lines = {
                item.pk: _line(stances[place] if place < len(stances) else "yes")
                for place, item in enumerate(vote.items.all())
            }
            planning.answer_vote(
                by=round_.actor(f"kontakt.{slug}@exempel.se"), vote=vote, office=round_.demo.offices[slug],
                lines=lines, revision=0,
            )  # fmt: skip


def _line(stance: str) -> Line:
    return Line(
        stance=Stance(stance), reason="Vi har inga sådana objekt." if stance == "no" else ""
    )


def offices_of(round_: Cycle) -> list[str]:
    """The environmental offices of the county, by short name."""
    return [
        slug for slug, office in round_.demo.offices.items()
        if office.collaboration_id == round_.demo.county.pk and slug not in SILENT
        and office.kind == Office.Kind.ENVIRONMENTAL_OFFICE
    ]  # fmt: skip


# --- Meetings --------------------------------------------------------------------------------------------


def open_on(round_: Cycle, day: date) -> Meeting:
    """A meeting called and opened on the same day."""
    meeting = planning.call_meeting(
        by=round_.coordinator, day=day, starts_at=time(9), place=PLACE, is_example=True,
        notice="Läs förslagen och förra protokollet innan.",
    )  # fmt: skip
    return planning.open_meeting(by=round_.coordinator, meeting=meeting)


def decide_on(
    round_: Cycle, meeting: Meeting, text: str = "Bifalles.", **chosen: Any
) -> planning.Decision:
    """The decision on the first undecided item that fits; an item of principle is added when none does."""
    given = {
        name: chosen.pop(name) for name in ("bias", "reservations", "outcome") if name in chosen
    }
    item = meeting.items.filter(decision=None, **chosen).first() if "title" not in chosen else None
    if item is None:
        item = planning.add_item(by=round_.coordinator, meeting=meeting, **chosen)
    return planning.decide(
        by=round_.coordinator, item=item, text=text, **{"outcome": "approved", **given}
    )


def close(round_: Cycle, meeting: Meeting) -> None:
    """Minutes written, adjusted by two and frozen, two days later."""
    group = [round_.demo.people[f"styrgrupp{n}@exempel.se"] for n in ("", "2", "3")]
    meeting.refresh_from_db()
    planning.write_minutes(
        by=round_.coordinator, meeting=meeting, revision=meeting.revision,
        minutes=planning.Minutes(
            opening="Ordföranden hälsar välkommen och öppnar mötet. Dagordningen godkänns.",
            notes={item.pk: "Länssamordnaren föredrar. Gruppen diskuterar." for item in meeting.items.all()},
            present=[*(person.pk for person in group), round_.coordinator.pk], chair=group[0].pk,
            adjusters=[group[1].pk, group[2].pk],
        ),
    )  # fmt: skip
    planning.send_to_adjusters(by=round_.coordinator, meeting=meeting)
    for person in group[1:]:
        planning.adjust_minutes(by=actor_of(person), meeting=meeting)
