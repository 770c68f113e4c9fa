"""Reading planning, and what a reader may see of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from samsyn.core.clock.interface import today
from samsyn.organisations.interface import (
    Actor,
    Collaboration,
    Office,
    Permission,
    Person,
    Role,
    offices_of,
    people_with_role,
    speakers_of,
)
from samsyn.planning.codes import (
    ActivityType,
    MeetingState,
    Outcome,
    ProposalKind,
    ProposalState,
    Stance,
    VoteMethod,
    YearState,
)
from samsyn.planning.models import (
    AgendaItem,
    AnnualReport,
    Ballot,
    Criterion,
    Decision,
    Meeting,
    PlanChange,
    PlanItem,
    PlanYear,
    Project,
    Proposal,
    Vote,
    VoteItem,
)
from samsyn.planning.months import month_name
from samsyn.planning.rules import OPEN_STATES, Line, Tally, similarity, tally, with_places

SIMILAR_SHOWN = 5
SHORT_WORD = 3
DECLINED_SHOWN = 3


def proposals_of(collaboration: Collaboration) -> QuerySet[Proposal]:
    """Needs and proposals with office and number of supporting offices, newest first."""
    return (
        Proposal.objects.filter(collaboration=collaboration)
        .select_related("office", "collaboration", "merged_into", "need", "proposed_by")
        .annotate(support=Count("supports", distinct=True))
        .order_by("-proposed_at", "-id")
    )


def criteria_of(collaboration: Collaboration) -> list[Criterion]:
    """What the steering group weighs by now."""
    return list(Criterion.objects.filter(collaboration=collaboration, is_used=True))


def compiled_list(collaboration: Collaboration, year: int) -> QuerySet[Proposal]:
    """The open proposals for a year with opinions, supporting and commenting offices, in the order of their numbers."""
    found = proposals_of(collaboration).filter(
        state__in=OPEN_STATES, kind=ProposalKind.PROPOSAL, plan_year=year
    )
    return found.prefetch_related(
        "opinions__criterion", "supports__office", "comments__office", "parts__office"
    ).order_by("number")


def compiled_years(collaboration: Collaboration) -> list[int]:
    """The years that open proposals are for."""
    found = Proposal.objects.filter(
        collaboration=collaboration, state__in=OPEN_STATES, kind=ProposalKind.PROPOSAL
    )
    return sorted(set(found.values_list("plan_year", flat=True)))


def similar_proposals(collaboration: Collaboration, text: str) -> list[Proposal]:
    """Earlier proposals that share half of the words or more; those turned down, with their reason, first."""
    wanted = _words(text)
    if not wanted:
        return []
    matches: list[tuple[bool, object, Proposal]] = []
    for proposal in proposals_of(collaboration):
        share = similarity(wanted, _words(f"{proposal.title} {proposal.background}"))
        if 2 * share >= 1:
            matches.append((proposal.state != ProposalState.DECLINED, -share, proposal))
    matches.sort(key=lambda match: (match[0], match[1]))
    return [match[2] for match in matches[:SIMILAR_SHOWN]]


def _words(text: str) -> set[str]:
    cleaned = "".join(letter if letter.isalnum() else " " for letter in text.lower())
    # Swedish endings differ ("avlopp", "avloppen"); the first six letters are enough for a hint while writing.
    return {word[:6] for word in cleaned.split() if len(word) > SHORT_WORD}


# --- Votes -----------------------------------------------------------------------------------------------


def voters_of(vote: Vote) -> list[Office]:
    """The organisations that have a vote, in Swedish order."""
    return [office for office in offices_of(vote.collaboration) if has_vote(vote, office)]


def has_vote(vote: Vote, office: Office) -> bool:
    """Whether an organisation of the collaboration has a vote in it."""
    return vote.with_region or office.kind != Office.Kind.REGION


def answerers_of(office: Office) -> list[Person]:
    """Those who answer for an organisation: kontaktperson and chef, or at the board and the Region their officer."""
    people = speakers_of(office)
    if people or office.kind == Office.Kind.ENVIRONMENTAL_OFFICE:
        return people
    roles = (Role.GUIDANCE_OFFICER, Role.REGION)
    return people_with_role(office.collaboration, *roles, office=office)


def answers_for(actor: Actor) -> list[Office]:
    """The organisations that the person may answer a vote for."""
    offices = actor.offices_where(Permission.PLAN_FOR_OFFICE)
    own = {Office.Kind.COUNTY_BOARD: Role.GUIDANCE_OFFICER, Office.Kind.REGION: Role.REGION}
    for held in actor.memberships:
        office = held.office
        if office is not None and office not in offices and own.get(office.kind) == held.role:  # type: ignore[call-overload]
            offices.append(office)
    return offices


def votes_of(collaboration: Collaboration) -> QuerySet[Vote]:
    """The collaboration's votes, newest first."""
    return Vote.objects.filter(collaboration=collaboration).select_related("collaboration")


@dataclass(frozen=True, slots=True)
class Counted:
    """One question of a vote with its tally and what each organisation said."""

    item: VoteItem
    tally: Tally
    reasons: tuple[tuple[str, str], ...]


def counted(vote: Vote) -> list[Counted]:
    """The result, highest score first; the caller has checked that the vote is closed."""
    items = list(
        vote.items.select_related("proposal__office").prefetch_related("lines__ballot__office")
    )
    lines = [
        [Line(line.number, line.stance, line.reason) for line in item.lines.all()] for item in items
    ]
    tallies = with_places([tally(vote.method, one, questions=len(items)) for one in lines])
    rows = [
        Counted(
            item,
            one,
            tuple(
                (line.ballot.office.short_name, line.reason)
                for line in item.lines.all()
                if line.reason
            ),
        )
        for item, one in zip(items, tallies, strict=True)
    ]
    return sorted(rows, key=lambda row: (row.tally.place, row.item.order))


def open_votes(collaboration: Collaboration) -> list[Vote]:
    """The votes that can be answered today."""
    return list(votes_of(collaboration).filter(opens__lte=today(), closes__gte=today()))


def coming_vote(collaboration: Collaboration) -> Vote | None:
    """The vote that is open or comes next."""
    return votes_of(collaboration).filter(closes__gte=today()).order_by("opens", "pk").first()


def ballots_by_office(vote: Vote) -> dict[int, Ballot]:
    """Who has answered, by office id."""
    found = vote.ballots.select_related("office", "answered_by")
    return {ballot.office_id: ballot for ballot in found}


def unanswered_votes(
    collaboration: Collaboration, offices: Sequence[Office]
) -> list[tuple[Vote, list[Office]]]:
    """The votes that can be answered today, with those of these organisations that have not; in two questions."""
    votes = open_votes(collaboration) if offices else []
    answered = set(Ballot.objects.filter(vote__in=votes).values_list("vote_id", "office_id"))
    return [
        (vote, [o for o in offices if has_vote(vote, o) and (vote.pk, o.pk) not in answered])
        for vote in votes
    ]


# --- Meetings and decisions ------------------------------------------------------------------------------


def meetings_of(collaboration: Collaboration) -> QuerySet[Meeting]:
    """The steering group's meetings, newest first."""
    return Meeting.objects.filter(collaboration=collaboration).select_related("collaboration")


def next_meeting(collaboration: Collaboration) -> Meeting | None:
    """The nearest meeting whose minutes are not begun."""
    found = meetings_of(collaboration).filter(state=MeetingState.NOTICE, day__gte=today())
    return found.order_by("day").first()


def last_held(collaboration: Collaboration) -> Meeting | None:
    """The latest meeting whose minutes are written."""
    held = (MeetingState.ADJUSTING, MeetingState.FROZEN)
    return meetings_of(collaboration).filter(state__in=held).order_by("-day").first()


def group_of(collaboration: Collaboration) -> list[Person]:
    """Those who sit at the meetings: the steering group and the coordinator, who writes."""
    return people_with_role(collaboration, Role.STEERING, Role.COORDINATOR)


def decisions_of(collaboration: Collaboration) -> QuerySet[Decision]:
    """All decisions with their meeting."""
    return Decision.objects.filter(collaboration=collaboration).select_related(
        "meeting", "item", "replaces__meeting", "replaced_by__meeting"
    )


def usable_decisions(collaboration: Collaboration) -> QuerySet[Decision]:
    """Decisions that approve something and have not been replaced, newest first."""
    found = decisions_of(collaboration).filter(outcome=Outcome.APPROVED, replaced_by=None)
    return found.order_by("-year", "-paragraph")


def undecided_items(meeting: Meeting) -> list[AgendaItem]:
    """The items that wait for a decision."""
    return list(meeting.items.filter(decision=None))


# --- Plan and projects -----------------------------------------------------------------------------------


def plan_years(collaboration: Collaboration) -> QuerySet[PlanYear]:
    """The years of the plan."""
    return PlanYear.objects.filter(collaboration=collaboration).select_related(
        "decision__meeting", "collaboration"
    )


def items_of(collaboration: Collaboration, *years: int) -> QuerySet[PlanItem]:
    """The activities of some years with all that their pages show."""
    found = PlanItem.objects.filter(plan_year__collaboration=collaboration)
    if years:
        found = found.filter(plan_year__year__in=years)
    return found.select_related(
        "plan_year__collaboration", "owner", "proposal__office", "decision__meeting", "campaign",
        "event", "document", "exercise", "project",
    ).prefetch_related("shares__office", "goals")  # fmt: skip


def rolling_years(collaboration: Collaboration) -> list[PlanYear]:
    """The three years of the rolling plan: the latest decided one (or the first that waits) and the two after it."""
    years = list(plan_years(collaboration).exclude(state=YearState.CLOSED))
    decided = [number for number, year in enumerate(years) if year.state == YearState.DECIDED]
    first = decided[-1] if decided else 0
    return years[first : first + 3]


def activity_of(proposal: Proposal) -> PlanItem:
    """What an approved proposal is in the plan; PlanItem.DoesNotExist before that."""
    return PlanItem.objects.select_related("plan_year").get(proposal=proposal)


def decision_of(item: PlanItem) -> Decision:
    """The decision that an activity rests on; Decision.DoesNotExist when there is none yet."""
    return Decision.objects.select_related("meeting").get(pk=item.decision_id or 0)


def wishes_for(items: Sequence[PlanItem]) -> dict[int, int]:
    """How many organisations want each activity's proposal: the one that made it, and those that stand behind it."""
    pks = [item.proposal_id for item in items if item.proposal_id]
    found = Proposal.objects.filter(pk__in=pks).annotate(support=Count("supports", distinct=True))
    return {proposal.pk: 1 + proposal.support for proposal in found}


def wanted_by(proposal: Proposal) -> int:
    """How many organisations want a proposal of `proposals_of`: its own, and those that stand behind it."""
    support: int = proposal.support  # type: ignore[attr-defined]
    return 1 + support


def open_proposals(collaboration: Collaboration, year: int) -> list[Proposal]:
    """The proposals tried for a year, those that most offices want first."""
    found = proposals_of(collaboration).filter(
        kind=ProposalKind.PROPOSAL, state__in=OPEN_STATES, plan_year=year
    )
    return sorted(found, key=lambda proposal: -wanted_by(proposal))


def idea_bank(collaboration: Collaboration, year: int) -> list[Proposal]:
    """Open proposals from a year on, and the latest ones turned down with their reason: everybody gets an answer."""
    found = proposals_of(collaboration).filter(kind=ProposalKind.PROPOSAL)
    return list(found.filter(state__in=OPEN_STATES, plan_year__gte=year)) + list(
        found.filter(state=ProposalState.DECLINED)[:DECLINED_SHOWN]
    )


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a decided activity in words: what was, and what is."""

    change: PlanChange
    lines: tuple[tuple[str, str, str], ...]


def changes_of(plan_year: PlanYear, item: PlanItem | None = None) -> list[Change]:
    """What was changed by decision in a year (or one activity of it), newest first."""
    found = PlanChange.objects.filter(item__plan_year=plan_year).select_related(
        "item", "decision__meeting"
    )
    if item is not None:
        found = found.filter(item=item)
    words = {
        "title": _("Activity"), "activity_type": _("Type"), "description": _("Description"),
        "strategy": _("Link to the national strategy"), "first_month": _("First month"),
        "last_month": _("Last month"), "budget": _("Budget, kronor"), "year": _("Year"), "hours": _("Hours"),
    }  # fmt: skip
    return [
        Change(
            change,
            tuple(
                (words[name], _value(name, change.before.get(name)), _value(name, after))
                for name, after in change.after.items()
                if name in words and change.before.get(name) != after
            ),
        )
        for change in found.order_by("-changed_at", "-id")
    ]


def _value(name: str, value: object) -> str:
    """A stored value as people write it."""
    if isinstance(value, dict):
        return ", ".join(f"{office} {hours}" for office, hours in value.items()) or "–"
    if value in (None, ""):
        return "–"
    if name in {"first_month", "last_month"} and isinstance(value, int):
        return month_name(value)
    if name == "activity_type":
        return str(ActivityType(str(value)).label)
    return str(value)


def projects_of(collaboration: Collaboration) -> QuerySet[Project]:
    """The projects with their activity."""
    return Project.objects.filter(item__plan_year__collaboration=collaboration).select_related(
        "item__plan_year__collaboration", "item__owner"
    )


def status_draft(project: Project) -> dict[str, str]:
    """What the tasks say: done since the last status report, and what comes next."""
    last = project.reports.first()
    done = project.tasks.exclude(done_at=None)
    if last is not None:
        done = done.filter(done_at__gt=last.written_at)
    coming = project.tasks.filter(done_at=None)
    late = [task for task in coming if task.due and task.due < today()]
    return {
        "done": "\n".join(task.text for task in done),
        "next_steps": "\n".join(task.text for task in coming),
        "deviations": "\n".join(_("Late: %(task)s") % {"task": task.text} for task in late),
    }


def reports_of(collaboration: Collaboration) -> QuerySet[AnnualReport]:
    """The annual reports."""
    return AnnualReport.objects.filter(plan_year__collaboration=collaboration).select_related(
        "plan_year__collaboration", "decision__meeting"
    )


def spread_rows(vote: Vote, row: Counted) -> list[tuple[str, int]]:
    """How the answers to one question are spread, in words: a stance, a place or a number of points."""
    if vote.method == VoteMethod.YES_NO:
        return [(str(Stance(code).label), n) for code, n in row.tally.spread]
    word = _("place %(number)s") if vote.method == VoteMethod.RANK else _("%(number)s points")
    return [(word % {"number": code}, n) for code, n in row.tally.spread]
