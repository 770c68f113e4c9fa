"""What judging a submission comes to."""

from dataclasses import dataclass, field
from typing import Any

__all__ = ["Fault", "Outcome"]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one answer: required, constraint, type, choice, unknown_question or too_many_repeats; in a
    review also not_relevant, calculated and not_evaluated. `path` carries [n] where the question lies in a repeat.
    """

    path: str
    name: str
    code: str
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Outcome:
    """`faults` refuse the submission; `review` says what engines disagree on, and refuses nothing.

    `doubt` is set when a calculated value came out otherwise than the client had it: what follows from expressions is then
    no longer certain enough to refuse. `answers` are the relevant answers as text, by path, in the form's order.
    """

    answers: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    review: list[Fault] = field(default_factory=list)
    doubt: bool = False

    @property
    def accepted(self) -> bool:
        return not self.faults
