"""What other packages use of the files."""

from samsyn.core.files.messages import refusal_text
from samsyn.core.files.models import StoredFile
from samsyn.core.files.reading import text_of
from samsyn.core.files.rules import FileKind, FileRefused, check_file
from samsyn.core.files.storing import (
    hand_out,
    read_stored,
    remove_stored,
    store_made,
    store_upload,
)
from samsyn.core.files.sweeping import sweep_unowned

__all__ = [
    "FileKind",
    "FileRefused",
    "StoredFile",
    "check_file",
    "hand_out",
    "read_stored",
    "refusal_text",
    "remove_stored",
    "store_made",
    "store_upload",
    "sweep_unowned",
    "text_of",
]
