"""A form made ready to judge submissions: its expressions compiled, in the order they settle."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lxml import etree

from samsyn.lib.xform.answer_types import CHECKS
from samsyn.lib.xform.definition import FormDefinition, Item
from samsyn.lib.xform.expressions import evaluation_order
from samsyn.lib.xform.functions import FUNCTIONS, VOLATILE, text_of
from samsyn.lib.xform.xpath import absolute, calls, parse, write

__all__ = ["Compiled", "Expression", "Step", "compile_evaluation"]

_EXTENSIONS = {(None, name): function for name, function in FUNCTIONS.items()}

Expression = Callable[[etree._Element], Any]


@dataclass(frozen=True, slots=True)
class Step:
    """One item with its expressions ready to run; `above` is what it lies in."""

    item: Item
    above: "Step | None"
    tags: tuple[str, ...]
    repeats: tuple[bool, ...]
    checks: Callable[[str], str] | None
    codes: frozenset[str]
    relevant: Expression | None
    constraint: Expression | None
    required: Expression | bool
    calculate: Expression | None
    volatile: frozenset[str]
    # Whether it can be hidden, by itself or by what it lies in, or is calculated.
    settles: bool


@dataclass(frozen=True, slots=True)
class Compiled:
    """A form ready to validate submissions; made once and kept."""

    form: FormDefinition
    # In the order of dependence, those whose relevance or value must be found out.
    settling: tuple[Step, ...]
    questions: tuple[Step, ...]
    tree: dict[str, dict[str, Step]]
    root: str


def compile_evaluation(form: FormDefinition) -> Compiled:
    """Makes a form ready; costs milliseconds, so keep the result."""
    extensions = {**_EXTENSIONS, (None, "samsyn-choice-name"): _choice_name(form)}
    steps: dict[str, Step] = {}
    for item in form.items:
        steps[item.path] = _step(item, form, extensions, steps.get(item.parent))
    tree: dict[str, dict[str, Step]] = {}
    for item in form.items:
        tree.setdefault(item.parent, {})[item.name] = steps[item.path]
    root = "/" + form.items[0].path.split("/")[1]
    order = (steps[path] for path in evaluation_order(form.items))
    settling = tuple(step for step in order if step.settles)
    questions = tuple(steps[item.path] for item in form.questions)
    return Compiled(form, settling, questions, tree, root)


def _choice_name(form: FormDefinition) -> Callable[..., str]:
    """`jr:choice-name(value, 'question')`: the label of an answer, in Swedish where there is one."""

    def label(_: Any, value: Any, path: Any) -> str:
        item = form.by_path.get(text_of(path).strip())
        code = text_of(value)
        listed = form.choices.get(item.choices, ()) if item else ()
        labels = next((choice.label for choice in listed if choice.name == code), {})
        return labels.get("sv") or next(iter(labels.values()), "")

    return label


def _step(item: Item, form: FormDefinition, extensions: dict[Any, Any], above: Step | None) -> Step:
    ready = {
        name: _expression(text, item, form, extensions)
        for name in ("relevant", "constraint", "required", "calculate")
        if (text := getattr(item, name)) and text not in {"true()", "false()"}
    }
    volatile = {name for name in ready if calls(parse(getattr(item, name))) & VOLATILE}
    if above is not None:
        volatile |= above.volatile & {"relevant"}
    return Step(
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
        settles=bool(item.relevant or item.calculate or (above and above.settles)),
    )


def _never(_: etree._Element) -> bool:
    return False


def _expression(
    text: str, item: Item, form: FormDefinition, extensions: dict[Any, Any]
) -> Expression:
    def is_date(path: str) -> bool:
        found = form.by_path.get(absolute(path, item.path))
        return found is not None and found.type in {"date", "dateTime"}

    written = write(parse(text), is_date)
    # lxml hands over every function at every evaluation, so only those that are called go along.
    called = {name: value for name, value in extensions.items() if f"{name[1]}(" in written}
    return etree.XPath(written, extensions=called)
