"""What other packages use of the network."""

from samsyn.network.actions import (
    add_file,
    agree_on_answer,
    answer_proposal,
    answer_question,
    ask_question,
    compare,
    join_network,
    make_network,
    make_wish,
    plan_review,
    propose_review,
    set_profile,
    share_lesson,
    write_lesson,
    write_notes,
    write_to_members,
)
from samsyn.network.codes import Area, area_labels
from samsyn.network.models import Answer, Network, Question, Review
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
    "Review",
    "active_networks",
    "add_file",
    "agree_on_answer",
    "answer_proposal",
    "answer_question",
    "area_labels",
    "ask_question",
    "asked_by",
    "compare",
    "join_network",
    "make_network",
    "make_wish",
    "networks_of",
    "personal_traces",
    "plan_review",
    "propose_review",
    "questions_about",
    "set_profile",
    "share_lesson",
    "waiting_about",
    "waiting_too_long",
    "write_lesson",
    "write_notes",
    "write_to_members",
]
