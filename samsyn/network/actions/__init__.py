"""What can be done in the network."""

from samsyn.network.actions.asking import (
    ReasonNeeded,
    agree_on_answer,
    answer_question,
    ask_question,
    share_answer,
)
from samsyn.network.actions.helping import (
    HelpRefused,
    agree_on_help,
    answer_help_notice,
    finish_help,
    make_help_notice,
    withdraw_help,
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
from samsyn.network.actions.reviews import (
    answer_proposal,
    call_off_review,
    compare,
    end_review,
    plan_review,
    share_lesson,
    write_lesson,
    write_notes,
)
from samsyn.network.actions.wishes import make_wish, propose_review, withdraw_wish

__all__ = [
    "HelpRefused",
    "ReasonNeeded",
    "add_file",
    "agree_on_answer",
    "agree_on_help",
    "answer_help_notice",
    "answer_proposal",
    "answer_question",
    "ask_question",
    "call_off_review",
    "change_network",
    "close_network",
    "compare",
    "end_review",
    "finish_help",
    "join_network",
    "leave_network",
    "make_help_notice",
    "make_network",
    "make_wish",
    "plan_review",
    "propose_review",
    "remove_file",
    "set_profile",
    "share_answer",
    "share_lesson",
    "start_network",
    "withdraw_help",
    "withdraw_wish",
    "write_lesson",
    "write_notes",
    "write_to_members",
]
