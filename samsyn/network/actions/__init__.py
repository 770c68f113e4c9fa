"""What can be done in the network."""

from samsyn.network.actions.asking import (
    ReasonNeeded,
    agree_on_answer,
    answer_question,
    ask_question,
)
from samsyn.network.actions.people import join_network, leave_network, make_network, set_profile

__all__ = [
    "ReasonNeeded",
    "agree_on_answer",
    "answer_question",
    "ask_question",
    "join_network",
    "leave_network",
    "make_network",
    "set_profile",
]
