"""Thematic networks of officers: members, files, and letters to the members."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes
from samsyn.network.codes import Area


class Network(models.Model):
    """A thematic network of officers, with a contact person."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("Suggested")
        ACTIVE = "active", _("Active")
        CLOSED = "closed", _("Closed down")

    collaboration = models.ForeignKey(
        "organisations.Collaboration", on_delete=models.PROTECT, related_name="+"
    )
    slug = models.SlugField(max_length=80)
    name = models.CharField(_("Name"), max_length=120)
    purpose = models.TextField(_("What it does"), blank=True)
    area = models.CharField(_("Area"), max_length=20, choices=Area.choices, blank=True)
    contact = models.ForeignKey(
        "organisations.Person", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.ACTIVE)
    # Why the coordinator did not start a proposed network, or closed one.
    closed_reason = models.CharField(_("Why it is closed"), max_length=300, blank=True)
    is_example = models.BooleanField(default=False)
    personal_data = classes(
        none="id collaboration slug name purpose area contact state closed_reason is_example"
    )

    class Meta:
        verbose_name = _("network")
        verbose_name_plural = _("networks")
        ordering: ClassVar[list[str]] = ["name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["collaboration", "slug"], name="network_slug_once_per_collaboration"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class NetworkMember(models.Model):
    """Somebody in a thematic network."""

    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey("organisations.Person", on_delete=models.PROTECT, related_name="+")
    joined_at = models.DateTimeField(default=now)
    personal_data = classes(none="id network person joined_at")

    class Meta:
        verbose_name = _("network member")
        verbose_name_plural = _("network members")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["network", "person"], name="network_member_once"),
        ]

    def __str__(self) -> str:
        return str(self.person_id)


class NetworkFile(models.Model):
    """A file of a network; its members read it."""

    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="files")
    title = models.CharField(_("Title"), max_length=160)
    file = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, related_name="+")
    added_by = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    added_at = models.DateTimeField(default=now)
    personal_data = classes(none="id network title file added_by added_at")

    class Meta:
        verbose_name = _("file of a network")
        verbose_name_plural = _("files of networks")
        ordering: ClassVar[list[str]] = ["-added_at", "-id"]

    def __str__(self) -> str:
        return self.title


class NetworkLetter(models.Model):
    """A letter to all members of a network, as it was sent. `key` is the form's own: sent twice it is one letter."""

    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="letters")
    key = models.CharField(max_length=40, unique=True)
    subject = models.CharField(_("Subject"), max_length=150)
    text = models.TextField(_("Text"))
    sender = models.ForeignKey(
        "organisations.Person", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    receivers = models.PositiveIntegerField(default=0)
    sent_at = models.DateTimeField(default=now)
    personal_data = classes(none="id network key subject text sender receivers sent_at")

    class Meta:
        verbose_name = _("letter to a network")
        verbose_name_plural = _("letters to networks")
        ordering: ClassVar[list[str]] = ["-sent_at", "-id"]

    def __str__(self) -> str:
        return self.subject
