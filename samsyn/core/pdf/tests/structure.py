"""Reads a PDF's structure and names what is not as PDF/A-2a and PDF/UA-1 ask for.

It is no validator: it looks at what a reader with a screen reader meets first. Use it in any
package's tests: `assert check(pdf) == []`.
"""

import re
from dataclasses import dataclass
from io import BytesIO

import pikepdf

__all__ = [
    "Element",
    "Finding",
    "check",
    "elements_below",
    "elements_of",
    "opened",
    "pages_of",
    "text_of",
]

PDF_A = "http://www.aiim.org/pdfa/ns/id/"
PDF_UA = "http://www.aiim.org/pdfua/ns/id/"
HEADINGS = {f"H{level}": level for level in range(1, 7)}


@dataclass(frozen=True)
class Finding:
    """A fault: a short code, and where or what."""

    code: str
    detail: str = ""


@dataclass(frozen=True)
class Element:
    """One element of the structure tree, with the roles that the document maps away resolved."""

    role: str
    depth: int
    raw: pikepdf.Object
    parents: tuple[str, ...]


def opened(content: bytes) -> pikepdf.Pdf:
    """The file, to look into."""
    return pikepdf.open(BytesIO(content))


def check(content: bytes) -> list[Finding]:
    """Every fault found, in the order of the checks; empty when all is well."""
    with opened(content) as pdf:
        elements = elements_of(pdf)
        return [
            *_document(pdf),
            *_standards(pdf),
            *_headings(elements),
            *_figures(elements),
            *_tables(elements),
            *_fonts(pdf),
        ]


def _document(pdf: pikepdf.Pdf) -> list[Finding]:
    root, found = pdf.Root, []
    if pdf.is_encrypted:
        found.append(Finding("encrypted"))
    if not str(root.get("/Lang", "")):
        found.append(Finding("language", "no /Lang"))
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        found.append(Finding("title-not-shown"))
    with pdf.open_metadata() as metadata:
        if not metadata.get("dc:title"):
            found.append(Finding("title", "no dc:title"))
    if "/StructTreeRoot" not in root or not root.get("/MarkInfo", {}).get("/Marked", False):
        found.append(Finding("untagged"))
    return found


def _standards(pdf: pikepdf.Pdf) -> list[Finding]:
    with pdf.open_metadata() as metadata:
        a = (metadata.get(f"{{{PDF_A}}}part"), metadata.get(f"{{{PDF_A}}}conformance"))
        ua = metadata.get(f"{{{PDF_UA}}}part")
    found = []
    if a != ("2", "A"):
        found.append(Finding("pdf-a", f"part and conformance {a}"))
    if ua != "1":
        found.append(Finding("pdf-ua", f"part {ua}"))
    return found


def elements_of(pdf: pikepdf.Pdf) -> list[Element]:
    """The structure tree in reading order."""
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is None:
        return []
    roles = {str(name): str(role) for name, role in dict(tree.get("/RoleMap", {})).items()}
    found: list[Element] = []
    _walk(tree, roles, (), found)
    return found


def _walk(
    node: pikepdf.Object, roles: dict[str, str], parents: tuple[str, ...], found: list[Element]
) -> None:
    role = str(node.get("/S", ""))
    while role in roles and roles[role] != role:
        role = roles[role]
    name = role.lstrip("/")
    if name:
        found.append(Element(name, len(parents), node, parents))
        parents = (*parents, name)
    kids = node.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [] if kids is None else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            _walk(kid, roles, parents, found)


def _headings(elements: list[Element]) -> list[Finding]:
    found, before = [], 0
    for element in elements:
        level = HEADINGS.get(element.role)
        if level is None:
            continue
        if level > before + 1:
            found.append(Finding("heading-order", f"H{before} is followed by H{level}"))
        before = level
    return found


def _figures(elements: list[Element]) -> list[Finding]:
    """Figures and formulas stand for themselves in words; a figure around a table needs none."""
    return [
        Finding("figure-alt", f"figure {number} has no alternative text")
        for number, element in enumerate((e for e in elements if e.role == "Figure"), start=1)
        if not str(element.raw.get("/Alt", "")).strip()
    ]


def _tables(elements: list[Element]) -> list[Finding]:
    found = []
    tables = [element for element in elements if element.role == "Table"]
    for number, table in enumerate(tables, start=1):
        cells = [e for e in elements_below(elements, table) if e.role == "TH"]
        if not cells:
            found.append(Finding("table-header", f"table {number} has no header cell"))
        elif any(_scope(cell.raw) not in {"/Column", "/Row", "/Both"} for cell in cells):
            found.append(Finding("table-scope", f"table {number} has a header cell without scope"))
    return found


def elements_below(elements: list[Element], parent: Element) -> list[Element]:
    """What stands below one element, in reading order."""
    start = elements.index(parent) + 1
    below = []
    for element in elements[start:]:
        if element.depth <= parent.depth:
            break
        below.append(element)
    return below


def _scope(cell: pikepdf.Object) -> str:
    attributes = cell.get("/A")
    owners = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    for owner in owners:
        if isinstance(owner, pikepdf.Dictionary) and "/Scope" in owner:
            return str(owner["/Scope"])
    return ""


def _fonts(pdf: pikepdf.Pdf) -> list[Finding]:
    found = []
    for item in pdf.objects:
        if not isinstance(item, pikepdf.Dictionary) or item.get("/Type") != "/Font":
            continue
        if str(item.get("/Subtype")) in {"/Type0", "/Type3"}:
            continue  # a composite font's own program hangs on its descendant
        descriptor = item.get("/FontDescriptor", {})
        if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            found.append(Finding("font", f"{item.get('/BaseFont')} is not embedded"))
    return found


def text_of(content: bytes) -> str:
    """All text of the pages in drawing order, with single spaces: what a search in the file finds."""
    return " ".join(pages_of(content))


def pages_of(content: bytes) -> list[str]:
    """The same, page by page."""
    with opened(content) as pdf:
        return [" ".join(" ".join(_runs(page)).split()) for page in pdf.pages]


def _runs(page: pikepdf.Page | pikepdf.Object) -> list[str]:
    """Each text object of a page, or of a drawing placed on it, decoded by its font's own table."""
    resources = page.get("/Resources", {})
    tables = {name: _unicode(font) for name, font in dict(resources.get("/Font", {})).items()}
    table: dict[bytes, str] = {}
    runs: list[str] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BT":
                runs.append("")
            case "Tf":
                table = tables[str(operands[0])]
            case "Tj" | "TJ":
                parts = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
                codes = b"".join(bytes(p) for p in parts if isinstance(p, pikepdf.String))
                pairs = (codes[at : at + 2] for at in range(0, len(codes), 2))
                runs[-1] += "".join(table.get(pair, "") for pair in pairs)
            case "Do":
                placed = resources["/XObject"][str(operands[0])]
                if placed.get("/Subtype") == "/Form":
                    runs += _runs(placed)
    return runs


def _unicode(font: pikepdf.Object) -> dict[bytes, str]:
    """Two-byte code to letters, from the font's ToUnicode table."""
    source = font["/ToUnicode"].read_bytes().decode("ascii")
    table: dict[bytes, str] = {}
    for section in re.findall(r"beginbfchar(.*?)endbfchar", source, re.DOTALL):
        for code, letters in re.findall(r"<(\w+)>\s*<(\w+)>", section):
            table[bytes.fromhex(code)] = bytes.fromhex(letters).decode("utf-16-be")
    for section in re.findall(r"beginbfrange(.*?)endbfrange", source, re.DOTALL):
        for first, last, letters in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", section):
            start = int(letters, 16)
            for step in range(int(last, 16) - int(first, 16) + 1):
                table[(int(first, 16) + step).to_bytes(2, "big")] = chr(start + step)
    return table
