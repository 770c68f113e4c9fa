"""What somebody who leaves still holds in campaigns: her drafts, and her place in project groups."""

from collections.abc import Iterable

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.campaigns.codes import CampaignState, SubmissionState
from samsyn.campaigns.models import Campaign, ProjectMember, Submission
from samsyn.core.clock.interface import today
from samsyn.core.registry.interface import OpenWork, Viewer
from samsyn.organisations.interface import Actor, Office


def open_work_in_campaigns(viewer: Viewer) -> Iterable[OpenWork]:
    """One line for each campaign with drafts of hers, and one for each project group she is in."""
    if not isinstance(viewer, Actor):
        return
    drafts = drafts_of(viewer, viewer.offices).values(
        "campaign__slug", "campaign__title", "office__slug"
    )
    for row in drafts.annotate(number=Count("pk")).order_by("campaign__title"):
        yield OpenWork(
            title=ngettext(
                "%(number)d draft in %(campaign)s",
                "%(number)d drafts in %(campaign)s",
                row["number"],
            )
            % {"number": row["number"], "campaign": row["campaign__title"]},
            url=reverse("campaigns:office", args=[row["campaign__slug"], row["office__slug"]]),
        )
    for member in project_places_of(viewer):
        text = (
            _("Leads the project group of %(campaign)s")
            if member.is_leader
            else _("Is in the project group of %(campaign)s")
        )
        yield OpenWork(
            title=text % {"campaign": member.campaign.title},
            url=reverse("campaigns:overview", args=[member.campaign.slug]),
        )


def drafts_of(actor: Actor, offices: Iterable[Office]) -> QuerySet[Submission]:
    """Drafts that she began for some of her offices."""
    here = Q(collaboration_id=actor.collaboration_id) | Q(open_to=actor.collaboration_id)
    return Submission.objects.filter(
        campaign__in=Campaign.objects.filter(here),
        office__in=list(offices),
        state=SubmissionState.DRAFT,
        author_id=actor.user_id,
    )


def project_places_of(actor: Actor) -> QuerySet[ProjectMember]:
    """Her places today in project groups of campaigns that are not published."""
    return (
        ProjectMember.objects.filter(person_id=actor.pk)
        .filter(Q(ends=None) | Q(ends__gt=today()))
        .exclude(campaign__state=CampaignState.PUBLISHED)
        .select_related("campaign")
        .order_by("campaign__title")
    )
