"""What other packages use of the mail."""

from samsyn.core.mail.actions import queue, retry_waiting
from samsyn.core.mail.models import Mail

__all__ = ["Mail", "queue", "retry_waiting"]
