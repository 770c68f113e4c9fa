"""What other packages use of the mail."""

from samsyn.core.mail.models import Mail
from samsyn.core.mail.sending import queue, retry_waiting

__all__ = ["Mail", "queue", "retry_waiting"]
