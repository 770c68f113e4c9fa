"""The plan: three years beside each other, one year as list and months, an office's share, and the economy."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.core.clock.interface import today
from samsyn.core.components.interface import Crumb, Fact, Tab
from samsyn.core.pdf.interface import render as render_pdf
from samsyn.lib.swedish import format_count_of, format_number, format_period
from samsyn.organisations.interface import MemberRequest, Office, Permission, offices_of
from samsyn.planning.access import (
    check_member,
    check_runs,
    get_plan_year_to_run,
    get_plan_year_to_see,
    office_of,
)
from samsyn.planning.actions.plan import adopt_year, make_year, move_year
from samsyn.planning.chain import chain_of_activity
from samsyn.planning.codes import ItemState, YearState
from samsyn.planning.economy import economy_of
from samsyn.planning.models import PlanItem, PlanYear, Proposal
from samsyn.planning.months import bar_of, month_name, months_text
from samsyn.planning.papers import DOCX
from samsyn.planning.plan_papers import (
    economy_sheet,
    hours_of,
    office_hours,
    plan_document,
    share_calendar,
    share_sheet,
)
from samsyn.planning.queries import (
    changes_of,
    coming_vote,
    idea_bank,
    items_of,
    open_proposals,
    plan_years,
    reports_of,
    rolling_years,
    wanted_by,
    wishes_for,
)
from samsyn.planning.refusals import Refused
from samsyn.planning.tabs import tabs_of
from samsyn.planning.views.files import CALENDAR, XLSX, as_file
from samsyn.planning.wheel import wheel_of
from samsyn.planning.word import as_word

# The rolling plan reaches three years ahead; one more may be begun before the first is over.
YEARS_AHEAD = 4
TONES = {YearState.DECIDED: ("seal-checkmark", "ok"), YearState.PRELIMINARY: ("pencil", "going"),
         YearState.IDEAS: ("light-bulb", "idle"), YearState.CLOSED: ("padlock-locked", "idle")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """An activity as a list shows it: its months in words and as a bar, its hours, and how many offices want it."""

    item: PlanItem
    months: str
    start: str
    length: str
    hours: int
    wishes: int
    dots: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A year of the rolling plan: its state, its activities, and the proposals tried for it with the offices' dots."""

    year: PlanYear
    icon: str
    tone: str
    rows: list[Row]
    tried: list[tuple[Proposal, tuple[bool, ...], int]]


def crumbs_of(*steps: Crumb) -> list[Crumb]:
    """The way to a page of the plan."""
    return [Crumb(_("Plan"), reverse("planning:plan")), *steps]


def rows_of(
    items: list[PlanItem], offices: int = 0, wishes: dict[int, int] | None = None
) -> list[Row]:
    """The activities as rows."""
    rows = []
    for item in items:
        start, length = bar_of(item)
        wanted = (wishes or {}).get(item.proposal_id or 0, 0)
        dots = tuple(place < wanted for place in range(offices))
        rows.append(
            Row(
                item,
                months_text(item),
                f"{start:.2f}%",
                f"{length:.2f}%",
                hours_of(item),
                wanted,
                dots,
            )
        )
    return rows


def plan(request: MemberRequest) -> HttpResponse:
    """Year 1 decided, year 2 preliminary, year 3 the idea bank; one activity followed, and the year's round."""
    check_member(request.actor)
    years = rolling_years(request.collaboration)
    items = list(items_of(request.collaboration, *(year.year for year in years)))
    wishes = wishes_for(items)
    offices = len(offices_of(request.collaboration, kind=Office.Kind.ENVIRONMENTAL_OFFICE))
    columns = [
        Column(
            year,
            *TONES[YearState(year.state)],
            rows_of([item for item in items if item.plan_year_id == year.pk], offices, wishes),
            _tried(request, year, offices) if year.state == YearState.PRELIMINARY else [],
        )
        for year in years
    ]
    followed = _followed(request)
    ideas = idea_bank(request.collaboration, years[-1].year) if years else []
    context = {
        "columns": columns,
        "tabs": tabs_of("plan"),
        "span": f"{years[0].year}–{years[-1].year}" if years else "",
        "is_example": any(year.is_example for year in years),
        "offices": offices,
        "ideas": ideas[:8],
        "idea_count": len(ideas),
        "followed": followed,
        "steps": chain_of_activity(followed) if followed else [],
        "wheel": wheel_of(today()),
        "today": today(),
        "all_years": plan_years(request.collaboration),
        "reports": [r for r in reports_of(request.collaboration) if r.frozen_at],
        "may_run": bool(request.actor.may(Permission.RUN_COLLABORATION)),
        "may_add_year": not years or years[-1].year < today().year + YEARS_AHEAD,
        "status": [_year_fact(number, year) for number, year in enumerate(years, start=1)]
        + [Fact(_("Decided by"), str(year.decision.as_ref()), url=year.decision.address)
           for year in years[:1] if year.decision]
        + _vote_facts(request),
    }  # fmt: skip
    return render(request, "planning/plan.html", context)


def _tried(
    request: MemberRequest, year: PlanYear, offices: int
) -> list[tuple[Proposal, tuple[bool, ...], int]]:
    found = [(one, wanted_by(one)) for one in open_proposals(request.collaboration, year.year)]
    return [(one, tuple(place < n for place in range(offices)), n) for one, n in found]


def _year_fact(number: int, year: PlanYear) -> Fact:
    icon, tone = TONES[YearState(year.state)]
    label = _("Year %(number)s, %(year)s") % {"number": number, "year": year.year}
    return Fact(label, year.get_state_display(), icon=icon, tone=tone)  # type: ignore[arg-type]


def _vote_facts(request: MemberRequest) -> list[Fact]:
    vote = coming_vote(request.collaboration)
    if vote is None:
        return []
    url = reverse("planning:vote", args=[vote.pk])
    return [Fact(_("Vote"), format_period(vote.opens, vote.closes), url=url)]


def _followed(request: MemberRequest) -> PlanItem | None:
    """The activity whose chain the page shows: the one asked for, else one under way that began as a proposal."""
    found = items_of(request.collaboration).exclude(proposal=None)
    asked = request.GET.get("folj", "")
    if asked.isdigit():
        return found.filter(pk=int(asked)).first()
    under_way = found.filter(state=ItemState.UNDER_WAY).order_by("plan_year__year", "first_month")
    return under_way.first() or found.first()


@require_POST
def new_year(request: MemberRequest) -> HttpResponse:
    """Adds the year after the last one, as an idea bank; the first is next year."""
    check_runs(request.actor)
    last = plan_years(request.collaboration).last()
    year = min(last.year if last else today().year, today().year + YEARS_AHEAD - 1) + 1
    make_year(by=request.actor, year=year, is_example=request.collaboration.is_demo)
    messages.success(request, _("The year %(year)s is there, as an idea bank.") % {"year": year})
    return redirect("planning:plan_year", year)


def plan_year(request: MemberRequest, year: int) -> HttpResponse:
    """A year as a list."""
    found = get_plan_year_to_see(request.actor, request.collaboration, year)
    items = list(items_of(request.collaboration, year))
    return render(
        request, "planning/plan_year.html", _head(request, found, "list") | {"rows": rows_of(items)}
    )


def plan_months(request: MemberRequest, year: int) -> HttpResponse:
    """A year as months: each activity's bar, and in how many of them something goes on."""
    found = get_plan_year_to_see(request.actor, request.collaboration, year)
    items = list(items_of(request.collaboration, year))
    context = _head(request, found, "months") | {
        "rows": rows_of(items),
        "months": [month_name(month)[:3] for month in range(1, 13)],
        "grid": [f"{month * 100 / 12:.2f}%" for month in range(1, 12)],
    }
    return render(request, "planning/plan_months.html", context)


def plan_share(request: MemberRequest, year: int) -> HttpResponse:
    """What a year asks of one office: hours and months, to take into its own supervision plan."""
    found = get_plan_year_to_see(request.actor, request.collaboration, year)
    office = office_of(request.actor, request.collaboration, request.GET.get("kontor", ""))
    items = _own(request, found, office)
    context = _head(request, found, "share") | {
        "office": office,
        "offices": offices_of(request.collaboration),
        "rows": [(row, office_hours(row.item, office)) for row in rows_of(items)],
        "total": sum(office_hours(item, office) for item in items),
        "adoption": found.adoptions.filter(office=office).first(),
        "may_adopt": found.state == YearState.DECIDED
        and office in request.actor.offices_where(Permission.PLAN_FOR_OFFICE),
    }
    return render(request, "planning/plan_share.html", context)


def _own(request: MemberRequest, found: PlanYear, office: Office) -> list[PlanItem]:
    return [
        item for item in items_of(request.collaboration, found.year) if office_hours(item, office)
    ]


def share_file(request: MemberRequest, year: int) -> HttpResponse:
    """The office's share as XLSX."""
    found = get_plan_year_to_see(request.actor, request.collaboration, year)
    office = office_of(request.actor, request.collaboration, request.GET.get("kontor", ""))
    content = share_sheet(found, office, _own(request, found, office))
    return as_file(content, XLSX, f"plan-{year}-{office.slug}.xlsx")


def share_dates(request: MemberRequest, year: int) -> HttpResponse:
    """The office's share as iCalendar."""
    found = get_plan_year_to_see(request.actor, request.collaboration, year)
    office = office_of(request.actor, request.collaboration, request.GET.get("kontor", ""))
    content = share_calendar(found, office, _own(request, found, office))
    return as_file(content, CALENDAR, f"plan-{year}-{office.slug}.ics")


@require_POST
def adopt(request: MemberRequest, year: int) -> HttpResponse:
    """The office says that the year stands in its own plan."""
    found = get_plan_year_to_see(request.actor, request.collaboration, year)
    office = office_of(
        request.actor, request.collaboration, request.GET.get("kontor", ""), speaks=True
    )
    try:
        adopt_year(by=request.actor, plan_year=found, office=office)
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, _("Noted: the year stands in your office's own plan."))
    return redirect(f"{reverse('planning:plan_share', args=[year])}?kontor={office.slug}")


def plan_economy(request: MemberRequest, year: int) -> HttpResponse:
    """A year's money."""
    found = get_plan_year_to_see(request.actor, request.collaboration, year)
    context = _head(request, found, "economy") | {"economy": economy_of(found)}
    return render(request, "planning/plan_economy.html", context)


def economy_file(request: MemberRequest, year: int) -> HttpResponse:
    """A year's money as XLSX."""
    found = get_plan_year_to_see(request.actor, request.collaboration, year)
    return as_file(economy_sheet(found, economy_of(found)), XLSX, f"ekonomi-{year}.xlsx")


def plan_changes(request: MemberRequest, year: int) -> HttpResponse:
    """What was changed after the year was decided, each change with its decision."""
    found = get_plan_year_to_see(request.actor, request.collaboration, year)
    context = _head(request, found, "changes") | {"changes": changes_of(found)}
    return render(request, "planning/plan_changes.html", context)


def plan_file(request: MemberRequest, year: int, form: str) -> HttpResponse:
    """The year's plan as PDF or Word."""
    found = get_plan_year_to_see(request.actor, request.collaboration, year)
    document = plan_document(found, list(items_of(request.collaboration, year)))
    if form == "pdf":
        return as_file(render_pdf(document), "application/pdf", f"verksamhetsplan-{year}.pdf")
    if form == "docx":
        return as_file(as_word(document), DOCX, f"verksamhetsplan-{year}.docx")
    raise Http404


@require_POST
def move(request: MemberRequest, year: int) -> HttpResponse:
    """An idea bank becomes preliminary, or back."""
    found = get_plan_year_to_run(request.actor, request.collaboration, year)
    try:
        move_year(by=request.actor, plan_year=found, to=request.POST.get("till", ""))
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, _("The year is moved."))
    return redirect("planning:plan_year", year)


def _head(request: MemberRequest, found: PlanYear, active: str) -> dict[str, object]:
    """What all pages of a year have in common."""
    adopted = found.adoptions.count()
    offices = len(offices_of(request.collaboration, kind=Office.Kind.ENVIRONMENTAL_OFFICE))
    icon, tone = TONES[YearState(found.state)]
    economy = economy_of(found)
    status = [Fact(_("State"), found.get_state_display(), icon=icon, tone=tone)]  # type: ignore[arg-type]
    if found.decision:
        status.append(
            Fact(_("Decided by"), str(found.decision.as_ref()), url=found.decision.address)
        )
    status += [
        Fact(_("Activities"), str(found.items.count())),
        Fact(_("In the offices' own plans"), format_count_of(adopted, offices)),
        Fact(_("Budgeted result"), _("%(sum)s kronor") % {"sum": format_number(economy.planned)}),
    ]
    pages = (
        ("list", _("List"), "plan_year"), ("months", _("Months"), "plan_months"),
        ("share", _("My office's share"), "plan_share"), ("economy", _("Economy"), "plan_economy"),
        ("changes", _("Changes"), "plan_changes"),
    )  # fmt: skip
    return {
        "year": found,
        "active": active,
        "may_run": bool(request.actor.may(Permission.RUN_COLLABORATION)),
        "breadcrumbs": crumbs_of(Crumb(str(found.year))),
        "status": status,
        "tabs": [
            Tab(label, reverse(f"planning:{name}", args=[found.year]), active=key == active)
            for key, label, name in pages
        ],
    }
