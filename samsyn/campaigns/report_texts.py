"""The sections of a report: their titles, and a first text made from the figures that the coordinator then rewrites.

A report is written in Swedish whatever language its reader has chosen, so these texts are Swedish.
"""

from samsyn.campaigns.models import Campaign
from samsyn.campaigns.report_figures import ReportFigures
from samsyn.campaigns.result_tables import ChoiceRow, ResultRow
from samsyn.lib.swedish import (
    counted,
    format_number,
    format_percent,
    format_period,
    join_list,
)

SECTIONS: dict[str, str] = {
    "summary": "Sammanfattning",
    "background": "Bakgrund och syfte",
    "method": "Så gjordes kampanjen",
    "result": "Vad vi såg",
    "measures": "Åtgärder",
    "lessons": "Lärdomar",
    "next": "Förslag till fortsättning",
}
# What only people know: the text says what belongs there, and the report cannot be finished while it stands.
TO_WRITE = {
    "lessons": "[Skriv vad som fungerade bra och dåligt i kampanjen: checklistan, urvalet, samarbetet, tiden.]",
    "next": "[Skriv vad gruppen föreslår: vägledning, kalibrering, uppföljning, ny kampanj.]",
}
MOST_NAMED = 3


def first_texts(campaign: Campaign, figures: ReportFigures) -> dict[str, str]:
    """A first text for each section."""
    return {
        "summary": _summary(campaign, figures),
        "background": _background(campaign),
        "method": _method(campaign, figures),
        "result": _result(figures),
        "measures": _measures(figures),
        **TO_WRITE,
    }


def unwritten(texts: dict[str, str]) -> list[str]:
    """The titles of sections that are empty or still hold the reminder of what to write."""
    return [
        title
        for key, title in SECTIONS.items()
        if not texts.get(key, "").strip() or texts[key].strip() == TO_WRITE.get(key)
    ]


def _summary(campaign: Campaign, figures: ReportFigures) -> str:
    objects = counted(figures.objects, "objekt", "objekt")
    sentences = [
        f"{figures.offices_taking_part} av {figures.offices_asked} kontor deltog i {campaign.title} "
        f"och besökte {objects}{_of_planned(figures)}."
    ]
    worst = _most_deviations(figures.rows)
    if worst:
        sentences.append(
            f"Störst andel avvikelser fanns i frågan ”{worst[0].label}”: {_share(worst[0])}."
        )
    sentences.append("Kontoren valde själva objekten, så siffrorna gäller de besökta objekten.")
    return " ".join(sentences)


def _of_planned(figures: ReportFigures) -> str:
    if not figures.planned:
        return ""
    planned = format_number(figures.planned)
    if figures.objects > figures.planned:
        return f", fler än de {planned} som planerades"
    return f", {format_percent(figures.objects, figures.planned)} av de {planned} som planerades"


def _background(campaign: Campaign) -> str:
    parts = [
        campaign.background,
        campaign.purpose and f"Syfte: {campaign.purpose}",
        campaign.goals and f"Mål: {campaign.goals}",
        campaign.delimitation and f"Avgränsning: {campaign.delimitation} {campaign.delimitation_reason}".strip(),
    ]  # fmt: skip
    return "\n\n".join(part for part in parts if part)


def _method(campaign: Campaign, figures: ReportFigures) -> str:
    period = (
        format_period(campaign.starts, campaign.ends) if campaign.starts and campaign.ends else ""
    )
    text = [f"Kontoren inspekterade {period} med samma checklista ({figures.checklist})."]
    chosen = _listed(figures.selection)
    if chosen:
        text.append(f"Objekten valdes så här: {chosen}.")
    text.append(
        "UA betyder utan avvikelse, A avvikelse, EK ej kontrollerad och EA ej aktuell. Andel avvikelse är A / (A + UA); "
        "EK och EA räknas inte in. n är antalet bedömda objekt i frågan."
    )
    if figures.any_hidden:
        text.append(
            f"Tal som bygger på färre än {figures.smallest} objekt visas inte, och inte heller tal som skulle avslöja dem."
        )
    return " ".join(text)


def _result(figures: ReportFigures) -> str:
    most = _most_deviations(figures.rows)
    if not most and any(row.share is not None for row in figures.rows):
        return "I de frågor som kan visas finns inga avvikelser."
    if not most:
        return "Ingen fråga har så många bedömda objekt att svaren kan visas."
    lines = [f"- {row.number} {row.label}: {_share(row)}".replace("-  ", "- ") for row in most]
    return "Flest avvikelser, räknat som andel av de bedömda objekten, fanns i:\n\n" + "\n".join(
        lines
    )


def _measures(figures: ReportFigures) -> str:
    listed = _listed(figures.measures)
    sentences = [
        f"Efter besöken: {listed}. Ett besök kan ha lett till flera åtgärder."
        if listed
        else "Inga åtgärder är redovisade."
    ]
    if figures.minutes_reported:
        hours = format_number(figures.hours, 1)
        sentences.append(
            f"Kontoren lade {hours} timmar på de {format_number(figures.minutes_reported)} objekt där tiden är redovisad."
        )
    return " ".join(sentences)


def _listed(row: ChoiceRow | None) -> str:
    if row is None:
        return ""
    found = [
        f"{label.lower()} ({format_number(number)})" for label, number in row.answers if number
    ]
    return join_list(found)


def _most_deviations(rows: list[ResultRow]) -> list[ResultRow]:
    """The questions with the largest share of deviation among those that may be shown and have one."""
    shown = [row for row in rows if row.share is not None and row.share.numerator]
    return sorted(shown, key=_value, reverse=True)[:MOST_NAMED]


def _value(row: ResultRow) -> float:
    return row.share.numerator / row.share.denominator if row.share and row.share.denominator else 0


def _share(row: ResultRow) -> str:
    if row.share is None:
        return "visas inte"
    return f"{format_percent(row.share.numerator, row.share.denominator)} (n = {format_number(row.share.denominator)})"
