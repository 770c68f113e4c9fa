"""Our own columns of the survey sheet. Other tools ignore them; without them a form still works everywhere.

| column | holds |
|---|---|
| samsyn_number | the number shown before the question (10, 3A) |
| samsyn_law | legal references, separated by semicolons |
| samsyn_purpose | why the question is asked |
| samsyn_guidance | address of the guidance behind the question |
| samsyn_deviation | the answers that are a deviation, separated by spaces |
| samsyn_sanction_fee | yes when a deviation can cost an environmental sanction fee |
| samsyn_reference | a value to compare with, shown beside the field |
| samsyn_comment | yes: a deviation asks for a comment and offers a photo; without deviations, any answer offers both |
"""

from dataclasses import dataclass
from typing import Any

__all__ = ["OWN_COLUMNS", "READY_LIST", "Own", "expand_rows", "ready_choices"]

OWN_COLUMNS = (
    "samsyn_number",
    "samsyn_law",
    "samsyn_purpose",
    "samsyn_guidance",
    "samsyn_deviation",
    "samsyn_sanction_fee",
    "samsyn_reference",
    "samsyn_comment",
)
READY_LIST = "ua_a_ek_ea"
_READY = (
    ("ua", "UA, utan avvikelse", "UA, no deviation"),
    ("a", "A, avvikelse", "A, deviation"),
    ("ek", "EK, ej kontrollerad", "EK, not inspected"),
    ("ea", "EA, ej aktuell", "EA, not applicable"),
)
_YES = {"yes", "ja", "true", "true()", "1", "x"}
SWEDISH, ENGLISH = "Svenska (sv)", "English (en)"
COMMENT_END, PHOTO_END = "_kommentar", "_foto"


@dataclass(frozen=True, slots=True)
class Own:
    """The values of our columns for one question."""

    number: str = ""
    law: tuple[str, ...] = ()
    purpose: str = ""
    guidance: str = ""
    deviation: tuple[str, ...] = ()
    sanction_fee: bool = False
    reference: str = ""
    comment: bool = False

    @classmethod
    def of(cls, row: dict[str, Any]) -> "Own":
        """From a row of the survey sheet; the ready list has its deviation built in."""
        text = {name: str(row.get(name, "") or "").strip() for name in OWN_COLUMNS}
        deviation = tuple(text["samsyn_deviation"].replace(",", " ").split())
        if not deviation and str(row.get("type", "")).split()[-1:] == [READY_LIST]:
            deviation = ("a",)
        return cls(
            number=text["samsyn_number"],
            law=tuple(part.strip() for part in text["samsyn_law"].split(";") if part.strip()),
            purpose=text["samsyn_purpose"],
            guidance=text["samsyn_guidance"],
            deviation=deviation,
            sanction_fee=is_yes(text["samsyn_sanction_fee"]),
            reference=text["samsyn_reference"],
            comment=is_yes(text["samsyn_comment"]),
        )


def is_yes(value: Any) -> bool:
    """Whether a cell says yes, in Swedish or English."""
    return str(value or "").strip().lower() in _YES


def ready_choices() -> list[dict[str, Any]]:
    """The ready list UA / A / EK / EA, as rows of the choices sheet."""
    return [
        {
            "list_name": READY_LIST,
            "name": name,
            f"label::{SWEDISH}": swedish,
            f"label::{ENGLISH}": english,
        }
        for name, swedish, english in _READY
    ]


def expand_rows(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with `samsyn_comment` written out as ordinary questions that every tool understands.

    The comment is named `<name>_kommentar` and the photo `<name>_foto`, both asked when the answer is a deviation.
    Rows that already stand there (a form that was downloaded and uploaded again) are left as they are.
    """
    names = {row.get("name") for row in rows}
    expanded: list[dict[str, Any]] = []
    for row in rows:
        expanded.append(row)
        if not is_yes(row.get("samsyn_comment")) or f"{row.get('name')}{COMMENT_END}" in names:
            continue
        expanded += _follow_up(row, Own.of(row).deviation)
    return expanded


def _follow_up(row: dict[str, Any], deviation: tuple[str, ...]) -> list[dict[str, Any]]:
    name = row["name"]
    relevant = " or ".join(f"${{{name}}} = '{code}'" for code in deviation) or f"${{{name}}} != ''"
    place = {"_row": row.get("_row", 0), "relevant": relevant}
    return [
        {
            **place,
            "type": "text",
            "name": f"{name}{COMMENT_END}",
            "required": "yes" if deviation else "",
            "appearance": "multiline",
            f"label::{SWEDISH}": "Kommentar",
            f"label::{ENGLISH}": "Comment",
            f"hint::{SWEDISH}": "Beskriv bristen så att en kollega förstår. Skriv inga namn.",
            f"hint::{ENGLISH}": "Describe the deficiency so that a colleague understands. Write no names.",
        },
        {
            **place,
            "type": "image",
            "name": f"{name}{PHOTO_END}",
            f"label::{SWEDISH}": "Foto",
            f"label::{ENGLISH}": "Photo",
        },
    ]
