"""Choosing cells of a cube with PxWebApi 2's expressions: codes, *, ?, top(), bottom(), range(), from(), to()."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import translate
from math import prod
from typing import Any

from django.utils.translation import gettext as _

from samsyn.indicators.codes import Comparability
from samsyn.indicators.cube import AREA, TIME, Cube, Dimension, Value
from samsyn.indicators.rules import nearest

MAX_CELLS = 5_000_000
# These cannot be read piece by piece, by us or by the program that opens them.
MAX_CELLS_OF = {"xlsx": 150_000, "html": 150_000}
_FUNCTION = re.compile(r"^(top|bottom|range|from|to)\(([^()]*)\)$", re.IGNORECASE)


@dataclass
class Unselectable(Exception):
    """A selection that cannot be answered: an HTTP status, a title and a sentence that says what to do."""

    status: int
    title: str
    detail: str


Selection = Mapping[str, Sequence[str]]


def select(cube: Cube, wanted: Selection, *, file: str = "") -> Cube:
    """The part of the cube that is asked for, for a kind of file. A dimension that is not named is given whole."""
    chosen: dict[str, tuple[Value, ...]] = {}
    for code, expressions in wanted.items():
        dimension = cube.dimension(code)
        if dimension is None:
            raise _unknown(_("variable"), code, [one.code for one in cube.dimensions])
        chosen[dimension.code] = _values(dimension, expressions)
    dimensions = tuple(
        Dimension(d.code, d.label, d.role, chosen.get(d.code, d.values)) for d in cube.dimensions
    )
    cells = prod(len(d.values) for d in dimensions)
    most = MAX_CELLS_OF.get(file, MAX_CELLS)
    if cells > most:
        detail = _(
            "The selection has %(cells)s cells and the limit is %(limit)s. Choose fewer values or years."
        )
        raise Unselectable(403, "Too many cells selected", detail % {"cells": cells, "limit": most})
    _check_rule(cube, dimensions)
    return replace(cube, dimensions=dimensions)


def _check_rule(cube: Cube, dimensions: Sequence[Dimension]) -> None:
    """Own trend only: several offices in one single year is the comparison that the rule forbids."""
    if cube.rule_of(dimensions) != Comparability.OWN_TREND:
        return
    sizes = {d.code: len(d.values) for d in dimensions}
    if sizes.get(AREA, 1) > 1 and sizes[TIME] == 1 and len(cube.years) > 1:
        raise Unselectable(
            403,
            "Comparison not allowed",
            _(
                "This figure may only be followed office by office over time. Choose one office, or at least two years."
            ),
        )


def _values(dimension: Dimension, expressions: Sequence[str]) -> tuple[Value, ...]:
    codes = dimension.codes
    places: set[int] = set()
    for expression in expressions:
        places.update(_places(dimension, codes, expression.strip()))
    if not places:
        detail = _("Nothing is chosen for %(variable)s. Choose at least one value, or *.")
        raise Unselectable(400, "Missing selection", detail % {"variable": dimension.code})
    return tuple(dimension.values[place] for place in sorted(places))


def _places(dimension: Dimension, codes: list[str], expression: str) -> list[int]:
    lowered = [code.casefold() for code in codes]
    if expression.casefold() in lowered:
        return [lowered.index(expression.casefold())]
    if found := _FUNCTION.match(expression):
        return _function(dimension, lowered, found[1].casefold(), found[2])
    if "*" in expression or "?" in expression:
        pattern = re.compile(translate(expression.casefold()))
        return [place for place, code in enumerate(lowered) if pattern.match(code)]
    raise _unknown(dimension.code, expression, codes)


def _function(dimension: Dimension, lowered: list[str], name: str, inside: str) -> list[int]:
    arguments = [one.strip() for one in inside.split(",")]
    size = len(lowered)
    # Time is stored oldest first; top() means the newest there, the first values elsewhere.
    if name in {"top", "bottom"}:
        if not arguments[0].isdigit() or not int(arguments[0]):
            raise _malformed(f"{name}({inside})")
        number = int(arguments[0])
        offset = int(arguments[1]) if len(arguments) > 1 and arguments[1].isdigit() else 0
        at_end = (name == "top") == (dimension.role == "time")
        order = list(range(size))
        order = order[::-1] if at_end else order
        return order[offset : offset + number]
    ends = [_end(dimension, lowered, one) for one in arguments]
    if name == "range" and len(ends) == 2:
        return list(range(ends[0], ends[1] + 1))
    if name == "from" and len(ends) == 1:
        return list(range(ends[0], size))
    if name == "to" and len(ends) == 1:
        return list(range(ends[0] + 1))
    raise _malformed(f"{name}({inside})")


def _end(dimension: Dimension, lowered: list[str], code: str) -> int:
    if code.casefold() not in lowered:
        raise _unknown(dimension.code, code, dimension.codes)
    return lowered.index(code.casefold())


def _unknown(what: str, code: str, known: list[str]) -> Unselectable:
    near = nearest(code, known) or known[:3]
    detail = _("%(what)s has no code “%(code)s”. Nearest: %(near)s.")
    return Unselectable(
        400,
        "Unknown code",
        detail % {"what": what, "code": code[:60], "near": ", ".join(near)},
    )


def _malformed(expression: str) -> Unselectable:
    detail = _(
        "The expression %(text)s cannot be read. Write for example top(3), from(2019) or range(2018,2021)."
    )
    return Unselectable(400, "Malformed expression", detail % {"text": expression[:60]})


def read_selection(body: Any) -> dict[str, list[str]]:
    """The selection of a posted query: {"selection": [{"variableCode": ..., "valueCodes": [...]}]}."""
    if not isinstance(body, dict) or not isinstance(body.get("selection", []), list):
        raise Unselectable(
            400, "Malformed query", _("The body is no query: an object with a list “selection”.")
        )
    wanted: dict[str, list[str]] = {}
    for one in body.get("selection", []):
        code = one.get("variableCode") if isinstance(one, dict) else None
        values = one.get("valueCodes") if isinstance(one, dict) else None
        if (
            not isinstance(code, str)
            or not isinstance(values, list)
            or not all(isinstance(v, str) for v in values)
        ):
            raise Unselectable(
                400,
                "Malformed query",
                _(
                    "Each part of “selection” has a text “variableCode” and a list of texts “valueCodes”."
                ),
            )
        wanted[code] = values
    return wanted
