"""The bare user. Who she is in a collaboration stands in `organisations.Person`."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes


class UserManager(BaseUserManager["User"]):
    """Finds users by address, whatever the case of its letters."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username or "")

    def create_user(self, *, email: str, password: str | None = None, **fields: Any) -> "User":
        """A user with a hashed password, or with none: she then signs in with an e-mailed code."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """An administrator of the whole installation (asked for by `samsyn createsuperuser`)."""
        return self.create_user(
            email=email, password=password, is_staff=True, is_superuser=True, **fields
        )


class User(AbstractBaseUser, PermissionsMixin):
    """Somebody who can sign in, known by her work e-mail; never by a personal identity number."""

    email = models.EmailField(_("E-mail"), unique=True)
    first_name = models.CharField(_("First name"), max_length=80, blank=True)
    last_name = models.CharField(_("Last name"), max_length=80, blank=True)
    language = models.CharField(_("Language"), max_length=5, default="sv")
    is_active = models.BooleanField(_("May sign in"), default=True)
    is_staff = models.BooleanField(_("Runs the installation"), default=False)
    date_joined = models.DateTimeField(_("Joined"), default=now)

    objects = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    personal_data = classes(
        none="id language is_active is_staff is_superuser date_joined last_login groups user_permissions",
        personal="email first_name last_name",
        sensitive="password",
    )

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(Lower("email"), name="user_email_once_whatever_case"),
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.email

    def get_full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    def get_short_name(self) -> str:
        return self.first_name or self.email
