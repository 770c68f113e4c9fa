"""What other packages use of the calibration exercises."""

from samsyn.calibration.actions.agreeing import agree, share
from samsyn.calibration.actions.answering import send_answers
from samsyn.calibration.actions.arranging import (
    close_round,
    make_exercise,
    make_round,
    open_round,
    set_key,
)
from samsyn.calibration.clauses import clause_values, clauses_to_test
from samsyn.calibration.models import Exercise, Round
from samsyn.calibration.queries import exercises_of
from samsyn.calibration.refusals import Refused
from samsyn.calibration.result import ExerciseResult, RoundResult, result_of

__all__ = [
    "Exercise",
    "ExerciseResult",
    "Refused",
    "Round",
    "RoundResult",
    "agree",
    "clause_values",
    "clauses_to_test",
    "close_round",
    "exercises_of",
    "make_exercise",
    "make_round",
    "open_round",
    "result_of",
    "send_answers",
    "set_key",
    "share",
]
