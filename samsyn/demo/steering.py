"""The demo's steering cycle: last year reported, this year under way, next year decided, and the vote on the year after.

Everything is done through the actions, each on its own day; days are relative to today.
"""

from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta

from samsyn.campaigns.interface import Campaign, campaigns_seen_by, change_campaign
from samsyn.core.clock.interface import as_of, today
from samsyn.core.mail.interface import without_letters
from samsyn.demo import ideas, reported
from samsyn.demo.cycle import (
    Cycle,
    at,
    close,
    decide_on,
    offices_of,
    open_on,
    prepare_on,
    propose_on,
    vote_from,
)
from samsyn.demo.ideas import Work
from samsyn.demo.plan import Demo
from samsyn.organisations.interface import Office
from samsyn.planning import interface as planning
from samsyn.planning.interface import Meeting, PlanYear, Proposal


def cycle(demo: Demo) -> None:
    """The whole cycle; nobody hears of it by mail."""
    day = today()
    june = date(day.year if day > date(day.year, 6, 20) else day.year - 1, 6, 11)
    # The annual report is decided in the middle of March.
    closed = day.year - 1 if day > date(day.year, 3, 20) else day.year - 2
    round_ = Cycle(demo, june, day.year, closed)
    with without_letters():
        _criteria(round_)
        _reported_year(round_)
        _running_year(round_)
        _report(round_)
        if round_.plan > round_.running:
            _coming_year(round_)
        _change(round_)
        _vote_of_now(round_)
        _next_meeting(round_)


def _criteria(round_: Cycle) -> None:
    for name, question in ideas.CRITERIA:
        planning.set_criterion(
            by=round_.coordinator, collaboration=round_.demo.county, name=name, question=question
        )


def _year(round_: Cycle, year: int) -> PlanYear:
    made = planning.make_year(by=round_.coordinator, year=year, is_example=True)
    planning.set_fees(by=round_.coordinator, plan_year=made, fee_sum=360000, fee_key="per_office")
    planning.set_economy(
        by=round_.coordinator,
        plan_year=made,
        new=("cost", "Länssamordnare, del av tjänst", 250000),
    )
    return made


def _shares(round_: Cycle, hours: Iterable[tuple[str, int]]) -> dict[Office, int]:
    return {round_.demo.offices[slug]: number for slug, number in hours}


def _reported_year(round_: Cycle) -> None:
    """The year that is over: decided, done and followed up."""
    coordinator = round_.coordinator
    with as_of(at(date(round_.closed - 1, 6, 12))):
        year = _year(round_, round_.closed)
        items = [
            planning.add_activity(
                by=coordinator, plan_year=year, title=title, activity_type=kind, first_month=months[0],
                last_month=months[1], goals=[text for text, _, _ in goals], is_example=True, budget=10000,
                shares=_shares(round_, [(slug, planned) for slug, planned, _ in hours]),
            )
            for title, kind, months, hours, _result, goals in ideas.REPORTED
        ]  # fmt: skip
        year = planning.move_year(by=coordinator, plan_year=year, to="preliminary")
        meeting = open_on(round_, today())
        decide_on(round_, meeting, f"Verksamhetsplanen för {year.year} fastställs.", plan_year=year)
        close(round_, meeting)
    with as_of(at(date(round_.closed, 12, 15))):
        for item, (_t, _k, _m, hours, result, goals) in zip(items, ideas.REPORTED, strict=True):
            item.refresh_from_db()
            reported.carry_out(round_, item)
            reached = {text: (code, comment) for text, code, comment in goals}
            planning.report_activity(
                by=coordinator, item=item, state="done", result=result, spent=9500,
                goals={goal: reached[goal.text] for goal in item.goals.all()},
                hours={round_.demo.offices[slug]: spent for slug, _planned, spent in hours},
            )  # fmt: skip


def _report(round_: Cycle) -> None:
    """The annual report of that year, decided in March."""
    coordinator = round_.coordinator
    with as_of(at(date(round_.closed + 1, 2, 10))):
        year = planning.make_year(by=coordinator, year=round_.closed)
        planning.set_economy(
            by=coordinator, plan_year=year,
            lines={line: (line.planned, 246000) for line in year.budget_lines.all()},
        )  # fmt: skip
        report = planning.begin_report(by=coordinator, plan_year=year)
        planning.write_report(
            by=coordinator, report=report, revision=report.revision,
            summary="Året präglades av kampanjen om verkstäder och av fyra välbesökta handläggarträffar. "
            "Handläggarstödet om fordonstvättar blev försenat.",
            looking_ahead="Remisser behöver mer tid. Nästa år läggs de före sommaren.",
        )  # fmt: skip
    with as_of(at(date(round_.closed + 1, 3, 12))):
        meeting = open_on(round_, today())
        decide_on(
            round_,
            meeting,
            f"Verksamhetsberättelsen för {round_.closed} fastställs.",
            annual_report=report,
        )
        decide_on(round_, meeting, "Ett kontor som inte svarar räknas inte med.", title="Hur omröstningar räknas",
                reservations="Bo Rydström vill att tystnad räknas som avstår.")  # fmt: skip
        close(round_, meeting)


def _decided(
    round_: Cycle, meeting: Meeting, chosen: Sequence[tuple[Proposal, Work]], year: int
) -> list[planning.PlanItem]:
    """Yes to each proposal, its months and hours, and then the year as a whole."""
    for proposal, _work in chosen:
        decide_on(
            round_,
            meeting,
            f"Styrgruppen beslutar att genomföra {proposal.title.lower()}.",
            proposal=proposal,
        )
    plan_year = _year(round_, year)
    items = []
    for proposal, work in chosen:
        proposal.refresh_from_db()
        items.append(
            planning.change_activity(
                by=round_.coordinator, item=planning.activity_of(proposal), first_month=work.months[0],
                last_month=work.months[1], budget=work.budget, strategy=work.strategy,
                owner=round_.demo.people[f"handlaggare.{proposal.office.slug}@exempel.se"],
                shares=_shares(round_, work.hours),
            )
        )  # fmt: skip
    plan_year = planning.move_year(by=round_.coordinator, plan_year=plan_year, to="preliminary")
    item = planning.add_item(by=round_.coordinator, meeting=meeting, title=f"Verksamhetsplan {year}",
                             kind="plan", plan_year=plan_year)  # fmt: skip
    planning.decide(by=round_.coordinator, item=item, outcome="approved",
                    text=f"Verksamhetsplanen för {year} fastställs. Året därpå är preliminärt.")  # fmt: skip
    return items


def _running_year(round_: Cycle) -> None:
    """This year: from a need in Nässjö to a campaign under way."""
    year = round_.running
    with as_of(at(date(year - 1, 2, 11))):
        need = planning.propose(
            by=round_.officer("nassjo"), office=round_.demo.offices["nassjo"], kind="need", title=ideas.NEED.title,
            background=ideas.NEED.background, plan_year=year, is_example=True,
        )  # fmt: skip
    proposals = []
    for idea, work in ideas.RUNNING:
        origin = {"need": need} if idea is ideas.SCHOOLS else {}
        proposals.append((propose_on(round_, idea, date(year - 1, 4, 2), year, **origin), work))
    like = propose_on(round_, ideas.SCHOOLS_TOO, date(year - 1, 4, 3), year)
    with as_of(at(date(year - 1, 4, 20))):
        planning.merge_proposals(by=round_.coordinator, proposal=like, into=proposals[0][0])
    voted = [proposal for proposal, _ in proposals]
    vote_from(
        round_, voted, year, date(year - 1, 4, 28), date(year - 1, 5, 16), offices_of(round_)[:11]
    )
    with as_of(at(date(year - 1, 6, 13))):
        meeting = open_on(round_, today())
        items = _decided(round_, meeting, proposals, year)
        close(round_, meeting)
    with as_of(at(today() - timedelta(days=100))):
        _work_on(round_, items[0])


def _work_on(round_: Cycle, item: planning.PlanItem) -> None:
    """The school campaign carries out the first activity, and its project is under way."""
    coordinator = round_.coordinator
    campaign: Campaign | None = (
        campaigns_seen_by(coordinator, round_.demo.county)
        .filter(slug="skolor-stadning-ventilation")
        .first()
    )
    if campaign is not None:
        item.refresh_from_db()
        planning.link_work(by=coordinator, item=item, work=campaign)
        change_campaign(
            by=coordinator,
            campaign=campaign,
            values={"decision": planning.decision_of(item).as_ref()},
        )
    project = planning.start_project(by=coordinator, item=item)
    planning.write_project(
        by=coordinator, project=project, purpose=item.description, delimitation="Grundskolor och gymnasieskolor.",
        delimitation_reason="Förskolor har egna frågor om hygien.", risks="Få kontor hinner före jul.",
        referral="Alla kontor och Länsstyrelsen.", hours_expected=264,
    )  # fmt: skip
    for slug in ("jonkoping", "tranas"):
        planning.join_project(
            by=coordinator,
            project=project,
            person=round_.demo.people[f"handlaggare.{slug}@exempel.se"],
        )
    first = planning.add_task(by=coordinator, project=project, text="Provköra checklistan på två skolor",
                              person=round_.demo.people["handlaggare.tranas@exempel.se"])  # fmt: skip
    planning.tick_task(by=coordinator, task=first)
    planning.report_status(by=coordinator, project=project, done="Checklistan är provkörd på två skolor.",
                           next_steps="Startutbildning i Jönköping.")  # fmt: skip
    planning.add_task(
        by=coordinator, project=project, text="Påminna kontoren om sista rapportdag",
        person=round_.demo.people["handlaggare.nassjo@exempel.se"], due=today() + timedelta(days=110),
    )  # fmt: skip


def _coming_year(round_: Cycle) -> None:
    """Next year: voted on in winter, decided in June."""
    year = round_.plan
    chosen = [
        (propose_on(round_, idea, date(year - 2, 10, 8), year), work) for idea, work in ideas.COMING
    ]
    prepare_on(round_, [proposal for proposal, _ in chosen], date(year - 2, 11, 20))
    voted = [proposal for proposal, _ in chosen]
    vote_from(round_, voted, year, date(year - 2, 12, 1), date(year - 1, 2, 26), offices_of(round_))
    with as_of(at(round_.june)):
        meeting = open_on(round_, round_.june)
        _decided(round_, meeting, chosen, year)
        close(round_, meeting)
    with as_of(at(min(round_.june + timedelta(days=120), today()))):
        for slug in offices_of(round_)[:7]:
            planning.adopt_year(
                by=round_.actor(f"kontakt.{slug}@exempel.se"), office=round_.demo.offices[slug],
                plan_year=planning.make_year(by=round_.coordinator, year=year),
            )  # fmt: skip


def _change(round_: Cycle) -> None:
    """A meeting of this autumn: an activity of the decided year is moved, with its history."""
    with as_of(at(today() - timedelta(days=45))):
        meeting = open_on(round_, today())
        year = planning.make_year(by=round_.coordinator, year=round_.plan)
        course = year.items.filter(activity_type="course").first()
        made = decide_on(round_, meeting, "Kursen flyttas till april, lokalen var upptagen i mars.",
                       title=f"Ändrad tid för kursen {round_.plan}", kind="activity", plan_item=course)  # fmt: skip
        if course is not None:
            planning.change_activity(
                by=round_.coordinator, item=course, decision=made, first_month=4, last_month=4
            )
        close(round_, meeting)


def _vote_of_now(round_: Cycle) -> None:
    """The vote that is open, and the new proposals of the idea bank."""
    day, year = today(), round_.plan + 1
    planning.move_year(by=round_.coordinator, plan_year=_year(round_, year), to="preliminary")
    _year(round_, year + 1)
    proposals = [
        propose_on(round_, idea, day - timedelta(days=70), year) for idea in ideas.VOTED_ON
    ]
    prepare_on(round_, proposals, day - timedelta(days=30))
    with as_of(at(day - timedelta(days=28))):
        planning.comment_on_proposal(
            by=round_.officer("savsjo"), proposal=proposals[0], office=round_.demo.offices["savsjo"],
            text="Gärna, men inte under vårbruket.",
        )  # fmt: skip
    vote_from(
        round_,
        proposals,
        year,
        day - timedelta(days=5),
        day + timedelta(days=25),
        offices_of(round_)[:5],
    )
    bank = [
        propose_on(round_, idea, day - timedelta(days=20 + n), year + 1)
        for n, idea in enumerate(ideas.BANK)
    ]
    like = propose_on(round_, ideas.TATTOO_TOO, day - timedelta(days=18), year + 1)
    planning.merge_proposals(by=round_.coordinator, proposal=like, into=bank[1])
    drones = propose_on(round_, ideas.DRONES, day - timedelta(days=60), year + 1)
    planning.decline_proposal(by=round_.coordinator, proposal=drones, reason=ideas.DRONES_NO)
    prepare_on(round_, bank[2:], day - timedelta(days=4))
    planning.say_view(
        by=round_.officer("nassjo"), vote=planning.open_votes(round_.demo.county)[0],
        office=round_.demo.offices["nassjo"], text="Cisternerna är viktigast, vi får frågor varje vecka.",
    )  # fmt: skip


def _next_meeting(round_: Cycle) -> None:
    """The meeting that is called."""
    meeting = planning.call_meeting(
        by=round_.coordinator, day=today() + timedelta(days=24), starts_at=time(13), place="På distans", is_example=True,
        notice="Sista mötet före jul. Lägesrapporterna finns på projektens sidor.",
    )  # fmt: skip
    planning.add_item(by=round_.coordinator, meeting=meeting, title="Medlemsavgifter: nyckel från nästa år",
                      background="Ska avgiften delas lika eller efter invånare?")  # fmt: skip
