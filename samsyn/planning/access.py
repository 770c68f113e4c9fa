"""Loading is checking: a view gets anything of planning only through here.

What belongs to another collaboration is a 404; what one knows of but may not do is a 403 with who may.
"""

from typing import NoReturn

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from samsyn.core.clock.interface import today
from samsyn.organisations.interface import (
    Actor,
    Collaboration,
    Office,
    Permission,
    check,
    offices_of,
)
from samsyn.planning.codes import ActivityType, MeetingState
from samsyn.planning.models import (
    AgendaItem,
    AnnualReport,
    Criterion,
    Decision,
    Meeting,
    PlanItem,
    PlanYear,
    Project,
    Proposal,
    Vote,
)
from samsyn.planning.queries import (
    answers_for,
    decisions_of,
    items_of,
    meetings_of,
    plan_years,
    projects_of,
    proposals_of,
    reports_of,
    voters_of,
    votes_of,
)
from samsyn.planning.work import FIELD_OF


def check_member(actor: Actor) -> None:
    """Members only: a lecturer sees her own course and nothing of planning."""
    check(actor, Permission.SEE_MEMBER_PAGES)


def check_runs(actor: Actor) -> None:
    """The county coordinator's work."""
    check(actor, Permission.RUN_COLLABORATION)


def proposing_office(actor: Actor) -> Office:
    """The office that the person proposes for."""
    check_member(actor)
    if actor.office is None:
        _deny(_("You belong to no office. Needs and proposals come from an office."))
    return actor.office


def get_proposal_to_see(actor: Actor, collaboration: Collaboration, number: str) -> Proposal:
    """A proposal: open to all members at once."""
    check_member(actor)
    return get_object_or_404(proposals_of(collaboration), number=number)


def get_proposal_to_prepare(actor: Actor, collaboration: Collaboration, number: str) -> Proposal:
    """A proposal for those who prepare: the coordinator and the steering group."""
    proposal = get_proposal_to_see(actor, collaboration, number)
    check_prepares(actor)
    return proposal


def get_criterion_to_keep(actor: Actor, collaboration: Collaboration, pk: int) -> Criterion:
    """A criterion for those who prepare."""
    check_prepares(actor)
    return get_object_or_404(Criterion, pk=pk, collaboration=collaboration)


def check_prepares(actor: Actor) -> None:
    """The coordinator and the steering group."""
    check_member(actor)
    if not prepares(actor):
        _deny(_("The county coordinator and the steering group prepare the proposals."))


def get_proposal_to_withdraw(actor: Actor, collaboration: Collaboration, number: str) -> Proposal:
    """A proposal for its own office."""
    proposal = get_proposal_to_see(actor, collaboration, number)
    if proposal.office not in actor.offices:
        _deny(_("The office that made the proposal withdraws it."))
    return proposal


def prepares(actor: Actor) -> bool:
    """Whether the person belongs to those who prepare."""
    return bool(actor.may(Permission.RUN_COLLABORATION) or actor.may(Permission.DECIDE))


def get_vote_to_see(actor: Actor, collaboration: Collaboration, pk: int) -> Vote:
    """A vote, for members."""
    check_member(actor)
    return get_object_or_404(votes_of(collaboration), pk=pk)


def get_vote_to_answer(
    actor: Actor, collaboration: Collaboration, pk: int, slug: str = ""
) -> tuple[Vote, Office]:
    """A vote and the organisation the person answers for."""
    vote = get_vote_to_see(actor, collaboration, pk)
    voters = {office.pk for office in voters_of(vote)}
    offices = [office for office in answers_for(actor) if office.pk in voters]
    offices = [office for office in offices if not slug or office.slug == slug]
    if not offices:
        _deny(_("The organisation's contact person or manager answers. Say your view to her."))
    return vote, offices[0]


def get_meeting_to_see(actor: Actor, collaboration: Collaboration, pk: int) -> Meeting:
    """A meeting: the group and the coordinator always, other members when the minutes are adjusted."""
    check_member(actor)
    meeting = get_object_or_404(meetings_of(collaboration), pk=pk)
    if meeting.state != MeetingState.FROZEN and not prepares(actor):
        _deny(
            _("The minutes are published when they are adjusted. Until then the group sees them.")
        )
    return meeting


def get_meeting_to_run(actor: Actor, collaboration: Collaboration, pk: int) -> Meeting:
    """A meeting for the coordinator, who writes notice and minutes."""
    meeting = get_meeting_to_see(actor, collaboration, pk)
    check_runs(actor)
    return meeting


def get_agenda_item_to_decide(actor: Actor, collaboration: Collaboration, pk: int) -> AgendaItem:
    """An item of the agenda; the coordinator writes down what the group decides."""
    check_runs(actor)
    return get_object_or_404(
        AgendaItem.objects.select_related("meeting__collaboration"),
        pk=pk,
        meeting__collaboration=collaboration,
    )


def get_agenda_item_to_see(actor: Actor, collaboration: Collaboration, pk: int) -> AgendaItem:
    """An item of an agenda, for those who may see its meeting."""
    item = get_object_or_404(
        AgendaItem.objects.select_related("attachment"), pk=pk, meeting__collaboration=collaboration
    )
    get_meeting_to_see(actor, collaboration, item.meeting_id)
    return item


def get_decision_to_see(
    actor: Actor, collaboration: Collaboration, year: int, paragraph: int
) -> Decision:
    """A decision: the group's own until the minutes are adjusted."""
    check_member(actor)
    found = get_object_or_404(
        decisions_of(collaboration).select_related(
            "item__proposal__office",
            "item__campaign",
            "item__plan_year",
            "item__annual_report__plan_year",
        ),
        year=year,
        paragraph=paragraph,
    )
    get_meeting_to_see(actor, collaboration, found.meeting_id)
    return found


def get_plan_year_to_run(actor: Actor, collaboration: Collaboration, year: int) -> PlanYear:
    """A year of the plan for the coordinator."""
    check_runs(actor)
    return get_object_or_404(plan_years(collaboration), year=year)


def get_plan_year_to_see(actor: Actor, collaboration: Collaboration, year: int) -> PlanYear:
    """A year of the plan, for members."""
    check_member(actor)
    return get_object_or_404(plan_years(collaboration), year=year)


def office_of(
    actor: Actor, collaboration: Collaboration, slug: str, *, speaks: bool = False
) -> Office:
    """The office whose share is looked at (all members see all shares), or that the person speaks for."""
    if speaks:
        own = [
            o for o in actor.offices_where(Permission.PLAN_FOR_OFFICE) if not slug or o.slug == slug
        ]
        if not own:
            _deny(_("The office's contact person or manager says what stands in its own plan."))
        return own[0]
    if slug:
        return get_object_or_404(Office, collaboration=collaboration, slug=slug)
    if actor.office is not None:
        return actor.office
    offices = offices_of(collaboration)
    if not offices:
        raise Http404
    return offices[0]


def get_item_to_plan(actor: Actor, collaboration: Collaboration, pk: int) -> PlanItem:
    """An activity for the coordinator, who writes the plan."""
    item = get_item_to_see(actor, collaboration, pk)
    check_runs(actor)
    return item


def get_item_to_see(actor: Actor, collaboration: Collaboration, pk: int) -> PlanItem:
    """An activity of the plan, for members."""
    check_member(actor)
    return get_object_or_404(items_of(collaboration), pk=pk)


def get_item_to_run(actor: Actor, collaboration: Collaboration, pk: int) -> PlanItem:
    """An activity for its owner and the coordinator."""
    item = get_item_to_see(actor, collaboration, pk)
    if item.owner_id != actor.pk and not actor.may(Permission.RUN_COLLABORATION):
        _deny(_("The activity's owner and the county coordinator do this."))
    return item


def may_start(actor: Actor, item: PlanItem) -> bool:
    """Whether the person starts the activity's work: the coordinator, and the owner when it is a campaign.

    Courses, guidance and exercises are arranged by the coordinator alone, so only she can go on with their drafts.
    """
    runs = bool(actor.may(Permission.RUN_COLLABORATION))
    if item.activity_type == ActivityType.CAMPAIGN:
        return runs or item.owner_id == actor.pk
    return runs and item.activity_type in FIELD_OF


def get_item_to_start(actor: Actor, collaboration: Collaboration, pk: int) -> PlanItem:
    """An activity for the one who starts its work."""
    item = get_item_to_run(actor, collaboration, pk)
    if not may_start(actor, item) and not actor.may(Permission.RUN_COLLABORATION):
        _deny(_("The county coordinator starts this. Ask her when it is time."))
    return item


def get_project_to_see(actor: Actor, collaboration: Collaboration, pk: int) -> Project:
    """A project, for members."""
    check_member(actor)
    return get_object_or_404(projects_of(collaboration), pk=pk)


def get_project_to_run(actor: Actor, collaboration: Collaboration, pk: int) -> Project:
    """A project for its group, the owner of its activity and the coordinator."""
    project = get_project_to_see(actor, collaboration, pk)
    if not runs_project(actor, project):
        _deny(_("The project group and the county coordinator do this."))
    return project


def runs_project(actor: Actor, project: Project) -> bool:
    """Whether the person works in the project."""
    if project.item.owner_id == actor.pk or actor.may(Permission.RUN_COLLABORATION):
        return True
    return any(
        member.person_id == actor.pk
        and member.starts <= today()
        and (member.ends is None or today() < member.ends)
        for member in project.people.all()
    )


def get_report_to_see(actor: Actor, collaboration: Collaboration, year: int) -> AnnualReport:
    """An annual report: frozen ones for members, drafts for those who prepare."""
    check_member(actor)
    report = get_object_or_404(reports_of(collaboration), plan_year__year=year)
    if report.frozen_at is None and not prepares(actor):
        raise Http404
    return report


def get_report_to_run(actor: Actor, collaboration: Collaboration, year: int) -> AnnualReport:
    """An annual report for the coordinator."""
    check_runs(actor)
    return get_object_or_404(reports_of(collaboration), plan_year__year=year)


def _deny(reason: str) -> NoReturn:
    raise PermissionDenied(reason)
