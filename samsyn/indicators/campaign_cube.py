"""A published campaign result as a table, with small cells hidden as on its page."""

from datetime import UTC, datetime
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samsyn.campaigns.interface import Campaign, county_table, picture_of
from samsyn.indicators.codes import SIGNS, Missing
from samsyn.indicators.cube import CONTENTS, Cell, Cube, Dimension, Value

QUESTION = "Fraga"


def cube_of_campaign(campaign: Campaign) -> Cube | None:
    """The county's result question by question; an earlier campaign gives its published figures."""
    if campaign.is_historical:
        return _historical(campaign)
    table = county_table(picture_of(campaign), protected=True)
    if not table.rows:
        return None
    cells: dict[tuple[str, ...], Cell] = {}
    contents: list[Value] = []
    for row in table.rows:
        for part in row.parts:
            code = part.role.upper()
            if code not in [one.code for one in contents]:
                contents.append(Value(code, part.role, _("objects")))
            cells[row.key, code] = _cell(part.number)
        cells[row.key, "BEDOMDA"] = _cell(row.assessed)
    contents.append(Value("BEDOMDA", _("Assessed (n)"), _("objects")))
    return _cube(
        campaign,
        [Value(r.key, f"{r.number} {r.label}".strip()) for r in table.rows],
        contents,
        cells,
    )


def _cell(number: int | None) -> Cell:
    return (None, SIGNS[Missing.SECRECY]) if number is None else (Decimal(number), "")


def _historical(campaign: Campaign) -> Cube | None:
    figures = list(campaign.published_figures.all())
    if not figures:
        return None
    contents = [
        Value("TALJARE", pgettext("statistic", "Number"), _("objects")),
        Value("NAMNARE", _("Of"), _("objects")),
    ]
    cells: dict[tuple[str, ...], Cell] = {}
    for place, one in enumerate(figures, start=1):
        for code, number in (("TALJARE", one.numerator), ("NAMNARE", one.denominator)):
            sign = "" if number is not None else SIGNS[Missing.NOT_IN_SOURCE]
            cells[str(place), code] = (None if number is None else Decimal(number), sign)
    return _cube(
        campaign, [Value(str(p), f.label) for p, f in enumerate(figures, start=1)], contents, cells
    )


def _cube(
    campaign: Campaign,
    questions: list[Value],
    contents: list[Value],
    cells: dict[tuple[str, ...], Cell],
) -> Cube:
    year = str(
        campaign.ends.year if campaign.ends else (campaign.published_at or datetime.now(UTC)).year
    )
    return Cube(
        id=f"kampanj-{campaign.slug}",
        label=campaign.title,
        dimensions=(
            Dimension(QUESTION, _("Question"), "other", tuple(questions)),
            Dimension(CONTENTS, _("Contents"), "metric", tuple(contents)),
            Dimension("Tid", _("Year"), "time", (Value(year, year),)),
        ),
        cells={(*place, year): cell for place, cell in cells.items()},
        updated=campaign.published_at or datetime(int(year), 12, 31, tzinfo=UTC),
        source=campaign.source or campaign.collaboration.name,
        notes=[
            _(
                "The offices chose the objects themselves, so the figures hold for the visited objects."
            )
        ],
        subject=_("Campaigns"),
        description=campaign.purpose,
    )
