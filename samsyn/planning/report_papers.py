"""The annual report as a document: the coordinator's words and the figures, live or frozen."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from samsyn.core.clock.interface import localtime
from samsyn.core.pdf.interface import (
    Block,
    Document,
    Fact,
    Facts,
    Footer,
    Heading,
    Paragraph,
    Table,
    blocks_from_text,
)
from samsyn.lib.swedish import format_count_of, format_date, format_number
from samsyn.planning.codes import GoalResult, ItemState
from samsyn.planning.models import AnnualReport
from samsyn.planning.report_sections import Section, sections_of


def report_document(report: AnnualReport, figures: Mapping[str, Any]) -> Document:
    """The report; the same figures and texts give the same document."""
    frozen = localtime(report.frozen_at).date() if report.frozen_at else None
    facts = [Fact(_("Year"), str(figures["year"]))]
    if report.decision:
        facts.append(Fact(_("Decided by"), str(report.decision.as_ref())))
    return Document(
        title=_("Annual report %(year)s") % {"year": figures["year"]},
        kind=_("Annual report"),
        organisation=report.plan_year.collaboration.name,
        facts=tuple(facts),
        footer=Footer(date=format_date(frozen) if frozen else ""),
        draft=frozen is None,
        exempeldata=report.plan_year.is_example,
        created=report.frozen_at,
        blocks=tuple(_blocks(report, figures)),
    )


def _blocks(report: AnnualReport, figures: Mapping[str, Any]) -> Iterable[Block]:
    yield Heading(_("Summary"))
    yield from blocks_from_text(report.summary)
    yield Heading(_("Goals"))
    yield Facts(tuple(Fact(label, number) for label, number in goal_lines(figures)))
    yield Heading(_("Activities"))
    for activity in figures["activities"]:
        yield from _activity(activity)
    for section in sections_of(figures):
        yield from _section(section)
    yield Heading(_("The offices"))
    yield _offices(figures)
    yield Heading(_("How the members steered"))
    yield Facts(tuple(Fact(label, text) for label, text in democracy_lines(figures)))
    yield Heading(_("Economy"))
    yield _economy(figures)
    if report.looking_ahead:
        yield Heading(_("Lessons and what comes next"))
        yield from blocks_from_text(report.looking_ahead)
    yield Heading(_("About the figures"))
    yield Paragraph(
        _(
            "Counted on %(day)s. Hours are what the offices have said; an office that has not said is not counted as nought."
        )
        % {"day": figures["counted_on"]}
    )
    if report.fingerprint:
        yield Paragraph(report.fingerprint, lead=_("Fingerprint of the figures"), small=True)


def goal_lines(figures: Mapping[str, Any]) -> list[tuple[str, str]]:
    """How many goals were met, of how many."""
    whole = sum(figures["goals"].values())
    return [
        (str(GoalResult(code).label), format_count_of(number, whole) if whole else "0")
        for code, number in figures["goals"].items()
    ]


def democracy_lines(figures: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Proposals, votes and decisions of the year in words."""
    row = figures["democracy"]
    return [
        (_("Needs and proposals made"), _("%(n)s from %(offices)s offices")
         % {"n": row["proposals"], "offices": row["from_offices"]}),
        (_("Of them in the plan"), str(row["accepted"])),
        (_("Of them turned down, with a reason"), str(row["declined"])),
        (_("Organisations that answered a vote"), format_count_of(row["answered"], row["voters"])),
        (_("Decisions of the steering group"), str(row["decisions"])),
    ]  # fmt: skip


def spent_text(activity: Mapping[str, Any]) -> str:
    """Hours spent of planned, and how many offices have said theirs."""
    planned = format_number(activity["hours"])
    if activity["spent"] is None:
        return _("%(planned)s planned, no office has said what it spent") % {"planned": planned}
    return _("%(spent)s of %(planned)s planned (%(said)s offices have said)") % {
        "spent": format_number(activity["spent"]),
        "planned": planned,
        "said": format_count_of(activity["offices_said_hours"], activity["offices"]),
    }


def _activity(activity: Mapping[str, Any]) -> Iterable[Block]:
    yield Heading(activity["title"], level=2)
    yield Paragraph(str(ItemState(activity["state"]).label), lead=_("State"))
    if activity["result"]:
        yield Paragraph(activity["result"])
    for text, result, comment in activity["goals"]:
        yield Paragraph(f"{text} {comment}".strip(), lead=str(GoalResult(result).label))
    if activity["offices"]:
        yield Paragraph(spent_text(activity), lead=_("Hours"))
    if campaign := activity["campaign"]:
        yield Paragraph(campaign_text(campaign), lead=_("Campaign"))
    if activity["proposal"]:
        yield Paragraph(activity["proposal"], lead=_("Began as"))
    if activity["decision"]:
        day, paragraph, _address = activity["decision"]
        yield Paragraph(f"{day} §\N{NO-BREAK SPACE}{paragraph}", lead=_("Decision"))


def campaign_text(campaign: Mapping[str, Any]) -> str:
    """How far a campaign came, with what it is a share of."""
    return (
        _("%(title)s: %(done)s of %(planned)s planned objects at %(offices)s of %(asked)s offices")
        % campaign
    )


def _section(section: Section) -> Iterable[Block]:
    yield Heading(section.heading)
    if not section.rows:
        yield Paragraph(section.empty)
    else:
        example = _("exempeldata")
        yield Table(
            caption=section.heading,
            columns=section.columns,
            rows=tuple(
                (f"{row.cells[0]} ({example})" if row.is_example else row.cells[0], *row.cells[1:])
                for row in section.rows
            ),
            numeric=section.numeric,
        )
        for row in section.rows:
            if row.below:
                yield Paragraph(" ".join(row.below), lead=row.cells[0])
    for note in section.notes:
        yield Paragraph(note, small=True)


def _offices(figures: Mapping[str, Any]) -> Table:
    rows = tuple(
        (row["office"], str(row["activities"]), format_number(row["hours"]), _spent_by(row))
        for row in figures["offices"]
    )
    return Table(
        caption=_("Participation per office, in alphabetical order"),
        columns=(_("Office"), _("Activities"), _("Hours planned"), _("Hours spent")),
        rows=rows,
        numeric=(1, 2, 3),
    )


def _spent_by(row: Mapping[str, Any]) -> str:
    """An office without activities has nothing to say; one with them may not have said it."""
    if not row["activities"]:
        return "–"
    return _("not said") if row["spent"] is None else format_number(row["spent"])


def _economy(figures: Mapping[str, Any]) -> Table:
    economy = figures["economy"]

    def kronor(value: int | None) -> str:
        return _("not said") if value is None else format_number(value)

    rows = [(title, kronor(planned), kronor(actual)) for title, planned, actual in economy["rows"]]
    rows.append((_("Incomes less costs"), kronor(economy["planned"]), kronor(economy["actual"])))
    return Table(
        caption=_("Economy"),
        columns=(_("What"), _("Planned, kronor"), _("Outcome, kronor")),
        rows=tuple(rows),
        numeric=(1, 2),
        strong_last=True,
    )
