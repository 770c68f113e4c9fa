"""What other packages use of the subscriptions."""

from samsyn.core.subscriptions.addresses import (
    Expired,
    LetterGroup,
    TooManyLetters,
    ask_to_subscribe,
    letter_groups,
    letter_labels,
    read_request,
    register_letters,
    stop_letters_path,
    subscribe,
    write_to_subscribers,
)
from samsyn.core.subscriptions.digests import (
    KEPT_DAYS,
    erase_old_notices,
    read_stop_token,
    send_digests,
    stop_path,
)
from samsyn.core.subscriptions.models import LetterSubscription, Notice, Rhythm
from samsyn.core.subscriptions.telling import choices_of, choose, tell
from samsyn.core.subscriptions.topics import Topic, all_topics, register_topics

__all__ = [
    "KEPT_DAYS",
    "Expired",
    "LetterGroup",
    "LetterSubscription",
    "Notice",
    "Rhythm",
    "TooManyLetters",
    "Topic",
    "all_topics",
    "ask_to_subscribe",
    "choices_of",
    "choose",
    "erase_old_notices",
    "letter_groups",
    "letter_labels",
    "read_request",
    "read_stop_token",
    "register_letters",
    "register_topics",
    "send_digests",
    "stop_letters_path",
    "stop_path",
    "subscribe",
    "tell",
    "write_to_subscribers",
]
