"""Numbers, dates and lists as the house writes them, for page, PDF and chart alike.

Swedish is the default; ``language="en"`` gives the English form of the same thing. Spaces that
must not break are hard: a narrow one in thousands, an ordinary one before % and after §.
Nothing here knows gettext: nouns come in as arguments.
"""

import re
from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal
from typing import Literal

from samsyn.lib.rounding import Number, exact, round_half_up

__all__ = [
    "Language",
    "NumberRefused",
    "counted",
    "format_count_of",
    "format_date",
    "format_decision",
    "format_interval",
    "format_number",
    "format_percent",
    "format_percent_interval",
    "format_period",
    "format_share",
    "format_time",
    "format_times",
    "format_week",
    "format_weekday",
    "join_list",
    "parse_number",
    "swedish_order",
]

Language = Literal["sv", "en"]

# é and ü are sorted as e and u; the letters of the neighbours as ours.
_ALPHABET = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "é": "e", "ü": "u"})
NARROW = "\u202f"  # narrow no-break space
HARD = "\u00a0"  # no-break space
DASH = "\u2013"  # en dash
MINUS = "\u2212"

# Below this many a share is written "8 av 11": a percentage would promise more than it holds.
FEW = 20
# From this many one decimal of a percentage means something.
MANY = 1000


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_MONTHS: dict[Language, tuple[str, ...]] = {
    "sv": _words(
        "januari februari mars april maj juni juli augusti september oktober november december"
    ),
    "en": _words(
        "January February March April May June July August September October November December"
    ),
}
_SHORT_MONTHS: dict[Language, tuple[str, ...]] = {
    "sv": _words("jan feb mars apr maj juni juli aug sep okt nov dec"),
    "en": _words("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
}
_WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "sv": _words("måndag tisdag onsdag torsdag fredag lördag söndag"),
    "en": _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
}
_OF = {"sv": "av", "en": "of"}
_AND = {"sv": "och", "en": "and"}
_TO = {"sv": "till", "en": "to"}
_WEEK = {"sv": "vecka", "en": "week"}


def format_number(value: Number, decimals: int | None = None, *, language: Language = "sv") -> str:
    """1038 -> "1 038", 0.54 -> "0,54". ``decimals`` rounds half up; None keeps what is written.

    A fraction without end (1/3) needs ``decimals``; without it ValueError.
    """
    digits = (
        format(_as_written(value), "f")
        if decimals is None
        else format(round_half_up(value, decimals), "f")
    )
    negative = digits.startswith("-") and digits.strip("-0.") != ""
    whole, _, rest = digits.lstrip("-").partition(".")
    groups = f"{int(whole):,}"
    if language == "sv":
        groups = groups.replace(",", NARROW)
    text = groups if not rest else f"{groups}{_point(language)}{rest}"
    return f"{MINUS}{text}" if negative else text


def format_percent(numerator: Number, denominator: int, *, language: Language = "sv") -> str:
    """72 of 100 -> "72 %"; one decimal from a thousand. ValueError when nothing was counted."""
    _check_share(numerator, denominator)
    decimals = 0 if denominator < MANY else 1
    share = exact(numerator) * 100 / denominator
    return _with_percent(format_number(share, decimals, language=language), language)


def format_count_of(numerator: int, denominator: int, *, language: Language = "sv") -> str:
    """8 and 11 -> "8 av 11"."""
    first = format_number(numerator, language=language)
    return f"{first} {_OF[language]} {format_number(denominator, language=language)}"


def format_share(
    numerator: int, denominator: int, *, with_percent: bool = False, language: Language = "sv"
) -> str:
    """A share as the house writes it: "8 av 11" when n < 20, else "72 %".

    ``with_percent`` lets the percentage follow the small one: "8 av 11, 73 %".
    """
    _check_share(numerator, denominator)
    percent = format_percent(numerator, denominator, language=language)
    if denominator >= FEW:
        return percent
    count = format_count_of(numerator, denominator, language=language)
    return f"{count}, {percent}" if with_percent else count


def format_interval(
    low: Number, high: Number, decimals: int | None = None, *, language: Language = "sv"
) -> str:
    """0.54, 0.84 -> "0,54–0,84"; "−0,10 till 0,84" since − and – look alike."""
    left = format_number(low, decimals, language=language)
    right = format_number(high, decimals, language=language)
    if MINUS in left + right:
        return f"{left} {_TO[language]} {right}"
    return f"{left}{DASH}{right}"


def format_percent_interval(
    low: Number, high: Number, decimals: int = 0, *, language: Language = "sv"
) -> str:
    """Shares between 0 and 1 -> "54–84 %"."""
    ends = format_interval(exact(low) * 100, exact(high) * 100, decimals, language=language)
    return _with_percent(ends, language)


def format_date(
    day: date,
    *,
    short: bool = False,
    today: date | None = None,
    language: Language = "sv",
) -> str:
    """ "23 november 2026"; short: "23 nov". With ``today`` the year goes when it is this year's.

    The short form carries its year only when ``today`` is given and lies in another year.
    """
    names = _SHORT_MONTHS if short else _MONTHS
    text = f"{day.day} {names[language][day.month - 1]}"
    with_year = not short if today is None else day.year != today.year
    return f"{text} {day.year}" if with_year else text


def format_period(start: date, end: date, *, language: Language = "sv") -> str:
    """ "1 sep – 11 dec 2026", "1–11 dec 2026", "1 nov 2026 – 5 feb 2027".

    ValueError when it ends before it starts.
    """
    if end < start:
        raise ValueError(f"period ends {end} before it starts {start}")
    last = f"{format_date(end, short=True, language=language)} {end.year}"
    if start == end:
        return last
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}{DASH}{last}"
    first = format_date(start, short=True, language=language)
    if start.year != end.year:
        first = f"{first} {start.year}"
    return f"{first} {DASH} {last}"


def format_decision(day: date, paragraph: int | str) -> str:
    """A decision by date and paragraph of the minutes: "2026-06-11 § 14"."""
    return f"{day.isoformat()} §{HARD}{paragraph}"


def format_time(moment: time, *, language: Language = "sv") -> str:
    """ "9.00" in Swedish, "9:00" in English; the 24-hour clock in both."""
    return f"{moment.hour}{'.' if language == 'sv' else ':'}{moment.minute:02}"


def format_times(start: time, end: time, *, language: Language = "sv") -> str:
    """ "9.00–12.00"."""
    return f"{format_time(start, language=language)}{DASH}{format_time(end, language=language)}"


def format_week(day: date, *, language: Language = "sv") -> str:
    """The ISO week of a day: "vecka 48"."""
    return f"{_WEEK[language]}{HARD}{day.isocalendar().week}"


def format_weekday(day: date, *, language: Language = "sv") -> str:
    """ "måndag"."""
    return _WEEKDAYS[language][day.weekday()]


def join_list(items: Sequence[str], *, language: Language = "sv") -> str:
    """ "a, b och c"; empty for none."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {_AND[language]} {items[-1]}"


def swedish_order(name: str) -> str:
    """A sorting key in which å, ä and ö come last, whatever the machine's or the database's own order is."""
    return name.casefold().translate(_ALPHABET)


def counted(number: int, singular: str, plural: str, *, language: Language = "sv") -> str:
    """A count and its noun, held together: "1 kontor", "12 kontor", "0 frågor"."""
    noun = singular if abs(number) == 1 else plural
    return f"{format_number(number, language=language)}{HARD}{noun}"


class NumberRefused(ValueError):
    """What was typed is no number we can be sure of.

    ``code``: ``empty``, ``not_a_number``, ``ambiguous_point`` ("1.038" is a thousand to some and
    one to others), ``mixed_separators`` ("1.038,5"), ``bad_grouping`` ("1 03 8").
    ``text`` is what was typed.
    """

    def __init__(self, code: str, text: str) -> None:
        super().__init__(f"{code}: {text!r}")
        self.code = code
        self.text = text


def parse_number(text: str) -> Decimal:
    """Read a number as Swedes type it: decimal comma, spaces (of any kind) between thousands.

    A point is taken as a decimal point only when no thousands can be meant ("4.0", "0.125",
    "1234.567"). Everything doubtful raises NumberRefused instead of guessing.
    """
    typed = re.sub(r"\s", " ", text.strip()).replace(MINUS, "-")
    if not typed:
        raise NumberRefused("empty", text)
    sign, unsigned = re.fullmatch(r"([+-]?) ?(.*)", typed, re.DOTALL).groups()  # type: ignore[union-attr]
    if not re.fullmatch(r"[0-9][0-9 .,]*", unsigned):
        raise NumberRefused("not_a_number", text)
    if "," in unsigned and "." in unsigned:
        raise NumberRefused("mixed_separators", text)
    if unsigned.count(",") > 1:
        raise NumberRefused("not_a_number", text)
    if re.fullmatch(r"[1-9][0-9 ]{0,2}(\.[0-9]{3})+", unsigned):
        raise NumberRefused("ambiguous_point", text)
    whole, _, rest = unsigned.replace(",", ".").partition(".")
    if not re.fullmatch(r"[0-9]+|[0-9]{1,3}( [0-9]{3})+", whole):
        raise NumberRefused("bad_grouping", text)
    if not re.fullmatch(r"[0-9]*", rest) or unsigned[-1] in ",.":
        raise NumberRefused("not_a_number", text)
    number = Decimal(f"{whole.replace(' ', '')}.{rest}" if rest else whole.replace(" ", ""))
    return -number if sign == "-" else number


def _point(language: Language) -> str:
    return "," if language == "sv" else "."


def _with_percent(text: str, language: Language) -> str:
    return f"{text}{HARD}%" if language == "sv" else f"{text}%"


def _check_share(numerator: Number, denominator: int) -> None:
    if denominator <= 0 or not 0 <= numerator <= denominator:
        raise ValueError(f"not a share: {numerator} of {denominator}")


def _as_written(value: Number) -> Decimal:
    if isinstance(value, Decimal):
        exact(value)  # refuses NaN and infinities
        return value
    fraction = exact(value)
    rest = fraction.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        raise ValueError(f"say how many decimals: {fraction} has no end")
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)
