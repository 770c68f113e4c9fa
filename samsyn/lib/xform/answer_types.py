"""Whether an answer is written as its type wants; what the question says about it is tried elsewhere."""

import re
from collections.abc import Callable
from datetime import date, datetime

__all__ = ["CHECKS"]

_INTEGER = re.compile(r"^-?\d{1,15}$")
_DECIMAL = re.compile(r"^-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,3})?$")
_TIME = re.compile(r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?([+-]\d\d:\d\d|Z)?$")
_POINT = re.compile(r"^-?\d{1,2}(\.\d+)? -?\d{1,3}(\.\d+)?( -?\d+(\.\d+)?){0,2}$")


def _is_date(text: str) -> str:
    try:
        date.fromisoformat(text[:10])
    except ValueError:
        return "type"
    return "" if len(text) == 10 else "type"


def _is_moment(text: str) -> str:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return "type"
    return ""


def _matches(pattern: re.Pattern[str]) -> Callable[[str], str]:
    return lambda text: "" if pattern.match(text) else "type"


# Gives "type" for what is no answer of the type, else nothing; a type that is missing here takes any text.
CHECKS: dict[str, Callable[[str], str]] = {
    "integer": _matches(_INTEGER),
    "decimal": _matches(_DECIMAL),
    "time": _matches(_TIME),
    "geopoint": _matches(_POINT),
    "date": _is_date,
    "dateTime": _is_moment,
}
