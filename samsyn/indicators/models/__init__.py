"""Tables of the key figures: what is measured, what is collected, what is published."""

from samsyn.indicators.models.collection import Entry, Release, Report, Round
from samsyn.indicators.models.definition import ComparisonGroup, Component, Definition, Indicator
from samsyn.indicators.models.published import Aggregate, Figure, SavedQuery

__all__ = [
    "Aggregate",
    "ComparisonGroup",
    "Component",
    "Definition",
    "Entry",
    "Figure",
    "Indicator",
    "Release",
    "Report",
    "Round",
    "SavedQuery",
]
