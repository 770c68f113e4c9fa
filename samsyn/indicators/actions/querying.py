"""Keeping a query of the API at an address that can be cited."""

import hashlib
from collections.abc import Mapping
from typing import Any

import orjson
from django.db import transaction

from samsyn.core.audit.interface import record
from samsyn.indicators.models import SavedQuery
from samsyn.organisations.interface import Actor, Collaboration


@transaction.atomic
def save_query(
    *, by: Actor | None, collaboration: Collaboration, table: str, query: Mapping[str, Any]
) -> SavedQuery:
    """The same query gives the same address; anyone may keep one, so it is kept once and says nothing about who."""
    content = orjson.dumps([table, query], option=orjson.OPT_SORT_KEYS)
    key = hashlib.sha256(content).hexdigest()[:16]
    saved, created = SavedQuery.objects.get_or_create(
        collaboration=collaboration, key=key, defaults={"table": table, "query": dict(query)}
    )
    if created:
        record(
            by=by.user_id if by else None,
            verb="indicators.query_saved",
            obj=saved,
            collaboration_id=collaboration.pk,
        )
    return saved
