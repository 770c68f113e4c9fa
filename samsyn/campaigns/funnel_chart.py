"""The funnel of one question: each office against what chance alone gives for so many objects."""

from collections.abc import Mapping
from typing import Literal

from django.utils.translation import gettext as _

from samsyn.core.charts.interface import Chart, FunnelPoint, funnel
from samsyn.core.language.interface import reader_language
from samsyn.lib.funnel import ACTION, limits, limits_up_to
from samsyn.lib.rates import Share

Outside = Literal["", "95", "998"]


def funnel_chart(
    shares: Mapping[str, Share], *, county: Share, title: str = "", of_what: str = ""
) -> Chart | None:
    """The offices around the county's share; None when there is nothing to compare or all have answered alike.

    `title` and `of_what` name another share than that of deviations.
    `shares` are the offices that the reader may see by name; `county` counts all offices.
    """
    used = {name: share for name, share in shares.items() if share.denominator}
    if len(used) < 2 or county.numerator in (0, county.denominator):
        return None
    middle = county.numerator / county.denominator
    sizes = {share.denominator for share in used.values()}
    most = max(sizes) + 1
    return funnel(
        "funnel",
        title or _("Share with deviation in each office"),
        [
            FunnelPoint(name, share.numerator, share.denominator, _outside(share, middle))
            for name, share in used.items()
        ],
        county=middle,
        limits_95=limits_up_to(middle, most, sizes=sizes),
        limits_998=limits_up_to(middle, most, level=ACTION, sizes=sizes),
        of_what=of_what,
        language=reader_language(),
    )


def _outside(share: Share, county: float) -> Outside:
    if limits(county, share.denominator, level=ACTION).passed_by(share.numerator):
        return "998"
    return "95" if limits(county, share.denominator).passed_by(share.numerator) else ""
