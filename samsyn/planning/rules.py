"""What can be decided from values alone: answers to a vote and their count, fees, months and numbers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from samsyn.planning.codes import ProposalState, Stance, VoteMethod

OPEN_STATES = frozenset({ProposalState.NEW, ProposalState.PREPARING, ProposalState.VOTING})


@dataclass(frozen=True, slots=True)
class Line:
    """An answer to one question of a vote: a rank or points in `number`, or a stance with its reason."""

    number: int | None = None
    stance: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a set of answers cannot be taken: the code of a refusal and what its sentence needs."""

    code: str
    params: Mapping[str, object]


def ballot_fault(method: str, lines: Sequence[tuple[str, Line]], *, points: int) -> Fault | None:
    """The first fault of an organisation's answers, each with its proposal's title; None when they can be taken."""
    if method == VoteMethod.YES_NO:
        return _stance_fault(lines)
    numbers = [line.number for _, line in lines]
    if method == VoteMethod.RANK:
        whole = set(range(1, len(lines) + 1))
        return None if set(numbers) == whole else Fault("rank_all_once", {"most": len(lines)})
    given = sum(number or 0 for number in numbers)
    if given != points or any((number or 0) < 0 for number in numbers):
        return Fault("points_sum", {"given": given, "points": points})
    return None


def _stance_fault(lines: Sequence[tuple[str, Line]]) -> Fault | None:
    for title, line in lines:
        if line.stance not in Stance.values:
            return Fault("stance_needed", {})
        if line.stance == Stance.NO and not line.reason.strip():
            return Fault("no_needs_reason", {"title": title})
    return None


@dataclass(frozen=True, slots=True)
class Tally:
    """How the answers to one question are spread. `spread` holds (label code, number of organisations) in order.

    `score` is what the questions are ordered by: places summed the other way round, points, or yes answers.
    """

    n: int
    score: int
    spread: tuple[tuple[str, int], ...]
    place: int = 0
    is_tied: bool = False


def tally(method: str, lines: Sequence[Line], *, questions: int) -> Tally:
    """The spread of one question. Abstaining is shown and counts neither for nor against."""
    if method == VoteMethod.YES_NO:
        counts = {stance: sum(line.stance == stance for line in lines) for stance in Stance.values}
        return Tally(n=len(lines), score=counts[Stance.YES], spread=tuple(counts.items()))
    numbers = [line.number or 0 for line in lines]
    if method == VoteMethod.RANK:
        spread = tuple((str(place), numbers.count(place)) for place in range(1, questions + 1))
        return Tally(n=len(lines), score=sum(questions + 1 - n for n in numbers), spread=spread)
    spread = tuple((str(points), numbers.count(points)) for points in sorted(set(numbers)))
    return Tally(n=len(lines), score=sum(numbers), spread=spread)


def with_places(tallies: Sequence[Tally]) -> list[Tally]:
    """The same tallies with their places; equal scores share a place and are marked, for the group to decide."""
    scores = [one.score for one in tallies]
    return [
        Tally(
            n=one.n,
            score=one.score,
            spread=one.spread,
            place=1 + sum(score > one.score for score in scores),
            is_tied=scores.count(one.score) > 1,
        )
        for one in tallies
    ]


def next_number(year: int, taken: Iterable[str]) -> str:
    """The next number of a proposal in a year, such as 2026-07."""
    used = [int(number.split("-")[1]) for number in taken if number.startswith(f"{year}-")]
    return f"{year}-{max(used, default=0) + 1:02d}"


def shared_fees(total: int, bases: Sequence[int]) -> list[int]:
    """A sum in whole kronor shared by the bases; the kronor that rounding leaves go to the largest remainders first."""
    whole = sum(bases)
    if not whole:
        return [0 for _ in bases]
    exact = [Fraction(total * basis, whole) for basis in bases]
    fees = [int(part) for part in exact]
    order = sorted(range(len(bases)), key=lambda place: fees[place] - exact[place])
    for place in order[: total - sum(fees)]:
        fees[place] += 1
    return fees


def similarity(wanted: set[str], words: set[str]) -> Fraction:
    """How much of the wanted words stand in a text: 0 to 1."""
    return Fraction(len(wanted & words), len(wanted)) if wanted else Fraction(0)
