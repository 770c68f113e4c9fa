"""Storing and handing out files."""

import hashlib
from pathlib import PurePath
from urllib.parse import quote

from django.core.files.base import ContentFile
from django.db import transaction
from django.http import FileResponse, HttpResponseBase
from django.utils.text import get_valid_filename

from samsyn.core.files.models import StoredFile
from samsyn.core.files.rules import FileKind, check_file

_INLINE = {"image/jpeg", "image/png", "image/webp", "application/pdf"}


def store_upload(
    *, name: str, content: bytes, kind: FileKind, by: int | None, limit: int | None = None
) -> StoredFile:
    """Stores an uploaded file after checking it; raises FileRefused. The caller writes the audit entry of its act."""
    content_type = check_file(name, content, kind=kind, limit=limit)
    return store_made(name=name, content=content, content_type=content_type, by=by)


def store_made(*, name: str, content: bytes, content_type: str, by: int | None) -> StoredFile:
    """Stores a file that the program itself made."""
    digest = hashlib.sha256(content).hexdigest()
    stored = StoredFile(
        name=PurePath(name).name[:200],
        content_type=content_type,
        size=len(content),
        sha256=digest,
        stored_by_id=by,
    )
    stored.file.save(
        get_valid_filename(f"{digest[:16]}{PurePath(name).suffix.lower()}"),
        ContentFile(content),
        save=False,
    )
    stored.save()
    return stored


def remove_stored(stored: StoredFile) -> None:
    """Forgets a file that is no longer needed; its content goes when the transaction is committed."""
    storage, name = stored.file.storage, str(stored.file.name)
    stored.delete()
    transaction.on_commit(lambda: storage.delete(name))


def read_stored(stored: StoredFile) -> bytes:
    """The whole content of a file."""
    with stored.file.open("rb") as content:
        found: bytes = content.read()
    return found


def hand_out(stored: StoredFile, *, download: bool = False) -> HttpResponseBase:
    """The answer that carries the file; the caller has checked that the person may read it."""
    inline = stored.content_type in _INLINE and not download
    response = FileResponse(stored.file.open("rb"), content_type=stored.content_type)
    disposition = "inline" if inline else "attachment"
    response["Content-Disposition"] = f"{disposition}; filename*=UTF-8''{quote(stored.name)}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
