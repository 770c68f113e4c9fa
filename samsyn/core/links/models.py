"""Links that did not work the last time they were tried."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes


class BrokenLink(models.Model):
    """A link that does not work: where it stands, what is wrong, and since when. A link that works has no row."""

    class Fault(models.TextChoices):
        GONE = "gone", _("The page is not there")
        NO_HOST = "no_host", _("Nothing answers at that address")
        REFUSED = "refused", _("The address cannot be fetched from here")
        SERVER = "server", _("The other website is out of order")

    collaboration_id = models.BigIntegerField(db_index=True)
    address = models.TextField()
    place = models.CharField(_("Stands in"), max_length=300)
    place_url = models.CharField(max_length=300)
    fault = models.CharField(_("Fault"), max_length=10, choices=Fault.choices)
    status = models.PositiveSmallIntegerField(null=True)
    failed_since = models.DateTimeField(default=now)
    tried_at = models.DateTimeField(default=now)
    personal_data = classes(
        none="id collaboration_id address place place_url fault status failed_since tried_at"
    )

    class Meta:
        verbose_name = _("broken link")
        verbose_name_plural = _("broken links")
        ordering: ClassVar[list[str]] = ["place", "address", "id"]

    def __str__(self) -> str:
        return self.address
