"""The figures of an annual report, pulled from what really happened: plain values, so that they can be frozen."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from samsyn.campaigns.interface import Campaign, progress_of
from samsyn.core.clock.interface import today
from samsyn.organisations.interface import offices_of
from samsyn.planning.codes import GoalResult, ProposalState
from samsyn.planning.economy import economy_of
from samsyn.planning.models import Ballot, Decision, PlanItem, PlanYear, Proposal, Vote
from samsyn.planning.queries import items_of, voters_of
from samsyn.planning.report_happened import what_happened


def make_figures(plan_year: PlanYear) -> dict[str, Any]:
    """The year as it stands now. Every count has what it is a count of beside it."""
    items = list(items_of(plan_year.collaboration, plan_year.year))
    economy = economy_of(plan_year)
    return {
        "year": plan_year.year,
        "counted_on": today().isoformat(),
        "activities": [_activity(item) for item in items],
        "goals": _goals(items),
        "offices": _offices(plan_year, items),
        "democracy": _democracy(plan_year),
        "happened": what_happened(plan_year, items),
        "economy": {
            "rows": [[row.title, row.planned, row.actual] for row in economy.rows],
            "planned": economy.planned,
            "actual": economy.actual,
        },
    }


def fingerprint(figures: Mapping[str, Any]) -> str:
    """What ties a frozen report to its figures: the SHA-256 of their values in one fixed order."""
    text = json.dumps(figures, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _activity(item: PlanItem) -> dict[str, Any]:
    shares = list(item.shares.all())
    spent = [share.spent for share in shares if share.spent is not None]
    return {
        "pk": item.pk,
        "title": item.title,
        "type": item.activity_type,
        "state": item.state,
        "months": [item.first_month, item.last_month],
        "proposal": item.proposal.number if item.proposal else "",
        "decision": [str(item.decision.meeting.day), item.decision.paragraph, item.decision.address]
        if item.decision
        else None,
        "offices": len(shares),
        "hours": sum(share.hours for share in shares),
        # None when no office has said: unknown is not nought.
        "spent": sum(spent) if spent else None,
        "offices_said_hours": len(spent),
        "result": item.result,
        "address": item.work_address,
        "campaign": _campaign(item.campaign) if item.campaign else None,
        "goals": [[goal.text, goal.result, goal.comment] for goal in item.goals.all()],
    }


def _campaign(campaign: Campaign) -> dict[str, Any]:
    progress = progress_of(campaign, today=today())
    return {
        "slug": campaign.slug,
        "title": campaign.title,
        "state": campaign.state,
        "offices": progress.taking_part,
        "asked": progress.asked,
        "done": progress.done,
        "planned": progress.planned,
    }


def _goals(items: list[PlanItem]) -> dict[str, int]:
    results = [goal.result for item in items for goal in item.goals.all()]
    return {code: results.count(code) for code in GoalResult.values}


def _offices(plan_year: PlanYear, items: list[PlanItem]) -> list[dict[str, Any]]:
    rows = []
    for office in offices_of(plan_year.collaboration):
        shares = [
            share for item in items for share in item.shares.all() if share.office_id == office.pk
        ]
        spent = [share.spent for share in shares if share.spent is not None]
        rows.append(
            {
                "office": office.short_name,
                "activities": len(shares),
                "hours": sum(share.hours for share in shares),
                "spent": sum(spent) if spent else None,
            }
        )
    return rows


def _democracy(plan_year: PlanYear) -> dict[str, Any]:
    """How the members steered during the year: proposals, answers to votes, decisions."""
    collaboration, year = plan_year.collaboration, plan_year.year
    made = Proposal.objects.filter(collaboration=collaboration, proposed_at__year=year)
    ballots = Ballot.objects.filter(vote__collaboration=collaboration, vote__closes__year=year)
    votes = Vote.objects.filter(collaboration=collaboration, closes__year=year)
    voters = max((len(voters_of(vote)) for vote in votes), default=0)
    answered = ballots.values("office").distinct().count()
    return {
        "proposals": made.count(),
        "from_offices": made.values("office").distinct().count(),
        "accepted": made.filter(state__in=[ProposalState.ACCEPTED, ProposalState.DONE]).count(),
        "declined": made.filter(state=ProposalState.DECLINED).count(),
        "answered": answered,
        "voters": voters,
        "decisions": Decision.objects.filter(collaboration=collaboration, year=year).count(),
    }
