"""A case of the table as the XML that an honest client would send."""

import copy
from typing import Any

from lxml import etree

from samsyn.lib.xform import FormDefinition

_NS = {"x": "http://www.w3.org/2002/xforms"}
_TEMPLATE = "{http://openrosa.org/javarosa}template"


def fill(form: FormDefinition, *filled: dict[str, Any]) -> bytes:
    """The form's own empty instance with the answers written in, the later over the earlier."""
    root = etree.fromstring(form.xform.encode()).find(".//x:model/x:instance/*", _NS)
    root = copy.deepcopy(root)
    for repeat in root.xpath("//*[@*[local-name()='template']]"):
        if repeat.getnext() is None or repeat.getnext().tag != repeat.tag:
            repeat.addnext(copy.deepcopy(repeat))
        first = repeat.getnext()
        first.attrib.pop(_TEMPLATE, None)
        repeat.getparent().remove(repeat)
    for answers in filled:
        _write(root, answers)
    return bytes(etree.tostring(root, encoding="utf-8"))


def nested(values: dict[str, str]) -> dict[str, Any]:
    """Values by path (`r[1]/a`) as nested answers."""
    tree: dict[str, Any] = {}
    for path, value in values.items():
        place: Any = tree
        *above, last = path.split("/")
        for step in above:
            name, _, number = step.rstrip("]").partition("[")
            if number:
                rounds = place.setdefault(name, [])
                rounds += [{} for _ in range(int(number) - len(rounds))]
                place = rounds[int(number) - 1]
            else:
                place = place.setdefault(name, {})
        place[last] = value
    return tree


def _write(element: etree._Element, answers: dict[str, Any]) -> None:
    for name, answer in answers.items():
        there = element.xpath(f"*[local-name()='{name}']")
        if isinstance(answer, list):
            empty = _emptied(there[0])
            for place, one in enumerate(answer):
                if place >= len(there):
                    there[-1].addnext(copy.deepcopy(empty))
                    there = element.xpath(f"*[local-name()='{name}']")
                _write(there[place], one)
        elif isinstance(answer, dict):
            _write(there[0], answer)
        else:
            there[0].text = answer or None


def _emptied(round_: etree._Element) -> etree._Element:
    """A repeat's first round as a new, unanswered one, with one round of the repeats within."""
    empty = copy.deepcopy(round_)
    for element in empty.iter():
        if len(element) == 0:
            element.text = None
    for element in list(empty.iter()):
        twin = element.getprevious()
        if twin is not None and twin.tag == element.tag:
            element.getparent().remove(element)
    return empty
