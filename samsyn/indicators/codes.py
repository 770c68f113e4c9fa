"""The closed lists of the key figures, each code with its words."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Comparability(TextChoices):
    """What the figure may be compared with; obeyed by page, file and API alike."""

    FREE = "free", _("Free to compare")
    WITHIN_GROUP = "within_group", _("Compare only among similar offices")
    OWN_TREND = "own_trend", _("Do not compare between offices")
    NEVER = "never", _("Only the county's figure is shown")


class Direction(TextChoices):
    """Whether a higher value is better; without a direction no colour says good or bad."""

    NONE = "none", _("No direction")
    HIGHER = "higher", _("Higher is better")
    LOWER = "lower", _("Lower is better")


class Missing(TextChoices):
    """Why a value is missing. The sign stands in tables, the code in every file."""

    DROPOUT = "dropout", _("Not reported")
    NOT_APPLICABLE = "not_applicable", _("Not applicable")
    SECRECY = "secrecy", _("Secrecy")
    NOT_IN_SOURCE = "not_in_source", _("Missing in the source")


SIGNS = {
    Missing.DROPOUT: "–",
    Missing.NOT_APPLICABLE: ".",
    Missing.SECRECY: "..",
    Missing.NOT_IN_SOURCE: "?",
}
# What an office can choose; a value missing in somebody else's list is not its to explain.
REPORTABLE = (Missing.DROPOUT, Missing.NOT_APPLICABLE, Missing.SECRECY)


class Part(TextChoices):
    """What a component is in the formula."""

    VALUE = "value", _("The value itself")
    NUMERATOR = "numerator", _("Numerator")
    DENOMINATOR = "denominator", _("Denominator")


class IntervalKind(TextChoices):
    """Which interval belongs to the figure, by what its numerator is."""

    NONE = "none", _("No interval")
    COUNT = "count", _("Count per something (Byar)")
    SHARE = "share", _("Share of something (Wilson)")


class Deviation(TextChoices):
    """How a value departs from the definition."""

    NONE = "", _("Follows the definition")
    SYSTEM = "system", _("Changed case system")
    VACANCY = "vacancy", _("Vacancy during the year")
    INCLUDES = "includes", _("Includes more than the definition says")
    EXCLUDES = "excludes", _("Excludes something of the definition")
    OTHER = "other", _("Another deviation")


class RoundState(TextChoices):
    """Where a round is."""

    OPEN = "open", _("Open for reporting")
    RELEASED = "released", _("Released")


class ReportState(TextChoices):
    """Where an office's report is."""

    STARTED = "started", pgettext_lazy("report", "Begun")
    SIGNED = "signed", _("Signed off")
    RETURNED = "returned", _("Asked back")
    ACCEPTED = "accepted", _("Accepted")


class Origin(TextChoices):
    """Who worked the figure out."""

    COMPUTED = "computed", _("Computed here from reported numbers")
    SOURCE = "source", _("Published by others")


class Statistic(TextChoices):
    """What an aggregate is."""

    MEAN = "mean", _("Mean")
    MEDIAN = "median", _("Median")
