"""The chain: need, proposal, vote, decision, activity, result. The same number follows it all the way."""

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.components.interface import TimelineStep
from samsyn.lib.swedish import format_date
from samsyn.planning.codes import ItemState, ProposalKind, ProposalState, YearState
from samsyn.planning.models import Decision, PlanItem, Proposal, Vote
from samsyn.planning.months import months_text
from samsyn.planning.work import FIELDS, work_of

ENDS = (ProposalState.DECLINED, ProposalState.WITHDRAWN, ProposalState.MERGED)


def chain_of(proposal: Proposal) -> list[TimelineStep]:
    """The steps so far, and the coming ones; a merged proposal ends where the other one goes on."""
    if proposal.state == ProposalState.GROWN and proposal.merged_into is not None:
        return chain_of(proposal.merged_into)
    need = proposal.need or (proposal if proposal.kind == ProposalKind.NEED else None)
    steps = []
    if need is not None:
        steps.append(_made(_("Need"), need, icon="chat-elipsis"))
    if need is not proposal:
        steps.append(_made(_("Proposal"), proposal, icon="light-bulb"))
    item = proposal.vote_items.select_related("vote").order_by("vote__closes").last()
    if item is not None:
        steps.append(_vote(item.vote))
    if proposal.state == ProposalState.MERGED:
        return [*steps, _merged(proposal)]
    decision = decision_about(proposal)
    if decision is not None:
        steps.append(_decision(decision))
    elif proposal.state in ENDS:
        steps.append(
            TimelineStep(proposal.get_state_display(), "", proposal.reason, "done", "gavel")
        )
    else:
        steps.append(TimelineStep(_("Decision"), _("not yet"), "", "coming", "gavel"))
    activity = (
        PlanItem.objects.filter(proposal=proposal).select_related("plan_year", *FIELDS).first()
    )
    return [*steps, *_work(activity)] if activity is not None else steps


def chain_of_activity(item: PlanItem) -> list[TimelineStep]:
    """The chain of an activity, also of one that the steering group decided without a proposal."""
    if item.proposal is not None:
        return chain_of(item.proposal)
    first = [_decision(item.decision)] if item.decision is not None else []
    return [*first, *_work(item)]


def decision_about(proposal: Proposal) -> Decision | None:
    """The decision on a proposal that is in force: the latest one."""
    return (
        Decision.objects.filter(item__proposal=proposal, replaced_by=None)
        .select_related("meeting")
        .order_by("year", "paragraph")
        .last()
    )


def _made(title: str, proposal: Proposal, *, icon: str) -> TimelineStep:
    offices = [proposal.office.short_name]
    parts = proposal.parts.exclude(kind=ProposalKind.NEED).select_related("office")
    offices += [part.office.short_name for part in parts]
    text = f"{proposal.number}, {', '.join(dict.fromkeys(offices))}"
    url = reverse("planning:proposal", args=[proposal.number])
    return TimelineStep(title, format_date(proposal.proposed_at.date()), text, "done", icon, url)


def _merged(proposal: Proposal) -> TimelineStep:
    target = proposal.merged_into
    assert target is not None
    url = reverse("planning:proposal", args=[target.number])
    text = _("goes on as %(number)s %(title)s") % {"number": target.number, "title": target.title}
    return TimelineStep(proposal.get_state_display(), "", text, "done", "link", url)


def _vote(vote: Vote) -> TimelineStep:
    answered = _("%(n)d have answered") % {"n": vote.ballots.count()}
    state = "done" if vote.is_closed else "now"
    url = reverse("planning:vote", args=[vote.pk])
    return TimelineStep(_("Vote"), format_date(vote.closes), answered, state, "tasklist", url)  # type: ignore[arg-type]


def _decision(decision: Decision) -> TimelineStep:
    text = _("%(outcome)s, § %(paragraph)s") % {
        "outcome": decision.get_outcome_display(), "paragraph": decision.paragraph,
    }  # fmt: skip
    return TimelineStep(
        _("Decision"), format_date(decision.meeting.day), text, "done", "gavel", decision.address
    )


def _work(item: PlanItem) -> list[TimelineStep]:
    """The activity and its result, as far as they have come."""
    reached = {ItemState.DONE: "done", ItemState.UNDER_WAY: "now", ItemState.CANCELLED: "done"}
    url = reverse("planning:activity", args=[item.pk])
    when = f"{months_text(item)} {item.plan_year.year}"
    activity = TimelineStep(
        _("Activity"), when, f"{item.title} ({item.get_state_display().lower()})",
        reached.get(ItemState(item.state), "coming"), "clipboard-checkmark", url,  # type: ignore[arg-type]
    )  # fmt: skip
    work = work_of(item)
    if work is None:
        return [activity, _result(item)]
    state = reached.get(ItemState(item.state), "coming")
    page = "" if work.is_draft else work.url
    when = _("being prepared") if work.is_draft else work.how_far
    made = TimelineStep(work.label, when, work.title, state, "briefcase", page)  # type: ignore[arg-type]
    return [activity, made, _result(item)]


def _result(item: PlanItem) -> TimelineStep:
    if item.plan_year.state == YearState.CLOSED:
        text = _("line in the annual report %(year)s") % {"year": item.plan_year.year}
        url = reverse("planning:report", args=[item.plan_year.year]) + f"#aktivitet-{item.pk}"
        return TimelineStep(_("Result"), str(item.plan_year.year), text, "done", "bar-chart", url)
    if item.state == ItemState.DONE and item.result:
        return TimelineStep(_("Result"), "", item.result, "done", "bar-chart")
    return TimelineStep(_("Result"), _("not yet"), "", "coming", "bar-chart")
