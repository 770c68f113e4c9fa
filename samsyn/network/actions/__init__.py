"""What can be done in the network."""

from samsyn.network.actions.asking import (
    ReasonNeeded,
    agree_on_answer,
    answer_question,
    ask_question,
)
from samsyn.network.actions.networks import (
    add_file,
    change_network,
    close_network,
    join_network,
    leave_network,
    make_network,
    remove_file,
    start_network,
    write_to_members,
)
from samsyn.network.actions.people import set_profile

__all__ = [
    "ReasonNeeded",
    "add_file",
    "agree_on_answer",
    "answer_question",
    "ask_question",
    "change_network",
    "close_network",
    "join_network",
    "leave_network",
    "make_network",
    "remove_file",
    "set_profile",
    "start_network",
    "write_to_members",
]
