"""The coded words of planning, in the field's terms."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ProposalKind(TextChoices):
    """A need is short; a proposal says what should be done about it."""

    NEED = "need", _("Need")
    PROPOSAL = "proposal", _("Proposal")


class ProposalState(TextChoices):
    """Where a need or a proposal is on its way."""

    NEW = "new", _("Just in")
    PREPARING = "preparing", _("Being prepared")
    MERGED = "merged", _("Merged")
    GROWN = "grown", _("Has become a proposal")
    VOTING = "voting", _("In the vote")
    ACCEPTED = "accepted", _("In the plan")
    DECLINED = "declined", _("Turned down")
    WITHDRAWN = "withdrawn", _("Taken back")
    DONE = "done", _("Carried out")


class ActivityType(TextChoices):
    """What the collaboration can do together."""

    CAMPAIGN = "campaign", _("Campaign")
    GUIDANCE = "guidance", _("Guidance")
    COURSE = "course", _("Course")
    MEETING = "meeting", _("Officers' meeting")
    WORKSHOP = "workshop", _("Workshop")
    PROJECT = "project", _("Project")
    CALIBRATION = "calibration", _("Calibration exercise")


class Urgency(TextChoices):
    """How soon it is needed, in the proposer's eyes."""

    SOON = "soon", _("Within a year")
    PLANNED = "planned", _("Within three years")
    WHENEVER = "whenever", _("When there is room")


class VoteMethod(TextChoices):
    """How an organisation answers."""

    RANK = "rank", _("Rank")
    POINTS = "points", _("Points to distribute")
    YES_NO = "yes_no", _("Yes, no or abstain")


class Stance(TextChoices):
    """An answer to yes or no."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    ABSTAIN = "abstain", _("Abstains")


class MeetingState(TextChoices):
    """The life of a steering-group meeting."""

    NOTICE = "notice", _("Notice sent")
    UNDER_WAY = "under_way", _("Under way")
    ADJUSTING = "adjusting", _("Minutes being adjusted")
    FROZEN = "frozen", _("Minutes adjusted")


class DecisionKind(TextChoices):
    """What a decision is about."""

    ACTIVITY = "activity", _("Activity")
    PLAN = "plan", _("Plan of activities")
    GUIDANCE = "guidance", _("Guidance edition")
    INDICATORS = "indicators", _("Release of key figures")
    CAMPAIGN_REPORT = "campaign_report", _("Campaign report")
    ANNUAL_REPORT = "annual_report", _("Annual report")
    PRINCIPLE = "principle", _("Question of principle")


class Outcome(TextChoices):
    """How the group decided."""

    APPROVED = "approved", _("Approved")
    DECLINED = "declined", _("Turned down")
    NOTED = "noted", _("Noted")


class YearState(TextChoices):
    """The three years of the rolling plan, and what comes after them."""

    IDEAS = "ideas", _("Idea bank")
    PRELIMINARY = "preliminary", _("Preliminary")
    DECIDED = "decided", _("Decided")
    CLOSED = "closed", _("Shut")


class ItemState(TextChoices):
    """How far an activity has come."""

    PLANNED = "planned", _("Planned")
    UNDER_WAY = "under_way", _("Under way")
    DONE = "done", _("Finished")
    CANCELLED = "cancelled", pgettext_lazy("meeting", "Cancelled")


class GoalResult(TextChoices):
    """Whether a goal was reached; not followed up is no result."""

    OPEN = "open", _("Not followed up")
    MET = "met", _("Met")
    PARTLY = "partly", _("Partly met")
    NOT_MET = "not_met", _("Not met")


class FeeKey(TextChoices):
    """How the member fee is shared."""

    PER_OFFICE = "per_office", _("The same for each office")
    PER_INHABITANT = "per_inhabitant", _("Per inhabitant")


class LineKind(TextChoices):
    """A line of the budget."""

    INCOME = "income", _("Income")
    COST = "cost", _("Cost")
