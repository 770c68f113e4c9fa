"""The school checklist of 2014/15 as XLSForm rows, and how the demo answers it.

The questions and the reference are those of the published checklist (our copy of it ends at question 10); which answer is
a deviation and the purposes are ours. All answers in the demo are invented.
"""

import random
from datetime import date, timedelta
from typing import Any

from samsyn.lib.xform import Workbook

SOURCE = (
    "Checklista, projekt ventilation och städning 2014/2015. "
    "http://docplayer.se/2617270-Checklista-projekt-ventilation-och-stadning-2014-2015.html"
)
SV = "label::Svenska (sv)"


def _question(kind: str, name: str, text: str, **columns: str) -> dict[str, Any]:
    return {"type": kind, "name": name, SV: text, **columns}


def _judged(name: str, number: str, text: str, purpose: str, **columns: str) -> dict[str, Any]:
    return _question(
        columns.pop("kind", "yes_no"),
        name,
        text,
        required="yes",
        samsyn_number=number,
        samsyn_deviation="nej",
        samsyn_comment="yes",
        samsyn_purpose=purpose,
        **columns,
    )


def workbook(*, routines: str = "") -> Workbook:
    """The checklist as a workbook; `routines` is the address of the guidance clause on written routines."""
    survey = [
        _question("begin group", "skolan", "Skolan"),
        _question("select_one driftsform", "driftsform", "Driftsform", required="yes"),
        _question("integer", "antal_elever", "Antal elever", constraint=". >= 0 and . <= 5000"),
        _question("integer", "antal_toaletter", "Antal toaletter", constraint=". >= 0 and . <= 500"),
        {"type": "end group"},
        _question("begin group", "stadning", "Städning"),
        _judged("f1", "1", "Fungerar städningen bra på skolan?", "Damm och smuts ska inte ge besvär för elever."),
        _question("select_one nar", "f2", "När sker städningen?", samsyn_number="2"),
        _question("yes_no", "f3a", "Finns annan verksamhet i skollokalerna?", samsyn_number="3A", required="yes"),
        _question(
            "yes_no", "f3b", "Används gymnastiksalen kvällar och helger?", samsyn_number="3B", relevant="${f3a} = 'ja'"
        ),
        _judged(
            "f3c", "3C", "Städas gymnastiksalen extra med anledning av det?",
            "Mer användning behöver mer städning.", samsyn_law="FoHMFS 2014:19", relevant="${f3b} = 'ja'",
        ),
        _question("decimal", "f4b", "Yta som ska städas dagligen (m2)", samsyn_number="4B", constraint=". > 0"),
        _question("decimal", "f4c", "Antal timmar städning per dag", samsyn_number="4C", constraint=". > 0"),
        _question("calculate", "m2_per_timme", "Yta per timme", calculation="round(${f4b} div ${f4c}, 1)"),
        _question("select_one vem", "f5", "Vem städar?", samsyn_number="5"),
        {"type": "end group"},
        _question("begin group", "rutiner", "Skriftliga rutiner"),
        _judged(
            "f6", "6", "Finns skriftliga städrutiner för daglig- och veckostädning?",
            "Städningen ska inte hänga på en person.", samsyn_law="MB 26 kap. 19 §", samsyn_guidance=routines,
        ),
        _judged(
            "f7", "7", "Finns skriftliga städrutiner för den städning personalen sköter själva?",
            "Det som ingen äger blir inte gjort.", kind="select_one ja_nej_stadar_ej",
            samsyn_law="MB 26 kap. 19 §", samsyn_guidance=routines,
        ),
        _judged(
            "f8", "8", "Finns skriftliga rutiner för storstädning?", "Ytor som sällan städas samlar damm.",
            samsyn_law="MB 26 kap. 19 §", samsyn_guidance=routines,
        ),
        _question("select_one hur_ofta", "f9", "Hur ofta storstädas det?", samsyn_number="9"),
        {"type": "end group"},
    ]  # fmt: skip
    return Workbook(survey=survey, choices=_choices(), settings={})


def _choices() -> list[dict[str, Any]]:
    lists = {
        "driftsform": [("privat", "Privat"), ("kommunal", "Kommunal")],
        "nar": [
            ("morgon", "På morgonen innan verksamheten börjar"),
            ("dag", "På dagen under pågående verksamhet"),
            ("kvall", "Eftermiddag/kväll efter verksamheten"),
            ("annat", "Annat"),
        ],
        "vem": [
            ("stadbolag_centralt", "Städbolag, centralt upphandlat"),
            ("stadbolag_eget", "Städbolag, ej centralt upphandlat"),
            ("egen", "Egen anställd städare"),
            ("personal", "Personal"),
            ("foraldrar", "Föräldrar"),
            ("annan", "Annan"),
        ],
        "ja_nej_stadar_ej": [("ja", "Ja"), ("nej", "Nej"), ("ea", "Personal städar ej")],
        "hur_ofta": [("1", "1 gång/år"), ("2", "2 gånger/år"), ("3", "Oftare än 2 gånger/år")],
    }
    return [
        {"list_name": name, "name": code, SV: label}
        for name, listed in lists.items()
        for code, label in listed
    ]


def answers(dice: random.Random) -> dict[str, dict[str, str]]:
    """One invented school's answers by group; the shares are made up."""
    other = dice.random() < 0.6
    gym = other and dice.random() < 0.8
    area, hours = dice.randrange(400, 4200, 50), dice.randrange(4, 30)
    cleaning = {
        "f1": "ja" if dice.random() < 0.78 else "nej",
        "f2": dice.choice(["morgon", "dag", "kvall"]),
    }
    cleaning["f3a"] = "ja" if other else "nej"
    if other:
        cleaning["f3b"] = "ja" if gym else "nej"
    if gym:
        cleaning["f3c"] = "ja" if dice.random() < 0.45 else "nej"
    cleaning |= {
        "f4b": str(area),
        "f4c": str(hours),
        "m2_per_timme": _half_up(area, hours),
        "f5": dice.choice(["egen", "stadbolag_centralt", "stadbolag_eget"]),
    }
    routines = {
        "f6": "ja" if dice.random() < 0.62 else "nej",
        "f7": dice.choices(["ja", "nej", "ea"], [5, 3, 4])[0],
        "f8": "ja" if dice.random() < 0.5 else "nej",
        "f9": dice.choice(["1", "2", "3"]),
    }
    school = {
        "driftsform": "kommunal" if dice.random() < 0.8 else "privat",
        "antal_elever": str(dice.randrange(60, 620)),
        "antal_toaletter": str(dice.randrange(6, 40)),
    }
    return {"skolan": school, "stadning": _commented(cleaning), "rutiner": _commented(routines)}


def _half_up(area: int, hours: int) -> str:
    tenths = (20 * area + hours) // (2 * hours)
    whole, rest = divmod(tenths, 10)
    return f"{whole}.{rest}" if rest else str(whole)


def _commented(answered: dict[str, str]) -> dict[str, str]:
    """A comment after each deviation, in the order of the form."""
    full: dict[str, str] = {}
    for name, answer in answered.items():
        full[name] = answer
        if answer == "nej" and name in {"f1", "f3c", "f6", "f7", "f8"}:
            full[f"{name}_kommentar"] = "Exempeldata: brist som skolan ska åtgärda."
    return full


def begun(dice: random.Random, number: int) -> dict[str, dict[str, str]]:
    """The first answers of a visit that is not finished."""
    kept: dict[str, dict[str, str]] = {}
    for group, given in answers(dice).items():
        room = number - sum(map(len, kept.values()))
        if first := dict(list(given.items())[:room]):
            kept[group] = first
    return kept


def file_with_a_fault(visited: date) -> str:
    """An office's own list of three schools as CSV: the second has an answer that is none, the third a day to come."""
    whole = {
        "sam_referens": "2026-2201", "sam_objekttyp": "Grundskola", "sam_datum": visited.isoformat(),
        "sam_urval": "Slumpvis", "driftsform": "kommunal", "f1": "ja", "f3a": "nej", "f6": "ja", "f7": "ja", "f8": "nej",
        "f8_kommentar": "Rutinen är muntlig. (Exempeldata.)", "sam_atgard": "Råd",
    }  # fmt: skip
    rows = [
        whole,
        {**whole, "sam_referens": "2026-2202", "f6": "kanske"},
        {
            **whole,
            "sam_referens": "2026-2203",
            "sam_datum": (visited + timedelta(days=60)).isoformat(),
        },
    ]
    lines = [";".join(whole), *(";".join(row.values()) for row in rows)]
    return "\n".join(lines) + "\n"
