"""The county's picture of equal supervision, worked out of what the demo holds."""

from samsyn.demo.plan import Demo
from samsyn.equality.interface import renew_overview


def overview(demo: Demo) -> None:
    """This year's picture."""
    renew_overview(by=None, collaboration=demo.county)
