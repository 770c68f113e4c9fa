"""What the offices have not learnt as a need to plan for: shown on the page of competence, filled into the form."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from samsyn.core.registry.interface import Panel, Viewer
from samsyn.learning.interface import AreaOfOffices, competence_of
from samsyn.organisations.interface import Actor, Office, Permission, offices_of

MOST_SHOWN = 5


def competence_panel(subject: object, viewer: Viewer | None) -> Iterable[Panel]:
    """The areas that most offices lack, each with a link to the form of a need."""
    if not isinstance(subject, list) or not isinstance(viewer, Actor):
        return
    areas = [area for area in subject if isinstance(area, AreaOfOffices) and area.without]
    if areas and viewer.office is not None:  # needs come from an office
        thinnest = sorted(areas, key=lambda area: -len(area.without))[:MOST_SHOWN]
        yield Panel(
            title=_("Make it a need"),
            template="planning/partials/competence_panel.html",
            context={"areas": thinnest},
        )


def need_of_area(actor: Actor, code: str) -> dict[str, str]:
    """The first words of a need for learning in an area, about the offices that she sees: all, or those she speaks for."""
    offices = (
        offices_of(actor.collaboration, kind=Office.Kind.ENVIRONMENTAL_OFFICE)
        if actor.may(Permission.RUN_COLLABORATION)
        else actor.offices_where(Permission.PLAN_FOR_OFFICE)
    )
    areas = {area.code: area for area in competence_of(actor.collaboration, offices)}
    area = areas.get(code)
    if area is None or not area.without:
        return {}
    background = _(
        "In %(without)d of %(all)d offices nobody has attended an event in the area: %(names)s."
    ) % {
        "without": len(area.without),
        "all": len(offices),
        "names": ", ".join(office.short_name for office in area.without),
    }
    return {"title": _("Course: %(area)s") % {"area": area.label}, "background": background}
