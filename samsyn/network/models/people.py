"""What people tell of themselves, and the thematic networks they are in."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes
from samsyn.network.codes import Area


class Profile(models.Model):
    """What a person wants others to know of her. Each field is shown only when she has said so (`shown`)."""

    person = models.OneToOneField(
        "organisations.Person", on_delete=models.PROTECT, related_name="+"
    )
    areas = models.JSONField(_("Areas"), default=list, blank=True)
    languages = models.CharField(_("Languages"), max_length=160, blank=True)
    ask_me = models.CharField(_("Ask me about"), max_length=300, blank=True)
    hosts = models.BooleanField(_("I gladly have others with me at an inspection"), default=False)
    lends_hours = models.BooleanField(_("My office can lend my hours"), default=False)
    shown = models.JSONField(default=list, blank=True)
    changed_at = models.DateTimeField(default=now)
    personal_data = classes(
        none="id person shown changed_at", personal="areas languages ask_me hosts lends_hours"
    )

    class Meta:
        verbose_name = _("profile")
        verbose_name_plural = _("profiles")

    def __str__(self) -> str:
        return str(self.person_id)

    def shows(self, field: str) -> bool:
        """Whether the person lets other members see the field."""
        return field in self.shown


class Network(models.Model):
    """A thematic network of officers, with a contact person."""

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
    is_example = models.BooleanField(default=False)
    personal_data = classes(none="id collaboration slug name purpose area contact is_example")

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
