"""What other packages use of search."""

from samsyn.core.registry.interface import Document
from samsyn.core.search.indexing import index, index_all, remove
from samsyn.core.search.queries import (
    Facet,
    Found,
    Hit,
    matching_keys,
    public_addresses,
    search,
    similar,
    years_found,
)
from samsyn.core.search.ranking import Narrowing
from samsyn.core.search.rebuilding import rebuild, rebuild_when_changed
from samsyn.core.search.scopes import MEMBER, PUBLIC, Reader, office_scope, role_scope
from samsyn.core.search.suggesting import suggestion

__all__ = [
    "MEMBER",
    "PUBLIC",
    "Document",
    "Facet",
    "Found",
    "Hit",
    "Narrowing",
    "Reader",
    "index",
    "index_all",
    "matching_keys",
    "office_scope",
    "public_addresses",
    "rebuild",
    "rebuild_when_changed",
    "remove",
    "role_scope",
    "search",
    "similar",
    "suggestion",
    "years_found",
]
