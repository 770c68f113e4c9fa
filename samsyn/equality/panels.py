"""What equal supervision shows on a campaign's own page: what all its comparisons say together."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from samsyn.campaigns.interface import Campaign, offices_asked
from samsyn.core.language.interface import reader_language
from samsyn.core.registry.interface import Panel, Viewer
from samsyn.equality.access import Seen, may_see_comparison, seen_of
from samsyn.equality.figures import (
    Numbers,
    chart_of,
    label_of,
    most_telling,
    office_lines,
    said_of,
)
from samsyn.equality.queries import overview_of
from samsyn.equality.sentences import conclusion_of, together_of
from samsyn.indicators.interface import Indicator
from samsyn.lib.swedish import format_count_of
from samsyn.organisations.interface import Actor


def comparison_panel(obj: object, viewer: Viewer | None) -> Iterable[Panel]:
    """For those who may see the campaign's result."""
    actor = viewer if isinstance(viewer, Actor) else None
    if not isinstance(obj, Campaign) or not may_see_comparison(actor, obj):
        return
    seen = seen_of(actor, obj)
    if seen.comparison is None:
        return
    content = seen.comparison.content
    context: dict[str, object] = {"campaign": obj, "together": together_of(content)}
    one = most_telling(content["questions"], protected=not seen.runs)
    if one is not None:
        context |= {**said_of(one), "label": label_of(one), "within": _within(one)}
        if seen.named:
            context |= _offices_of(one, seen)
    yield Panel(
        _("Do the offices judge alike?"), "equality/partials/comparison_panel.html", context
    )


def _within(one: Numbers) -> str:
    return format_count_of(
        one["assessed"] - one["outside"], one["assessed"], language=reader_language()
    )


def _offices_of(one: Numbers, seen: Seen) -> dict[str, object]:
    names = {office.pk: office.short_name for office in offices_asked(seen.campaign)}
    lines = office_lines(one, names, protected=not seen.runs)
    return {
        "chart": chart_of(one, names, protected=not seen.runs),
        "without": ", ".join(f"{line.name} ({line.why})" for line in lines if line.why),
    }


def indicator_panel(obj: object, viewer: Viewer | None) -> Iterable[Panel]:
    """For a key figure that is a share: what can be concluded of the offices."""
    if not isinstance(obj, Indicator):
        return
    overview = overview_of(obj.collaboration)
    for one in overview.content.get("ratios", []) if overview else []:
        if one["name"] == obj.key:
            first, rest = conclusion_of(one)
            context = {"key": obj.key, "first": first, "rest": rest}
            yield Panel(
                _("Do the offices differ?"), "equality/partials/indicator_panel.html", context
            )
