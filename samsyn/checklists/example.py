"""The workbook that an author starts from: every kind of question and every column of ours, once."""

from typing import Any

from samsyn.lib.xform import Workbook, write_workbook

SV = "label::Svenska (sv)"
EN = "label::English (en)"


def example_workbook() -> bytes:
    """The example as .xlsx. It uploads without a problem, so that an author can see at once what becomes of it."""
    return write_workbook(Workbook(survey=_survey(), choices=_choices(), settings={}))


def _row(kind: str, name: str, swedish: str, english: str, **columns: str) -> dict[str, Any]:
    return {"type": kind, "name": name, SV: swedish, EN: english, **columns}


def _survey() -> list[dict[str, Any]]:
    return [
        _row("note", "inledning", "Ta bort raderna du inte behöver.", "Delete the rows you do not need."),
        _row("begin group", "kemikalier", "Kemikalier", "Chemicals"),
        _row(
            "select_one ua_a_ek_ea", "f1", "Finns säkerhetsdatablad för alla kemikalier?",
            "Are there safety data sheets for all chemicals?", required="yes", samsyn_number="1",
            samsyn_law="MB 26 kap. 19 §; 1998:901 7 §", samsyn_purpose="Verksamheten ska känna till riskerna.",
            samsyn_guidance="https://www.kemi.se/", samsyn_comment="yes",
        ),
        _row(
            "yes_no", "f2", "Är förvaringen invallad?", "Is the storage bunded?", required="yes", samsyn_number="2",
            samsyn_deviation="nej", samsyn_sanction_fee="no", samsyn_comment="yes",
        ),
        _row(
            "integer", "f2a", "Hur många liter rymmer invallningen?", "How many litres does the bund hold?",
            samsyn_number="2a", relevant="${f2} = 'ja'", constraint=". >= 0 and . <= 100000",
            samsyn_reference="Minst det största kärlets volym.",
            **{"constraint_message::Svenska (sv)": "Skriv ett tal mellan 0 och 100 000."},
        ),
        {"type": "end group"},
        _row("begin repeat", "utslapp", "Utsläppspunkter", "Outlets"),
        _row("text", "namn", "Vad kallas utsläppspunkten?", "What is the outlet called?"),
        _row("decimal", "flode", "Flöde (m3 per dygn)", "Flow (m3 per day)", constraint=". >= 0"),
        _row("geopoint", "plats", "Var ligger den?", "Where is it?"),
        {"type": "end repeat"},
        _row("select_multiple avfall", "f3", "Vilket farligt avfall finns?", "Which hazardous waste is there?"),
        _row("date", "f4", "När hämtades avfallet senast?", "When was the waste last collected?"),
        _row("image", "f5", "Foto", "Photo"),
        _row("calculate", "antal_punkter", "Antal utsläppspunkter", "Number of outlets", calculation="count(${utslapp})"),
    ]  # fmt: skip


def _choices() -> list[dict[str, Any]]:
    listed = (
        ("olja", "Spillolja", "Waste oil"),
        ("losning", "Lösningsmedel", "Solvents"),
        ("batterier", "Batterier", "Batteries"),
    )
    return [
        {"list_name": "avfall", "name": code, SV: swedish, EN: english}
        for code, swedish, english in listed
    ]
