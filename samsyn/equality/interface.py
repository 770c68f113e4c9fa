"""What other packages use of equal supervision."""

from samsyn.equality.actions import renew_comparison, renew_overview

__all__ = ["renew_comparison", "renew_overview"]
