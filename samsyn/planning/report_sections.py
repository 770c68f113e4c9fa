"""What happened in a year as sections of the annual report: a table and its notes, alike on the page and in the files."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.guidance.interface import ReviewOutcome
from samsyn.learning.interface import EventKind
from samsyn.lib.rounding import round_half_up
from samsyn.lib.swedish import (
    format_count_of,
    format_date,
    format_number,
    format_percent,
    format_share,
)

Figures = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells, where its first cell leads, whether it is invented, and sentences below it."""

    cells: tuple[str, ...]
    url: str = ""
    is_example: bool = False
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report. Without rows `empty` says so; `notes` say what the numbers are counts of."""

    key: str
    heading: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    empty: str
    notes: tuple[str, ...] = ()

    @property
    def numeric(self) -> tuple[int, ...]:
        """All but the first column are numbers, short enough to stand flush right."""
        return tuple(range(1, len(self.columns)))


def sections_of(figures: Figures) -> list[Section]:
    """The sections of a report; none for one that was frozen before they were counted."""
    happened: Figures | None = figures.get("happened")
    if happened is None:
        return []
    makers: list[Callable[[Figures], Section]] = [
        _campaigns, _events, _guidance, _exercises, _indicators, _questions,
    ]  # fmt: skip
    return [make(happened) for make in makers]


def _campaigns(happened: Figures) -> Section:
    rows = tuple(
        Row(
            (
                one["title"],
                format_count_of(one["offices"], one["asked"]),
                format_count_of(one["done"], one["planned"]),
                _hours_of(one),
            ),
            reverse("campaigns:overview", args=[one["slug"]]),
            one["is_example"],
            tuple(
                _("%(question)s Deviation: %(share)s (n = %(n)s).")
                % {"question": label, "share": format_share(deviating, n), "n": format_number(n)}
                for label, deviating, n in one["results"]
            ),
        )
        for one in happened["campaigns"]
    )
    return Section(
        "kampanjer", _("Campaigns and their main results"),
        (_("Campaign"), _("Offices"), _("Objects"), _("Hours")), rows, _("No campaign ran this year."),
        (_("The questions with the largest share of deviations. Small numbers are hidden, as on the campaign's page."),)
        if rows else (),
    )  # fmt: skip


def _hours_of(campaign: Figures) -> str:
    if campaign["minutes"] is None:
        return _("not said")
    return _("%(hours)s (n = %(n)s)") % {
        "hours": format_number(round_half_up(Fraction(campaign["minutes"], 60), 0)),
        "n": format_number(campaign["minutes_reported"]),
    }


def _events(happened: Figures) -> Section:
    rows = tuple(
        Row(
            (
                f"{one['title']} ({_kind(one['kind'])}, {_day(one['day'])})",
                format_number(one["attended"]),
                format_number(one["offices"]),
                _grade_of(one),
            ),
            reverse("learning:event", args=[one["slug"]]),
            one["is_example"],
        )
        for one in happened["events"]
    )
    smallest = max((one["smallest"] for one in happened["events"]), default=0)
    notes = (
        _("The grade is the mean of the whole, from 1 to 10. It shows when at least %(n)s have answered.")
        % {"n": smallest},
    )  # fmt: skip
    return Section(
        "kurser", _("Courses and meetings"),
        (_("Event"), _("Participants"), _("Offices"), _("Grade")), rows,
        _("No course or meeting was held this year."), notes if rows else (),
    )  # fmt: skip


def _grade_of(event: Figures) -> str:
    answered = format_count_of(event["answered"], event["attended"])
    if event["overall"] is None:
        return _("too few (%(answered)s answered)") % {"answered": answered}
    return _("%(grade)s (%(answered)s answered)") % {
        "grade": format_number(event["overall"], 1), "answered": answered,
    }  # fmt: skip


def _guidance(happened: Figures) -> Section:
    rows = tuple(
        Row(
            (one["title"], one["number"], _day(one["from"])),
            reverse("guidance:edition", args=[one["slug"], one["number"]]),
            one["is_example"],
            (one["change"],) if one["change"] else (),
        )
        for one in happened["editions"]
    )
    reviews = [
        f"{ReviewOutcome(code).label.lower()} {format_number(n)}"
        for code, n in happened["reviews"].items()
        if n
    ]
    whole = sum(happened["reviews"].values())
    words = ngettext("%(n)s guidance was reviewed", "%(n)s guidances were reviewed", whole) % {
        "n": whole
    }
    note = f"{words}: {', '.join(reviews)}." if reviews else _("No guidance was reviewed.")
    return Section(
        "handlaggarstod", _("Guidance published and reviewed"),
        (_("Guidance"), _("Edition"), _("In force from")), rows, _("No guidance was published this year."),
        (note,),
    )  # fmt: skip


def _exercises(happened: Figures) -> Section:
    rows = tuple(
        Row(
            (one["title"], _alike(one["before"]), _alike(one["after"])),
            reverse("calibration:exercise", args=[one["slug"]]),
            one["is_example"],
            (_change(one),) if one["after"] else (),
        )
        for one in happened["exercises"]
    )
    notes = (
        _("How often two officers chosen at random gave the same answer. n is how many answered."),
    )  # fmt: skip
    return Section(
        "samsyn", _("Agreement before and after"),
        (_("Calibration exercise"), _("In the first round"), _("In the last round")), rows,
        _("No calibration exercise came to its end this year."), notes if rows else (),
    )  # fmt: skip


def _alike(found: Figures | None) -> str:
    if found is None:
        return _("not done")
    if found["alike"] is None:
        return _("too few (n = %(n)s)") % {"n": found["n"]}
    hundredths = round(found["alike"] * 100)
    return _("%(share)s (n = %(n)s)") % {
        "share": format_percent(hundredths, 100),
        "n": found["n"],
    }


def _change(exercise: Figures) -> str:
    return {
        True: _("The officers judge more alike in the last round."),
        False: _("The officers judge less alike in the last round."),
        None: _("It cannot be said whether the officers judge more alike now."),
    }[exercise["rises"]]


def _indicators(happened: Figures) -> Section:
    rows = tuple(
        Row(
            (
                one["name"],
                str(one["year"]),
                f"{format_number(Decimal(one['mean']))} {one['unit']}".strip(),
                format_count_of(one["n"], one["n"] + one["missing"]),
            ),
            reverse("indicators:indicator", args=[one["key"]]),
            one["is_example"],
        )
        for one in happened["indicators"]
    )
    notes = (
        _("The county's mean of the newest published year, with how many offices it is a mean of."),
    )
    return Section(
        "nyckeltal", _("Key figures"),
        (_("Key figure"), _("Year"), _("The county's mean"), _("Offices")), rows,
        _("No key figure of the year or the year before is published."), notes if rows else (),
    )  # fmt: skip


def _questions(happened: Figures) -> Section:
    asked = happened["questions"]
    rows: tuple[Row, ...] = ()
    if asked["asked"]:
        days = (
            _("not said") if asked["days"] is None else format_number(Decimal(str(asked["days"])))
        )
        rows = (
            Row((_("Questions asked"), format_number(asked["asked"]))),
            Row((_("Offices that asked"), format_number(asked["offices"]))),
            Row((_("Questions answered"), format_count_of(asked["answered"], asked["asked"]))),
            Row((_("Days to the first answer, median"), days)),
            Row((_("Answers agreed on"), format_number(asked["agreed"]))),
        )
    return Section(
        "fragor", _("Questions in the networks"), (_("Questions"), _("Number")), rows,
        _("No question was asked this year."),
    )  # fmt: skip


def _kind(code: str) -> str:
    return str(EventKind(code).label).lower()


def _day(iso: str) -> str:
    return format_date(date.fromisoformat(iso))
