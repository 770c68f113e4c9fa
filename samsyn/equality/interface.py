"""What other packages use of equal supervision."""

from samsyn.equality.actions import renew_overview

__all__ = ["renew_overview"]
