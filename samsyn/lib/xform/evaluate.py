"""Validating a submission again on the server, independently of the browser.

Each item of the form is visited in an order in which everything it depends on has been settled. What is not relevant is
blanked, as ODK does; calculated values are computed again and compared. A question without expressions never touches
XPath, so a plain form costs microseconds per question.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from lxml import etree

from samsyn.lib.xform.answer_types import CHECKS
from samsyn.lib.xform.definition import FormDefinition, Item
from samsyn.lib.xform.expressions import evaluation_order
from samsyn.lib.xform.functions import (
    FUNCTIONS,
    VOLATILE,
    ExpressionTimeout,
    days_by_the_clock,
    evaluation_time,
    number_of,
    round_of,
    text_of,
)
from samsyn.lib.xform.submission import Instance
from samsyn.lib.xform.xpath import absolute, calls, parse, write

__all__ = ["Compiled", "Fault", "Outcome", "compile_evaluation", "validate"]

MOST_REPEATS = 200
_EXTENSIONS = {(None, name): function for name, function in FUNCTIONS.items()}

# What an expression can come to on answers that its author did not think of.
_FAILURES = (ExpressionTimeout, etree.XPathError, ArithmeticError, ValueError, TypeError, LookupError, re.error)  # fmt: skip

Expression = Callable[[etree._Element], Any]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one answer: required, constraint, type, choice, unknown_question or too_many_repeats; in a
    review also not_relevant, calculated and not_evaluated. `path` carries [n] where the question lies in a repeat.
    """

    path: str
    name: str
    code: str
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Outcome:
    """`faults` refuse the submission; `review` says what engines disagree on, and refuses nothing.

    `doubt` is set when a calculated value came out otherwise than the client had it: what follows from expressions is then
    no longer certain enough to refuse. `answers` are the relevant answers as text, by path, in the form's order.
    """

    answers: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    review: list[Fault] = field(default_factory=list)
    doubt: bool = False

    @property
    def accepted(self) -> bool:
        return not self.faults


@dataclass(frozen=True, slots=True)
class _Step:
    """One item with its expressions ready to run."""

    item: Item
    above: "_Step | None"
    tags: tuple[str, ...]
    repeats: tuple[bool, ...]
    checks: Callable[[str], str] | None
    codes: frozenset[str]
    relevant: Expression | None
    constraint: Expression | None
    required: Expression | bool
    calculate: Expression | None
    volatile: frozenset[str]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A form ready to validate submissions; made once and kept."""

    form: FormDefinition
    order: tuple[_Step, ...]
    questions: tuple[_Step, ...]
    tree: dict[str, dict[str, _Step]]
    root: str


def compile_evaluation(form: FormDefinition) -> Compiled:
    """Makes a form ready; costs milliseconds, so keep the result."""
    extensions = {**_EXTENSIONS, (None, "samsyn-choice-name"): _choice_name(form)}
    steps: dict[str, _Step] = {}
    for item in form.items:
        steps[item.path] = _step(item, form, extensions, steps.get(item.parent))
    tree: dict[str, dict[str, _Step]] = {}
    for item in form.items:
        tree.setdefault(item.parent, {})[item.name] = steps[item.path]
    root = "/" + form.items[0].path.split("/")[1]
    order = tuple(steps[path] for path in evaluation_order(form.items))
    questions = tuple(steps[item.path] for item in form.questions)
    return Compiled(form, order, questions, tree, root)


def _choice_name(form: FormDefinition) -> Callable[..., str]:
    """`jr:choice-name(value, 'question')`: the label of an answer, in Swedish where there is one."""

    def label(_: Any, value: Any, path: Any) -> str:
        item = form.by_path.get(text_of(path).strip())
        code = text_of(value)
        listed = form.choices.get(item.choices, ()) if item else ()
        labels = next((choice.label for choice in listed if choice.name == code), {})
        return labels.get("sv") or next(iter(labels.values()), "")

    return label


def _step(
    item: Item, form: FormDefinition, extensions: dict[Any, Any], above: _Step | None
) -> _Step:
    ready = {
        name: _expression(text, item, form, extensions)
        for name in ("relevant", "constraint", "required", "calculate")
        if (text := getattr(item, name)) and text not in {"true()", "false()"}
    }
    volatile = {name for name in ready if calls(parse(getattr(item, name))) & VOLATILE}
    if above is not None:
        volatile |= above.volatile & {"relevant"}
    return _Step(
        item=item,
        above=above,
        tags=tuple(item.path.split("/")[2:]),
        repeats=(*(above.repeats if above else ()), item.type == "repeat"),
        checks=CHECKS.get(item.type),
        codes=frozenset(form.codes_of(item)) if item.choices else frozenset(),
        relevant=ready.get("relevant") or (_never if item.relevant == "false()" else None),
        constraint=ready.get("constraint") or (_never if item.constraint == "false()" else None),
        required=ready.get("required") or item.required == "true()",
        calculate=ready.get("calculate"),
        volatile=frozenset(volatile),
    )


def _never(_: etree._Element) -> bool:
    return False


def _expression(
    text: str, item: Item, form: FormDefinition, extensions: dict[Any, Any]
) -> Expression:
    def is_date(path: str) -> bool:
        found = form.by_path.get(absolute(path, item.path))
        return found is not None and found.type in {"date", "dateTime"}

    return etree.XPath(write(parse(text), is_date), extensions=extensions)


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
        for step in compiled.questions:
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
    if node.getparent() in hidden or not _is_relevant(step, node, outcome):
        hidden.add(node)
        if step.item.is_question and (node.text or "").strip():
            if not step.item.calculate:
                outcome.review.append(Fault(_path(step, node), step.item.name, "not_relevant"))
            node.text = None
        return
    if step.calculate is None or "calculate" in step.volatile:
        return
    computed = _as_text(_run(step.calculate, step, node, outcome, instead=node.text or ""))
    given = node.text or ""
    if given != computed and not _same_number(given, computed):
        params = {"given": given, "computed": computed}
        outcome.review.append(Fault(_path(step, node), step.item.name, "calculated", params))
        outcome.doubt = outcome.doubt or given != ""
    node.text = computed


def _is_relevant(step: _Step, node: etree._Element, outcome: Outcome) -> bool:
    if step.relevant is None or _truth(_run(step.relevant, step, node, outcome, instead=True)):
        return True
    if not any(text.strip() for text in node.itertext()):
        return False
    if "relevant" not in step.volatile and not _otherwise(step.relevant, node):
        return False
    # The client's clock may have said otherwise when it was asked: what was answered is kept.
    outcome.review.append(Fault(_path(step, node), step.item.name, "not_relevant"))
    return True


def _otherwise(expression: Expression, node: etree._Element) -> bool:
    """Whether an expression holds when days are counted by the clock, as ODK's engine counts them."""
    with days_by_the_clock():
        try:
            return _truth(expression(node))
        except _FAILURES:
            return True


def _run(
    expression: Expression, step: _Step, node: etree._Element, outcome: Outcome, *, instead: Any
) -> Any:
    """What an expression gives; `instead`, and a mark for review, when it cannot be evaluated on these answers."""
    try:
        return expression(node)
    except _FAILURES:
        outcome.doubt = True
        outcome.review.append(Fault(_path(step, node), step.item.name, "not_evaluated"))
        return instead


def _check(
    step: _Step, node: etree._Element, hidden: set[etree._Element], outcome: Outcome
) -> None:
    if node in hidden:
        return
    text = (node.text or "").strip()
    if not text:
        if _is_required(step, node, outcome):
            # Spaces alone are an answer to ODK's engine.
            doubtful = bool(node.text) or _doubts_required(step, node, outcome)
            faults = outcome.review if doubtful else outcome.faults
            faults.append(Fault(_path(step, node), step.item.name, "required"))
        return
    code = step.checks(text) if step.checks else ""
    if step.codes:
        code = _check_choice(step, text)
    if code:
        params = {"value": text[:60], "type": step.item.type}
        outcome.faults.append(Fault(_path(step, node), step.item.name, code, params))
    elif step.constraint and not _truth(_run(step.constraint, step, node, outcome, instead=True)):
        doubtful = (
            outcome.doubt or "constraint" in step.volatile or _otherwise(step.constraint, node)
        )
        faults = outcome.review if doubtful else outcome.faults
        faults.append(Fault(_path(step, node), step.item.name, "constraint", {"value": text[:60]}))


def _is_required(step: _Step, node: etree._Element, outcome: Outcome) -> bool:
    if isinstance(step.required, bool):
        return step.required
    return _truth(_run(step.required, step, node, outcome, instead=False))


def _doubts_required(step: _Step, node: etree._Element, outcome: Outcome) -> bool:
    """Whether an honest client may have come to another view of what is asked and required."""
    if step.volatile & {"required", "relevant"}:
        return True
    if not isinstance(step.required, bool) and (
        outcome.doubt or not _otherwise(step.required, node)
    ):
        return True
    current: _Step | None = step
    place: etree._Element | None = node
    while current is not None and place is not None:
        if current.relevant and (outcome.doubt or not _otherwise(current.relevant, place)):
            return True
        current, place = current.above, place.getparent()
    return False


def _check_choice(step: _Step, text: str) -> str:
    if step.item.type == "select_one":
        return "" if text in step.codes else "choice"
    return "" if step.codes.issuperset(text.split()) else "choice"


def _collect(
    root: etree._Element, compiled: Compiled, hidden: set[etree._Element], outcome: Outcome
) -> None:
    for step in compiled.questions:
        for node in _nodes(root, step.tags):
            text = (node.text or "").strip()
            if text and node not in hidden:
                outcome.answers[_path(step, node)] = text


def _path(step: _Step, node: etree._Element) -> str:
    """The node's path, with [n] at every repeat that it lies in."""
    if not step.item.repeat:
        return step.item.path
    steps: list[str] = []
    current: etree._Element | None = node
    for tag, repeats in zip(reversed(step.tags), reversed(step.repeats), strict=True):
        assert current is not None
        steps.append(f"{tag}[{round_of(current)}]" if repeats else tag)
        current = current.getparent()
    return "/".join(["", step.item.path.split("/")[1], *reversed(steps)])


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
