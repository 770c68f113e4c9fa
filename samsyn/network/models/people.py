"""What people tell of themselves."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes


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
