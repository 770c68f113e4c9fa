"""Which files are let in, decided by their content and never by their name alone."""

import io
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from PIL import Image, UnidentifiedImageError

MEGABYTE = 1024 * 1024


class FileKind(StrEnum):
    """What a file may be."""

    PHOTO = "photo"
    DOCUMENT = "document"
    SHEET = "sheet"


EXTENSIONS: dict[FileKind, dict[str, str]] = {
    FileKind.PHOTO: {
        ".jpg": "image/jpeg",
        ".jpeg": "image/jpeg",
        ".png": "image/png",
        ".webp": "image/webp",
    },
    FileKind.DOCUMENT: {
        ".pdf": "application/pdf",
        ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".odt": "application/vnd.oasis.opendocument.text",
        ".txt": "text/plain",
    },
    FileKind.SHEET: {
        ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".csv": "text/csv",
    },
}
LIMITS = {
    FileKind.PHOTO: 10 * MEGABYTE,
    FileKind.DOCUMENT: 25 * MEGABYTE,
    FileKind.SHEET: 15 * MEGABYTE,
}


# Not frozen: what passes an exception on writes to it. eq=False keeps it hashable.
@dataclass(eq=False)
class FileRefused(Exception):
    """Why a file was not let in: `code` and what the sentence needs."""

    code: str  # empty | too_large | wrong_type | damaged
    name: str
    limit: int = 0
    allowed: str = ""


def check_file(name: str, content: bytes, *, kind: FileKind, limit: int | None = None) -> str:
    """The content type of a file that may be let in; raises FileRefused when it may not."""
    largest = limit or LIMITS[kind]
    allowed = ", ".join(sorted(EXTENSIONS[kind]))
    extension = PurePath(name).suffix.lower()
    if not content:
        raise FileRefused("empty", name)
    if len(content) > largest:
        raise FileRefused("too_large", name, limit=largest)
    content_type = EXTENSIONS[kind].get(extension)
    if content_type is None:
        raise FileRefused("wrong_type", name, allowed=allowed)
    if not _is_what_it_says(extension, content):
        raise FileRefused("damaged", name, allowed=allowed)
    return content_type


def _is_what_it_says(extension: str, content: bytes) -> bool:
    if extension in EXTENSIONS[FileKind.PHOTO]:
        return _is_photo(content)
    if extension == ".pdf":
        return content.startswith(b"%PDF-")
    if extension in {".txt", ".csv"}:
        return b"\x00" not in content
    return _is_office_document(content)


def _is_photo(content: bytes) -> bool:
    try:
        with Image.open(io.BytesIO(content)) as image:
            image.verify()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return False
    return True


def _is_office_document(content: bytes) -> bool:
    """A zip without macros; what is inside is read later by the part that needs it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return False
    return not any(name.endswith("vbaProject.bin") for name in names)
