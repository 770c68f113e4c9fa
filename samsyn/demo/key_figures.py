"""The demo's key figures: the published ones with their sources, and one example round, marked as such.

Values: samsyn/demo/data/nyckeltal*.csv, copied 2026-11 from the pages named in each row. MSJ.13 is the only list of
the county known per office; Värnamo after 2018 and some others are missing in our copy.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from samsyn.core.clock.interface import today
from samsyn.core.decisions.interface import DecisionRef
from samsyn.demo import planned_share
from samsyn.demo.county import ENVIRONMENTAL_OFFICES
from samsyn.demo.plan import Demo
from samsyn.indicators.interface import (
    Comparability,
    Definition,
    Direction,
    IntervalKind,
    Missing,
    Part,
    Report,
    Round,
    Statistic,
    Typed,
    accept_report,
    make_indicator,
    open_round,
    publish_definition,
    record_published_aggregates,
    record_published_figures,
    release_round,
    return_report,
    save_entries,
    set_comparison_group,
    sign_report,
)
from samsyn.organisations.interface import Actor, actor_of

DATA = Path(__file__).parent / "data"
MSJ13 = "livsmedelsanlaggningar-per-arsarbetskraft"
VISITS = "tillsynsbesok-per-arsarbetskraft-exempel"
RATE = "timtaxa-exempel"
PAGE = "https://miljosamverkan.miljobarometern.se/msj/registrerade-anlaggningar-for-livsmedelskontroll-per-arsarb/table/"
_STATISTICS = {"Medel": Statistic.MEAN, "Median": Statistic.MEDIAN}
_NOT_COMPARABLE = {"MSL.10", "MSL.8"}


def published(demo: Demo) -> None:
    """MSJ's own list and the sister organisations' lists, as published."""
    values = list(_rows("nyckeltal_values.csv"))
    for order, row in enumerate(_rows("nyckeltal.csv"), start=1):
        _list_entry(demo, order, row, values)


def _list_entry(demo: Demo, order: int, row: dict[str, str], values: list[dict[str, str]]) -> None:
    number = row["id"] if re.match(r"^(MSJ|MSL)\.\d+\w?$", row["id"]) else ""
    own = row["organisation"] == "MSJ"
    is_msj13 = row["id"] == "MSJ.13"
    indicator = make_indicator(
        by=None,
        collaboration=demo.county,
        key=MSJ13 if is_msj13 else _slug(f"{row['organisation']}-{row['name']}")[:80],
        number=number,
        subject=_subject(row["name"]),
        publisher=row["organisation"],
        owner="Länssamordnaren" if own else row["organisation"],
        is_reference=not own,
        order=order,
    )
    definition = publish_definition(
        by=None,
        indicator=indicator,
        **_meaning(row, is_msj13=is_msj13),
        components=_FACILITIES if is_msj13 else (),
    )
    mine = [v for v in values if v["organisation"] == row["organisation"] and v["id"] == row["id"]]
    mine += [v for v in values if _by_name(row, v)]
    _record(demo, definition, mine)


def _by_name(row: dict[str, str], value: dict[str, str]) -> bool:
    """Rows without a number are found by the words that both lists use."""
    names = {"Åtalsanmälningar": "Åtalsanmälningar"}
    names["Tillsynstillfällen MB/åa"] = "Tillsynstillfällen enligt miljöbalken/årsarbetskraft"
    return row["id"].startswith("(no id in copy") and names.get(value["id"]) == row["name"]


def _record(demo: Demo, definition: Definition, values: list[dict[str, str]]) -> None:
    indicator = definition.indicator
    record_published_aggregates(
        by=None,
        indicator=indicator,
        rows=[
            {
                "year": int(v["year"]),
                "statistic": _STATISTICS[v["area"]],
                "value": Decimal(v["value"]),
                "source_url": v["source_url"],
            }
            for v in values
            if v["area"] in _STATISTICS
        ],
    )
    rows: list[dict[str, Any]] = [
        {
            "area": _slug(v["area"]),
            "area_name": v["area"],
            "year": int(v["year"]),
            "value": Decimal(v["value"]),
            "source_url": v["source_url"],
        }
        for v in values
        if v["area"] not in _STATISTICS
    ]
    if indicator.key == MSJ13:
        rows += _known_of_2018(demo, definition)
        rows += list(_missing_rows(rows))
    record_published_figures(by=None, definition=definition, rows=rows, offices=demo.offices)


def _known_of_2018(demo: Demo, definition: Definition) -> list[dict[str, Any]]:
    """The first year is not in our copy per office; its mean and one office's value are known from the same page."""
    record_published_aggregates(
        by=None,
        indicator=definition.indicator,
        rows=[
            {"year": 2018, "statistic": Statistic.MEAN, "value": Decimal(154), "source_url": PAGE}
        ],
    )
    value = {"area": "gnosjo", "area_name": "Gnosjö", "year": 2018, "value": Decimal(143)}
    return [{**value, "source_url": PAGE}]


def _missing_rows(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every office has a place in every year. Aneby did not report 2018 (the mean is over the other eleven); for the
    rest our copy does not say why.
    """
    known = {(row["area"], row["year"]) for row in rows}
    for office in ENVIRONMENTAL_OFFICES:
        for year in sorted({row["year"] for row in rows}):
            if (office.slug, year) not in known:
                dropout = (office.slug, year) == ("aneby", 2018)
                yield {
                    "area": office.slug,
                    "area_name": office.short_name,
                    "year": year,
                    "value": None,
                    "missing": Missing.DROPOUT if dropout else Missing.NOT_IN_SOURCE,
                    "source_url": PAGE,
                }


_FACILITIES = (
    {
        "key": "livsmedelsanlaggningar",
        "part": Part.NUMERATOR,
        "name": "Registrerade livsmedelsanläggningar 31 december",
        "unit": "anläggningar",
        "highest": Decimal(20000),
    },
    {
        "key": "arsarbetskrafter-livsmedel",
        "part": Part.DENOMINATOR,
        "name": "Årsarbetskrafter i livsmedelskontrollen, utfall",
        "unit": "årsarbetskrafter",
        "decimals": 2,
        "highest": Decimal(500),
        "help_text": "Arbetad tid omräknad till heltid. En person på halvtid i kontrollen är 0,5.",
    },
)


def _meaning(row: dict[str, str], *, is_msj13: bool) -> dict[str, Any]:
    meaning: dict[str, Any] = {
        "name": "Livsmedelsanläggningar per årsarbetskraft" if is_msj13 else row["name"],
        "unit": "anläggningar per årsarbetskraft" if is_msj13 else row["unit"],
        "counted": row["definition"],
        "source": "Kontorens egen rapportering"
        if row["organisation"] == "MSJ"
        else row["organisation"],
        "source_url": row["source_url"],
        "comparability": Comparability.OWN_TREND,
        "comparability_reason": "Listan kommer från andra. Den visas som jämförelsematerial, inte som en tävling.",
        "decimals": _decimals(row["id"]),
        "first_year": 2007,
    }
    if is_msj13:
        meaning |= {
            "counted": "Antalet registrerade livsmedelsanläggningar vid årets slut delat med årsarbetskrafter i "
            "livsmedelskontrollen (utfall).\n\nTalet är underlag för samtal om rimlig arbetsbelastning. Det finns "
            "inget bra eller dåligt värde, därför använder vi inte rött och grönt.",
            "comparability_reason": "Talet påverkas av avstånd, uppdrag och hur stora anläggningarna är. Följ i "
            "stället ett kontor över tid. Därför går det inte att rangordna eller sortera efter värde, varken här, "
            "i nedladdning eller i API:et.",
            "interval": IntervalKind.COUNT,
            "first_year": 2018,
        }
    elif row["id"] in _NOT_COMPARABLE:
        meaning["comparability_reason"] = "Källan själv avråder från jämförelse mellan miljökontor."
    return meaning


def _decimals(number: str) -> int:
    if number in {"MSL.3", "MSL.3b", "MSJ.3", "MSJ.4", "MSL.5b"} or number.startswith("HBG intäkt"):
        return 1
    return 2 if number == "MSL.4b" else 0


def _subject(name: str) -> str:
    if re.search("livsmedel", name, re.IGNORECASE):
        return "Livsmedelskontroll"
    return "Miljöbalkstillsyn" if re.search("miljöbalk", name, re.IGNORECASE) else "Kontoret"


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


# --- One example indicator per comparability rule, and rounds in which all numbers are invented ------------------

_FULL_TIME = {
    "key": "exempel-arsarbetskrafter-miljobalk",
    "part": Part.DENOMINATOR,
    "name": "Årsarbetskrafter i miljöbalkstillsynen, utfall",
    "unit": "årsarbetskrafter",
    "decimals": 2,
    "highest": Decimal(500),
    "help_text": "Arbetad tid omräknad till heltid. Räkna bort tjänstledighet och vakans.",
}
# Full-time equivalents, visits and hourly rate per office. All invented.
_INVENTED = {
    "aneby": (1.4, 61, 1020), "eksjo": (2.6, 118, 1105), "gislaved": (5.1, 204, 1090), "gnosjo": (2.1, 97, 1040),
    "habo-mullsjo": (3.0, 122, 1110), "jonkoping": (17.5, 690, 1215), "nassjo": (4.4, 171, 1095),
    "savsjo": (1.9, 88, 1030), "tranas": (2.8, 104, 1080), "vaggeryd": (2.2, 99, 1065), "vetlanda": (4.0, 186, 1075),
    "varnamo": (5.6, 231, 1120),
}  # fmt: skip
_SMALL = ("aneby", "eksjo", "gnosjo", "savsjo", "tranas", "vaggeryd")
_REPORTED = ("aneby", "eksjo", "gislaved", "jonkoping", "vetlanda", "varnamo")


def collected(demo: Demo) -> None:
    """Three released example rounds and one that is open."""
    coordinator = actor_of(demo.people["samordnare@exempel.se"])
    definitions = [_visits(demo), _rate(demo), planned_share.definition(demo)]
    _groups(demo)
    last = today().year - 1
    for year in (last - 3, last - 2, last - 1):
        _released(demo, coordinator, year, definitions)
    msj13 = Definition.objects.get(
        indicator__collaboration=demo.county, indicator__key=MSJ13, version=1
    )
    one = open_round(
        by=coordinator,
        collaboration=demo.county,
        year=last,
        deadline=today() + timedelta(days=18),
        definitions=[*definitions, msj13],
        is_example=True,
    )
    _half_way(demo, coordinator, one)


def _visits(demo: Demo) -> Definition:
    indicator = make_indicator(
        by=None, collaboration=demo.county, key=VISITS, subject="Miljöbalkstillsyn",
        owner="Länssamordnaren", order=101, is_example=True,
    )  # fmt: skip
    return publish_definition(
        by=None,
        indicator=indicator,
        name="Tillsynsbesök per årsarbetskraft",
        unit="besök per årsarbetskraft",
        counted="Antalet tillsynsbesök enligt miljöbalken under året delat med årsarbetskrafter (utfall).",
        help_text="Räkna besök på plats, även oanmälda. Räkna inte möten på kontoret.",
        source="Kontorens egen rapportering",
        comparability=Comparability.WITHIN_GROUP,
        comparability_reason="Resvägar och verksamheternas storlek skiljer mycket mellan små och stora kontor.",
        interval=IntervalKind.COUNT,
        decimals=1,
        first_year=2007,
        components=[
            {"key": "exempel-tillsynsbesok", "part": Part.NUMERATOR, "name": "Tillsynsbesök enligt miljöbalken",
             "unit": "besök", "highest": Decimal(20000)},
            _FULL_TIME,
        ],
    )  # fmt: skip


def _rate(demo: Demo) -> Definition:
    indicator = make_indicator(
        by=None, collaboration=demo.county, key=RATE, subject="Kontoret", owner="Länssamordnaren",
        order=102, is_example=True,
    )  # fmt: skip
    return publish_definition(
        by=None,
        indicator=indicator,
        name="Timtaxa miljöbalkstillsyn",
        unit="kronor per timme",
        counted="Timavgiften enligt den taxa som gällde den 31 december.",
        source="Kontorens egen rapportering",
        direction=Direction.NONE,
        comparability=Comparability.FREE,
        comparability_reason="Taxan räknas ut på samma sätt i alla kommuner.",
        first_year=2007,
        components=[
            {"key": "exempel-timtaxa", "part": Part.VALUE, "name": "Timtaxa", "unit": "kronor per timme",
             "lowest": Decimal(200), "highest": Decimal(5000), "jump_percent": 15},
        ],
    )  # fmt: skip


def _groups(demo: Demo) -> None:
    for key, name, slugs, reason in (
        ("mindre", "Mindre kontor", _SMALL, "Under tre årsarbetskrafter i tillsynen och högst 20 000 invånare."),
        ("storre", "Större kontor", set(_INVENTED) - set(_SMALL), "Minst tre årsarbetskrafter i tillsynen."),
    ):  # fmt: skip
        set_comparison_group(
            by=None, collaboration=demo.county, key=key, name=name, reason=reason,
            offices=[demo.offices[slug] for slug in slugs], is_example=True,
        )  # fmt: skip


def _released(demo: Demo, coordinator: Actor, year: int, definitions: list[Definition]) -> None:
    one = open_round(
        by=coordinator,
        collaboration=demo.county,
        year=year,
        deadline=today() + timedelta(days=1),
        definitions=definitions,
        is_example=True,
    )
    for slug in _INVENTED:
        # Sävsjö did not report one year: the page says so.
        if (slug, year) != ("savsjo", today().year - 3):
            _report(demo, one, slug)
            accept_report(by=coordinator, report=_report_of(one, slug))
    decision = DecisionRef(body="Styrgruppen (exempeldata)", date=today(), paragraph="7")
    release_round(by=coordinator, opened=one, decision=decision)


def _half_way(demo: Demo, coordinator: Actor, one: Round) -> None:
    for slug in _REPORTED:
        _report(demo, one, slug, facilities=True)
    for slug in _REPORTED[:3]:
        accept_report(by=coordinator, report=_report_of(one, slug))
    return_report(
        by=coordinator,
        report=_report_of(one, "jonkoping"),
        reason="Gäller årsarbetskrafterna utfallet eller anställningarna? (exempeldata)",
    )


def _report(demo: Demo, one: Round, slug: str, *, facilities: bool = False) -> None:
    report = _report_of(one, slug)
    officer = actor_of(demo.people[f"handlaggare.{slug}@exempel.se"])
    manager = actor_of(demo.people[f"chef.{slug}@exempel.se"])
    full_time, visits, rate = _INVENTED[slug]
    age = today().year - 1 - one.year
    typed = {
        "exempel-arsarbetskrafter-miljobalk": Typed(Decimal(str(full_time))),
        "exempel-tillsynsbesok": Typed(Decimal(visits - (visits // 15) * age)),
        "exempel-timtaxa": Typed(Decimal(rate - 35 * age)),
    } | planned_share.typed(slug, visits)
    if facilities:
        typed |= {
            "livsmedelsanlaggningar": Typed(Decimal(visits * 3)),
            "arsarbetskrafter-livsmedel": Typed(
                None, Missing.DROPOUT, "Siffran kommer från Ecos i veckan. (exempeldata)"
            ),
        }
    save_entries(by=officer, report=report, typed=typed)
    sign_report(by=manager, report=report)


def _report_of(one: Round, slug: str) -> Report:
    return Report.objects.select_related("round", "office").get(round=one, office__slug=slug)
