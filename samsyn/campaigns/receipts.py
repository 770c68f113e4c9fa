"""Fingerprints of what was received, and the receipts given for it."""

import base64
import hashlib
import hmac
from uuid import UUID

from django.conf import settings


def content_hash(xml: bytes) -> str:
    """The fingerprint by which a repetition is told from other content."""
    return hashlib.sha256(xml).hexdigest()


def receipt_of(submission_id: UUID, digest: str) -> str:
    """The receipt of this content under this id; it can be checked later and not be guessed."""
    text = f"{submission_id}:{digest}".encode()
    code = hmac.new(settings.SECRET_KEY.encode(), text, hashlib.sha256).digest()[:10]
    letters = base64.b32encode(code).decode()
    return f"{letters[:4]}-{letters[4:8]}-{letters[8:12]}-{letters[12:16]}"
