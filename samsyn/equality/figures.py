"""A question's figures for its page: the county, and the offices that the reader may see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from samsyn.campaigns.interface import Measure, funnel_chart, measure_name
from samsyn.core.charts.interface import Chart
from samsyn.core.components.interface import Column, Table
from samsyn.core.language.interface import reader_language
from samsyn.equality.comparing import COUNTY, share_from
from samsyn.equality.sentences import conclusion_of, number, spread_of, wider_of
from samsyn.lib.rates import Interval, Share
from samsyn.lib.swedish import (
    format_count_of,
    format_percent,
    format_percent_interval,
    swedish_order,
)

Numbers = Mapping[str, Any]
_MEASURES = {measure_name(one): one for one in Measure}


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """One office in words; `why` when there is nothing to show."""

    name: str
    share: str = ""
    interval: str = ""
    estimate: str = ""
    stands: bool = False
    why: str = ""


def label_of(one: Numbers) -> str:
    """The question's words, or the measure's."""
    measure = _MEASURES.get(one["name"])
    return str(measure.label) if measure else one["label"] or one["name"]


def is_measure(one: Numbers) -> bool:
    """Whether it is a measure taken and not a question."""
    return one["name"] in _MEASURES


def is_question(one: Numbers) -> bool:
    """Whether it is a question of a checklist: measures and key figures carry no words of their own."""
    return bool(one["label"])


def county_is_seen(one: Numbers, *, protected: bool) -> bool:
    """Whether the county's share is built on enough for this reader."""
    return not protected or COUNTY in one["shown"]


def county_of(one: Numbers) -> str:
    """The county's share with interval and n."""
    share = share_from(one["county"])
    interval = share.interval()
    if interval is None:
        return _("nothing assessed")
    percent = format_percent(share.numerator, share.denominator, language=reader_language())
    return f"{percent} ({_between(interval)}), n = {share.denominator}"


def office_lines(one: Numbers, names: Mapping[int, str], *, protected: bool) -> list[OfficeLine]:
    """All asked offices in alphabetical order; a reader who does not run the campaign sees no small groups."""
    lines = [_line(one, pk, name, protected=protected) for pk, name in names.items()]
    return sorted(lines, key=lambda line: swedish_order(line.name))


def chart_of(one: Numbers, names: Mapping[int, str], *, protected: bool) -> Chart | None:
    """The funnel of the offices that the reader may see."""
    seen = {
        names[pk]: share_from(numbers)
        for pk, numbers in _offices(one)
        if pk in names and (not protected or pk in one["shown"])
    }
    county = share_from(one["county"])
    if is_question(one):
        return funnel_chart(seen, county=county)
    title = _("%(what)s in each office") % {
        "what": label_of(one) if is_measure(one) else _("Share")
    }
    return funnel_chart(seen, county=county, title=title, of_what=_("Share, %"))


def said_of(one: Numbers) -> dict[str, object]:
    """What the page of one comparison says, whatever is compared."""
    first, rest = conclusion_of(one)
    return {
        "question": one,
        "county": county_of(one),
        "first": first,
        "rest": rest,
        "wider": wider_of(one),
        "expected": number(one["expected"]),
        "visible": None if one["visible"] is None else round(100 * one["visible"]),
        "spread": spread_of(one["spread"], is_question=is_question(one)),
    }


def taken_table(one: Numbers, names: Mapping[int, str], *, protected: bool) -> Table | None:
    """What each office and the county did where this deviation was found; measures that nobody took are left out.

    Nothing where small numbers are protected: beside the table of all deviations it could give single objects away.
    """
    if protected:
        return None
    rows = {int(pk): row for pk, row in one.get("taken", {}).items() if int(pk) in names}
    if not rows:
        return None
    county = [sum(numbers) for numbers in zip(*rows.values(), strict=True)]
    used = [place for place, number in enumerate(county) if place and number]
    measures = [str(list(Measure)[place - 1].label) for place in used]
    lines = sorted(
        ([names[pk], *_taken(row, used)] for pk, row in rows.items()),
        key=lambda line: swedish_order(line[0]),
    )
    return Table(
        caption=_("What the offices did where this was found"),
        columns=[
            Column(_("Office")),
            *(Column(name, is_number=True) for name in [_("With the deviation"), *measures]),
        ],
        rows=lines,
        foot=[[_("The county"), *_taken(county, used)]],
    )


def _taken(row: Sequence[int], used: Sequence[int]) -> list[str]:
    language = reader_language()
    counts = [format_count_of(row[place], row[0], language=language) for place in used]
    return [str(row[0]), *counts]


def most_telling(questions: Sequence[Numbers], *, protected: bool) -> Numbers | None:
    """The question that a campaign's page shows: where most offices lie outside the limits, else the first that is built
    on enough for this reader; None when none is.
    """
    seen = [
        one for one in questions if one["assessed"] and county_is_seen(one, protected=protected)
    ]
    return max(seen, key=lambda one: one["outside"], default=None)


def _offices(one: Numbers) -> list[tuple[int, list[int]]]:
    return [(int(pk), numbers) for pk, numbers in one["offices"].items()]


def _line(one: Numbers, pk: int, name: str, *, protected: bool) -> OfficeLine:
    numbers = dict(_offices(one)).get(pk)
    if numbers and protected and pk not in one["shown"]:
        return OfficeLine(name, why=_("too few to show"))
    share = share_from(numbers) if numbers else Share(0, 0)
    interval = share.interval()
    if interval is None:
        return OfficeLine(name, why=_("nothing assessed"))
    estimate = one.get("estimates", {}).get(str(pk))
    return OfficeLine(
        name=name,
        share=format_count_of(share.numerator, share.denominator, language=reader_language()),
        interval=_between(interval),
        estimate=f"{_percent(estimate[0])} ({_between(Interval(*estimate[1:]))})"
        if estimate
        else "",
        stands=pk in one["stands"],
    )


def _percent(value: float) -> str:
    whole = Fraction(value).limit_denominator(999)
    return format_percent(whole.numerator, whole.denominator, language=reader_language())


def _between(interval: Interval) -> str:
    return format_percent_interval(interval.low, interval.high, language=reader_language())
