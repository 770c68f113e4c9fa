"""What other packages use of the accounts."""

from samsyn.core.accounts.models import User

__all__ = ["User"]
