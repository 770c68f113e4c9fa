"""What other packages use of the network."""

from samsyn.network.actions import answer_question, ask_question
from samsyn.network.codes import Area, area_labels
from samsyn.network.models import Answer, Question
from samsyn.network.queries import questions_about, waiting_about
from samsyn.network.rules import personal_traces

__all__ = [
    "Answer",
    "Area",
    "Question",
    "answer_question",
    "area_labels",
    "ask_question",
    "personal_traces",
    "questions_about",
    "waiting_about",
]
