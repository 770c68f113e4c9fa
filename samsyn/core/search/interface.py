"""What other packages use of search."""

from samsyn.core.registry.interface import Document
from samsyn.core.search.indexing import index, index_all, rebuild, remove
from samsyn.core.search.queries import Facet, Found, Hit, public_addresses, search, similar
from samsyn.core.search.scopes import MEMBER, PUBLIC, Reader, office_scope, role_scope
from samsyn.core.search.suggesting import suggestion

__all__ = [
    "MEMBER",
    "PUBLIC",
    "Document",
    "Facet",
    "Found",
    "Hit",
    "Reader",
    "index",
    "index_all",
    "office_scope",
    "public_addresses",
    "rebuild",
    "remove",
    "role_scope",
    "search",
    "similar",
    "suggestion",
]
