"""Loading is checking: a view gets a campaign, a form or a submission only through here.

What a reader may not know of is a 404; what she knows of but may not do is a 403 with the roles that may.
"""

from typing import NoReturn
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext as _

from samsyn.campaigns.models import Campaign, ObjectImport, Report, Submission
from samsyn.campaigns.queries import (
    campaigns_of,
    campaigns_seen_by,
    in_project_group,
    offices_asked,
    sees_as_member,
)
from samsyn.campaigns.rules import sees_report
from samsyn.organisations.interface import Actor, Collaboration, Office, Permission


def get_campaign_to_see(actor: Actor | None, collaboration: Collaboration, slug: str) -> Campaign:
    """A campaign for its pages."""
    campaign = (
        campaigns_seen_by(actor, collaboration)
        .select_related("collaboration")
        .filter(slug=slug)
        .first()
    )
    if campaign is None:
        raise Http404
    return campaign


def get_campaign_of_members(actor: Actor, collaboration: Collaboration, slug: str) -> Campaign:
    """A campaign for the pages that only members read."""
    campaign = get_campaign_to_see(actor, collaboration, slug)
    if not sees_as_member(actor):
        _deny(_("The members of the collaboration see how the offices' work goes."))
    return campaign


def get_campaign_to_run(actor: Actor, collaboration: Collaboration, slug: str) -> Campaign:
    """A campaign for those who run it: the coordinator and its project group."""
    campaign = get_campaign_to_see(actor, collaboration, slug)
    if not runs_campaign(actor, campaign):
        _deny(_("The county coordinator and the campaign's project group run the campaign."))
    return campaign


def get_campaign_to_cut(actor: Actor, collaboration: Collaboration, slug: str) -> Campaign:
    """A campaign for filtering and cross-tabulation. Freely chosen tables can give away what the fixed ones hide, so
    they are for those who run the campaign only.
    """
    campaign = get_campaign_to_see(actor, collaboration, slug)
    if campaign.is_historical:
        raise Http404
    if not runs_campaign(actor, campaign):
        _deny(
            _(
                "Free tables could give away what the fixed ones hide. They are for the county coordinator and the "
                "campaign's project group."
            )
        )
    return campaign


def get_campaign_to_report_in(
    actor: Actor, collaboration: Collaboration, slug: str, office_slug: str | None = None
) -> tuple[Campaign, Office]:
    """A campaign and the office that the person reports for."""
    campaign = campaigns_of(collaboration).select_related("collaboration").filter(slug=slug).first()
    if campaign is None:
        raise Http404
    office = _own_office(actor, office_slug, Permission.REPORT_SUBMISSIONS)
    if not offices_asked(campaign).filter(pk=office.pk).exists():
        raise Http404
    return campaign, office


def get_office_to_see(
    actor: Actor, collaboration: Collaboration, slug: str, office_slug: str
) -> tuple[Campaign, Office]:
    """A campaign and one office's objects in it: for the office's own people only."""
    campaign = get_campaign_to_see(actor, collaboration, slug)
    office = offices_asked(campaign).filter(slug=office_slug).first()
    if office is None:
        raise Http404
    if office not in actor.offices_where(Permission.SEE_OWN_OFFICE):
        _deny(
            _(
                "An office's objects are seen by the office itself. Counts and results show on the other tabs."
            )
        )
    return campaign, office


def get_rows_to_export(
    actor: Actor, collaboration: Collaboration, slug: str, office_slug: str | None
) -> tuple[Campaign, Office | None]:
    """A campaign and whose objects the person may take out: an office's own, whole; or None, for all offices' without
    references and free text, for those who run the campaign.
    """
    campaign = get_campaign_to_see(actor, collaboration, slug)
    if campaign.is_historical:
        raise Http404
    if office_slug is None and runs_campaign(actor, campaign):
        return campaign, None
    asked = set(offices_asked(campaign).values_list("pk", flat=True))
    own = [
        office
        for office in actor.offices_where(Permission.SEE_OWN_OFFICE)
        if office.pk in asked and office_slug in {None, office.slug}
    ]
    if not own:
        _deny(
            _(
                "Objects are taken out by their own office, and without references and free text by those who run the "
                "campaign. The tables on the result page are for everyone who may see the result."
            )
        )
    return campaign, own[0]


def get_import_to_work_on(
    actor: Actor, collaboration: Collaboration, slug: str, office_slug: str, pk: int
) -> ObjectImport:
    """A file on its way to become objects: for those who report for the office."""
    campaign, office = get_campaign_to_report_in(actor, collaboration, slug, office_slug)
    found = (
        ObjectImport.objects.select_related("campaign__collaboration", "office", "file", "work")
        .filter(pk=pk, campaign=campaign, office=office)
        .first()
    )
    if found is None:
        raise Http404
    return found


def get_participation_to_answer(
    actor: Actor, collaboration: Collaboration, slug: str, office_slug: str
) -> tuple[Campaign, Office]:
    """A campaign and the office that the person may speak for in it."""
    campaign = get_campaign_to_see(actor, collaboration, slug)
    office = offices_asked(campaign).filter(slug=office_slug).first()
    if office is None:
        raise Http404
    speaks = office in actor.offices_where(Permission.PLAN_FOR_OFFICE)
    if not speaks and not runs_campaign(actor, campaign):
        _deny(_("The office's contact person or manager says whether it takes part."))
    return campaign, office


def get_submission_to_see(
    actor: Actor, collaboration: Collaboration, slug: str, pk: UUID
) -> Submission:
    """A submission, whole: for its own office only. Those who run the campaign see counts and named results."""
    submission = (
        Submission.objects.select_related(
            "campaign__collaboration", "office", "form__checklist_version__checklist", "author"
        )
        .filter(pk=pk, campaign__slug=slug, campaign__in=campaigns_of(collaboration))
        .first()
    )
    if submission is None or submission.office not in actor.offices_where(
        Permission.SEE_OWN_OFFICE
    ):
        raise Http404
    return submission


def get_submission_to_change(
    actor: Actor, collaboration: Collaboration, slug: str, pk: UUID
) -> Submission:
    """A submission that the person may correct or withdraw: one of her own office."""
    submission = get_submission_to_see(actor, collaboration, slug, pk)
    if submission.office not in actor.offices_where(Permission.REPORT_SUBMISSIONS):
        _deny(_("Case officers of the office change its submissions."))
    return submission


def get_report_to_read(
    actor: Actor | None, collaboration: Collaboration, slug: str
) -> tuple[Campaign, Report | None]:
    """A campaign and its report (none yet: only for those who run it). Members read it from the comments on, visitors
    when the campaign is published.
    """
    campaign = get_campaign_to_see(actor, collaboration, slug)
    report = (
        Report.objects.select_related("campaign__collaboration", "pdf")
        .filter(campaign=campaign)
        .first()
    )
    state = report.state if report else ""
    if not sees_report(
        campaign.state,
        state,
        runs_campaign=runs_campaign(actor, campaign),
        is_member=sees_as_member(actor),
    ):
        raise Http404
    return campaign, report


def get_report_to_write(actor: Actor, collaboration: Collaboration, slug: str) -> Report:
    """The report of a campaign that the person runs."""
    campaign = get_campaign_to_run(actor, collaboration, slug)
    report = (
        Report.objects.select_related("campaign__collaboration").filter(campaign=campaign).first()
    )
    if report is None:
        raise Http404
    return report


def get_office_to_comment_for(
    actor: Actor, collaboration: Collaboration, slug: str, office_slug: str
) -> tuple[Campaign, Report, Office]:
    """A report and an office that the person comments for: her own, whatever her role there."""
    campaign, report = get_report_to_read(actor, collaboration, slug)
    office = offices_asked(campaign).filter(slug=office_slug).first()
    if report is None or office is None:
        raise Http404
    if office not in actor.offices_where(Permission.SEE_OWN_OFFICE):
        _deny(_("Each office comments for itself."))
    return campaign, report, office


def runs_campaign(actor: Actor | None, campaign: Campaign) -> bool:
    """Whether the person runs the campaign: as coordinator of its own collaboration, or in its project group."""
    if actor is None:
        return False
    if actor.collaboration_id == campaign.collaboration_id and actor.may(Permission.RUN_CAMPAIGNS):
        return True
    return in_project_group(actor, campaign)


def _own_office(actor: Actor, office_slug: str | None, permission: Permission) -> Office:
    offices = actor.offices_where(permission)
    if office_slug is not None:
        offices = [office for office in offices if office.slug == office_slug]
    if not offices:
        _deny(_("Case officers report for their own office."))
    return offices[0]


def _deny(reason: str) -> NoReturn:
    raise PermissionDenied(reason)
