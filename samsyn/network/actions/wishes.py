"""Offering and asking for visits between offices, and putting two together."""

from datetime import date

from django.db import transaction

from samsyn.core.audit.interface import record
from samsyn.core.clock.interface import today
from samsyn.network.matching import sides_of, suggested
from samsyn.network.models import Review, Side, Wish
from samsyn.network.refusals import Refused
from samsyn.network.telling import tell_of_review
from samsyn.organisations.interface import Actor


@transaction.atomic
def make_wish(
    *,
    by: Actor,
    kind: str,
    part: str,
    area: str,
    month: date,
    text: str = "",
    is_example: bool = False,
) -> Wish:
    """An offer or a request of her office, seen by all members."""
    if by.office is None:
        raise Refused("office_needed")
    month = month.replace(day=1)
    if month < today().replace(day=1):
        raise Refused("month_passed")
    same = Wish.objects.filter(
        person=by.person, kind=kind, area=area, month=month, state=Wish.State.OPEN
    )
    if same.exists():
        raise Refused("same_wish")
    wish = Wish.objects.create(
        collaboration_id=by.collaboration_id,
        office=by.office,
        person=by.person,
        kind=kind,
        part=part,
        area=area,
        month=month,
        text=text,
        is_example=is_example,
    )
    record(by=by.user_id, verb="network.wished", obj=wish, collaboration_id=by.collaboration_id)
    return wish


@transaction.atomic
def withdraw_wish(*, by: Actor, wish: Wish) -> None:
    """Takes an open wish back; one that is booked is called off on the visit's own page."""
    done = Wish.objects.filter(pk=wish.pk, state=Wish.State.OPEN).update(state=Wish.State.WITHDRAWN)
    if done:
        record(
            by=by.user_id,
            verb="network.wish_withdrawn",
            obj=wish,
            collaboration_id=by.collaboration_id,
        )


@transaction.atomic
def propose_review(*, by: Actor, mine: Wish, other: Wish) -> Review:
    """Puts an own wish together with another's; the other one answers. Both wishes are taken while she thinks."""
    locked = {
        wish.pk: wish
        for wish in Wish.objects.select_for_update().filter(
            pk__in=[mine.pk, other.pk], state=Wish.State.OPEN
        )
    }
    if len(locked) < 2 or not suggested([locked[mine.pk]], [locked[other.pk]]):
        raise Refused("not_a_match")
    mine, other = locked[mine.pk], locked[other.pk]
    sides = sides_of(mine, other)
    assert sides is not None  # `suggested` holds only pairs that have sides
    host, guest = sides
    review = Review.objects.create(
        collaboration_id=by.collaboration_id,
        kind=mine.kind,
        area=mine.area,
        month=other.month,
        host_office_id=host.office_id,
        guest_office_id=guest.office_id,
        host_id=host.person_id,
        guest_id=guest.person_id,
        host_wish=host,
        guest_wish=guest,
        proposed_by=Side.HOST if host.pk == mine.pk else Side.GUEST,
        is_example=mine.is_example,
    )
    Wish.objects.filter(pk__in=locked).update(state=Wish.State.MATCHED)
    record(
        by=by.user_id,
        verb="network.review_proposed",
        obj=review,
        collaboration_id=by.collaboration_id,
    )
    tell_of_review(review, by, "proposed", needs_answer=True)
    return review
