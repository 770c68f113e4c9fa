"""The OpenRosa functions that lxml lacks, for evaluating forms on the server.

Dates travel as text (2026-11-23) and are turned to days since 1970-01-01 where a number is wanted (`samsyn-days`).
The moment of evaluation is given by the caller through `evaluation_time`, never read from the machine's clock.
"""

import math
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta, tzinfo
from decimal import Decimal
from typing import Any

import regex

__all__ = [
    "FUNCTIONS",
    "VOLATILE",
    "ExpressionTimeout",
    "days_by_the_clock",
    "days_of",
    "evaluation_time",
    "number_of",
    "round_of",
    "text_of",
]

EPOCH = date(1970, 1, 1)
# What only the client can know: its clock, its chance, what stood there before, the language on its screen.
VOLATILE = {"today", "now", "random", "uuid", "once", "jr:choice-name"}
_moment: ContextVar[datetime] = ContextVar("moment", default=datetime(1970, 1, 1, tzinfo=UTC))
_zone: ContextVar[tzinfo | None] = ContextVar("zone", default=None)
_DATE = re.compile(r"^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?")
MOST_REGEX_TEXT, MOST_REGEX = 2_000, 300
# Honest patterns take microseconds; a submission of a hundred hostile ones still leaves the server alive.
MOST_SECONDS = 0.05


class ExpressionTimeout(Exception):
    """A pattern in `regex()` that is too heavy to be tried, or that is none."""


@contextmanager
def evaluation_time(moment: datetime) -> Iterator[None]:
    """Sets what `today()` and `now()` say."""
    token = _moment.set(moment)
    try:
        yield
    finally:
        _moment.reset(token)


@contextmanager
def days_by_the_clock() -> Iterator[None]:
    """Counts days as ODK's engine does: hours since 1970 by the local clock, so that summer time shortens a day."""
    token = _zone.set(_moment.get().tzinfo)
    try:
        yield
    finally:
        _zone.reset(token)


def text_of(value: Any) -> str:
    """A value as XPath's string()."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, list):
        return _node_text(value[0]) if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _number_text(value)
    if isinstance(value, int):
        return str(value)
    return _node_text(value)


def _number_text(value: float) -> str:
    """As XPath writes numbers: all digits, never an exponent."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value.is_integer():
        return str(int(value))
    return f"{Decimal(repr(value)):f}"


def number_of(value: Any) -> float:
    """A value as XPath's number(), with dates as days since 1970."""
    if isinstance(value, bool):
        return 1.0 if value else 0.0
    if isinstance(value, float | int):
        return float(value)
    text = text_of(value).strip()
    try:
        return float(text) if text and "_" not in text else math.nan
    except ValueError:
        return days_of(text)


def days_of(text: str) -> float:
    """Days since 1970-01-01 of an ISO date or date and time; NaN for what is neither."""
    match = _DATE.match(text.strip())
    if match is None:
        return math.nan
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return math.nan
    hour, minute, second = (int(match[part] or 0) for part in (4, 5, 6))
    zone = _zone.get()
    if zone is not None and hour < 24:
        moment = datetime(day.year, day.month, day.day, hour, minute % 60, second % 60, tzinfo=zone)
        return moment.timestamp() / 86400
    return float((day - EPOCH).days) + (hour * 3600 + minute * 60 + second) / 86400


def _node_text(node: Any) -> str:
    if isinstance(node, str):
        return str(node)
    return "".join(node.itertext()) if len(node) else node.text or ""


def _nodes(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _texts(value: Any) -> list[str]:
    """The texts of a node-set, or the one text of a plain value."""
    return [text_of(one) for one in _nodes(value)]


def _is_true(value: Any) -> bool:
    if isinstance(value, list | str):
        return len(value) > 0
    if isinstance(value, float):
        return value != 0 and not math.isnan(value)
    return bool(value)


def _words(value: Any) -> list[str]:
    return text_of(value).split()


def half_up(value: float, places: float = 0) -> float:
    """Rounded to a number of decimals, a half away from nought: -2.5 becomes -3.

    As ODK's engine does it, in binary arithmetic and step by step, since the browser shows what the server stores:
    1.005 to two decimals is 1, because 1.005 * 100 is a little less than 100.5.
    """
    if math.isnan(value) or math.isinf(value) or math.isnan(places):
        return math.nan if math.isnan(places) else value
    multiplier = 10.0**places
    shifted = abs(value) * multiplier
    if math.isinf(shifted) or multiplier == 0:
        return math.nan
    whole = math.floor(shifted)
    return math.copysign((whole + (shifted - whole >= 0.5)) / multiplier, value)


def _sum(_: Any, value: Any) -> float:
    return float(sum(number_of(node) for node in _nodes(value)))


def _numbers(arguments: tuple[Any, ...]) -> list[float]:
    values = [number_of(node) for argument in arguments for node in _nodes(argument)]
    return [] if any(math.isnan(value) for value in values) else values


def _date(_: Any, value: Any) -> str:
    number = number_of(value)
    if math.isnan(number):
        return ""
    return (EPOCH + timedelta(days=math.floor(number))).isoformat()


_FORMATS: dict[str, Callable[[datetime], str]] = {
    "%Y": lambda d: f"{d.year:04d}",
    "%y": lambda d: f"{d.year % 100:02d}",
    "%m": lambda d: f"{d.month:02d}",
    "%n": lambda d: str(d.month),
    "%d": lambda d: f"{d.day:02d}",
    "%e": lambda d: str(d.day),
    "%H": lambda d: f"{d.hour:02d}",
    "%h": lambda d: str(d.hour),
    "%M": lambda d: f"{d.minute:02d}",
    "%S": lambda d: f"{d.second:02d}",
}


def _format_date(_: Any, value: Any, pattern: Any) -> str:
    number = number_of(value)
    if math.isnan(number):
        return ""
    moment = datetime(1970, 1, 1) + timedelta(days=number)  # noqa: DTZ001  # a wall-clock date without a zone
    return re.sub(
        r"%[A-Za-z]",
        lambda match: _FORMATS.get(match[0], lambda _: match[0])(moment),  # type: ignore[no-untyped-call]
        text_of(pattern),
    )


def _regex(_: Any, value: Any, pattern: Any) -> bool:
    """Whether the whole text fits; ExpressionTimeout for what takes too long and for what is no pattern."""
    text, expression = text_of(value), text_of(pattern)
    if len(text) > MOST_REGEX_TEXT or len(expression) > MOST_REGEX:
        raise ExpressionTimeout
    try:
        found = regex.fullmatch(expression, text, regex.ASCII, timeout=MOST_SECONDS)
    except (TimeoutError, regex.error) as error:
        raise ExpressionTimeout from error
    return found is not None


def _substr(_: Any, value: Any, start: Any, end: Any = None) -> str:
    text = text_of(value)
    return text[_index(start) : len(text) if end is None else _index(end)]


def _index(value: Any) -> int:
    """A number as an index; what is no number is 0."""
    number = number_of(value)
    return 0 if math.isnan(number) or math.isinf(number) else math.trunc(number)


def _count_non_empty(_: Any, value: Any) -> float:
    return float(sum(1 for text in _texts(value) if text != ""))


def _coalesce(_: Any, first: Any, second: Any) -> str:
    return text_of(first) or text_of(second)


def _if(_: Any, condition: Any, yes: Any, no: Any) -> Any:
    chosen = yes if _is_true(condition) else no
    return text_of(chosen) if isinstance(chosen, list) else chosen


def _selected_at(_: Any, value: Any, place: Any) -> str:
    words, at = _words(value), _index(place)
    return words[at] if 0 <= at < len(words) else ""


def _position(_: Any, value: Any) -> float:
    """Which round of its repeat a node is."""
    return float(round_of(value[0])) if isinstance(value, list) and value else math.nan


def round_of(node: Any) -> int:
    """Which of its like-named siblings a node is, from 1."""
    return 1 + sum(1 for _ in node.itersiblings(node.tag, preceding=True))


def _indexed_repeat(_: Any, nodes: Any, *places: Any) -> list[Any]:
    """`indexed-repeat(question, repeat, number, …)`: the question in that round of each repeat named."""
    for repeat, number in zip(places[::2], places[1::2], strict=True):
        at = number_of(number)
        rounds = {round_ for round_ in repeat if round_of(round_) == at}
        nodes = [node for node in nodes if rounds.intersection(node.iterancestors())]
    return list(nodes)


def _join(_: Any, separator: Any, *values: Any) -> str:
    return text_of(separator).join(text for value in values for text in _texts(value))


def _now() -> str:
    return _moment.get().strftime("%Y-%m-%dT%H:%M:%S")


def _pow(_: Any, base: Any, exponent: Any) -> float:
    try:
        return float(math.pow(number_of(base), number_of(exponent)))
    except (OverflowError, ValueError):
        return math.nan


Function = Callable[..., Any]
FUNCTIONS: dict[str, Function] = {
    "selected": lambda _, value, choice: text_of(choice) in _words(value),
    "selected-at": _selected_at,
    "count-selected": lambda _, value: float(len(_words(value))),
    "if": _if,
    "coalesce": _coalesce,
    "samsyn-concat": lambda _, *values: "".join(text for v in values for text in _texts(v)),
    "join": _join,
    "regex": _regex,
    "date": _date,
    "date-time": lambda _, value: text_of(value),
    "today": lambda _: _moment.get().date().isoformat(),
    "now": lambda _: _now(),
    "format-date": _format_date,
    "format-date-time": _format_date,
    "decimal-date-time": lambda _, value: number_of(value),
    "samsyn-days": lambda _, value: number_of(value),
    "samsyn-number": lambda _, value: number_of(value),
    "int": lambda _, value: _whole(number_of(value)),
    "abs": lambda _, value: abs(number_of(value)),
    "samsyn-round": lambda _, value, places=0.0: half_up(number_of(value), number_of(places)),
    "samsyn-sum": _sum,
    "min": lambda _, *values: min(_numbers(values), default=math.nan),
    "max": lambda _, *values: max(_numbers(values), default=math.nan),
    "pow": _pow,
    "sqrt": lambda _, value: math.sqrt(n) if (n := number_of(value)) >= 0 else math.nan,
    "pi": lambda _: math.pi,
    "count-non-empty": _count_non_empty,
    "substr": _substr,
    "samsyn-position": _position,
    "indexed-repeat": _indexed_repeat,
    "once": lambda _, value: text_of(value),
    "boolean-from-string": lambda _, value: text_of(value).strip().lower() in {"1", "true"},
    "uuid": lambda _, *__: "",
    "random": lambda _: 0.5,
}


def _whole(value: float) -> float:
    return value if math.isnan(value) or math.isinf(value) else float(math.trunc(value))
