"""What a person has chosen, and notices that wait for her next digest."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes


class Rhythm(models.TextChoices):
    """How often a person wants to be told."""

    AT_ONCE = "at_once", _("At once")
    DAILY = "daily", _("In one letter a day")
    WEEKLY = "weekly", _("In one letter a week")
    NEVER = "never", _("Not at all")


class Choice(models.Model):
    """A person's choice for a topic in a collaboration; without a row the topic's own default holds."""

    user = models.ForeignKey("core.User", on_delete=models.CASCADE, related_name="+")
    collaboration_id = models.BigIntegerField()
    topic = models.CharField(max_length=60)
    rhythm = models.CharField(max_length=8, choices=Rhythm.choices)
    personal_data = classes(none="id user collaboration_id topic", personal="rhythm")

    class Meta:
        verbose_name = _("choice of notices")
        verbose_name_plural = _("choices of notices")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["user", "collaboration_id", "topic"], name="notice_choice_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.topic}: {self.rhythm}"


class LetterSubscription(models.Model):
    """An address that has confirmed that it wants letters. Before that nothing is kept; after the end, nothing."""

    collaboration_id = models.BigIntegerField()
    email = models.EmailField(_("E-mail"))
    topics = models.JSONField(_("Topics"), default=list)
    confirmed_at = models.DateTimeField(default=now)
    personal_data = classes(none="id collaboration_id topics confirmed_at", personal="email")

    class Meta:
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["collaboration_id", "email"], name="core_letters_once_per_address"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Notice(models.Model):
    """Something told to one person; `key` names the occasion. It waits until `letter`, the digest's key, carries it."""

    user = models.ForeignKey("core.User", on_delete=models.CASCADE, related_name="+")
    collaboration_id = models.BigIntegerField()
    key = models.CharField(max_length=120)
    topic = models.CharField(max_length=60)
    rhythm = models.CharField(max_length=8, choices=Rhythm.choices)
    title = models.CharField(max_length=200)
    url = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField(default=now)
    letter = models.CharField(max_length=160, blank=True)
    personal_data = classes(
        none="id user collaboration_id key topic rhythm url made_at letter", personal="title"
    )

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["user", "collaboration_id", "key"], name="notice_once_per_occasion"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["letter", "made_at"], name="notice_held"),
        ]

    def __str__(self) -> str:
        return self.title
