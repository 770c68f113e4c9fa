"""The coded words of guidance."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Area(models.TextChoices):
    """Area of supervision; what the list and the search filter by."""

    HAZARDOUS = "hazardous", _("Environmentally hazardous activity")
    HEALTH = "health", _("Health protection")
    SEWAGE = "sewage", _("Small sewage systems")
    AGRICULTURE = "agriculture", _("Agriculture")
    CHEMICALS = "chemicals", _("Chemicals and products")
    WASTE = "waste", _("Waste and littering")
    WATER = "water", _("Water and shore protection")
    METHOD = "method", _("Inspection and administration")


# The finer words of others for what lies in an area of guidance.
_IN_AREA = {
    "bathing": Area.HEALTH,
    "hygiene": Area.HEALTH,
    "indoor": Area.HEALTH,
    "noise": Area.HEALTH,
    "schools": Area.HEALTH,
    "contaminated": Area.HAZARDOUS,
    "energy": Area.HAZARDOUS,
    "nature": Area.WATER,
    "law": Area.METHOD,
}


def area_of(*words: str) -> str:
    """The area of guidance that other packages' words for an area lie in: that of the first which lies in one."""
    found = (word if word in Area.values else _IN_AREA.get(word, "") for word in words)
    return next((area for area in found if area), "")


class DocumentState(models.TextChoices):
    """Where a document stands in its life."""

    DRAFT = "draft", _("Draft")
    REFERRAL = "referral", _("Out for comments")
    IN_FORCE = "in_force", _("In force")
    REPLACED = "replaced", _("Replaced")
    WITHDRAWN = "withdrawn", _("Taken out of force")


class ReviewOutcome(models.TextChoices):
    """What a review came to."""

    CONFIRMED = "confirmed", _("Confirmed unchanged")
    SMALL_CHANGE = "small_change", _("Small change needed")
    REVISE = "revise", _("To be revised")
    WITHDRAW = "withdraw", _("To be withdrawn")


class ReplyKind(models.TextChoices):
    """What came of a comment."""

    DONE = "done", _("The text has been changed")
    PARTLY = "partly", _("Met in part")
    NOT_DONE = "not_done", _("No change")
    ANSWERED = "answered", _("Answered")


class AdoptionState(models.TextChoices):
    """What a municipal board has done with a document."""

    ADOPTED = "adopted", _("Adopted")
    DEVIATES = "deviates", _("Adopted with a deviation")
    SCHEDULED = "scheduled", _("On the board's agenda")
    DECLINED = "declined", _("Not adopted")


class AttachmentKind(models.TextChoices):
    """What a file beside the text is for."""

    LETTER = "letter", _("Letter template")
    DECISION = "decision", _("Decision template")
    CHECKLIST = "checklist", _("Checklist")
    OTHER = "other", _("Other attachment")


class AnswerState(models.TextChoices):
    """Where an agreed answer stands."""

    IN_FORCE = "in_force", _("In force")
    REPLACED = "replaced", _("Replaced")
    WITHDRAWN = "withdrawn", _("Taken out of force")
