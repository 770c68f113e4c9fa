"""What can be wrong with a form or a submission, as codes; the sentences stand where they are shown."""

from dataclasses import dataclass, field
from typing import Any

__all__ = ["FormRefused", "Problem", "SubmissionRejected"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: its code, the sheet, row (as the spreadsheet numbers it) and column, and parameters."""

    code: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    params: dict[str, Any] = field(default_factory=dict)


class FormRefused(Exception):
    """A workbook that cannot become a form; `problems` says why, in the order of the sheet."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems = problems


class SubmissionRejected(Exception):
    """A submission that is not looked at: `code` says why, before anything is stored."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
