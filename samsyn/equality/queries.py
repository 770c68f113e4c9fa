"""Reading the yearly pictures."""

from samsyn.equality.models import Overview
from samsyn.organisations.interface import Collaboration


def years_of(collaboration: Collaboration) -> list[int]:
    """The years that have a picture, newest first."""
    return list(Overview.objects.filter(collaboration=collaboration).values_list("year", flat=True))


def overview_of(collaboration: Collaboration, year: int | None = None) -> Overview | None:
    """The picture of a year, or the newest."""
    found = Overview.objects.filter(collaboration=collaboration)
    return found.filter(year=year).first() if year else found.first()
