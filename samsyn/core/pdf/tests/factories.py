"""Documents to look at: a campaign report, an empty checklist for paper and a filled record (all invented)."""

from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from samsyn.core.pdf.fonts import build_fonts
from samsyn.core.pdf.interface import (
    AnswerBars,
    AnswerLine,
    Block,
    Bullets,
    Checkboxes,
    Document,
    Fact,
    Facts,
    Figure,
    Footer,
    FormQuestion,
    Heading,
    Note,
    Option,
    PageBreak,
    Paragraph,
    Record,
    RecordAnswer,
    Signatures,
    Table,
    blocks_from_text,
)
from samsyn.core.pdf.tests.structure import Finding, check, text_of
from samsyn.lib.rates import Share
from samsyn.lib.swedish import format_share

__all__ = ["Finding", "check", "checklist", "minimal", "ready_fonts", "record", "report", "text_of"]

CREATED = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
COLLABORATION = "Miljösamverkan Jönköpings län"
FOOTER = Footer(
    version="1.2", date="23 november 2026", address="samsyn.exempel.se/kampanjer/fordon-2026"
)

QUESTIONS = (
    ("1. Säkerhetsdatablad finns och är aktuella", Share(24, 52, 5, 3)),
    ("2. Kemikalieförteckning är förd och fullständig", Share(35, 41, 4, 4)),
    ("3. Produktval: farliga ämnen byts ut", Share(14, 38, 26, 6)),
    ("4. Förpackningar är märkta", Share(9, 66, 6, 3)),
    ("5. Spillskydd och absorptionsmedel finns", Share(17, 61, 3, 3)),
    ("6. Kemikalier förvaras invallat och skyddat", Share(31, 48, 3, 2)),
    ("7. Cisterner är kontrollerade i tid", Share(4, 19, 9, 52)),
    ("8. Köldmedier: kontroll och journal", Share(6, 30, 21, 27)),
    ("9. Farligt avfall antecknas", Share(29, 47, 6, 2)),
    ("10. Oljeavskiljare sköts och larm fungerar", Share(28, 39, 7, 10)),
    ("11. Egenkontrollen är skriven", Share(1, 81, 1, 1)),
)

PROJECT = Path(__file__).parents[4]


def ready_fonts(folder: Path) -> Path:
    """The built typeface; built in `folder` when nobody has run the setup."""
    built = Path(settings.FONTS_DIR)
    if list(built.glob("*.ttf")):
        return built
    build_fonts(PROJECT / "node_modules", folder)
    return folder


# The smallest drawing that a figure can hold.
SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 160" font-family="\'Samsyn Sans\'">'
    '<rect x="20" y="20" width="400" height="40" fill="#1F7280"/>'
    '<text x="20" y="100" font-size="16">Värnamo 14 av 14</text></svg>'
)


def minimal(*blocks: Block, **options: object) -> Document:
    """A one-page document around the blocks of a test."""
    return Document(title="Provet", blocks=blocks, created=CREATED, **options)


def report(**options: object) -> Document:
    chosen = {
        "title": "Fordonsverkstäder och fordonstvättar 2026",
        "subtitle": "Resultat från en gemensam tillsynskampanj",
        "kind": "Kampanjrapport",
        "organisation": COLLABORATION,
        "facts": (
            Fact("Läge", "Sammanställd"),
            Fact("Kampanjperiod", "1 sep – 11 dec 2026"),
            Fact("Deltog", "11 av 12 kontor"),
            Fact("Beslut", "Styrgruppen 2025-06-12 §\u00a014"),
            Fact("Checklista", "version 1.2"),
            Fact("Projektgrupp", "5 personer"),
        ),
        "footer": FOOTER,
        "draft": True,
        "exempeldata": True,
        "cover": True,
        "numbered": True,
        "created": CREATED,
        **options,
    }
    return Document(blocks=_report_blocks(), **chosen)


def _report_blocks() -> tuple[Block, ...]:
    return (*_scope(), *_method(), *_result(), *_aftermath())


def _scope() -> tuple[Block, ...]:
    return (
        Heading("Sammanfattning"),
        Paragraph(
            "Kemikalieförteckningen och förvaringen är det som oftast brister. Var tredje verkstad "
            "saknade aktuella säkerhetsdatablad. Skillnaderna mellan kontoren kan vara slump.",
            lead="Nästan hälften av verkstäderna behöver rätta sin kemikalieförteckning.",
        ),
        Note(
            "Kontoren valde själva objekt, så siffrorna gäller de besökta objekten och inte alla "
            "verkstäder i länet.",
            title="Läs siffrorna så här",
        ),
        Heading("Omfattning och täckning"),
        Paragraph(
            "84 av 117 planerade objekt är besökta. Ett kontor avstod: Gnosjö, som prioriterade annat."
        ),
        Table(
            "Objekt per kontor",
            ("Kontor", "Urval", "Planerade", "Besökta", "Andel"),
            (
                ("Aneby", "risk", "5", "4", "4 av 5"),
                ("Eksjö", "rutin", "8", "6", "6 av 8"),
                ("Gnosjö", "deltar inte", "–", "–", "–"),
                ("Habo–Mullsjö", "risk", "8", "5", "5 av 8"),
                ("Jönköping", "rutin", "24", "17", "71\u00a0%"),
                ("Värnamo", "slump", "14", "14", "14 av 14"),
                ("Hela länet", "", "117", "84", "72\u00a0%"),
            ),
            numeric=(2, 3, 4),
            strong_last=True,
        ),
        Figure(
            SQUARE, "Värnamo 14 av 14 planerade objekt.", "Besökta objekt av planerade", width=0.8
        ),
    )


def _method() -> tuple[Block, ...]:
    return (
        Heading("Metod"),
        *blocks_from_text(
            "Handläggarna besökte verkstäderna och svarade på samma checklista.\n\n"
            "- Utbildning 25 augusti\n- Halvtidsmöte 14 oktober\n- Sista rapportdag 11 december\n\n"
            "Svaren granskades av projektgruppen."
        ),
        Heading("Så räknar vi", 2),
        Facts(
            (
                Fact("Andel avvikelse", "avvikelser (A) delat med bedömda (A + UA)"),
                Fact("Avrundning", "halva uppåt, inga decimaler under tusen"),
                Fact("Skydd", "tal som bygger på färre än 5 visas inte"),
            )
        ),
    )


def _result() -> tuple[Block, ...]:
    return (
        Heading("Resultat per fråga"),
        AnswerBars(
            "Svar per fråga, 84 objekt, 2026.",
            (
                *(AnswerLine(label, share) for label, share in QUESTIONS),
                AnswerLine("12. Lokal fråga", None),
            ),
        ),
        Table(
            "Svar per fråga i tal",
            ("Fråga", "A", "UA", "EK", "EA", "Andel avvikelse"),
            tuple(
                (
                    label,
                    str(s.deviating),
                    str(s.compliant),
                    str(s.not_checked),
                    str(s.not_applicable),
                    format_share(s.numerator, s.denominator) if s.denominator else "–",
                )
                for label, s in QUESTIONS
            ),
            numeric=(1, 2, 3, 4, 5),
        ),
    )


def _aftermath() -> tuple[Block, ...]:
    return (
        Heading("Åtgärder"),
        Table(
            "Åtgärder efter besöken",
            ("Åtgärd", "Antal"),
            (
                ("Råd", "41"),
                ("Överenskommelse", "53"),
                ("Föreläggande", "6"),
                ("Föreläggande med vite", "1"),
            ),
            numeric=(1,),
        ),
        Heading("Tid"),
        Paragraph("I median tog ett objekt 3,5 timmar, med för- och efterarbete."),
        Heading("Lärdomar"),
        *blocks_from_text(
            "1. Skicka brevet till verkstäderna tidigare.\n2. Fråga 3 behöver exempel.\n3. Öva på IBC."
        ),
        Heading("Kontorens kommentarer"),
        Heading("Vetlanda", 2),
        Paragraph("Vi valde objekt efter risk, så vår andel är högre än länets."),
        Heading("Källor"),
        Paragraph(
            "Samsyn, inskickade checklistor till och med 11 december 2026. Kodversion 0.1.0.",
            small=True,
        ),
    )


ANSWERS = (
    Option("utan avvikelse", "UA"),
    Option("avvikelse", "A"),
    Option("ej kontrollerad", "EK"),
    Option("ej aktuell", "EA"),
)


def checklist() -> Document:
    return Document(
        title="Checklista: fordonsverkstäder och fordonstvättar 2026",
        kind="Checklista för papper",
        organisation=COLLABORATION,
        footer=FOOTER,
        facts=(
            Fact("Version", "1.2"),
            Fact("Gäller från", "1 september 2026"),
            Fact("Kontor", "Miljökontoret i Nässjö"),
        ),
        created=CREATED,
        blocks=(*_visit(), *_chemicals()),
    )


def _visit() -> tuple[Block, ...]:
    return (
        Heading("Besöket"),
        FormQuestion("Eget ärendenummer", "text", lines=1, required=True),
        FormQuestion("Besöksdatum", "date", required=True),
        FormQuestion("Antal anställda", "number", unit="personer", hint="Räkna årsarbetskrafter."),
        FormQuestion(
            "Urval",
            "choice",
            options=(Option("risk"), Option("rutin"), Option("slump"), Option("klagomål")),
        ),
    )


def _chemicals() -> tuple[Block, ...]:
    return (
        Heading("Kemikalier"),
        FormQuestion(
            "Säkerhetsdatablad finns och är aktuella",
            "choice",
            number="1",
            options=ANSWERS,
            lines=2,
            law="Reach artikel 31 och 35",
            purpose="Den som hanterar ämnet ska veta hur det ska förvaras och vad som händer vid spill.",
            required=True,
        ),
        FormQuestion(
            "Kemikalier förvaras invallat och skyddat",
            "choice",
            number="2",
            options=ANSWERS,
            hint="Titta även utomhus och i skrubben.",
            lines=2,
            law="2 kap. 3 § miljöbalken",
        ),
        FormQuestion(
            "Vilka produkter finns?",
            "multiple",
            number="3",
            options=tuple(
                Option(name)
                for name in (
                    "avfettning",
                    "spolarvätska",
                    "lack",
                    "oljor",
                    "köldmedier",
                    "batterisyra",
                )
            ),
        ),
        FormQuestion("Plats för oljeavskiljaren", "place", number="4"),
        FormQuestion("Foto av oljeavskiljaren", "photo", number="5"),
        FormQuestion("Beskriv hur spill tas om hand", "text", number="6", lines=4),
        Note(
            "Fråga 7 gäller bara den som har en cistern på mer än 1 m³.",
            title="Hoppa över om det inte gäller",
        ),
        FormQuestion(
            "Cisternen är kontrollerad i tid", "choice", number="7", options=ANSWERS, lines=1
        ),
        Heading("Efter besöket"),
        Checkboxes(("Återkoppling given på plats", "Brev ska skickas", "Nytt besök behövs")),
        Signatures(("Handläggare", "Verksamhetens företrädare")),
    )


def record() -> Document:
    return Document(
        title="Protokoll från tillsyn 2026-10-14",
        subtitle="Ekvägens bil och tvätt",
        kind="Tillsynsprotokoll",
        organisation="Miljökontoret i Nässjö",
        footer=Footer(date="14 oktober 2026", address="Ärende 2026-0417"),
        exempeldata=True,
        created=CREATED,
        facts=(
            Fact("Ärende", "2026-0417"),
            Fact("Besök", "14 oktober 2026, 9.00–11.30"),
            Fact("Handläggare", "Karin Ek"),
            Fact("Objekt", "Fordonsverkstad, 50.10 U"),
            Fact("Checklista", "version 1.2"),
            Fact("Kvittens", "SAM-7F3K-22"),
        ),
        blocks=_recorded(),
    )


def _recorded() -> tuple[Block, ...]:
    return (
        Paragraph(
            "Två avvikelser ska rättas före den 30 november 2026.",
            lead="Besöket visade två avvikelser.",
        ),
        Heading("Kontrollpunkter"),
        Record(
            "Svar på checklistans frågor",
            (
                RecordAnswer(
                    "Säkerhetsdatablad finns och är aktuella", "UA", "1", law="Reach artikel 31"
                ),
                RecordAnswer(
                    "Kemikalier förvaras invallat och skyddat",
                    "A",
                    "2",
                    comment="IBC utan invallning nära golvbrunn.\nFlyttas före den 1 november.",
                    law="2 kap. 3 § miljöbalken",
                    deviates=True,
                ),
                RecordAnswer(
                    "Cisternen är kontrollerad i tid", "EA", "3", comment="Cistern saknas."
                ),
                RecordAnswer(
                    "Oljeavskiljare sköts och larm fungerar",
                    "A",
                    "4",
                    comment="Larmet är inte provat.",
                    deviates=True,
                ),
                RecordAnswer(
                    "Köldmedier: kontroll och journal", "EK", "5", comment="Hanns inte med."
                ),
            ),
        ),
        Heading("Åtgärder"),
        Bullets(
            (
                "Överenskommelse: flytta IBC till invallad plats",
                "Råd: prova larmet varje kvartal",
            )
        ),
        Heading("Underskrift"),
        Checkboxes(("Protokollet är läst av verksamheten", "Kopia lämnad"), ticked=(0,)),
        Signatures(("Karin Ek, miljöinspektör",)),
        PageBreak(),
        Heading("Bilaga: foton"),
        Figure(SQUARE, "IBC vid golvbrunn i verkstaden.", "Foto 1, IBC vid golvbrunn", width=0.5),
    )
