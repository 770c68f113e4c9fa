"""Needs and proposals: making, supporting, preparing and settling them. Each step is told to the office behind it."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from samsyn.core.audit.interface import record, snapshot
from samsyn.core.clock.interface import now, today
from samsyn.organisations.interface import Actor, Collaboration, Office
from samsyn.planning.codes import ProposalState
from samsyn.planning.letters import tell_proposer
from samsyn.planning.models import Comment, Criterion, Opinion, Proposal, Support
from samsyn.planning.refusals import Refused
from samsyn.planning.rules import OPEN_STATES, next_number
from samsyn.planning.searching import index_proposal


@transaction.atomic
def propose(
    *, by: Actor, office: Office, kind: str, need: Proposal | None = None, **values: Any
) -> Proposal:
    """A new need or proposal of an office, open to all members at once."""
    # The collaboration's row is the queue for numbers: two proposals at the same moment get two.
    Collaboration.objects.select_for_update().get(pk=by.collaboration_id)
    taken = Proposal.objects.filter(collaboration_id=by.collaboration_id)
    proposal = Proposal.objects.create(
        collaboration_id=by.collaboration_id,
        number=next_number(today().year, taken.values_list("number", flat=True)),
        kind=kind,
        office=office,
        proposed_by=by.person,
        need=need,
        **{"plan_year": today().year + 2, **values},
    )
    index_proposal(proposal)
    _log(by, "planning.proposed", proposal)
    if need is not None:
        if need.state in OPEN_STATES:
            # From here on the need's office hears of the proposal's steps too.
            need.merged_into = proposal
            _settle(by, need, ProposalState.GROWN, "planning.grown")
        tell_proposer(
            need,
            step=f"grown:{proposal.pk}",
            sentence=_("Your need has become the proposal %(number)s.")
            % {"number": proposal.number},
        )
    return proposal


@transaction.atomic
def support_proposal(*, by: Actor, proposal: Proposal, office: Office) -> None:
    """The office stands behind the proposal; doing it twice changes nothing."""
    locked = _open(proposal)
    if office.pk == locked.office_id:
        raise Refused("own_office")
    _row, created = Support.objects.get_or_create(
        proposal=locked, office=office, defaults={"given_by": by.person}
    )
    if created:
        _log(by, "planning.supported", locked, details={"office": office.slug})


@transaction.atomic
def comment_on_proposal(*, by: Actor, proposal: Proposal, office: Office, text: str) -> Comment:
    """What an office says about a proposal on the compiled list."""
    comment = Comment.objects.create(
        proposal=_open(proposal), office=office, written_by=by.person, text=text
    )
    _log(by, "planning.commented", proposal)
    return comment


@transaction.atomic
def set_criterion(
    *, by: Actor, collaboration: Collaboration, name: str, question: str
) -> Criterion:
    """A criterion of the steering group; the same name keeps its place and gets the new question."""
    order = Criterion.objects.filter(collaboration=collaboration).count() + 1
    criterion, _made = Criterion.objects.update_or_create(
        collaboration=collaboration,
        name=name,
        defaults={"question": question, "is_used": True},
        create_defaults={"question": question, "order": order},
    )
    record(
        by=by.user_id,
        verb="planning.criterion_set",
        obj=criterion,
        collaboration_id=collaboration.pk,
    )
    return criterion


@transaction.atomic
def drop_criterion(*, by: Actor, criterion: Criterion) -> Criterion:
    """The steering group stops weighing by it; what was written under it stays with its proposals."""
    before = snapshot(criterion)
    criterion.is_used = False
    criterion.save(update_fields=["is_used"])
    record(by=by.user_id, verb="planning.criterion_dropped", obj=criterion, before=before,
           collaboration_id=criterion.collaboration_id)  # fmt: skip
    return criterion


@transaction.atomic
def write_opinion(*, by: Actor, proposal: Proposal, criterion: Criterion, text: str) -> Opinion:
    """The preparing group's opinion under one criterion; the first one starts the preparation."""
    locked = _open(proposal)
    opinion, _made = Opinion.objects.update_or_create(
        proposal=locked, criterion=criterion, defaults={"text": text, "written_at": now()}
    )
    _log(by, "planning.opinion_written", locked, details={"criterion": criterion.name})
    if locked.state == ProposalState.NEW:
        _settle(by, locked, ProposalState.PREPARING, "planning.prepared")
    return opinion


@transaction.atomic
def prepare_proposal(
    *, by: Actor, proposal: Proposal, opinions: Mapping[Criterion, str]
) -> Proposal:
    """The opinions under all criteria at once; empty ones are left out, unchanged ones not written again."""
    stored = dict(proposal.opinions.values_list("criterion_id", "text"))
    for criterion, text in opinions.items():
        if text.strip() and stored.get(criterion.pk) != text.strip():
            write_opinion(by=by, proposal=proposal, criterion=criterion, text=text.strip())
    return proposal


@transaction.atomic
def merge_proposals(*, by: Actor, proposal: Proposal, into: Proposal) -> Proposal:
    """The proposal goes on as part of another one; its own text and office stay to be read."""
    if proposal.pk == into.pk or into.collaboration_id != proposal.collaboration_id:
        raise Refused("merge_with_itself")
    target = Proposal.objects.select_for_update().get(pk=into.pk)
    if target.state not in OPEN_STATES:
        raise Refused("merge_target_settled")
    locked = _open(proposal)
    locked.merged_into = target
    # What was merged before follows along, so that nobody is left behind a closed door.
    locked.parts.update(merged_into=target)
    return _settle(by, locked, ProposalState.MERGED, "planning.merged",
                   sentence=_("It has been merged with %(number)s, %(title)s. Your text stays.")
                   % {"number": target.number, "title": target.title})  # fmt: skip


@transaction.atomic
def withdraw_proposal(*, by: Actor, proposal: Proposal, reason: str) -> Proposal:
    """The office takes its proposal back."""
    return _end(by, proposal, ProposalState.WITHDRAWN, "planning.withdrawn", reason)


@transaction.atomic
def decline_proposal(*, by: Actor, proposal: Proposal, reason: str) -> Proposal:
    """The proposal is turned down, with the reason that its office and later proposers get to read."""
    sentence = _("It was turned down. The reason: %(reason)s") % {"reason": reason.strip()}
    return _end(by, proposal, ProposalState.DECLINED, "planning.declined", reason, sentence)


@transaction.atomic
def carry_over_proposal(*, by: Actor, proposal: Proposal, plan_year: int) -> Proposal:
    """An open or declined proposal is tried again for a later year."""
    locked = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if locked.state not in OPEN_STATES | {ProposalState.DECLINED}:
        raise Refused("proposal_settled", {"state": locked.get_state_display().lower()})
    if plan_year <= locked.plan_year:
        raise Refused("carry_forward", {"year": locked.plan_year})
    locked.plan_year = plan_year
    sentence = _("It is tried again for %(year)s.") % {"year": plan_year}
    return _settle(by, locked, ProposalState.PREPARING, "planning.carried_over", sentence=sentence)


def _open(proposal: Proposal) -> Proposal:
    locked = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if locked.state not in OPEN_STATES:
        raise Refused("proposal_settled", {"state": locked.get_state_display().lower()})
    return locked


def _end(
    by: Actor, proposal: Proposal, state: str, verb: str, reason: str, sentence: str = ""
) -> Proposal:
    if not reason.strip():
        raise Refused("reason_needed")
    locked = _open(proposal)
    locked.reason = reason.strip()
    return _settle(by, locked, state, verb, sentence=sentence)


def _settle(
    by: Actor, proposal: Proposal, state: str, verb: str, *, sentence: str = ""
) -> Proposal:
    before = snapshot(Proposal.objects.get(pk=proposal.pk))
    proposal.state = state
    proposal.save()
    index_proposal(proposal)
    entry = record(by=by.user_id, verb=verb, obj=proposal, before=before,
                   collaboration_id=proposal.collaboration_id)  # fmt: skip
    if sentence:
        tell_proposer(proposal, step=f"{state}:{entry.pk}", sentence=sentence)
    return proposal


def _log(by: Actor, verb: str, proposal: Proposal, details: dict[str, str] | None = None) -> None:
    record(by=by.user_id, verb=verb, obj=proposal, details=details,
           collaboration_id=proposal.collaboration_id)  # fmt: skip
