"""Decisions of the steering group: numbered, never changed, and at once in force where they are about something here."""

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from samsyn.campaigns.interface import decide_report
from samsyn.core.audit.interface import record
from samsyn.lib.swedish import format_date
from samsyn.organisations.interface import Actor, Collaboration
from samsyn.planning.actions.plan import decide_year, take_into_plan
from samsyn.planning.actions.report import freeze_report
from samsyn.planning.codes import DecisionKind, MeetingState, Outcome, ProposalState
from samsyn.planning.letters import tell_proposer
from samsyn.planning.models import AgendaItem, Decision, Meeting, Proposal
from samsyn.planning.refusals import Refused
from samsyn.planning.searching import index_proposal


@transaction.atomic
def decide(
    *,
    by: Actor,
    item: AgendaItem,
    outcome: str,
    text: str,
    bias: str = "",
    reservations: str = "",
    replaces: Decision | None = None,
) -> Decision:
    """The group's decision on an item, with the next paragraph of the year. An earlier decision is replaced, not changed."""
    meeting = Meeting.objects.select_related("collaboration").get(pk=item.meeting_id)
    # The collaboration's row is the queue for paragraphs.
    Collaboration.objects.select_for_update().get(pk=meeting.collaboration_id)
    if meeting.state != MeetingState.UNDER_WAY:
        raise Refused(
            "meeting_not_open" if meeting.state == MeetingState.NOTICE else "minutes_stand"
        )
    if Decision.objects.filter(item=item).exists():
        raise Refused("item_decided")
    if not text.strip():
        raise Refused("text_needed")
    if replaces is not None and Decision.objects.filter(replaces=replaces).exists():
        raise Refused("already_replaced")
    decision = Decision.objects.create(
        collaboration=meeting.collaboration, meeting=meeting, item=item, year=meeting.day.year,
        paragraph=_next_paragraph(meeting), kind=item.kind, outcome=outcome, text=text.strip(),
        bias=bias.strip(), reservations=reservations.strip(), replaces=replaces,
    )  # fmt: skip
    record(by=by.user_id, verb="planning.decided", obj=decision,
           collaboration_id=meeting.collaboration_id)  # fmt: skip
    _take_effect(by, decision, item)
    return decision


def _next_paragraph(meeting: Meeting) -> int:
    found = Decision.objects.filter(
        collaboration_id=meeting.collaboration_id, year=meeting.day.year
    ).aggregate(highest=Max("paragraph"))
    return (found["highest"] or 0) + 1


def _take_effect(by: Actor, decision: Decision, item: AgendaItem) -> None:
    if item.proposal is not None:
        _settle(by, decision, item.proposal)
    if decision.outcome != Outcome.APPROVED:
        return
    if item.plan_year is not None and decision.kind == DecisionKind.PLAN:
        decide_year(by=by, plan_year=item.plan_year, decision=decision)
    if item.campaign is not None and decision.kind == DecisionKind.CAMPAIGN_REPORT:
        decide_report(by=by, campaign=item.campaign, decision=decision.as_ref())
    if item.annual_report is not None:
        freeze_report(by=by, report=item.annual_report, decision=decision)


def _settle(by: Actor, decision: Decision, proposal: Proposal) -> None:
    """The answer to the office behind a proposal, also when it is no."""
    if decision.outcome == Outcome.APPROVED:
        take_into_plan(by=by, proposal=proposal, decision=decision)
        return
    if decision.outcome == Outcome.NOTED:
        return
    Proposal.objects.filter(pk=proposal.pk).update(
        state=ProposalState.DECLINED, reason=decision.text
    )
    proposal.refresh_from_db()
    record(by=by.user_id, verb="planning.declined", obj=proposal,
           collaboration_id=proposal.collaboration_id)  # fmt: skip
    index_proposal(proposal)
    sentence = _("The steering group said no on %(day)s, § %(paragraph)s. The reason: %(text)s") % {
        "day": format_date(decision.meeting.day), "paragraph": decision.paragraph, "text": decision.text,
    }  # fmt: skip
    tell_proposer(proposal, step=f"decision:{decision.pk}", sentence=sentence)
