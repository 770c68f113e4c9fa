"""Loading is checking: a view gets an indicator, a round or a report only through here."""

from typing import NoReturn

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext as _

from samsyn.indicators.codes import Comparability, Origin
from samsyn.indicators.models import Figure, Indicator, Report, Round
from samsyn.indicators.queries import indicators_of, published_indicators, reports_of, rounds_of
from samsyn.organisations.interface import (
    Actor,
    Collaboration,
    Office,
    Permission,
    Role,
    office_by_slug,
)


def get_indicator_to_see(collaboration: Collaboration, key: str) -> Indicator:
    """A published indicator; one that is only collected is not known outside."""
    found = published_indicators(collaboration).filter(key=key).first()
    if found is None:
        raise Http404
    return found


def get_indicator_to_define(actor: Actor, collaboration: Collaboration, key: str) -> Indicator:
    """Any indicator, for the coordinator who keeps the definitions."""
    check_runs(actor)
    found = indicators_of(collaboration).filter(key=key).first()
    if found is None:
        raise Http404
    return found


def get_office_to_profile(collaboration: Collaboration, slug: str) -> Office:
    """An office that reports, for its public profile."""
    office = office_by_slug(collaboration, slug)
    if office is None or office.kind != Office.Kind.ENVIRONMENTAL_OFFICE:
        raise Http404
    return office


def runs_rounds(actor: Actor | None) -> bool:
    """Whether the person runs the collection: the coordinator."""
    return bool(actor and actor.may(Permission.RUN_COLLABORATION))


def check_runs(actor: Actor) -> None:
    """Raises PermissionDenied unless the person runs the collection."""
    if not runs_rounds(actor):
        _deny(_("The county coordinator runs the collection of key figures."))


def get_round_to_see(actor: Actor, collaboration: Collaboration, year: int) -> Round:
    """A round, for members: who has reported is seen by all, the numbers are not."""
    if not actor.may(Permission.SEE_MEMBER_PAGES):
        _deny(_("The collection is for members of the collaboration."))
    found = rounds_of(collaboration).filter(year=year).first()
    if found is None:
        raise Http404
    return found


def get_round_to_run(actor: Actor, collaboration: Collaboration, year: int) -> Round:
    """A round, for the coordinator."""
    found = get_round_to_see(actor, collaboration, year)
    check_runs(actor)
    return found


def get_report_to_see(actor: Actor, collaboration: Collaboration, year: int, slug: str) -> Report:
    """An office's report with its numbers: for the office's own people and the coordinator."""
    one = get_round_to_see(actor, collaboration, year)
    report = reports_of(one).filter(office__slug=slug).first()
    if report is None:
        raise Http404
    if not runs_rounds(actor) and not actor.may(
        Permission.SEE_OWN_OFFICE, office_id=report.office_id
    ):
        _deny(
            _(
                "An office's numbers are seen by the office itself and the coordinator until release."
            )
        )
    return report


def get_report_to_fill(actor: Actor, collaboration: Collaboration, year: int, slug: str) -> Report:
    """An office's report, for those who report for it."""
    report = get_report_to_see(actor, collaboration, year, slug)
    if not may_fill(actor, report):
        _deny(_("Case officers, contact persons and managers report for their own office."))
    return report


def may_fill(actor: Actor, report: Report) -> bool:
    """Whether the person reports for the office."""
    return bool(actor.may(Permission.REPORT_SUBMISSIONS, office_id=report.office_id))


def signs(actor: Actor, report: Report) -> bool:
    """Whether the person signs off for the office: its manager, in her own office."""
    return any(
        held.role == Role.MANAGER and held.office_id == report.office_id
        for held in actor.memberships
    )


def get_report_to_sign(actor: Actor, collaboration: Collaboration, year: int, slug: str) -> Report:
    """An office's report, for the manager who answers for it."""
    report = get_report_to_see(actor, collaboration, year, slug)
    if not signs(actor, report):
        _deny(_("The office's manager signs off its numbers."))
    return report


def get_report_to_review(
    actor: Actor, collaboration: Collaboration, year: int, slug: str
) -> Report:
    """An office's report, for the coordinator who takes it or asks back."""
    report = get_report_to_see(actor, collaboration, year, slug)
    check_runs(actor)
    return report


def get_figure_to_correct(
    actor: Actor, collaboration: Collaboration, key: str, area: str, year: int
) -> Figure:
    """A published figure in force, for the coordinator."""
    check_runs(actor)
    figure = (
        Figure.objects.filter(
            indicator__collaboration=collaboration, indicator__key=key, area=area, year=year, is_current=True,
        )
        .select_related("indicator", "definition", "office")
        .first()
    )  # fmt: skip
    if figure is None:
        raise Http404
    return figure


def may_see_revisions(actor: Actor | None, figure: Figure) -> bool:
    """Old values are public with the figure; where offices are not shown, only the office and the coordinator see them."""
    if figure.definition.comparability != Comparability.NEVER or figure.origin == Origin.SOURCE:
        return True
    return runs_rounds(actor) or bool(
        actor
        and figure.office_id
        and actor.may(Permission.SEE_OWN_OFFICE, office_id=figure.office_id)
    )


def _deny(reason: str) -> NoReturn:
    raise PermissionDenied(reason)
