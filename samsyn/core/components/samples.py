"""Invented values of every component, for the gallery; the words of a fictive county, in Swedish on purpose."""

from datetime import date

from django import forms
from django.core.paginator import Paginator

from samsyn.core.components.figures import (
    AnswerBar,
    AnswerRow,
    Lake,
    ProgressRow,
    ProgressRows,
    TileMap,
    progress_tile,
)
from samsyn.core.components.values import (
    Alert,
    Cell,
    Chip,
    Column,
    Crumb,
    DateRow,
    EmptyState,
    Fact,
    Swatch,
    Tab,
    Table,
    TimelineStep,
    TodoRow,
)
from samsyn.core.components.weeks import Week, WeekColumns

# Offices as (names, column, row, done, planned); the grid of the county of Jönköping.
OFFICES = [
    (("Mullsjö", "Habo"), 0, 0, 5, 8),
    (("Tranås",), 4, 0, 3, 8),
    (("Jönköping",), 2, 1, 17, 24),
    (("Aneby",), 3, 1, 4, 5),
    (("Vaggeryd",), 2, 2, 8, 8),
    (("Nässjö",), 3, 2, 8, 12),
    (("Eksjö",), 4, 2, 6, 8),
    (("Gislaved",), 0, 3, 8, 12),
    (("Gnosjö",), 1, 3, 0, 0),
    (("Värnamo",), 2, 3, 14, 14),
    (("Sävsjö",), 3, 3, 0, 6),
    (("Vetlanda",), 4, 3, 11, 12),
]


class SampleForm(forms.Form):
    """A form with each kind of field, sent with two faults."""

    planned = forms.IntegerField(
        label="Planerade objekt",
        help_text="Antal enligt er tillsynsplan. Ni kan ändra till 30 september.",
        error_messages={"invalid": "Skriv antalet med siffror, till exempel 12"},
    )
    comment = forms.CharField(
        label="Kommentar till avvikelsen",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=300,
        error_messages={"required": "Beskriv bristen med några ord"},
    )
    day = forms.DateField(
        label="Besöksdag",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    office = forms.ChoiceField(
        label="Kontor",
        required=False,
        choices=[("", "Välj kontor"), ("nassjo", "Nässjö"), ("eksjo", "Eksjö")],
    )
    chosen = forms.ChoiceField(
        label="Hur valdes objekten?",
        widget=forms.RadioSelect,
        choices=[
            ("risk", "Efter risk"),
            ("plan", "Rutin enligt plan"),
            ("random", "Slumpvis"),
        ],
    )
    laws = forms.MultipleChoiceField(
        label="Lagområden",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("environment", "Miljöfarlig verksamhet"), ("health", "Hälsoskydd")],
    )
    photo = forms.FileField(label="Foto", required=False, help_text="Högst 20 MB.")
    agreed = forms.BooleanField(label="Kontoret deltar i kampanjen", required=False)


def gallery_context() -> dict[str, object]:
    """What `core/gallery.html` draws."""
    sent = SampleForm({"planned": "tolv", "comment": "", "chosen": "risk", "laws": ["health"]})
    return {
        "swatches": swatches(),
        "form": sent,
        "page": Paginator(range(60), 10).page(2),
        **_places(),
        **_states(),
        **_progress(),
        **_answers(),
        "county": _county(),
        **_rows(),
    }


def swatches() -> list[Swatch]:
    """The colours of the house."""
    names = [
        ("djup", "#0F3A42"),
        ("accent, vatten", "#0B5A6B"),
        ("gran", "#1C4B3E"),
        ("hjortron", "#B45F06"),
        ("ljung", "#7E3A6E"),
        ("text", "#1E2E2F"),
        ("text, svag", "#415052"),
        ("dimma", "#F2F6F5"),
        ("A avvikelse", "#C4501B"),
        ("UA utan avvikelse", "#2F7F86"),
        ("karta 1", "#DCEBED"),
        ("karta 2", "#A9CDD3"),
        ("karta 3", "#5FA0AB"),
        ("karta 4", "#1F7280"),
        ("karta 5", "#0B4652"),
    ]
    dark_text = {"#F2F6F5", "#DCEBED", "#A9CDD3", "#5FA0AB"}
    return [
        Swatch(name, colour, "on-light" if colour in dark_text else "on-dark")
        for name, colour in names
    ]


def _places() -> dict[str, object]:
    return {
        "breadcrumbs": [Crumb("Om oss", "/om-oss/"), Crumb("Mönster")],
        "status": [
            Fact("Läge", "Pågår", icon="timer", tone="going"),
            Fact("Kampanjperiod", "1 sep – 11 dec 2026"),
            Fact("Kvar", "18 dagar"),
            Fact("Deltar", "11 av 12 kontor"),
            Fact("Checklista", "version 1.2", url="#flikar"),
            Fact("Beslut", "Styrgruppen 2026-06-11 § 14", exempeldata=True),
        ],
        "tabs": [
            Tab("Översikt", "#main", active=True),
            Tab("Kontor", "#main"),
            Tab("Frågor", "#main", badge=3),
            Tab("Resultat", "#main"),
        ],
        "chips": [
            Chip("Miljöfarlig verksamhet", "?omrade=", active=True),
            Chip("Hälsoskydd", "?omrade=halsoskydd"),
            Chip("Livsmedel", "?omrade=livsmedel"),
        ],
    }


def _states() -> dict[str, object]:
    return {
        "empty": EmptyState(
            "Inga frågor väntar på svar",
            "När ett kontor ställer en fråga om kampanjen hamnar den här.",
            button="Ställ en fråga",
            url="#lagen",
        ),
        "failed": Alert(
            "Dina svar är sparade.",
            "danger",
            "Resultatet gick inte att hämta.",
            "Försök igen",
            "#lagen",
        ),
        "draft": Alert(
            "Sprid dem inte.", "warning", "Siffrorna är utkast tills styrgruppen har släppt dem."
        ),
        "replaced": Alert(
            "Version 3.0 gällde till 10 juni 2026.", "info", "", "Läs version 3.1", "#lagen"
        ),
        "saved": Alert("Sparat 10.42. Länssamordnaren ser era 12 objekt.", "success"),
    }


def _county() -> TileMap:
    tiles = [
        progress_tile(
            names,
            column=column,
            row=row,
            done=done,
            planned=planned,
            takes_part=names != ("Gnosjö",),
            url="#figurer" if names == ("Nässjö",) else "",
        )
        for names, column, row, done, planned in OFFICES
    ]
    return TileMap(
        "Gjorda av planerade objekt per kontor, 23 november 2026",
        tiles,
        lake=Lake("Vättern", 2, 0),
        key="Gjort av planerat, %:",
        exempeldata=True,
    )


def _progress() -> dict[str, object]:
    rows = ProgressRows(
        [
            ProgressRow("Aneby", 4, 5, "I fas", "ok", "checkmark-circle"),
            ProgressRow("Eksjö", 6, 8, "Strax efter", "going", "timer", url="#figurer"),
            ProgressRow("Gislaved", 8, 12, "Efter", "waits", "hourglass"),
            ProgressRow(
                "Gnosjö",
                0,
                0,
                "Deltar inte",
                "idle",
                "minus-circle",
                absent="Prioriterade andra objekt i tillsynsplanen",
            ),
            ProgressRow("Jönköping", 17, 24, "Strax efter", "going", "timer"),
            ProgressRow("Sävsjö", 0, 6, "Ej påbörjad", "stop", "exclamationmark-triangle"),
            ProgressRow("Värnamo", 14, 14, "Klar", "ok", "checkmark-circle"),
        ],
        share_passed=0.82,
    )
    plain = ProgressRows(
        [
            ProgressRow("Miljökontoret Nässjö", 8, 12),
            ProgressRow("Dina objekt", 3, 7, weak=True),
            ProgressRow("Hela länet", 84, 117, weak=True),
        ],
        same_length=True,
        plain=True,
    )
    counts = [1, 3, 5, 7, 8, 9, 10, 9, 6, 10, 9, 7]
    weeks = [Week(36 + place, count) for place, count in enumerate(counts)]
    weeks += [Week(48, 11, needed=True), Week(49, 11, needed=True), Week(50, 11, needed=True)]
    columns = WeekColumns("Objekt per vecka i länet, hösten 2026", weeks)
    return {"plans": rows, "plain": plain, "weeks": columns}


def _answers() -> dict[str, object]:
    rows = [
        AnswerRow("1. Säkerhetsdatablad finns och är aktuella", AnswerBar(24, 52, 5, 3)),
        AnswerRow("3. Produktval: farliga ämnen byts ut", AnswerBar(14, 38, 26, 6)),
        AnswerRow(
            "6. Kemikalier förvaras invallat och skyddat", AnswerBar(31, 48, 3, 2), marked=True
        ),
        AnswerRow("7. Cisterner är kontrollerade i tid", AnswerBar(4, 19, 9, 52), url="#figurer"),
        AnswerRow("11. Egen fråga", AnswerBar(), hidden="Visas när minst 5 objekt har bedömts"),
    ]
    return {"answers": rows}


def _rows() -> dict[str, object]:
    return {
        "todo": [
            TodoRow(
                "4 objekt kvar i fordonskampanjen",
                "Nästa: Tvätthallen Sjögatan, besök bokat tisdag 9.00",
                "#rader",
                "Öppna objekten",
                deadline="Sista rapportdag 11 dec, 18 dagar kvar",
                soon=True,
                primary=True,
            ),
            TodoRow(
                "Läs ny version: Fordonstvättar 3.1",
                "2 punkter är ändrade, cirka 4 minuter",
                "#rader",
                "Läs ändringarna",
                icon="open-book",
                deadline="Gäller sedan 11 juni",
                exempeldata=True,
            ),
        ],
        "dates": [
            DateRow(date(2026, 11, 24), "Besök Tvätthallen", "9.00, ditt besök"),
            DateRow(
                date(2026, 11, 25),
                "Handläggarträff",
                "9.00–12.00 på distans, du är anmäld",
                "#rader",
            ),
            DateRow(date(2027, 1, 8), "Sista anmälningsdag", "kurs i små avlopp", exempeldata=True),
        ],
        "steps": [
            TimelineStep("Förberedelse", "juni–augusti", "Checklista och brev", "done"),
            TimelineStep("Besök", "1 sep – 11 dec", "84 av 117 objekt", "now"),
            TimelineStep("Rapport", "januari 2027", "Styrgruppen beslutar"),
        ],
        "table": Table(
            "Timmar per kontor, 2026",
            [
                Column("Kontor"),
                Column("Objekt", True),
                Column("Timmar", True),
                Column("Andel avvikelse", True),
            ],
            [
                [Cell("Aneby", "#rader"), "4", "31", "25 %"],
                ["Nässjö", "8", "1 038", "50 %"],
                ["Sävsjö", "0", Cell("–", missing="bortfall"), Cell("..", missing="sekretess")],
            ],
            [["Länet", "12", "1 069", "39 %"]],
        ),
    }
