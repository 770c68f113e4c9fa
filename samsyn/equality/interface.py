"""What other packages use of equal supervision."""

from samsyn.equality.actions import renew_comparison, renew_overview
from samsyn.equality.comparing import Compared, compare_each, shown_of
from samsyn.equality.spreading import spread_over_offices

__all__ = [
    "Compared",
    "compare_each",
    "renew_comparison",
    "renew_overview",
    "shown_of",
    "spread_over_offices",
]
