"""The coded words of a campaign, in the field's terms."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CampaignState(TextChoices):
    """Where a campaign is in its life."""

    DRAFT = "draft", _("Draft")
    REFERRAL = "referral", _("On referral")
    FIELD_TEST = "field_test", _("Field test")
    OPEN = "open", _("Under way")
    CLOSED = "closed", _("Closed")
    COMPILED = "compiled", _("Compiled")
    PUBLISHED = "published", _("Published")


class LegalArea(TextChoices):
    """The seven supervisory areas (tillsynsområden) of the national strategy."""

    NATURE = "nature", _("Nature supervision")
    ENVIRONMENTALLY_HAZARDOUS = "hazardous", _("Environmentally hazardous activity")
    HEALTH = "health", _("Health protection")
    WATER = "water", _("Water operations")
    CONTAMINATED = "contaminated", _("Contaminated areas")
    WASTE = "waste", _("Waste")
    CHEMICALS = "chemicals", _("Chemical supervision")


class PermitLevel(TextChoices):
    """Level of examination (prövningsnivå) in miljöprövningsförordningen (2013:251)."""

    A = "A", _("A, permit by the Land and Environment Court")
    B = "B", _("B, permit by the county administrative board")
    C = "C", _("C, subject to notification")
    U = "U", _("U, neither permit nor notification")


class SelectionMethod(TextChoices):
    """How the inspected object was chosen; decides what its answers can say about others."""

    RISK = "risk", _("By risk")
    ROUTINE = "routine", _("Routine by plan")
    RANDOM = "random", _("At random")
    COMPLAINT = "complaint", _("After a complaint")


class Measure(TextChoices):
    """What the office did after the inspection."""

    NONE = "none", _("None")
    ADVICE = "advice", _("Advice")
    AGREEMENT = "agreement", _("Agreement on action")
    ORDER = "order", _("Order")
    ORDER_WITH_FINE = "order_fine", _("Order with conditional fine")
    PROHIBITION = "prohibition", _("Prohibition")
    SANCTION_FEE = "sanction_fee", _("Environmental sanction fee")
    PROSECUTION = "prosecution", _("Report to prosecutor")


class NamedResults(TextChoices):
    """How the offices decided, when the campaign started, that named results are shown once it is compiled."""

    COUNTY_ONLY = "county_only", _("Only the whole county")
    MEMBERS = "members", _("Each office by name to the members")
    PUBLIC = "public", _("Each office by name to everyone")


class DateKind(TextChoices):
    """The important days of a campaign."""

    TRAINING = "training", _("Start training")
    HALF_TIME = "half_time", _("Half-time meeting")
    LAST_REPORT = "last_report", _("Last reporting day")
    OTHER = "other", _("Other")


class MaterialKind(TextChoices):
    """What a file of the campaign is for."""

    LETTER = "letter", _("Letter to operators")
    SLIDES = "slides", _("Slides")
    DECISION_TEMPLATE = "decision_template", _("Decision template")
    INFORMATION = "information", _("Information")
    OTHER = "other", _("Other")


class SubmissionState(TextChoices):
    """A draft is seen by its office only; what is submitted counts; what is withdrawn is kept and does not count."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    WITHDRAWN = "withdrawn", _("Withdrawn")
