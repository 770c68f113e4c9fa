"""What the campaign's planned numbers of objects can show: lib's design calculator, asked with the offices' own plans."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.campaigns.columns import columns_of
from samsyn.campaigns.models import Campaign
from samsyn.campaigns.progress import Progress
from samsyn.campaigns.queries import current_form
from samsyn.lib.design import EXPECTED_SHARE, Design, calculate, objects_needed

# A difference of this many points is one that everybody would call large.
LARGE = 0.3


class ExpectedForm(forms.Form):
    """The share of deviation to reckon with, by GET; the name is that of the address."""

    andel = forms.IntegerField(
        label=_("Share with deviation that you expect, per cent"),
        help_text=_("Take it from an earlier campaign when there is one."),
        min_value=1,
        max_value=99,
    )


def assessed_questions(campaign: Campaign) -> int:
    """How many questions of the campaign's form are assessed; 0 before a checklist is chosen."""
    form = current_form(campaign)
    return sum(column.is_assessed for column in columns_of(form.columns)) if form else 0


def design_of(
    campaign: Campaign, progress: Progress, *, expected: float = EXPECTED_SHARE
) -> Design | None:
    """None until an office has said how many objects it plans. Offices in alphabetical order."""
    planned = {line.office.short_name: line.planned for line in progress.offices if line.planned}
    if not planned:
        return None
    return calculate(planned, questions=assessed_questions(campaign), expected=expected)


def figures_of(design: Design) -> dict[str, object]:
    """The design as the page says it: shares that would be seen in place of differences."""
    return {
        "design": design,
        "rows": [
            (office.office, office.planned, _seen(design.expected, office.difference))
            for office in design.offices
        ],
        "typical": _seen(design.expected, design.typical_difference),
        "pooled": _seen(design.expected, design.pooled_difference),
        "large": min(design.expected + LARGE, 1.0),
        "needed": objects_needed(design.expected, LARGE),
        "expected_alarms": round(design.alarms.expected),
    }


def _seen(expected: float, difference: float | None) -> float | None:
    return None if difference is None else expected + difference
