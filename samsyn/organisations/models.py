"""Collaborations, their member organisations, and the people in them."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now, today
from samsyn.core.personal.interface import classes
from samsyn.organisations.roles import Role


class Collaboration(models.Model):
    """A regional collaboration (miljösamverkan); the host name of a request decides which one it is about."""

    slug = models.SlugField(_("Short name in addresses"), unique=True)
    name = models.CharField(_("Name"), max_length=120)
    county = models.CharField(_("County"), max_length=80)
    host = models.CharField(_("Host name"), max_length=120, unique=True, null=True, blank=True)
    is_default = models.BooleanField(_("Answers for unknown host names"), default=False)
    is_demo = models.BooleanField(_("Holds invented data"), default=False)
    contact_email = models.EmailField(_("Contact"), blank=True)
    mission = models.CharField(
        _("What we do, in one sentence"),
        max_length=300,
        blank=True,
    )
    film_address = models.URLField(
        _("Address of the film"),
        blank=True,
    )
    personal_data = classes(
        none="id slug name county host is_default is_demo contact_email mission film_address"
    )

    class Meta:
        verbose_name = _("collaboration")
        verbose_name_plural = _("collaborations")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["is_default"],
                condition=Q(is_default=True),
                name="one_default_collaboration",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Office(models.Model):
    """A member organisation: an environmental office, the county board (Länsstyrelsen) or the region.

    An office is not a municipality: Habo and Mullsjö share one office.
    """

    class Kind(models.TextChoices):
        ENVIRONMENTAL_OFFICE = "environmental_office", _("Environmental office")
        COUNTY_BOARD = "county_board", _("County administrative board")
        REGION = "region", _("Region")

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="offices"
    )
    slug = models.SlugField(_("Short name in addresses"))
    name = models.CharField(_("Name"), max_length=120)
    short_name = models.CharField(_("Short name in tables"), max_length=40)
    kind = models.CharField(
        _("Kind"), max_length=24, choices=Kind.choices, default=Kind.ENVIRONMENTAL_OFFICE
    )
    email = models.EmailField(_("E-mail"), blank=True)
    personal_data = classes(none="id collaboration slug name short_name kind email")

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering: ClassVar[list[str]] = ["short_name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["collaboration", "slug"], name="office_slug_once_per_collaboration"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Municipality(models.Model):
    """A municipality with its official four-digit code and its place on the tile map (0, 0 = north-west)."""

    code = models.CharField(_("Municipality code"), max_length=4, unique=True)
    name = models.CharField(_("Name"), max_length=60)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="municipalities")
    tile_column = models.PositiveSmallIntegerField(default=0)
    tile_row = models.PositiveSmallIntegerField(default=0)
    personal_data = classes(none="id code name office tile_column tile_row")

    class Meta:
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")
        ordering: ClassVar[list[str]] = ["name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^\d{4}$"), name="municipality_code_is_four_digits"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """Somebody in one collaboration. The same user can be a person in several."""

    user = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="people"
    )
    name = models.CharField(_("Name"), max_length=120)
    phone = models.CharField(_("Phone"), max_length=40, blank=True)
    personal_data = classes(none="id user collaboration", personal="name phone")

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering: ClassVar[list[str]] = ["name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["user", "collaboration"], name="person_once_per_collaboration"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def initials(self) -> str:
        """The first letters of the first and last name."""
        parts = self.name.split()
        return "".join(part[0] for part in (parts[:1] + parts[1:][-1:])).upper()


class Membership(models.Model):
    """A role that a person holds from one day to another, in an office or (office empty) in the whole collaboration."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    role = models.CharField(
        _("Role"), max_length=24, choices=[(role.value, role.label) for role in Role]
    )
    starts = models.DateField(_("From"), default=today)
    ends = models.DateField(_("To"), null=True, blank=True)
    personal_data = classes(none="id person office role starts ends")

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering: ClassVar[list[str]] = ["starts", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")),
                name="membership_ends_after_it_starts",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person", "ends"], name="membership_of_person")
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.role}"


class Invitation(models.Model):
    """An invitation by e-mail to a role. Its token is stored only as a hash and works once, for fourteen days."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="invitations"
    )
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, related_name="invitations"
    )
    role = models.CharField(
        _("Role"), max_length=24, choices=[(role.value, role.label) for role in Role]
    )
    email = models.EmailField(_("E-mail"))
    name = models.CharField(_("Name"), max_length=120)
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    invited_at = models.DateTimeField(default=now)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    personal_data = classes(
        none="id collaboration office role token_hash invited_by invited_at expires_at accepted_at withdrawn_at",
        personal="email name",
    )

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering: ClassVar[list[str]] = ["-invited_at"]

    def __str__(self) -> str:
        return f"{self.email}: {self.role}"
