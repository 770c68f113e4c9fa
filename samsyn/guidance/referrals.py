"""What the page of a referral shows: the clauses as they were sent out with what was said of each, and who has answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from samsyn.guidance.access import may_write
from samsyn.guidance.models import Comment, Referral, ReferredClause
from samsyn.guidance.rules import Numbered, numbers_of
from samsyn.organisations.interface import Actor, Office, Permission, offices_of


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """An office and how far its answer has come: `state` is handed_in, begun or none."""

    office: Office
    state: str
    may_answer: bool


@dataclass(frozen=True, slots=True)
class CommentedClause:
    """A clause that was sent out, its place, and what was said of it."""

    row: ReferredClause
    place: Numbered
    comments: Sequence[Comment]


def referral_context(actor: Actor, referral: Referral) -> dict[str, Any]:
    """All that the page shows to this reader.

    Those who write see comments as they are handed in; other members see their own office's, and all when the time
    is over: nobody answers after her neighbour.
    """
    writes = may_write(actor, referral.document)
    comments = _seen(actor, referral, all_of_them=writes or not referral.is_open)
    clauses = list(referral.clauses.all())
    places = numbers_of([clause.chapter for clause in clauses])
    lines = _lines(actor, referral)
    return {
        "referral": referral,
        "document": referral.document,
        "writes": writes,
        "rows": [
            CommentedClause(clause, place, [c for c in comments if c.clause_id == clause.pk])
            for clause, place in zip(clauses, places, strict=True)
        ],
        "whole": [comment for comment in comments if comment.clause_id is None],
        "offices": lines,
        "total": len(lines),
        "answered": sum(1 for line in lines if line.state == "handed_in"),
        "own": [line for line in lines if line.may_answer],
        "said": len(comments),
        "replied": sum(1 for comment in comments if comment.replied_at),
        "sees_all": writes or not referral.is_open,
        "earlier": list(referral.document.referrals.exclude(pk=referral.pk)),
    }


def _seen(actor: Actor, referral: Referral, *, all_of_them: bool) -> list[Comment]:
    found = Comment.objects.filter(answer__referral=referral, answer__handed_in_at__isnull=False)
    if not all_of_them:
        found = found.filter(answer__office__in=actor.offices)
    return list(found.select_related("answer__office").order_by("answer__office__name", "pk"))


def _lines(actor: Actor, referral: Referral) -> list[OfficeLine]:
    answers = {answer.office_id: answer for answer in referral.answers.all()}
    found = []
    for office in offices_of(referral.document.collaboration):
        answer = answers.get(office.pk)
        state = "none" if answer is None else "handed_in" if answer.handed_in_at else "begun"
        may = referral.is_open and bool(actor.may(Permission.PLAN_FOR_OFFICE, office_id=office.pk))
        found.append(OfficeLine(office, state, may))
    return found
