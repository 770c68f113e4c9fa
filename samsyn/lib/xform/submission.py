"""Reading a submission's XML within limits, before anything else looks at it."""

from dataclasses import dataclass

from lxml import etree

from samsyn.lib.xform.problems import SubmissionRejected

__all__ = ["Instance", "Limits", "parse_submission"]


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a submission may be."""

    size: int = 2 * 1024 * 1024
    depth: int = 64
    elements: int = 5_000
    attributes: int = 200


@dataclass(slots=True)
class Instance:
    """A submission as a tree without namespaces, with what its root says of the form it answers."""

    root: etree._Element
    form_id: str
    version: str
    instance_id: str


DEFAULT_LIMITS = Limits()


def parse_submission(xml: bytes, limits: Limits = DEFAULT_LIMITS) -> Instance:
    """The submission's tree. Raises SubmissionRejected with one of the codes too_large, nul, not_utf8, doctype,
    not_xml, too_deep, too_many_elements, too_many_attributes.
    """
    if len(xml) > limits.size:
        raise SubmissionRejected("too_large", most=limits.size)
    if b"\x00" in xml:
        raise SubmissionRejected("nul")
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise SubmissionRejected("doctype")
    try:
        xml.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SubmissionRejected("not_utf8") from error
    try:
        root = etree.fromstring(xml, _parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SubmissionRejected("not_xml") from error
    _check_tree(root, limits)
    return Instance(root, root.get("id", ""), root.get("version", ""), _instance_id(root))


def _parser() -> etree.XMLParser:
    """A parser that fetches nothing and expands nothing; a new one each time, since parsers are not shared."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _check_tree(root: etree._Element, limits: Limits) -> None:
    """Counts within the limits and takes the namespaces off the names, so that every client's XML reads alike."""
    count = 0
    level = [root]
    depth = 0
    while level:
        depth += 1
        if depth > limits.depth:
            raise SubmissionRejected("too_deep", most=limits.depth)
        following: list[etree._Element] = []
        for element in level:
            count += 1
            if count > limits.elements:
                raise SubmissionRejected("too_many_elements", most=limits.elements)
            if len(element.attrib) > limits.attributes:
                raise SubmissionRejected("too_many_attributes", most=limits.attributes)
            tag = element.tag
            if isinstance(tag, str) and tag[0] == "{":
                element.tag = tag.rpartition("}")[2]
            if len(element):
                following.extend(element)
        level = following


def _instance_id(root: etree._Element) -> str:
    found = root.findtext("meta/instanceID") or root.get("instanceID") or ""
    return found.strip().removeprefix("uuid:")
