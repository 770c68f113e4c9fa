"""The report as a document to print: the same texts and figures as on the page."""

from collections.abc import Iterable, Mapping

from samsyn.campaigns.models import Campaign, Report
from samsyn.campaigns.report_figures import Coverage, ReportFigures, read_figures
from samsyn.campaigns.report_texts import SECTIONS
from samsyn.campaigns.result_tables import ChoiceRow, ResultRow
from samsyn.core.clock.interface import localtime
from samsyn.core.pdf.interface import (
    AnswerBars,
    AnswerLine,
    Block,
    Document,
    Fact,
    Footer,
    Heading,
    Note,
    Paragraph,
    Table,
    blocks_from_text,
    render,
)
from samsyn.lib.rates import Share
from samsyn.lib.swedish import format_date, format_number, format_percent, format_period

HIDDEN = ".."
RESULT_COLUMNS = ("Fråga", "A", "UA", "EK", "EA", "Andel avvikelse", "n")
NUMERIC = (1, 2, 3, 4, 5, 6)


def report_pdf(campaign: Campaign, report: Report, texts: Mapping[str, str]) -> bytes:
    """The report as tagged PDF."""
    figures = read_figures(report.figures or {})
    finished = localtime(report.finished_at) if report.finished_at else None
    day = format_date(finished.date()) if finished else ""
    return render(
        Document(
            title=campaign.title,
            kind="Kampanjrapport",
            organisation=campaign.collaboration.name,
            facts=tuple(_facts(campaign, report, figures)),
            footer=Footer("", day, ""),
            draft=finished is None,
            exempeldata=campaign.is_example,
            cover=True,
            numbered=True,
            created=report.finished_at,
            blocks=tuple(_blocks(figures, texts, report)),
        )
    )


def _facts(campaign: Campaign, report: Report, figures: ReportFigures) -> Iterable[Fact]:
    if campaign.starts and campaign.ends:
        yield Fact("Period", format_period(campaign.starts, campaign.ends))
    yield Fact("Deltagande kontor", f"{figures.offices_taking_part} av {figures.offices_asked}")
    yield Fact("Besökta objekt", _of(figures.objects, figures.planned))
    if figures.checklist:
        yield Fact("Checklista", figures.checklist)
    if report.finished_at:
        yield Fact("Färdig", format_date(localtime(report.finished_at).date()))
    if campaign.report_decision:
        yield Fact("Beslut", str(campaign.report_decision))


def _blocks(figures: ReportFigures, texts: Mapping[str, str], report: Report) -> Iterable[Block]:
    for key, title in SECTIONS.items():
        yield Heading(title)
        yield from blocks_from_text(texts.get(key, ""))
        if key == "method":
            yield from _coverage(figures)
        if key == "result":
            yield from _results(figures)
        if key == "measures" and figures.measures:
            yield _choices(figures.measures)
    yield Heading("Om siffrorna")
    yield from _about(figures, report)


def _coverage(figures: ReportFigures) -> Iterable[Block]:
    with_done = any(line.done is not None for line in figures.coverage)
    columns = ("Kontor", "Deltog", "Planerade objekt", *(("Besökta objekt",) if with_done else ()))
    rows = tuple(_coverage_row(line, with_done) for line in figures.coverage)
    total = (
        "Hela länet",
        f"{figures.offices_taking_part} av {figures.offices_asked}",
        _number(figures.planned),
    )
    done = (_number(figures.objects),) if with_done else ()
    yield Table(
        "Vilka som deltog", columns, (*rows, (*total, *done)), numeric=(2, 3) if with_done else (2,), strong_last=True
    )  # fmt: skip
    if figures.selection:
        yield _choices(figures.selection)


def _coverage_row(line: Coverage, with_done: bool) -> tuple[str, ...]:
    answer = {True: "Ja", False: "Nej", None: "Inget svar"}[line.takes_part]
    done = (_number(line.done),) if with_done else ()
    return (line.office, answer, _number(line.planned), *done)


def _results(figures: ReportFigures) -> Iterable[Block]:
    if not figures.rows:
        return
    caption = f"Svar per fråga, hela länet, {format_number(figures.objects)} objekt"
    lines = tuple(AnswerLine(_label(row), _bar(row)) for row in figures.rows)
    yield AnswerBars(caption, lines, smallest=figures.smallest)
    yield Table(
        "Svar per fråga i tal",
        RESULT_COLUMNS,
        tuple(_result_row(row) for row in figures.rows),
        numeric=NUMERIC,
    )
    for choice in figures.choices:
        yield _choices(choice)
    titles = {row.key: _label(row) for row in figures.rows}
    for key, rows in figures.by_office.items():
        yield Table(
            f"{titles.get(key, key)}: kontor för kontor",
            ("Kontor", *RESULT_COLUMNS[1:]),
            tuple(_result_row(row) for row in rows),
            numeric=NUMERIC,
        )


def _result_row(row: ResultRow) -> tuple[str, ...]:
    numbers = tuple(HIDDEN if part.number is None else _number(part.number) for part in row.parts)
    return (
        _label(row),
        *numbers,
        share_words(row),
        HIDDEN if row.assessed is None else _number(row.assessed),
    )


def share_words(row: ResultRow) -> str:
    """The share of deviation as it is printed: hidden, nothing assessed, or a percentage."""
    if row.share is None:
        return HIDDEN
    if not row.share.denominator:
        return "–"
    return format_percent(row.share.numerator, row.share.denominator)


def _bar(row: ResultRow) -> Share | None:
    if row.hidden:
        return None
    numbers = {part.role: part.number or 0 for part in row.parts}
    return Share(numbers["A"], numbers["UA"], numbers["EK"], numbers["EA"])


def _choices(row: ChoiceRow) -> Table:
    note = " (flera svar möjliga)" if row.multiple else ""
    return Table(
        f"{row.label}{note}",
        ("Svar", "Antal objekt"),
        tuple((label, HIDDEN if number is None else _number(number)) for label, number in row.answers),
        numeric=(1,),
    )  # fmt: skip


def _about(figures: ReportFigures, report: Report) -> Iterable[Block]:
    yield Paragraph(
        "Andel avvikelse = A / (A + UA). EK och EA räknas inte in i n. Kontoren valde själva objekten, så siffrorna gäller "
        "de besökta objekten och kan inte räknas upp till alla verksamheter. Kontoren står i bokstavsordning; det är ingen "
        "rangordning."
    )
    if figures.any_hidden:
        yield Note(
            f"{HIDDEN} betyder att talet inte visas: det bygger på färre än {figures.smallest} objekt, eller skulle "
            "avslöja ett sådant tal.",
            title="Dolda tal",
        )
    if figures.minutes_reported:
        yield Paragraph(
            f"Tiden är redovisad för {_of(figures.minutes_reported, figures.objects)} objekt, "
            f"sammanlagt {format_number(figures.hours, 1)} timmar."
        )
    yield Paragraph(
        f"Siffrorna togs fram {figures.taken_at.replace('T', ' kl. ')[:20]}. "
        f"Fingeravtryck {report.snapshot_hash[:16] or '–'}, programversion {report.code_version or '–'}.",
        small=True,
    )


def _label(row: ResultRow) -> str:
    return f"{row.number} {row.label}".strip()


def _number(value: int | None) -> str:
    return "–" if value is None else format_number(value)


def _of(part: int, whole: int) -> str:
    return f"{format_number(part)} av {format_number(whole)}" if whole else format_number(part)
