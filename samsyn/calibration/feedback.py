"""What an officer learns of her own answers: hers beside what was expected, agreed and common, once the round is over."""

from dataclasses import dataclass

from samsyn.calibration.models import Key, Round, Sheet
from samsyn.calibration.queries import keys_of, sheets_that_count
from samsyn.calibration.questions import questions_of
from samsyn.calibration.result import QuestionResult, round_result


@dataclass(frozen=True, slots=True)
class Feedback:
    """One question: her answer and reason; the rest is empty until the round is over."""

    number: str
    label: str
    answer: str
    reason: str
    key: Key | None
    expected: str
    agreed: str
    as_expected: bool | None
    same: int | None  # how many others gave her answer
    n: int


def feedback_of(round_: Round, sheet: Sheet) -> list[Feedback]:
    """Her own answers, with what there is to compare with."""
    over = round_.is_over
    keys = keys_of(round_) if over else {}
    counted: dict[str, QuestionResult] = {}
    if over:
        result = round_result(round_, sheets_that_count(round_), scale=round_.exercise.scale)
        counted = {one.question.name: one for one in result.questions}
    found = []
    for question in questions_of(round_.version):
        code, reason = sheet.answers.get(question.name, ("", ""))
        key = keys.get(question.name)
        goal = (key.agreed or key.expected) if key else ""
        one = counted.get(question.name)
        others = 0 if sheet.is_late else 1
        found.append(
            Feedback(
                number=question.number,
                label=question.label,
                answer=question.label_of(code) if code else "",
                reason=reason,
                key=key,
                expected=question.label_of(key.expected) if key and key.expected else "",
                agreed=question.label_of(key.agreed) if key and key.agreed else "",
                as_expected=code == goal if goal else None,
                same=one.counts[code] - others if one and code else None,
                n=one.n - others if one else 0,
            )
        )
    return found
