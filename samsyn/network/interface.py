"""What other packages use of the network."""

from samsyn.network.actions import (
    agree_on_answer,
    agree_on_help,
    answer_help_notice,
    answer_question,
    ask_question,
    finish_help,
    join_network,
    make_help_notice,
    make_network,
    set_profile,
)
from samsyn.network.codes import Area, HelpCheck, HelpKind, area_labels
from samsyn.network.models import Answer, HelpNotice, Network, Question
from samsyn.network.queries import (
    asked_by,
    lent_hours,
    networks_of,
    questions_about,
    waiting_about,
    waiting_too_long,
)
from samsyn.network.rules import personal_traces

__all__ = [
    "Answer",
    "Area",
    "HelpCheck",
    "HelpKind",
    "HelpNotice",
    "Network",
    "Question",
    "agree_on_answer",
    "agree_on_help",
    "answer_help_notice",
    "answer_question",
    "area_labels",
    "ask_question",
    "asked_by",
    "finish_help",
    "join_network",
    "lent_hours",
    "make_help_notice",
    "make_network",
    "networks_of",
    "personal_traces",
    "questions_about",
    "set_profile",
    "waiting_about",
    "waiting_too_long",
]
