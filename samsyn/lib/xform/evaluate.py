"""Validating a submission again on the server, independently of the browser.

Each item of the form is visited in an order in which everything it depends on has been settled. What is not relevant is
blanked, as ODK does; calculated values are computed again and compared. A question without expressions never touches
XPath, so a plain form costs microseconds per question.
"""

import re
from datetime import datetime
from typing import Any

from lxml import etree

from samsyn.lib.xform.functions import (
    ExpressionTimeout,
    days_by_the_clock,
    evaluation_time,
    number_of,
    round_of,
    text_of,
)
from samsyn.lib.xform.outcome import Fault, Outcome
from samsyn.lib.xform.ready import Compiled, Expression, Step
from samsyn.lib.xform.shape import fit
from samsyn.lib.xform.submission import Instance

__all__ = ["validate"]

# What an expression can come to on answers that its author did not think of.
_FAILURES = (ExpressionTimeout, etree.XPathError, ArithmeticError, ValueError, TypeError, LookupError, re.error)  # fmt: skip


def validate(compiled: Compiled, instance: Instance, *, moment: datetime) -> Outcome:
    """Validates a submission at a moment (what `today()` says). The instance's tree is blanked where not relevant."""
    nodes, faults = fit(instance.root, compiled)
    outcome = Outcome(faults=faults)
    if faults:
        return outcome
    hidden: set[etree._Element] = set()
    with evaluation_time(moment):
        for step in compiled.settling:
            for node in nodes[step.item.path]:
                _settle(step, node, hidden, outcome)
        for step in compiled.questions:
            for node in nodes[step.item.path]:
                if node in hidden:
                    continue
                text = (node.text or "").strip()
                _check(step, node, text, outcome)
                if text:
                    outcome.answers[_path(step, node)] = text
    return outcome


def _settle(
    step: Step, node: etree._Element, hidden: set[etree._Element], outcome: Outcome
) -> None:
    """Decides whether a node is relevant and, where it is calculated, what it holds."""
    if (hidden and node.getparent() in hidden) or not _is_relevant(step, node, outcome):
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


def _is_relevant(step: Step, node: etree._Element, outcome: Outcome) -> bool:
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
    expression: Expression, step: Step, node: etree._Element, outcome: Outcome, *, instead: Any
) -> Any:
    """What an expression gives; `instead`, and a mark for review, when it cannot be evaluated on these answers."""
    try:
        return expression(node)
    except _FAILURES:
        outcome.doubt = True
        outcome.review.append(Fault(_path(step, node), step.item.name, "not_evaluated"))
        return instead


def _check(step: Step, node: etree._Element, text: str, outcome: Outcome) -> None:
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


def _is_required(step: Step, node: etree._Element, outcome: Outcome) -> bool:
    if isinstance(step.required, bool):
        return step.required
    return _truth(_run(step.required, step, node, outcome, instead=False))


def _doubts_required(step: Step, node: etree._Element, outcome: Outcome) -> bool:
    """Whether an honest client may have come to another view of what is asked and required."""
    if step.volatile & {"required", "relevant"}:
        return True
    if not isinstance(step.required, bool) and (
        outcome.doubt or not _otherwise(step.required, node)
    ):
        return True
    current: Step | None = step
    place: etree._Element | None = node
    while current is not None and place is not None:
        if current.relevant and (outcome.doubt or not _otherwise(current.relevant, place)):
            return True
        current, place = current.above, place.getparent()
    return False


def _check_choice(step: Step, text: str) -> str:
    if step.item.type == "select_one":
        return "" if text in step.codes else "choice"
    return "" if step.codes.issuperset(text.split()) else "choice"


def _path(step: Step, node: etree._Element) -> str:
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
