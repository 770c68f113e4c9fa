"""Between what is written in Wagtail (a stream of blocks) and clauses as text: the same words in both, both ways."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4, uuid5

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from wagtail.rich_text import expand_db_html

from samsyn.core.law.interface import read_reference
from samsyn.guidance.cleaning import clean_html, pictures_without_text, plain_text
from samsyn.guidance.rules import Numbered, numbers_of

_INLINE = {"a", "strong", "b", "em", "i", "sub", "sup", "br"}


@dataclass(frozen=True, slots=True)
class ClauseDraft:
    """A clause as it is written. Without `uuid` it is a new one."""

    chapter: str
    text: str
    heading: str = ""
    grounds: str = ""
    example: str = ""
    citations: tuple[str, ...] = ()
    uuid: UUID | None = None


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """Where a picture is found, and its size in pixels."""

    address: str
    width: int
    height: int


# From Wagtail's image to where the text shows it.
Shows = Callable[[Any], ShownPicture]
# From the address of a picture in a text to the key of Wagtail's image; None when there is none.
Finds = Callable[[str], int | None]


def picture_in_wagtail(image: Any) -> ShownPicture:
    """Wagtail's own copy: for previews of what has not been saved."""
    small = image.get_rendition("max-1600x1600")
    return ShownPicture(small.url, small.width, small.height)


def drafts_of(body: Iterable[Any], shows: Shows) -> list[ClauseDraft]:
    """The clauses of a stream, each in the chapter whose heading stands nearest above it."""
    chapter, found = "", []
    for block in body:
        if block.block_type == "chapter":
            chapter = str(block.value).strip()
        else:
            found.append(_draft(block, chapter or _("Introduction"), shows))
    return found


def _draft(block: Any, chapter: str, shows: Shows) -> ClauseDraft:
    value = block.value
    return ClauseDraft(
        chapter=chapter,
        heading=value["heading"],
        text=clean_html("".join(_html_of(part, shows) for part in value["content"])),
        grounds=value["grounds"],
        example=value["example"],
        citations=tuple(label.strip() for label in value["citations"] if label.strip()),
        uuid=UUID(str(block.id)),
    )


def _html_of(part: Any, shows: Shows) -> str:
    if part.block_type == "text":
        return str(expand_db_html(part.value.source))
    if part.block_type == "table":
        rows = [row["values"] for row in part.value.row_data]
        return table_html([c["heading"] for c in part.value.columns], rows, part.value.caption)
    image = part.value.get("image")
    if image is None:
        return ""
    return picture_html(shows(image), part.value["alternative"], part.value["caption"])


def picture_html(picture: ShownPicture, alternative: str, caption: str) -> str:
    """A figure with its text for those who do not see it."""
    below = format_html("<figcaption>{}</figcaption>", caption) if caption else ""
    return format_html(
        '<figure><img alt="{}" height="{}" src="{}" width="{}"/>{}</figure>',
        alternative, picture.height, picture.address, picture.width, below,
    )  # fmt: skip


def table_html(columns: Sequence[str], rows: Sequence[Sequence[str]], caption: str) -> str:
    """A table with its header row; an empty one is nothing."""
    if not columns:
        return ""
    head = format_html_join("", '<th scope="col">{}</th>', ((one or "",) for one in columns))
    body = format_html_join(
        "",
        "<tr>{}</tr>",
        ((format_html_join("", "<td>{}</td>", ((_lines(cell),) for cell in row)),) for row in rows),
    )
    above = format_html("<caption>{}</caption>", caption) if caption else ""
    return format_html(
        "<table>{}<thead><tr>{}</tr></thead><tbody>{}</tbody></table>", above, head, body
    )


def _lines(cell: str | None) -> str:
    return format_html_join(mark_safe("<br/>"), "{}", ((line,) for line in (cell or "").splitlines()))  # fmt: skip


def stream_of(clauses: Iterable[ClauseDraft], finds: Finds) -> list[dict[str, Any]]:
    """The blocks that give these clauses back, as Wagtail stores them."""
    blocks: list[dict[str, Any]] = []
    chapter = ""
    for clause in clauses:
        name = clause.uuid or uuid4()
        if clause.chapter != chapter:
            chapter = clause.chapter
            blocks += _named([{"type": "chapter", "value": chapter}], name, "chapter")
        labels = [{"type": "item", "value": label} for label in clause.citations]
        value = {
            "heading": clause.heading,
            "content": _named(parts_of(clause.text, finds), name, "part"),
            "citations": _named(labels, name, "law"),
            "grounds": clause.grounds,
            "example": clause.example,
        }
        blocks.append({"type": "clause", "value": value, "id": str(name)})
    return blocks


def _named(blocks: list[dict[str, Any]], clause: UUID, what: str) -> list[dict[str, Any]]:
    """The blocks with identities of their own, the same each time: drafts are compared block by block."""
    return [
        {**block, "id": str(uuid5(clause, f"{what}{place}"))} for place, block in enumerate(blocks)
    ]


def parts_of(html: str, finds: Finds) -> list[dict[str, Any]]:
    """A clause's text cut into running text, tables and pictures."""
    parts: list[dict[str, Any]] = []
    running = ""
    for node in _top_of(html):
        part = _part(node, finds)
        if part is None:
            running += str(node)
            continue
        if running.strip():
            parts.append({"type": "text", "value": running})
        running = ""
        parts.append(part)
    return parts + ([{"type": "text", "value": running}] if running.strip() else [])


def _part(node: Tag, finds: Finds) -> dict[str, Any] | None:
    if node.name == "table":
        return {"type": "table", "value": _table_value(node)}
    picture = node if node.name == "img" else node.find("img")
    if not isinstance(picture, Tag):
        return None
    caption = node.find("figcaption")
    return {
        "type": "picture",
        "value": {
            "image": finds(str(picture.get("src", ""))),
            "alternative": str(picture.get("alt", "")),
            "caption": caption.get_text() if caption else "",
        },
    }


def _table_value(node: Tag) -> dict[str, Any]:
    rows = [_cells(row) for row in node.find_all("tr")]
    width = max((len(row) for row in rows), default=0)
    full = [row + [""] * (width - len(row)) for row in rows]
    caption = node.find("caption")
    return {
        "columns": [{"type": "cell", "heading": word} for word in (full[0] if full else [])],
        "rows": [{"values": row} for row in full[1:]],
        "caption": caption.get_text(" ", strip=True) if caption else "",
    }


def _cells(row: Tag) -> list[str]:
    """The words of a row; a cell over several columns leaves the others empty."""
    cells: list[str] = []
    for cell in row.find_all(["th", "td"]):
        for line in cell.find_all("br"):
            line.replace_with("\n")
        words = "\n".join(" ".join(part.split()) for part in cell.get_text("\n").split("\n"))
        wide = str(cell.get("colspan", "1"))
        cells += [words.strip(), *[""] * (min(int(wide), 50) - 1 if wide.isdigit() else 0)]
    return cells


def canonical(html: str) -> str:
    """The same text as it comes back from the editor: loose words in a paragraph, a table with its header row."""
    soup = BeautifulSoup(clean_html(html), "html.parser")
    for old, new in (("strong", "b"), ("em", "i")):
        for node in soup.find_all(old):
            node.name = new
    return "".join(_canonical(node) for node in _top_of(str(soup)))


def _canonical(node: Tag) -> str:
    if node.name != "table":
        return str(node)
    value = _table_value(node)
    columns = [column["heading"] for column in value["columns"]]
    return table_html(columns, [row["values"] for row in value["rows"]], value["caption"])


def _top_of(html: str) -> list[Tag]:
    """The outermost nodes; words that stand loose are put in a paragraph."""
    soup = BeautifulSoup(html, "html.parser")
    nodes: list[Tag] = []
    loose: Tag | None = None
    for node in list(soup.contents):
        if isinstance(node, Tag) and node.name not in _INLINE:
            nodes.append(node)
            loose = None
        elif isinstance(node, Tag | NavigableString) and (loose or str(node).strip()):
            if loose is None:
                loose = soup.new_tag("p")
                nodes.append(loose)
            loose.append(node.extract())
    return nodes


def shown_rows(clauses: Sequence[ClauseDraft]) -> list[tuple[ClauseDraft, Numbered]]:
    """Clauses with their numbers."""
    return list(zip(clauses, numbers_of([clause.chapter for clause in clauses]), strict=True))


@dataclass(frozen=True, slots=True)
class Fault:
    """What a draft lacks before it can be sent out or decided: `code`, and the clause it stands in."""

    code: str  # no_clauses | picture_without_text | empty_clause | citation_unread
    number: str = ""
    detail: str = ""


def faults_of(clauses: Sequence[ClauseDraft]) -> list[Fault]:
    """All faults in order; `citation_unread` is a hint: a court case has no section."""
    if not clauses:
        return [Fault("no_clauses")]
    found: list[Fault] = []
    for clause, place in shown_rows(clauses):
        if not plain_text(clause.text) and "<img" not in clause.text:
            found.append(Fault("empty_clause", place.number))
        if pictures_without_text(clause.text):
            found.append(Fault("picture_without_text", place.number))
        found += [
            Fault("citation_unread", place.number, label)
            for label in clause.citations
            if read_reference(label) is None
        ]
    return found
