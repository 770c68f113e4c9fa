"""Which campaigns ask questions that rest on a guidance document."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import ngettext

from samsyn.campaigns.models import Campaign
from samsyn.campaigns.queries import sees_as_member
from samsyn.campaigns.rules import PUBLIC
from samsyn.checklists.interface import resting_questions
from samsyn.core.registry.interface import GuidanceUse, Viewer
from samsyn.organisations.interface import Actor


def uses_in_campaigns(
    collaboration_id: int, slug: str, viewer: Viewer | None
) -> Iterable[GuidanceUse]:
    """The campaigns that the reader sees and whose checklist names the document, newest first."""
    actor = viewer if isinstance(viewer, Actor) else None
    # Its own campaigns only: in one opened to it from elsewhere the same address is another county's guidance.
    campaigns = Campaign.objects.filter(
        collaboration_id=collaboration_id, checklist_version__isnull=False
    )
    if not sees_as_member(actor):
        campaigns = campaigns.filter(state__in=PUBLIC)
    campaigns = campaigns.order_by("-starts", "title")
    versions = {one.checklist_version_id or 0 for one in campaigns}
    resting = resting_questions(versions, slug)
    numbers = {version.pk: len(questions) for version, questions in resting.items()}
    for one in campaigns:
        if number := numbers.get(one.checklist_version_id or 0):
            note = ngettext(
                "%(number)d question rests on the guidance",
                "%(number)d questions rest on the guidance",
                number,
            ) % {"number": number}
            url = reverse("campaigns:overview", args=[one.slug])
            yield GuidanceUse(one.title, url, "clipboard-checkmark", note)
