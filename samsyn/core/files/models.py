"""A stored file. Who may read it is decided by the row that points at it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes

# In the store, before year and month.
FOLDER = "stored/"


class StoredFile(models.Model):
    """One uploaded or generated file, never changed after it was stored."""

    name = models.CharField(_("File name"), max_length=200)
    content_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField(_("Size in bytes"))
    sha256 = models.CharField(max_length=64)
    file = models.FileField(upload_to=f"{FOLDER}%Y/%m/", max_length=255)
    stored_at = models.DateTimeField(default=now)
    stored_by = models.ForeignKey(
        "core.User",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("Uploaded by"),
    )
    personal_data = classes(
        none="id content_type size sha256 stored_at stored_by", personal="name file"
    )

    class Meta:
        verbose_name = _("file")
        verbose_name_plural = _("files")

    def __str__(self) -> str:
        return self.name
