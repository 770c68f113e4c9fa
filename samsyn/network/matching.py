"""Which two offices suit each other for a visit: another office, the same area, about the same month, and not the same
two twice in a row.
"""

from collections.abc import Iterable
from datetime import date

from samsyn.network.models import Review, Side, Wish

MOST_MONTHS_APART = 1


def side_of(review: Review, person_id: int) -> Side:
    """Which of the two she is; the caller has checked that she is one."""
    return Side.HOST if review.host_id == person_id else Side.GUEST


def months_apart(one: date, other: date) -> int:
    """How many months lie between two months."""
    return abs((one.year - other.year) * 12 + one.month - other.month)


def sides_of(one: Wish, other: Wish) -> tuple[Wish, Wish] | None:
    """The two as (host, guest); None when both want to be the same. Of two who can be either, the first is host."""
    part = Wish.Part
    if one.part != part.GUEST and other.part != part.HOST:
        if one.part == part.HOST or other.part == part.GUEST or one.pk < other.pk:
            return one, other
        return other, one
    if one.part != part.HOST and other.part != part.GUEST:
        return other, one
    return None


def fits(one: Wish, other: Wish) -> bool:
    """Whether two wishes suit each other, whatever has been before."""
    return (
        one.office_id != other.office_id
        and (one.collaboration_id, one.kind, one.area)
        == (other.collaboration_id, other.kind, other.area)
        and months_apart(one.month, other.month) <= MOST_MONTHS_APART
        and sides_of(one, other) is not None
    )


def latest_partners(collaboration_id: int) -> dict[int, int]:
    """For each office the one it met last; visits that were called off do not count."""
    rows = (
        Review.objects.filter(collaboration_id=collaboration_id)
        .exclude(state=Review.State.CALLED_OFF)
        .order_by("month", "pk")
        .values_list("host_office_id", "guest_office_id")
    )
    met: dict[int, int] = {}
    for host, guest in rows:
        met[host], met[guest] = guest, host
    return met


def declined_pairs(collaboration_id: int) -> set[frozenset[int]]:
    """Wishes that were put together once and said no to."""
    rows = Review.objects.filter(
        collaboration_id=collaboration_id, state=Review.State.CALLED_OFF
    ).values_list("host_wish_id", "guest_wish_id")
    return {frozenset(pair) for pair in rows}


def suggested(mine: Iterable[Wish], others: Iterable[Wish]) -> list[tuple[Wish, Wish]]:
    """Pairs of an own wish and another's, those of the same month first. All wishes are of one collaboration."""
    mine, others = list(mine), list(others)
    if not mine or not others:
        return []
    met = latest_partners(mine[0].collaboration_id)
    declined = declined_pairs(mine[0].collaboration_id)
    pairs = [
        (own, other)
        for own in mine
        for other in others
        if fits(own, other)
        and met.get(own.office_id) != other.office_id
        and met.get(other.office_id) != own.office_id
        and frozenset((own.pk, other.pk)) not in declined
    ]
    return sorted(
        pairs, key=lambda pair: (months_apart(pair[0].month, pair[1].month), pair[1].month)
    )
