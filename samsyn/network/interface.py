"""What other packages use of the network."""

from samsyn.network.actions import (
    add_file,
    agree_on_answer,
    answer_question,
    ask_question,
    join_network,
    make_network,
    set_profile,
    write_to_members,
)
from samsyn.network.codes import Area, area_labels
from samsyn.network.models import Answer, Network, Question
from samsyn.network.queries import (
    active_networks,
    asked_by,
    networks_of,
    questions_about,
    waiting_about,
    waiting_too_long,
)
from samsyn.network.rules import personal_traces

__all__ = [
    "Answer",
    "Area",
    "Network",
    "Question",
    "active_networks",
    "add_file",
    "agree_on_answer",
    "answer_question",
    "area_labels",
    "ask_question",
    "asked_by",
    "join_network",
    "make_network",
    "networks_of",
    "personal_traces",
    "questions_about",
    "set_profile",
    "waiting_about",
    "waiting_too_long",
    "write_to_members",
]
