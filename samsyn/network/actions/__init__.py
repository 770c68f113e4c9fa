"""What can be done in the network."""

from samsyn.network.actions.asking import (
    ReasonNeeded,
    agree_on_answer,
    answer_question,
    ask_question,
)
from samsyn.network.actions.helping import (
    HelpRefused,
    agree_on_help,
    answer_help_notice,
    finish_help,
    make_help_notice,
    withdraw_help,
)
from samsyn.network.actions.people import join_network, leave_network, make_network, set_profile

__all__ = [
    "HelpRefused",
    "ReasonNeeded",
    "agree_on_answer",
    "agree_on_help",
    "answer_help_notice",
    "answer_question",
    "ask_question",
    "finish_help",
    "join_network",
    "leave_network",
    "make_help_notice",
    "make_network",
    "set_profile",
    "withdraw_help",
]
