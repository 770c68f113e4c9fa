"""Validating a submission again on the server, independently of the browser.

Each item of the form is visited in an order in which everything it depends on has been settled. What is not relevant is
blanked, as ODK does; calculated values are computed again and compared. A question without expressions never touches
XPath, so a plain form costs microseconds per question.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from lxml import etree

from samsyn.lib.xform.definition import FormDefinition, Item
from samsyn.lib.xform.expressions import absolute, evaluation_order
from samsyn.lib.xform.functions import (
    FUNCTIONS,
    VOLATILE,
    ExpressionTimeout,
    evaluation_time,
    number_of,
    text_of,
)
from samsyn.lib.xform.submission import Instance
from samsyn.lib.xform.xpath import calls, parse, write

__all__ = ["Compiled", "Fault", "Outcome", "compile_evaluation", "validate"]

MOST_REPEATS = 200
_EXTENSIONS = {(None, name): function for name, function in FUNCTIONS.items()}
_INTEGER = re.compile(r"^-?\d{1,15}$")
_DECIMAL = re.compile(r"^-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,3})?$")
_TIME = re.compile(r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?([+-]\d\d:\d\d|Z)?$")
_POINT = re.compile(r"^-?\d{1,2}(\.\d+)? -?\d{1,3}(\.\d+)?( -?\d+(\.\d+)?){0,2}$")

Expression = Callable[[etree._Element], Any]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one answer: required, constraint, type, choice, unknown_question, too_many_repeats or
    bad_pattern. `path` carries [n] where the question lies in a repeat.
    """

    path: str
    name: str
    code: str
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Outcome:
    """`faults` refuse the submission; `review` says what engines disagree on, and refuses nothing.

    `answers` are the relevant answers as text, by path, in the form's order.
    """

    answers: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    review: list[Fault] = field(default_factory=list)

    @property
    def accepted(self) -> bool:
        return not self.faults


@dataclass(frozen=True, slots=True)
class _Step:
    """One item with its expressions ready to run."""

    item: Item
    tags: tuple[str, ...]
    checks: Callable[[str], str] | None
    codes: frozenset[str]
    relevant: Expression | None
    constraint: Expression | None
    required: Expression | bool
    calculate: Expression | None
    volatile: bool


@dataclass(frozen=True, slots=True)
class Compiled:
    """A form ready to validate submissions; made once and kept."""

    form: FormDefinition
    order: tuple[_Step, ...]
    tree: dict[str, dict[str, _Step]]
    root: str


def compile_evaluation(form: FormDefinition) -> Compiled:
    """Makes a form ready; costs milliseconds, so keep the result."""
    steps = {item.path: _step(item, form) for item in form.items}
    tree: dict[str, dict[str, _Step]] = {}
    for item in form.items:
        tree.setdefault(item.parent, {})[item.name] = steps[item.path]
    root = "/" + form.items[0].path.split("/")[1]
    return Compiled(form, tuple(steps[path] for path in evaluation_order(form.items)), tree, root)


def _step(item: Item, form: FormDefinition) -> _Step:
    codes = frozenset(form.codes_of(item)) if item.choices else frozenset()
    expressions = [
        text for text in (item.relevant, item.constraint, item.required, item.calculate) if text
    ]
    required: Expression | bool = item.required == "true()"
    if item.required not in {"", "true()", "false()"}:
        required = _expression(item.required, item, form)
    return _Step(
        item=item,
        tags=tuple(item.path.split("/")[2:]),
        checks=_CHECKS.get(item.type),
        codes=codes,
        relevant=_expression(item.relevant, item, form) if item.relevant else None,
        constraint=_expression(item.constraint, item, form) if item.constraint else None,
        required=required,
        calculate=_expression(item.calculate, item, form) if item.calculate else None,
        volatile=any(calls(parse(text)) & VOLATILE for text in expressions),
    )


def _expression(text: str, item: Item, form: FormDefinition) -> Expression:
    def is_date(path: str) -> bool:
        found = form.by_path.get(absolute(path, item.path))
        return found is not None and found.type in {"date", "dateTime"}

    return etree.XPath(write(parse(text), is_date), extensions=_EXTENSIONS)


def validate(compiled: Compiled, instance: Instance, *, moment: datetime) -> Outcome:
    """Validates a submission at a moment (what `today()` says). The instance's tree is blanked where not relevant."""
    outcome = Outcome()
    _complete(instance.root, compiled.root, compiled, outcome)
    if outcome.faults:
        return outcome
    with evaluation_time(moment):
        hidden: set[etree._Element] = set()
        for step in compiled.order:
            for node in _nodes(instance.root, step.tags):
                _settle(step, node, hidden, outcome)
        for step in compiled.order:
            if step.item.is_question:
                for node in _nodes(instance.root, step.tags):
                    _check(step, node, hidden, outcome)
    _collect(instance.root, compiled, hidden, outcome)
    return outcome


def _complete(element: etree._Element, path: str, compiled: Compiled, outcome: Outcome) -> None:
    """Refuses what the form does not have, and adds what a client left out as not relevant, blank."""
    known = compiled.tree.get(path, {})
    there: dict[str, int] = {}
    for child in list(element):
        name = str(child.tag)
        step = known.get(name)
        if step is None:
            if not (path == compiled.root and name == "meta"):
                outcome.faults.append(Fault(f"{path}/{name}", name, "unknown_question"))
            continue
        there[name] = there.get(name, 0) + 1
        if step.item.type == "repeat":
            if "{http://openrosa.org/javarosa}template" in child.attrib:
                element.remove(child)
                there[name] -= 1
                continue
            if there[name] > MOST_REPEATS:
                outcome.faults.append(
                    Fault(step.item.path, name, "too_many_repeats", {"most": MOST_REPEATS})
                )
                return
        elif there[name] > 1:
            outcome.faults.append(Fault(f"{path}/{name}", name, "unknown_question"))
        if step.item.type in {"group", "repeat"}:
            _complete(child, step.item.path, compiled, outcome)
        elif len(child):
            outcome.faults.append(Fault(f"{path}/{name}", name, "unknown_question"))
    for name, step in known.items():
        if name not in there and step.item.type != "repeat":
            added = etree.SubElement(element, name)
            if step.item.type == "group":
                _complete(added, step.item.path, compiled, outcome)


def _nodes(root: etree._Element, tags: tuple[str, ...]) -> Iterator[etree._Element]:
    if len(tags) == 1:
        yield from root.iterchildren(tags[0])
        return
    for child in root.iterchildren(tags[0]):
        yield from _nodes(child, tags[1:])


def _settle(
    step: _Step, node: etree._Element, hidden: set[etree._Element], outcome: Outcome
) -> None:
    """Decides whether a node is relevant and, where it is calculated, what it holds."""
    parent_hidden = node.getparent() in hidden
    if parent_hidden or (step.relevant is not None and not _truth(step.relevant(node))):
        hidden.add(node)
        if step.item.is_question and (node.text or "").strip():
            if not step.calculate:
                outcome.review.append(Fault(path_of(node), step.item.name, "not_relevant"))
            node.text = None
        return
    if step.calculate is None:
        return
    computed = _as_text(step.calculate(node))
    given = node.text or ""
    if given != computed and not _same_number(given, computed) and not step.volatile:
        outcome.review.append(
            Fault(
                path_of(node), step.item.name, "calculated", {"given": given, "computed": computed}
            )
        )
    if not step.volatile:
        node.text = computed


def _check(
    step: _Step, node: etree._Element, hidden: set[etree._Element], outcome: Outcome
) -> None:
    if node in hidden:
        return
    text = (node.text or "").strip()
    faults = outcome.review if step.volatile else outcome.faults
    if not text:
        needed = step.required if isinstance(step.required, bool) else _truth(step.required(node))
        if needed:
            faults.append(Fault(path_of(node), step.item.name, "required"))
        return
    code = step.checks(text) if step.checks else ""
    if step.codes:
        code = _check_choice(step, text)
    if code:
        outcome.faults.append(
            Fault(path_of(node), step.item.name, code, {"value": text[:60], "type": step.item.type})
        )
        return
    if step.constraint is None:
        return
    try:
        fine = _truth(step.constraint(node))
    except ExpressionTimeout:
        outcome.faults.append(Fault(path_of(node), step.item.name, "bad_pattern"))
        return
    if not fine:
        faults.append(Fault(path_of(node), step.item.name, "constraint", {"value": text[:60]}))


def _check_choice(step: _Step, text: str) -> str:
    if step.item.type == "select_one":
        return "" if text in step.codes else "choice"
    return "" if step.codes.issuperset(text.split()) else "choice"


def _collect(
    root: etree._Element, compiled: Compiled, hidden: set[etree._Element], outcome: Outcome
) -> None:
    for item in compiled.form.items:
        if not item.is_question:
            continue
        for node in _nodes(root, tuple(item.path.split("/")[2:])):
            text = (node.text or "").strip()
            if text and node not in hidden:
                outcome.answers[item.path if not item.repeat else path_of(node)] = text


def path_of(node: etree._Element) -> str:
    """The node's path, with [n] where it or its ancestors repeat."""
    path = node.getroottree().getpath(node)
    return str(path)


def _truth(value: Any) -> bool:
    if isinstance(value, list):
        return bool(value)
    if isinstance(value, str):
        return value != ""
    return bool(value) and value == value  # noqa: PLR0124  # NaN is the only value that differs from itself


def _as_text(value: Any) -> str:
    text = text_of(value)
    return "" if text == "NaN" else text


def _same_number(first: str, second: str) -> bool:
    one, two = number_of(first), number_of(second)
    return abs(one - two) <= 1e-9 * max(1.0, abs(one), abs(two))


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


_CHECKS: dict[str, Callable[[str], str]] = {
    "integer": _matches(_INTEGER),
    "decimal": _matches(_DECIMAL),
    "time": _matches(_TIME),
    "geopoint": _matches(_POINT),
    "date": _is_date,
    "dateTime": _is_moment,
}
