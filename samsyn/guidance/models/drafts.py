"""Drafts, written in Wagtail: drafts, comments and comparison are its own. Nothing here is ever in force.

A draft page is never live. Wagtail's own publishing is closed: what is in force is an edition, and only
`publish_edition` makes one, on a decision.
"""

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import CommentPanel, FieldPanel, Panel
from wagtail.fields import StreamField
from wagtail.models import Page, PagePermissionTester

from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes
from samsyn.guidance.blocks import BODY
from samsyn.guidance.drafting import drafts_of, picture_in_wagtail, shown_rows
from samsyn.guidance.models.documents import GuidanceDocument
from samsyn.organisations.interface import Permission, actor_of


class _NeverPublished(PagePermissionTester):  # type: ignore[misc]  # Wagtail has no types
    """What nobody may do with a draft in Wagtail, whatever her rights: make it public, move it, take it away."""

    def can_edit(self) -> bool:
        return False

    def can_publish(self) -> bool:
        return False

    def can_unpublish(self) -> bool:
        return False

    def can_submit_for_moderation(self) -> bool:
        return False

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return False

    def can_move(self) -> bool:
        return False

    def can_copy(self) -> bool:
        return False

    def can_reorder_children(self) -> bool:
        return False


class _Written(_NeverPublished):
    """A draft is written by those who write pages here, and by the document's working group."""

    def can_edit(self) -> bool:
        if not self.user.is_active or self.page.document.has_ended:
            return False
        return self.user.is_superuser or "change" in self.permissions or self._is_writer()

    def _is_writer(self) -> bool:
        person = self.page.document.writers.filter(user=self.user).first()
        return person is not None and bool(actor_of(person).may(Permission.SEE_MEMBER_PAGES))


class _Draft(Page):  # type: ignore[misc]
    is_creatable = False
    parent_page_types: ClassVar[list[str]] = []
    subpage_types: ClassVar[list[str]] = []
    promote_panels: ClassVar[list[Panel]] = []
    settings_panels: ClassVar[list[Panel]] = []

    class Meta:
        abstract = True

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        return _NeverPublished(user, self)

    def publish(self, *args: Any, **kwargs: Any) -> None:
        raise PermissionDenied("Guidance is published by a decision, as an edition.")


class DraftFolder(_Draft):
    """Where a collaboration's drafts stand in Wagtail's tree; made by the first draft."""

    personal_data = classes(none="page_ptr")

    class Meta:
        verbose_name = _("folder of guidance drafts")
        verbose_name_plural = _("folders of guidance drafts")


class DraftPage(_Draft):
    """The draft of one document. On save its blocks are taken up as the document's clauses."""

    document = models.OneToOneField(
        GuidanceDocument, on_delete=models.PROTECT, related_name="draft_page"
    )
    body = StreamField(BODY, verbose_name=_("Content"), blank=True)
    content_panels: ClassVar[list[Panel]] = [
        FieldPanel("title"),
        FieldPanel("body"),
        CommentPanel(),
    ]
    personal_data = classes(none="page_ptr document body")

    class Meta:
        verbose_name = _("guidance draft")
        verbose_name_plural = _("guidance drafts")

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        return _Written(user, self)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The text as written, saved or not, in the look of the page that readers get."""
        context = {
            "document": self.document,
            "rows": shown_rows(drafts_of(self.body, picture_in_wagtail)),
        }
        return render(request, "guidance/preview.html", context)


class Picture(models.Model):
    """A picture in a document's text, kept for good: an edition shows it long after Wagtail's copy has been changed."""

    document = models.ForeignKey(
        GuidanceDocument, on_delete=models.CASCADE, related_name="pictures"
    )
    image = models.ForeignKey(
        "wagtailimages.Image", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    stored = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, related_name="+")
    # Wagtail's hash of the file that it was made from.
    source = models.CharField(max_length=40, blank=True)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    made_at = models.DateTimeField(default=now)
    personal_data = classes(none="id document image stored source width height made_at")

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def __str__(self) -> str:
        return f"{self.document_id} {self.pk}"


class WordImport(models.Model):
    """A Word file that was brought in as a draft; the file itself is kept, so that nothing of it is lost."""

    document = models.ForeignKey(
        GuidanceDocument, on_delete=models.CASCADE, related_name="word_imports"
    )
    stored = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=300, blank=True)
    # Pairs of code and number: what was left out or moved (samsyn.guidance.word_reading).
    notes = models.JSONField(default=list)
    brought_at = models.DateTimeField(default=now)
    brought_by = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    personal_data = classes(none="id document stored title notes brought_at brought_by")

    class Meta:
        verbose_name = _("Word file brought in")
        verbose_name_plural = _("Word files brought in")
        ordering: ClassVar[list[str]] = ["-id"]

    def __str__(self) -> str:
        return f"{self.document_id} {self.brought_at:%Y-%m-%d}"
