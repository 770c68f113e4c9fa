"""A row's answers as the XML that the form itself would have sent, so that it is judged and kept like any other."""

from collections.abc import Mapping
from uuid import UUID
from xml.etree.ElementTree import Element, SubElement, tostring

from samsyn.lib.xform import FormDefinition


def instance_of(
    definition: FormDefinition, answers: Mapping[str, str], submission_id: UUID
) -> bytes:
    """The XML; `answers` by path. Questions without an answer are there and empty, repeats are left out."""
    root_name = next(item.path for item in definition.items).split("/")[1]
    root = Element(root_name, {"id": definition.form_id, "version": definition.version})
    made = {f"/{root_name}": root}
    for item in definition.items:
        if item.repeat or item.type == "repeat" or item.path in made:
            continue
        if not (item.is_question or item.type == "group"):
            continue
        parent, _, name = item.path.rpartition("/")
        if parent not in made:
            continue
        made[item.path] = SubElement(made[parent], name)
        if item.is_question:
            made[item.path].text = answers.get(item.path, "")
    meta = made.get(f"/{root_name}/meta")
    if meta is None:
        meta = SubElement(root, "meta")
    SubElement(meta, "instanceID").text = f"uuid:{submission_id}"
    xml: bytes = tostring(root, encoding="utf-8")
    return xml
