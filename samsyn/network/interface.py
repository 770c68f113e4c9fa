"""What other packages use of the network."""

from samsyn.network.actions import answer_question, ask_question
from samsyn.network.models import Answer, Question
from samsyn.network.queries import questions_about, waiting_about
from samsyn.network.rules import personal_traces

__all__ = [
    "Answer",
    "Question",
    "answer_question",
    "ask_question",
    "personal_traces",
    "questions_about",
    "waiting_about",
]
