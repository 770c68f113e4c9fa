"""A Word file brought in as a draft. What was written before stays in the draft's history; the file itself is kept."""

import io
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from bs4 import BeautifulSoup
from django.db import transaction
from django.utils.translation import gettext as _
from PIL import Image

from samsyn.core.audit.interface import record
from samsyn.core.files.interface import FileKind, FileRefused, store_upload
from samsyn.guidance.actions.drafts import open_draft
from samsyn.guidance.clauses import draft_of, fill_page, store_clauses
from samsyn.guidance.drafting import ClauseDraft
from samsyn.guidance.models import GuidanceDocument, WordImport
from samsyn.guidance.pictures import keep_picture, shown
from samsyn.guidance.refusals import Refused
from samsyn.guidance.word_reading import WordPicture, read_word
from samsyn.organisations.interface import Actor

# UnidentifiedImageError is an OSError.
_NO_PICTURE = (OSError, SyntaxError, ValueError, Image.DecompressionBombError)
_SHOWN_AS_THEY_ARE = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}


@transaction.atomic
def bring_in_word(
    *, by: Actor, document: GuidanceDocument, name: str, content: bytes, replaces: bool = False
) -> WordImport:
    """Makes the file's text the draft. A clause whose chapter and heading are known keeps its identity and its law.

    Raises Refused or FileRefused with the one reason when the file cannot be taken in whole, and
    `word_would_replace` when there is a text and nobody has said that it is to be replaced.
    """
    if document.has_ended:
        raise Refused("ended")
    word = read_word(name, content, opening=_("Introduction"))
    GuidanceDocument.objects.select_for_update().get(pk=document.pk)
    known = draft_of(document)
    if known and not replaces:
        raise Refused("word_would_replace")
    page = open_draft(by=by, document=document)
    addresses = _keep(document, word.pictures, by=by.user_id)
    clauses = [
        replace(clause, text=_with_pictures(clause.text, addresses)) for clause in word.clauses
    ]
    store_clauses(document, _recognised(clauses, known))
    fill_page(page, user=by.person.user)
    stored = store_upload(name=name, content=content, kind=FileKind.DOCUMENT, by=by.user_id)
    brought = WordImport.objects.create(
        document=document, stored=stored, title=word.title[:300],
        notes=[list(note) for note in word.notes], brought_by_id=by.user_id
    )  # fmt: skip
    record(
        by=by.user_id,
        verb="guidance.word_brought_in",
        obj=document,
        collaboration_id=document.collaboration_id,
        details={"clauses": len(clauses), "pictures": len(addresses), "sha256": stored.sha256},
    )
    return brought


def _keep(
    document: GuidanceDocument, pictures: Sequence[WordPicture], *, by: int | None
) -> dict[str, tuple[str, int, int]]:
    kept = {}
    for place, picture in enumerate(pictures, 1):
        try:
            content, suffix = _on_the_web(picture.content)
            row = keep_picture(document, content, name=f"word-{place}.{suffix}", by=by)
        except (FileRefused, *_NO_PICTURE) as found:
            raise Refused("word_picture", number=place) from found
        place_of = shown(row)
        kept[picture.address] = (place_of.address, place_of.width, place_of.height)
    return kept


def _on_the_web(content: bytes) -> tuple[bytes, str]:
    """The picture as it is, or as PNG when browsers do not show its kind."""
    with Image.open(io.BytesIO(content)) as drawn:
        suffix = _SHOWN_AS_THEY_ARE.get(drawn.format or "")
        if suffix:
            return content, suffix
        written = io.BytesIO()
        drawn.convert("RGBA").save(written, "PNG")
    return written.getvalue(), "png"


def _with_pictures(html: str, addresses: dict[str, tuple[str, int, int]]) -> str:
    soup = BeautifulSoup(html, "html.parser")
    for picture in soup.find_all("img"):
        address, width, height = addresses[str(picture["src"])]
        picture["src"], picture["width"], picture["height"] = address, str(width), str(height)
    return str(soup)


def _recognised(clauses: Sequence[ClauseDraft], known: Sequence[ClauseDraft]) -> list[ClauseDraft]:
    """The clauses with the identity of those that had the same chapter and heading, and what Word says nothing of."""
    before: dict[tuple[str, str], ClauseDraft] = {}
    for clause in known:
        before.setdefault(_place(clause), clause)
    found, taken = [], set[UUID | None]()
    for clause in clauses:
        same = before.get(_place(clause))
        if same is None or same.uuid in taken:
            found.append(clause)
            continue
        taken.add(same.uuid)
        found.append(
            replace(
                clause, uuid=same.uuid, grounds=same.grounds, example=same.example,
                citations=clause.citations or same.citations,
            )
        )  # fmt: skip
    return found


def _place(clause: ClauseDraft) -> tuple[str, str]:
    return clause.chapter.casefold().strip(), clause.heading.casefold().strip()
