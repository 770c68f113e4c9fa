"""A Word file as clauses: headings become chapters and clauses; lists, tables, notes and pictures stay where they stand."""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import mammoth
from bs4 import BeautifulSoup, Tag
from django.utils.html import escape
from docx import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError

from samsyn.guidance.cleaning import plain_text
from samsyn.guidance.drafting import ClauseDraft
from samsyn.guidance.refusals import Refused
from samsyn.guidance.word_checks import WordFacts, check_word
from samsyn.guidance.word_tidying import tidy

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LONGEST = 160
# "2.1 Förvaring" and "3. Spill": the page numbers by itself. "26 kap. 19 §" stays.
_NUMBER = re.compile(r"^\s*(?:\d+(?:\.\d+)+\.?|\d+\.)\s+")
_LAW = re.compile(r"^\s*(?:Lagstöd|Lagrum)\s*:\s*(.+)$", re.IGNORECASE | re.DOTALL)
# What Word itself has guessed about a picture is no text by a person.
_GUESSED = re.compile(r"automatiskt genererad|AI-genererat|automatically generated|AI-generated", re.I)  # fmt: skip
_STYLES = """
p[style-name='Title'] => p.title:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name^='toc '] => !
p[style-name^='TOC '] => !
p[style-name='table of figures'] => !
u => em
"""


@dataclass(frozen=True, slots=True)
class WordPicture:
    """A picture of a Word file; its text points at `address` until it is stored."""

    address: str
    content: bytes


@dataclass(slots=True)
class WordText:
    """What a Word file said. `notes` are (code, number) of what was not taken in, or was moved."""

    clauses: list[ClauseDraft]
    pictures: list[WordPicture]
    title: str = ""
    notes: list[tuple[str, int]] = field(default_factory=list)


def read_word(name: str, content: bytes, *, opening: str) -> WordText:
    """The text of a .docx; `opening` names the chapter of what stands before the first heading.

    Raises Refused or FileRefused with the reason when the file cannot be taken in whole.
    """
    facts = check_word(name, content)
    pictures: list[WordPicture] = []
    try:
        html = _html(content, pictures)
    except (RecursionError, KeyError, ValueError, IndexError, AttributeError) as found:
        raise Refused("word_damaged") from found
    soup = BeautifulSoup(html, "html.parser")
    moved = tidy(soup)
    title, top = _title_and_top(soup)
    clauses = list(clauses_of(soup, top, opening))
    if not clauses:
        raise Refused("word_empty")
    return WordText(clauses, pictures, title, _notes(facts, moved))


def _html(content: bytes, pictures: list[WordPicture]) -> str:
    def keep(image: mammoth.documents.Image) -> dict[str, str]:
        address = f"/word/{len(pictures)}"
        with image.open() as opened:
            pictures.append(WordPicture(address, opened.read()))
        guessed = _GUESSED.search(image.alt_text or "")
        return {"src": address, "alt": "" if guessed else image.alt_text or ""}

    result = mammoth.convert_to_html(
        io.BytesIO(content),
        style_map=_STYLES + "\n".join(_own_headings(content)),
        convert_image=mammoth.images.img_element(keep),
        include_embedded_style_map=False,
    )
    return str(result.value)


def _own_headings(content: bytes) -> Iterator[str]:
    """Styles that an office has made from Word's headings, by their level in the outline."""
    try:
        styles = WordDocument(io.BytesIO(content)).styles.element
    except (PackageNotFoundError, KeyError, ValueError) as found:
        raise Refused("word_damaged") from found
    levels, parents = {}, {}
    for style in styles.findall(".//w:style[@w:type='paragraph']", styles.nsmap):
        key = style.styleId or ""
        outline = style.find("w:pPr/w:outlineLvl", styles.nsmap)
        parent = style.find("w:basedOn", styles.nsmap)
        levels[key] = _val(outline) if outline is not None else ""
        parents[key] = _val(parent) if parent is not None else ""
    for key in levels:
        at, steps = key, 0
        while at and not levels.get(at) and steps < 20:
            at, steps = parents.get(at, ""), steps + 1
        level = levels.get(at, "")
        if level.isdecimal() and int(level) < 6 and re.fullmatch(r"[\w-]+", key):
            yield f"p.{key} => h{int(level) + 1}:fresh"


def _val(element: object) -> str:
    for name, value in element.attrib.items():  # type: ignore[attr-defined]
        if name.endswith("}val"):
            return str(value)
    return ""


def _title_and_top(soup: BeautifulSoup) -> tuple[str, int]:
    """The title, and the level of heading that is a chapter. A lone first heading over others is the title."""
    written = soup.find("p", class_="title")
    title = " ".join(written.get_text().split()) if isinstance(written, Tag) else ""
    if isinstance(written, Tag):
        written.decompose()
    found = [node for node in soup.find_all(_HEADINGS, recursive=False) if node.get_text(strip=True)]  # fmt: skip
    levels = [int(node.name[1]) for node in found]
    if not title and len(levels) > 1 and levels[0] < min(levels[1:]):
        title = " ".join(found[0].get_text().split())
        found[0].decompose()
        levels = levels[1:]
    return title, min(levels, default=1)


def clauses_of(soup: BeautifulSoup, top: int, opening: str) -> Iterator[ClauseDraft]:
    """The text cut at its headings. A chapter's own text before its first clause is a clause without heading."""
    notes = _footnotes(soup)
    now = ClauseDraft(chapter=opening, text="")
    for node in list(soup.find_all(recursive=False)):
        words = " ".join(node.get_text().split())
        level = int(node.name[1]) - top if node.name in _HEADINGS and words else None
        if level is None:
            law = _LAW.match(words) if node.name == "p" else None
            if law:
                cited = tuple(part.strip()[:_LONGEST] for part in law.group(1).split(";") if part.strip())  # fmt: skip
                now = replace(now, citations=now.citations + cited)
            elif words or node.find("img"):
                now = replace(now, text=now.text + str(node))
        elif level > 1:
            node.name = "h4" if level == 2 else "h5"
            now = replace(now, text=now.text + str(node))
        else:
            yield from _finished(now, notes)
            heading, more = _heading(words)
            now = (
                ClauseDraft(chapter=heading, text=more)
                if level == 0
                else ClauseDraft(chapter=now.chapter, text=more, heading=heading)
            )
    yield from _finished(now, notes)


def _heading(words: str) -> tuple[str, str]:
    """A heading without its number; one that is too long goes on in the text."""
    words = _NUMBER.sub("", words)
    if len(words) <= _LONGEST:
        return words, ""
    return words[: _LONGEST - 1].rsplit(" ", 1)[0] + "…", f"<p>{escape(words)}</p>"


def _footnotes(soup: BeautifulSoup) -> dict[str, str]:
    """The notes at the end of the file, by the address that the text refers to; they leave the end."""
    found = {}
    for item in soup.select("ol > li[id^=footnote-], ol > li[id^=endnote-]"):
        for back in item.select("a[href^='#footnote-ref'], a[href^='#endnote-ref']"):
            back.decompose()
        found[f"#{item['id']}"] = plain_text(str(item)).replace("\n", " ")
        home = item.parent
        item.decompose()
        if home is not None and not home.find("li"):
            home.decompose()
    return found


def _finished(clause: ClauseDraft, notes: dict[str, str]) -> Sequence[ClauseDraft]:
    """The clause with its notes below it; nothing when nothing is in it."""
    if not (clause.text or clause.heading or clause.citations):
        return []
    soup = BeautifulSoup(clause.text, "html.parser")
    below = ""
    for link in soup.select("a[href^='#']"):
        note = notes.get(str(link["href"]))
        if note:
            paragraph = soup.new_tag("p")
            paragraph.string = f"{link.get_text()} {note}"
            below += str(paragraph)
        link.unwrap()
    return [replace(clause, text=str(soup) + below)]


def _notes(facts: WordFacts, moved: dict[str, int]) -> list[tuple[str, int]]:
    notes = [("comments", facts.comments), ("heads", int(facts.running_heads)), ("shapes", facts.shapes)]  # fmt: skip
    return [(code, number) for code, number in [*notes, *moved.items()] if number]
