"""The offices of a campaign: their plans and answers, and one office's own objects."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.campaigns.access import (
    get_campaign_of_members,
    get_campaign_to_run,
    get_office_to_see,
    get_participation_to_answer,
)
from samsyn.campaigns.actions.participation import answer_participation, remind
from samsyn.campaigns.design import design_of
from samsyn.campaigns.forms import ParticipationForm
from samsyn.campaigns.letters import reminder_letter
from samsyn.campaigns.messages import refusal_text
from samsyn.campaigns.progress import progress_of
from samsyn.campaigns.queries import participation_by_office, submissions_of_office
from samsyn.campaigns.refusals import Refused
from samsyn.campaigns.rules import may_report
from samsyn.campaigns.tabs import head_of
from samsyn.core.clock.interface import today
from samsyn.organisations.interface import (
    MemberRequest,
    Permission,
    Role,
    people_with_role,
    speakers_of,
)

PAGE = 50


def offices(request: MemberRequest, slug: str) -> HttpResponse:
    """Every office's answer and progress, in alphabetical order."""
    campaign = get_campaign_of_members(request.actor, request.collaboration, slug)
    context = head_of(request, campaign, "offices")
    speaks_for = {office.pk for office in request.actor.offices_where(Permission.PLAN_FOR_OFFICE)}
    reminders = {
        reminder.office_id: reminder for reminder in campaign.reminders.order_by("sent_at")
    }
    progress = progress_of(campaign, today=today())
    rows = [
        (line, line.office.pk in speaks_for, reminders.get(line.office.pk))
        for line in progress.offices
    ]
    context |= {"progress": progress, "rows": rows, "design": design_of(campaign, progress)}
    return render(request, "campaigns/offices.html", context)


def office(request: MemberRequest, slug: str, office: str) -> HttpResponse:
    """One office's objects in the campaign: for its own people."""
    campaign, found = get_office_to_see(request.actor, request.collaboration, slug, office)
    answer = participation_by_office(campaign).get(found.pk)
    line = next(
        line for line in progress_of(campaign, today=today()).offices if line.office.pk == found.pk
    )
    may = may_report(campaign.state, takes_part=answer.takes_part if answer else None)
    context = {
        **head_of(request, campaign, "offices"),
        "office": found,
        "line": line,
        "submissions": submissions_of_office(campaign, found)[:500],
        "may_report": may.allowed,
        "speaks": found in request.actor.offices_where(Permission.PLAN_FOR_OFFICE),
    }
    return render(request, "campaigns/office.html", context)


def participation(request: MemberRequest, slug: str, office: str) -> HttpResponse:
    """The office says whether it takes part and how many objects it plans."""
    campaign, found = get_participation_to_answer(
        request.actor, request.collaboration, slug, office
    )
    answer = participation_by_office(campaign).get(found.pk)
    initial = {}
    if answer and answer.takes_part is not None:
        initial = {
            "takes_part": "yes" if answer.takes_part else "no",
            "planned": answer.planned or None,
            "reason": answer.reason,
            "reports_totals": answer.reports_totals,
        }
    form = ParticipationForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            answer_participation(
                by=request.actor,
                campaign=campaign,
                office=found,
                takes_part=values["takes_part"],
                planned=values["planned"] or 0,
                reason=values["reason"],
                reports_totals=values["reports_totals"],
            )
        except Refused as refused:
            form.add_error(None, refusal_text(refused))
        else:
            messages.success(request, _("Saved. The county coordinator sees the office's answer."))
            return redirect("campaigns:offices", slug)
    context = {**head_of(request, campaign, "offices"), "office": found, "form": form}
    return render(
        request, "campaigns/participation.html", context, status=422 if form.errors else 200
    )


@require_POST
def remind_office(request: MemberRequest, slug: str, office: str) -> HttpResponseRedirect:
    """Mails an office's contact person and managers, or its officers when it has none; logged, once a day."""
    campaign = get_campaign_to_run(request.actor, request.collaboration, slug)
    line = next(
        (
            line
            for line in progress_of(campaign, today=today()).offices
            if line.office.slug == office
        ),
        None,
    )
    back = redirect("campaigns:offices", slug)
    if line is None:
        return back
    people = list(speakers_of(line.office)) or list(
        people_with_role(campaign.collaboration, Role.OFFICER, office=line.office)
    )
    url = request.build_absolute_uri(reverse("campaigns:overview", args=[slug]))
    subject, body = reminder_letter(campaign, line, url=url, sender=request.actor.person.name)
    try:
        remind(
            by=request.actor,
            campaign=campaign,
            office=line.office,
            receivers=sorted({person.user.email for person in people}),
            subject=subject,
            body=body,
        )
    except Refused as refused:
        messages.error(request, refusal_text(refused))
    else:
        messages.success(
            request, _("A reminder is on its way to %(office)s.") % {"office": line.office.name}
        )
    return back
