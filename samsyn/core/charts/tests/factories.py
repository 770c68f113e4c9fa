"""Charts to look at, after the design's own figures, and a reader of what was drawn."""

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from samsyn.core.charts.interface import (
    AnswerRow,
    Chart,
    FunnelPoint,
    IntervalRow,
    Lake,
    Mark,
    ProgressRow,
    Series,
    Tile,
    Week,
    answer_bars,
    funnel,
    interval_plot,
    line_chart,
    progress_bars,
    small_multiples,
    tile_map,
    week_columns,
)
from samsyn.core.charts.lettering import width_of
from samsyn.lib.funnel import limits_up_to
from samsyn.lib.rates import Share

SVG = "{http://www.w3.org/2000/svg}"
TITLE = "Kemikalier förvaras invallat, länet, n = 79, 2026"

OFFICES = {
    "Tranås": (1, 2),
    "Aneby": (1, 4),
    "Habo–Mullsjö": (1, 5),
    "Eksjö": (2, 6),
    "Vaggeryd": (2, 7),
    "Nässjö": (4, 8),
    "Gislaved": (3, 8),
    "Vetlanda": (8, 9),
    "Värnamo": (4, 13),
    "Jönköping": (5, 17),
}
COUNTY = 31 / 79
TILES = (
    Tile(("Mullsjö", "Habo"), 0, 0, 5, 8),
    Tile(("Tranås",), 4, 0, 3, 8),
    Tile(("Jönköping",), 2, 1, 17, 24),
    Tile(("Aneby",), 3, 1, 4, 5),
    Tile(("Vaggeryd",), 2, 2, 8, 8),
    Tile(("Nässjö",), 3, 2, 8, 12),
    Tile(("Eksjö",), 4, 2, 6, 8),
    Tile(("Gislaved",), 0, 3, 8, 12),
    Tile(("Gnosjö",), 1, 3),
    Tile(("Värnamo",), 2, 3, 14, 14),
    Tile(("Sävsjö",), 3, 3, 0, 6),
    Tile(("Vetlanda",), 4, 3, 11, 12),
)
YEARS = (
    Series("Aneby", {2018: "–", 2019: 173, 2020: 162, 2021: 82}),
    Series("Tranås", {2018: 127, 2019: 123, 2020: ".", 2021: "–"}),
    Series("Vaggeryd", {2018: 142, 2019: 145, 2020: 149, 2021: ".."}),
    Series("Värnamo", {2018: 172, 2019: "?", 2020: "?", 2021: "?"}),
)


def a_funnel(
    offices: dict[str, tuple[int, int]] = OFFICES, outside: dict[str, str] | None = None
) -> Chart:
    outside = {"Vetlanda": "95"} if outside is None else outside
    largest = max(n for _, n in offices.values()) + 2
    return funnel(
        "tratt",
        TITLE,
        [FunnelPoint(name, a, n, outside.get(name, "")) for name, (a, n) in offices.items()],
        county=COUNTY,
        limits_95=limits_up_to(COUNTY, largest),
        limits_998=limits_up_to(COUNTY, largest, level=0.998),
    )


def some_answers(*, codes: bool = False) -> Chart:
    rows = [
        AnswerRow("1. Säkerhetsdatablad finns och är aktuella", Share(24, 52, 5, 3)),
        AnswerRow("2. Produktval: farliga ämnen byts ut", Share(1, 78, 1, 2)),
        AnswerRow("3. Lokal fråga", None),
        AnswerRow("4. Inte besvarad", Share(0, 0)),
    ]
    return answer_bars("svar", TITLE, rows, codes=codes)


def some_weeks() -> Chart:
    done = [1, 3, 5, 7, 8, 9, 10, 9, 6, 10, 9, 7]
    weeks = [Week(36 + place, number) for place, number in enumerate(done)]
    return week_columns(
        "veckor", TITLE, [*weeks, *(Week(n, 11, needed=True) for n in (48, 49, 50))]
    )


def some_intervals() -> Chart:
    rows = [
        IntervalRow(name, (Mark(a / n, max(a / n - 0.2, 0), min(a / n + 0.2, 1), f"{a} av {n}"),))
        for name, (a, n) in OFFICES.items()
    ]
    return interval_plot(
        "intervall",
        TITLE,
        [*rows, IntervalRow("Sävsjö", (None,), "inga objekt")],
        series=["Andel"],
        reference=("Länet", COUNTY),
    )


def agreement() -> Chart:
    rows = [
        IntervalRow("Rå överensstämmelse", (Mark(0.67, 0.54, 0.84), Mark(0.85, 0.73, 0.95))),
        IntervalRow("Krippendorffs alfa", (Mark(0.46, -0.22, 0.68), Mark(0.74, 0.46, 0.91))),
    ]
    return interval_plot(
        "matt",
        TITLE,
        rows,
        series=["Omgång 1, n = 22", "Omgång 2, n = 21"],
        percent=False,
        alphabetical=False,
    )


def some_progress() -> Chart:
    rows = [
        ProgressRow("Värnamo", 14, 14, "Klar"),
        ProgressRow("Aneby", 4, 5, "I fas"),
        ProgressRow("Gnosjö", absent="Deltar inte, prioriterade andra objekt i tillsynsplanen"),
        ProgressRow("Jönköping", 17, 24, "Strax efter"),
        ProgressRow("Sävsjö", 0, 6, "Ej påbörjad"),
    ]
    return progress_bars("planer", TITLE, rows, passed=0.82)


def a_map() -> Chart:
    return tile_map("karta", TITLE, TILES, lake=Lake("Vättern", 2, 0))


def multiples() -> Chart:
    band = {2018: (143.0, 154.0), 2019: (163.0, 172.0), 2020: (162.0, 163.0), 2021: (165.0, 178.0)}
    return small_multiples("over-tid", TITLE, YEARS, band=band)


def some_lines() -> Chart:
    return line_chart("linjer", TITLE, YEARS)


ALL: dict[str, Callable[[], Chart]] = {
    "answers": some_answers,
    "answers in print": lambda: some_answers(codes=True),
    "weeks": some_weeks,
    "funnel": a_funnel,
    "intervals": some_intervals,
    "agreement": agreement,
    "progress": some_progress,
    "map": a_map,
    "multiples": multiples,
    "lines": some_lines,
}


@dataclass(frozen=True)
class Text:
    """A drawn label with the room it takes by our own measure."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    fill: str

    def overlaps(self, other: "Text") -> bool:
        apart = abs(self.baseline - other.baseline) >= 0.75 * min(self.size, other.size)
        return not apart and self.left < other.right - 1 and other.left < self.right - 1


def root_of(svg: str) -> etree._Element:
    return etree.fromstring(svg.encode())


def texts_of(svg: str) -> list[Text]:
    root = root_of(svg)
    found = []
    for element in root.iter(f"{SVG}text"):
        size = float(element.get("font-size", root.get("font-size")))
        bold = element.get("font-weight") == "600"
        width = width_of(element.text or "", size, bold=bold)
        x, back = (
            float(element.get("x")),
            {"end": 1.0, "middle": 0.5}.get(element.get("text-anchor"), 0),
        )
        left = x - back * width
        at = float(element.get("y"))
        found.append(Text(element.text or "", left, left + width, at, size, element.get("fill")))
    return found


def words_of(svg: str) -> list[str]:
    return [text.text for text in texts_of(svg)]


def elements(svg: str, name: str, **attributes: str) -> list[etree._Element]:
    return [
        element
        for element in root_of(svg).iter(f"{SVG}{name}")
        if all(element.get(key.replace("_", "-")) == value for key, value in attributes.items())
    ]
