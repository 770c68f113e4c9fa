"""Every address of the program: which package it belongs to, what its row is called and how one example of it is made."""

import re
from collections import Counter
from dataclasses import dataclass, replace

from django.urls import URLPattern, URLResolver, get_resolver

LIBRARIES = "libraries"
PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")


@dataclass(frozen=True, slots=True)
class Address:
    """One URL pattern. `row` is its name in the matrix; for a library's addresses it is their prefix."""

    package: str
    row: str
    route: str

    @property
    def parameters(self) -> list[str]:
        return PARAMETER.findall(self.route)


def addresses() -> list[Address]:
    """All URL patterns of the root urlconf, a library's as one per prefix, in the order in which they are tried."""
    found: list[Address] = []
    for entry in get_resolver().url_patterns:
        found += _of_entry(entry)
    return _told_apart(list(dict.fromkeys(found)))


def _of_entry(entry: URLPattern | URLResolver) -> list[Address]:
    route = str(entry.pattern)
    if isinstance(entry, URLPattern):
        return [Address(_package(entry.callback.__module__), entry.name or route, route)]
    module = getattr(entry.urlconf_module, "__name__", "")
    if module.startswith("samsyn."):
        return list(_ours(entry, _package(module), route))
    if route:
        return [Address(LIBRARIES, route, route)]
    return [
        Address(LIBRARIES, str(inner.pattern), str(inner.pattern)) for inner in entry.url_patterns
    ]


def _ours(resolver: URLResolver, package: str, before: str) -> list[Address]:
    found = []
    for entry in resolver.url_patterns:
        route = before + str(entry.pattern)
        if isinstance(entry, URLPattern):
            found.append(Address(package, entry.name or route, route))
        else:
            found += _ours(entry, package, route)
    return found


def _told_apart(found: list[Address]) -> list[Address]:
    """Addresses of one package that share a name are called by their route."""
    times = Counter((one.package, one.row) for one in found)
    return [
        replace(one, row=one.route) if times[one.package, one.row] > 1 else one for one in found
    ]


def _package(module: str) -> str:
    parts = module.split(".")
    return parts[1] if parts[0] == "samsyn" else LIBRARIES
