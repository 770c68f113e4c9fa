"""The weekly check of links in what is in force: those that no longer answer are listed for the document's owner."""

import ipaddress
import logging
import socket
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from bs4 import BeautifulSoup
from django.db.models import F

from samsyn.core.clock.interface import today
from samsyn.guidance.codes import DocumentState
from samsyn.guidance.models import BrokenLink, GuidanceDocument, OtherGuidance
from samsyn.guidance.queries import clauses_of

logger = logging.getLogger(__name__)
_WAIT = 10
_MOST_REDIRECTS = 5
# Servers that do not let programs in have answered all the same.
_ANSWERED = {401, 403, 405, 406, 418, 429, 999}


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *_args: object, **_kwargs: object) -> None:
        return None


def check_links() -> int:
    """Asks every link once. Returns how many did not answer. The demo's are left alone: it may have no network."""
    documents = GuidanceDocument.objects.filter(
        state=DocumentState.IN_FORCE, collaboration__is_demo=False
    )
    addresses = {document: links_of(document) for document in documents}
    others = list(OtherGuidance.objects.exclude(address="").filter(collaboration__is_demo=False))
    asked = {link for links in addresses.values() for link in links} | {o.address for o in others}
    said = {address: ask(address) for address in sorted(asked)}
    if said and all(status is None for status in said.values()):
        logger.warning(
            "No link of %d answered; the network may be down, nothing is noted.", len(said)
        )
        return 0
    for document, links in addresses.items():
        _note(document, {address: said[address] for address in links})
    for other in others:
        other.answered = _is_there(said[other.address])
        other.save(update_fields=["answered"])
    return sum(1 for status in said.values() if not _is_there(status))


def links_of(document: GuidanceDocument) -> set[str]:
    """The addresses out of the house in the edition that is in force."""
    edition = document.editions.filter(in_force_from__lte=today()).first()
    found: set[str] = set()
    for row in clauses_of(edition) if edition else ():
        for link in BeautifulSoup(row.html, "html.parser").find_all("a"):
            address = str(link.get("href", ""))
            if address.startswith(("http://", "https://")):
                found.add(address.split("#", maxsplit=1)[0][:800])
    return found


def ask(address: str) -> int | None:
    """The status with which a public address answers, after redirects; nothing when it does not."""
    opener = build_opener(_NoRedirect)
    for _step in range(_MOST_REDIRECTS):
        parts = urlsplit(address)
        if parts.scheme not in {"http", "https"} or not _is_public(parts.hostname or ""):
            return None
        # The scheme is one of two, by the line above.
        request = Request(address, headers={"User-Agent": "Samsyn link check"})  # noqa: S310
        try:
            with opener.open(request, timeout=_WAIT) as answer:
                return int(answer.status)
        except HTTPError as found:
            onwards = found.headers.get("Location", "")
            if found.code not in {301, 302, 303, 307, 308} or not onwards.startswith("http"):
                return 200 if found.code in {301, 302, 303, 307, 308} else found.code
            address = onwards
        except (URLError, HTTPException, OSError, ValueError):
            return None
    return None


def _is_public(host: str) -> bool:
    """Whether the host is on the open network: this program asks no neighbour behind the wall."""
    try:
        found = {info[4][0] for info in socket.getaddrinfo(host, None)}
        return bool(found) and all(ipaddress.ip_address(one).is_global for one in found)
    except (OSError, ValueError):
        return False


def _is_there(status: int | None) -> bool:
    return status is not None and (status < 400 or status in _ANSWERED)


def _note(document: GuidanceDocument, said: dict[str, int | None]) -> None:
    broken = {address: status for address, status in said.items() if not _is_there(status)}
    document.broken_links.exclude(address__in=broken).delete()
    for address, status in broken.items():
        row, is_new = BrokenLink.objects.get_or_create(
            document=document, address=address, defaults={"status": status}
        )
        if not is_new:
            BrokenLink.objects.filter(pk=row.pk).update(status=status, failures=F("failures") + 1)


def told_links(document: GuidanceDocument) -> list[BrokenLink]:
    """The links of a document that its owner is told of."""
    return [link for link in document.broken_links.all() if link.is_told]
