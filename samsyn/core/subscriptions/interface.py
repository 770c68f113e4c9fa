"""What other packages use of the subscriptions."""

from samsyn.core.subscriptions.digests import (
    KEPT_DAYS,
    erase_old_notices,
    read_stop_token,
    send_digests,
    stop_path,
)
from samsyn.core.subscriptions.models import Notice, Rhythm
from samsyn.core.subscriptions.telling import choices_of, choose, tell
from samsyn.core.subscriptions.topics import Topic, all_topics, register_topics

__all__ = [
    "KEPT_DAYS",
    "Notice",
    "Rhythm",
    "Topic",
    "all_topics",
    "choices_of",
    "choose",
    "erase_old_notices",
    "read_stop_token",
    "register_topics",
    "send_digests",
    "stop_path",
    "tell",
]
