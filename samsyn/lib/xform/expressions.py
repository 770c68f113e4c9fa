"""Checking a form's expressions: syntax, functions, references, patterns that could run for ever, and circles."""

import re
from collections.abc import Iterable, Mapping

from samsyn.lib.xform.definition import Item
from samsyn.lib.xform.functions import FUNCTIONS
from samsyn.lib.xform.problems import Problem
from samsyn.lib.xform.xpath import BadExpression, Node, calls, parse, paths, walk

__all__ = ["check_expressions", "evaluation_order", "references"]

CORE = {
    "boolean",
    "ceiling",
    "concat",
    "contains",
    "count",
    "false",
    "floor",
    "last",
    "local-name",
    "name",
    "normalize-space",
    "not",
    "number",
    "position",
    "round",
    "starts-with",
    "string",
    "string-length",
    "substring",
    "substring-after",
    "substring-before",
    "sum",
    "translate",
    "true",
}
KNOWN = CORE | {"jr:choice-name"} | {name for name in FUNCTIONS if not name.startswith("samsyn-")}
_EXPRESSIONS = ("relevant", "constraint", "required", "calculate")
_COLUMN = {"calculate": "calculation"}
# A repeated group that itself holds a repetition can take exponential time: (a+)+, (a|b*)*
_HEAVY = re.compile(r"\((?:[^()\\]|\\.)*[+*}](?:[^()\\]|\\.)*\)\s*[+*{]")


def check_expressions(items: Iterable[Item]) -> list[Problem]:
    """What is wrong with the expressions of a form, circles last."""
    listed = list(items)
    known = {item.path for item in listed}
    problems: list[Problem] = []
    for item in listed:
        for name in _EXPRESSIONS:
            text = getattr(item, name)
            if text and text not in {"true()", "false()"}:
                problems += _check(item, _COLUMN.get(name, name), text, known)
    return problems or _circles(listed)


def _check(item: Item, column: str, text: str, known: set[str]) -> list[Problem]:
    place = ("survey", item.row, column)
    try:
        tree = parse(text)
    except BadExpression as error:
        return [Problem("bad_expression", *place, {"name": item.name, "found": str(error)[:40]})]
    unknown = sorted(calls(tree) - KNOWN)
    if any(part.kind == "operator" and part.value == "|" for part in walk(tree)):
        unknown = ["|"]  # ODK's engine cannot join node-sets
    if unknown:
        return [Problem("unknown_function", *place, {"name": item.name, "function": unknown[0]})]
    missing = sorted(path for path in paths(tree, item.path) if path and not _leads(path, known))
    if missing:
        return [Problem("unknown_reference", *place, {"name": item.name, "path": missing[0]})]
    return [
        Problem("bad_pattern", *place, {"name": item.name})
        for pattern in _patterns(tree)
        if _bad(pattern)
    ]


def _leads(path: str, known: set[str]) -> bool:
    """Whether a path leads to something of the form; unusual ones (axes, wildcards, metadata) are let through."""
    if re.search(r"[*@:]|//|/meta\b", path) or path.count("/") <= 1:
        return True
    return path in known


def _patterns(tree: Node) -> list[str]:
    found = [
        node
        for node in walk(tree)
        if node.kind == "call" and node.value == "regex" and len(node.parts) > 1
    ]
    return [node.parts[1].value[1:-1] for node in found if node.parts[1].kind == "text"]


def _bad(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return True
    return bool(_HEAVY.search(pattern))


def references(item: Item) -> set[str]:
    """The paths whose values decide whether the item is relevant and what it is calculated to."""
    asked, calculated = (
        paths(parse(text), item.path) if text else set() for text in (item.relevant, item.calculate)
    )
    # `.` in a question's own relevance reads what stands there; in its own calculation it is a circle.
    return (asked - {item.path}) | calculated


def evaluation_order(items: Iterable[Item]) -> list[str]:
    """The items' paths so that each comes after what it depends on; raises ValueError with the names of a circle."""
    listed = {item.path: item for item in items}
    needs = {path: _needs(item, listed) for path, item in listed.items()}
    order: list[str] = []
    state: dict[str, int] = {}
    for path in listed:
        _visit(path, needs, state, order, [])
    return order


def _needs(item: Item, listed: Mapping[str, Item]) -> list[str]:
    found = [path for path in references(item) if path in listed]
    # A reference to a group or repeat is to all that lies in it.
    inside = [
        path
        for path in listed
        for group in found
        if path.startswith(group + "/") and path != item.path
    ]
    above = [item.parent] if item.parent in listed else []
    return [
        *above,
        *(path for path in sorted(found) if not item.path.startswith(path + "/")),
        *inside,
    ]


def _visit(
    path: str,
    needs: Mapping[str, list[str]],
    state: dict[str, int],
    order: list[str],
    trail: list[str],
) -> None:
    stack: list[tuple[str, int]] = [(path, 0)]
    while stack:
        current, place = stack[-1]
        if place == 0:
            if state.get(current) == 2:
                stack.pop()
                continue
            state[current] = 1
        if place < len(needs[current]):
            stack[-1] = (current, place + 1)
            following = needs[current][place]
            if state.get(following) == 1:
                raise ValueError(
                    " -> ".join(
                        name.rsplit("/", 1)[-1] for name in [*(n for n, _ in stack), following]
                    )
                )
            if state.get(following) != 2:
                stack.append((following, 0))
            continue
        state[current] = 2
        order.append(current)
        stack.pop()


def _circles(items: list[Item]) -> list[Problem]:
    try:
        evaluation_order(items)
    except ValueError as error:
        circle = str(error)
        last = circle.rsplit(" -> ", 1)[-1]
        row = next((item.row for item in items if item.name == last), 0)
        return [Problem("circle", "survey", row, "calculation", {"circle": circle})]
    return []
