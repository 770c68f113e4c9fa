"""Host-guest inspections and peer review (kollegial granskning): wishes, visits, questions and both sides' notes."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes
from samsyn.network.codes import Area


class Kind(models.TextChoices):
    """What two offices do together."""

    INSPECTION = "inspection", _("Host-guest inspection")
    PEER_REVIEW = "peer_review", _("Peer review")


class Side(models.TextChoices):
    """Who of the two: the one whose inspection or case it is, or the one who comes."""

    HOST = "host", _("Host")
    GUEST = "guest", _("Guest")


class Wish(models.Model):
    """An office's offer or request: which area, which month, as host, guest or either."""

    class Part(models.TextChoices):
        HOST = "host", _("As host")
        GUEST = "guest", _("As guest")
        EITHER = "either", _("As host or guest")

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        MATCHED = "matched", _("Booked")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    collaboration = models.ForeignKey(
        "organisations.Collaboration", on_delete=models.PROTECT, related_name="+"
    )
    office = models.ForeignKey("organisations.Office", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("organisations.Person", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("What"), max_length=12, choices=Kind.choices)
    part = models.CharField(_("As what"), max_length=8, choices=Part.choices)
    area = models.CharField(_("Area"), max_length=20, choices=Area.choices)
    month = models.DateField(_("Month"))  # the first of the month
    text = models.CharField(_("About the visit"), max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    is_example = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=now)
    personal_data = classes(
        none="id collaboration office person kind part area month text state is_example made_at"
    )

    class Meta:
        verbose_name = _("wish for a visit")
        verbose_name_plural = _("wishes for visits")
        ordering: ClassVar[list[str]] = ["month", "id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["collaboration", "state", "month"], name="wish_open"),
        ]

    def __str__(self) -> str:
        return f"{self.area} {self.month:%Y-%m}"


class Review(models.Model):
    """A visit or review that two officers of different offices do together."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("Suggested")
        PLANNED = "planned", _("Planned")
        COMPARING = "comparing", _("Notes are compared")
        ENDED = "ended", _("Ended")
        CALLED_OFF = "called_off", _("Called off")

    collaboration = models.ForeignKey(
        "organisations.Collaboration", on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(_("What"), max_length=12, choices=Kind.choices)
    area = models.CharField(_("Area"), max_length=20, choices=Area.choices)
    month = models.DateField(_("Month"))  # the first of the month
    host_office = models.ForeignKey(
        "organisations.Office", on_delete=models.PROTECT, related_name="+"
    )
    guest_office = models.ForeignKey(
        "organisations.Office", on_delete=models.PROTECT, related_name="+"
    )
    host = models.ForeignKey("organisations.Person", on_delete=models.PROTECT, related_name="+")
    guest = models.ForeignKey("organisations.Person", on_delete=models.PROTECT, related_name="+")
    host_wish = models.ForeignKey(Wish, on_delete=models.PROTECT, related_name="+")
    guest_wish = models.ForeignKey(Wish, on_delete=models.PROTECT, related_name="+")
    proposed_by = models.CharField(max_length=5, choices=Side.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    day = models.DateField(_("Day"), null=True, blank=True)
    programme = models.TextField(_("Programme"), blank=True)
    host_done_at = models.DateTimeField(null=True, blank=True)
    guest_done_at = models.DateTimeField(null=True, blank=True)
    lesson = models.TextField(_("What others can learn"), blank=True)
    # Who wrote the lesson; the other one agrees before all members see it.
    lesson_by = models.CharField(max_length=5, choices=Side.choices, blank=True)
    lesson_shared_at = models.DateTimeField(null=True, blank=True)
    called_off_reason = models.CharField(max_length=300, blank=True)
    is_example = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=now)
    personal_data = classes(
        none="id collaboration kind area month host_office guest_office host guest host_wish guest_wish proposed_by "
        "state day host_done_at guest_done_at lesson lesson_by lesson_shared_at is_example made_at",
        personal="programme called_off_reason",
    )

    class Meta:
        verbose_name = _("visit between offices")
        verbose_name_plural = _("visits between offices")
        ordering: ClassVar[list[str]] = ["-month", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~Q(host_office=F("guest_office")), name="review_of_two_offices"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area} {self.month:%Y-%m}"


class ReviewQuestion(models.Model):
    """A question that both answer for themselves, and what they found when they compared."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="questions")
    order = models.PositiveSmallIntegerField()
    text = models.CharField(_("Question"), max_length=300)
    differs = models.BooleanField(null=True)
    why = models.CharField(_("Why we judged differently"), max_length=600, blank=True)
    personal_data = classes(none="id review order text differs", personal="why")

    class Meta:
        verbose_name = _("question of a visit")
        verbose_name_plural = _("questions of visits")
        ordering: ClassVar[list[str]] = ["order", "id"]

    def __str__(self) -> str:
        return self.text


class ReviewNote(models.Model):
    """What one side judged and noted; the other sees it when both have finished."""

    class Judgement(models.TextChoices):
        FULFILLED = "fulfilled", _("Fulfilled")
        DEFICIENT = "deficient", _("Deficient")
        UNSURE = "unsure", _("Cannot be judged")

    question = models.ForeignKey(ReviewQuestion, on_delete=models.CASCADE, related_name="notes")
    side = models.CharField(max_length=5, choices=Side.choices)
    judgement = models.CharField(max_length=10, choices=Judgement.choices, blank=True)
    text = models.TextField(_("Your note"), blank=True)
    personal_data = classes(none="id question side", personal="judgement text")

    class Meta:
        verbose_name = _("note of a visit")
        verbose_name_plural = _("notes of visits")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["question", "side"], name="review_note_once_per_side"),
        ]

    def __str__(self) -> str:
        return self.judgement
