"""The areas in which officers know things, shared by the directory, the questions and the courses."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Area(models.TextChoices):
    """A competence area."""

    SEWAGE = "sewage", _("Small sewage")
    HAZARDOUS = "hazardous", _("Environmentally hazardous activity")
    HEALTH = "health", _("Health protection")
    BATHING = "bathing", _("Pools and bathing water")
    HYGIENE = "hygiene", _("Hygienic treatment")
    SCHOOLS = "schools", _("Schools and preschools")
    INDOOR = "indoor", _("Indoor environment and ventilation")
    NOISE = "noise", _("Noise")
    AGRICULTURE = "agriculture", _("Agriculture")
    WATER = "water", _("Water and shore protection")
    CONTAMINATED = "contaminated", _("Contaminated areas")
    WASTE = "waste", _("Waste")
    CHEMICALS = "chemicals", _("Chemicals and products")
    ENERGY = "energy", _("Energy and climate")
    LAW = "law", _("Law and writing decisions")
    METHOD = "method", _("Inspection method and meeting people")


def area_labels(codes: list[str]) -> list[str]:
    """The words of some areas, in the order of the list above; unknown codes are left out."""
    return [str(area.label) for area in Area if area.value in codes]


class HelpKind(models.TextChoices):
    """Whether hours are asked for or offered."""

    NEED = "need", _("Needs help")
    OFFER = "offer", _("Can lend hours")


class HelpState(models.TextChoices):
    """How far a notice has come."""

    OPEN = "open", _("Open")
    AGREED = "agreed", _("Agreed")
    DONE = "done", _("Done")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class HelpCheck(models.TextChoices):
    """What two offices see to before somebody works for the other: the authority stays with the board that decides."""

    DELEGATION = (
        "delegation",
        _("The borrowing board's delegation covers her, or somebody else decides"),
    )
    INTEREST = (
        "interest",
        _("We have asked about conflict of interest (jäv) in the matters concerned"),
    )
    SECRECY = "secrecy", _("Secrecy is gone through, and access to the case system is arranged")
    COSTS = "costs", _("Costs, travel and insurance are agreed")
    RECORDS = "records", _("Everything is kept in the borrowing office's case system")
