"""The six parts of equal supervision as people read them: what is known, in sentences and rows, and what is not.

The parts are those that the national guidance on equal supervision names: similar fees, planned supervision carried out,
high and even competence, similar set-up, similar assessment, similar handling.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.campaigns.interface import Measure
from samsyn.lib.funnel import Code
from samsyn.lib.swedish import format_count_of, format_number
from samsyn.network.interface import Area

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rows:
    """A table of a part; the first column names the row."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class Part:
    """One of the six: the sentence that stands first, tables, and what is not known, said plainly."""

    key: str
    heading: str
    sentence: str
    tables: list[Rows] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def parts_of(content: Json) -> list[Part]:
    """The six parts in the order of the guidance, from the kept numbers."""
    makers: tuple[Callable[[Json], Part], ...] = (
        _fees, _planned, _competence, _set_up, _assessment, _handling,
    )  # fmt: skip
    return [make(content) for make in makers]


def conclusion_words(code: str) -> str:
    """What a comparison of offices in one question lets us say. Never a name, never a ranking."""
    return {
        Code.NOTHING_ASSESSED: _("Nothing has been assessed"),
        Code.ONE_OFFICE: _("Only one office has assessed it"),
        Code.ALL_ALIKE: _("All have answered alike"),
        Code.TOO_FEW: _("Too few objects to tell"),
        Code.INSIDE: _("No difference beyond chance"),
        Code.MAY_BE_CHANCE: _("The differences may be chance"),
        Code.MORE_THAN_CHANCE: _("More difference than chance usually gives"),
        Code.DIFFERS: _("More difference than chance gives"),
    }[Code(code)]


def _fees(content: Json) -> Part:
    found = content["fees"]
    part = Part("fees", _("Similar fees"), "")
    part.unknown.append(
        _(
            "The hourly fee is not the whole fee: how many hours an object is charged is not known here."
        )
    )
    if not found:
        part.sentence = _("The hourly fees of the county's offices have not been released.")
        return part
    part.sentence = _("This is what has been released on hourly fees.")
    rows = [
        (
            one["name"],
            str(one["year"]),
            str(one["n"]),
            _range(one) if one["low"] else _("May not be compared between offices"),
        )
        for one in found
    ]
    heads = (_("Key figure"), _("Year"), _("Offices that reported"), _("Lowest and highest"))
    part.tables.append(Rows(_("Hourly fees"), heads, tuple(rows)))
    return part


def _range(one: Json) -> str:
    low, high = Decimal(one["low"]), Decimal(one["high"])
    return f"{format_number(low)}–{format_number(high)} {one['unit']}"


def _planned(content: Json) -> Part:
    part = Part("planned", _("Planned supervision carried out"), "")
    part.unknown.append(
        _(
            "Only supervision within joint campaigns is counted. The offices' own plans are not in Samsyn."
        )
    )
    found = [one for one in content["planned"] if one["planned"]]
    over = [one for one in found if one["is_over"]]
    if not found:
        part.sentence = _("No office has planned objects in a joint campaign yet.")
        return part
    done, planned = (sum(one[name] for one in over) for name in ("done", "planned"))
    part.sentence = (
        _("In the campaigns that are over, %(done)s planned inspections were carried out.")
        % {"done": format_count_of(done, planned)}
        if over
        else _("No joint campaign is over yet; below is how far those under way have come.")
    )
    rows = [
        (
            one["title"],
            format_count_of(one["done"], one["planned"]),
            format_count_of(one["reached"], one["with_plan"]),
        )
        for one in found
    ]
    heads = (_("Campaign"), _("Carried out of planned"), _("Offices that reached their own plan"))
    part.tables.append(Rows(_("Planned and carried out"), heads, tuple(rows)))
    return part


def _competence(content: Json) -> Part:
    found = content["competence"]
    offices = found["offices"]
    part = Part("competence", _("High and even competence"), "")
    part.unknown.append(
        _(
            "Only courses and meetings held through the collaboration are counted, not education or experience."
        )
    )
    thin = [one for one in found["areas"] if 0 < one["without"] < offices]
    none = [one for one in found["areas"] if one["without"] == offices]
    part.sentence = ngettext(
        "In %(thin)d area some offices have taken part in a course and others have not.",
        "In %(thin)d areas some offices have taken part in a course and others have not.",
        len(thin),
    ) % {"thin": len(thin)}
    if none:
        part.unknown.append(
            ngettext(
                "In %(none)d area no course has been attended by anybody.",
                "In %(none)d areas no course has been attended by anybody.",
                len(none),
            )
            % {"none": len(none)}
        )
    rows = [
        (str(Area(one["area"]).label), format_count_of(offices - one["without"], offices))
        for one in thin
    ]
    if rows:
        heads = (_("Area"), _("Offices where somebody has attended a course"))
        part.tables.append(Rows(_("Courses by area"), heads, tuple(rows)))
    return part


def _set_up(content: Json) -> Part:
    part = Part("set_up", _("Similar set-up"), "")
    part.unknown.append(
        _(
            "Within a campaign all use the same checklist. How supervision is set up outside campaigns is not known here."
        )
    )
    found = content["planned"]
    if not found:
        part.sentence = _("No joint campaign has been carried out in Samsyn yet.")
        return part
    part.sentence = _(
        "In joint campaigns the offices ask the same questions of the same kinds of objects."
    )
    rows = [(one["title"], format_count_of(one["taking_part"], one["asked"])) for one in found]
    heads = (_("Campaign"), _("Offices that take part"))
    part.tables.append(Rows(_("Participation"), heads, tuple(rows)))
    return part


def _assessment(content: Json) -> Part:
    found = content["assessment"]
    part = Part("assessment", _("Similar assessment"), "")
    part.unknown.append(
        _(
            "A difference does not tell why: the objects may differ, or how they were chosen, or the judgement."
        )
    )
    if found["comparisons"]:
        part.sentence = _(
            "%(outside)d of %(comparisons)d comparisons lie outside the 95 per cent limits. If all judged alike, "
            "chance alone would put about %(expected)s there."
        ) % {
            "outside": found["outside"],
            "comparisons": found["comparisons"],
            "expected": format_number(found["expected"], 1),
        }
    else:
        part.sentence = _("No published campaign has answers from several offices yet.")
    if found["rows"]:
        rows = [
            (
                f"{one['number']} {one['question']}".strip(),
                str(one["n"]) if one["n"] is not None else _("fewer than five"),
                str(one["offices"]),
                conclusion_words(one["code"]),
            )
            for one in found["rows"]
        ]
        heads = (_("Question"), _("Assessed (n)"), _("Offices"), _("What can be concluded"))
        part.tables.append(Rows(_("Question by question"), heads, tuple(rows)))
    if content["agreement"]:
        measured = [
            (_exercise(one), str(one["n"]), str(one["questions"]), format_number(one["raw"], 2), format_number(one["ac"], 2))
            for one in content["agreement"]
        ]  # fmt: skip
        columns = (
            _("Exercise"),
            _("Officers (n)"),
            _("Questions"),
            _("Raw agreement"),
            _("AC1 or AC2"),
        )
        part.tables.append(
            Rows(_("The same case judged by many: calibration exercises"), columns, tuple(measured))
        )
    return part


def _exercise(one: Json) -> str:
    return f"{one['title']} (exempeldata)" if one["is_example"] else str(one["title"])


def _handling(content: Json) -> Part:
    part = Part("handling", _("Similar handling"), "")
    part.unknown.append(
        _(
            "Deviations differ in gravity; the same measure is not always right. What happened afterwards is not known here."
        )
    )
    found = content["handling"]
    if not found:
        part.sentence = _("No published campaign has enough objects with a deviation yet.")
        return part
    part.sentence = _("What the offices did with objects where at least one deviation was found.")
    for one in found:
        rows = [
            (str(Measure(code).label), _("fewer than five") if n is None else format_count_of(n, one["deviating"]))
            for code, n in one["by_measure"].items()
        ]  # fmt: skip
        rows.append((_("Order or stricter, between offices"), conclusion_words(one["code"])))
        caption = _("%(campaign)s: %(n)d objects with a deviation in %(offices)d offices") % {
            "campaign": one["title"], "n": one["deviating"], "offices": one["offices"],
        }  # fmt: skip
        part.tables.append(Rows(caption, (_("Measure taken"), _("Objects")), tuple(rows)))
    return part
