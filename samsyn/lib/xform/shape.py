"""Whether a submission has the shape of its form, and where each of the form's items lies in it."""

from lxml import etree

from samsyn.lib.xform.outcome import Fault
from samsyn.lib.xform.ready import Compiled

__all__ = ["Nodes", "fit"]

MOST_REPEATS = 200
_TEMPLATE = "{http://openrosa.org/javarosa}template"

# The elements of each item by its path, in the order of the submission.
Nodes = dict[str, list[etree._Element]]


def fit(root: etree._Element, compiled: Compiled) -> tuple[Nodes, list[Fault]]:
    """The elements by item, what a client left out as not relevant added blank; and what the form does not have."""
    nodes: Nodes = {item.path: [] for item in compiled.form.items}
    faults: list[Fault] = []
    _complete(root, compiled.root, compiled, nodes, faults)
    return nodes, faults


def _complete(
    element: etree._Element, path: str, compiled: Compiled, nodes: Nodes, faults: list[Fault]
) -> None:
    known = compiled.tree.get(path, {})
    there: dict[str, int] = {}
    for child in list(element):
        name = str(child.tag)
        step = known.get(name)
        if step is None:
            if not (path == compiled.root and name == "meta"):
                faults.append(Fault(f"{path}/{name}", name, "unknown_question"))
            continue
        there[name] = there.get(name, 0) + 1
        if step.item.type == "repeat":
            if _TEMPLATE in child.attrib:
                element.remove(child)
                there[name] -= 1
                continue
            if there[name] > MOST_REPEATS:
                faults.append(
                    Fault(step.item.path, name, "too_many_repeats", {"most": MOST_REPEATS})
                )
                return
        elif there[name] > 1:
            faults.append(Fault(f"{path}/{name}", name, "unknown_question"))
        nodes[step.item.path].append(child)
        if step.item.type in {"group", "repeat"}:
            _complete(child, step.item.path, compiled, nodes, faults)
        elif len(child):
            faults.append(Fault(f"{path}/{name}", name, "unknown_question"))
    for name, step in known.items():
        if name not in there and step.item.type != "repeat":
            added = etree.SubElement(element, name)
            nodes[step.item.path].append(added)
            if step.item.type == "group":
                _complete(added, step.item.path, compiled, nodes, faults)
