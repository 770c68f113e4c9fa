"""Asks another website whether a page is there, as gently as can be, and never a computer of our own network.

Editors write the addresses, so what is asked must be a public host: otherwise the check could be used to look around
inside the network where the program runs.
"""

import http.client
import ipaddress
import socket
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import IO
from urllib.parse import quote, urlsplit, urlunsplit

from samsyn.core.links.models import BrokenLink

SECONDS = 15
AGENT = "Samsyn link check"
# Methods that a server may refuse though the page is there.
_NOT_BY_HEAD = {400, 403, 404, 405, 406, 429, 500, 501, 503}
# The page is there, or may be: it wants a sign-in, or thinks that we ask too much.
_MAY_BE_THERE = {401, 403, 405, 406, 407, 418, 429}
Fault = BrokenLink.Fault


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking: no fault when the page is there or may be; `status` is the HTTP status, if any."""

    fault: str = ""
    status: int | None = None


class NotPublic(Exception):
    """The host is not one that the whole world can ask."""


class _StaysPublic(urllib.request.HTTPRedirectHandler):
    """Follows to public hosts only."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        refuse_private(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def refuse_private(address: str) -> None:
    """Raises NotPublic unless the address is http(s) at a host whose every number is public; OSError for no host."""
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise NotPublic
    for found in socket.getaddrinfo(parts.hostname, parts.port or 443, type=socket.SOCK_STREAM):
        if not ipaddress.ip_address(found[4][0]).is_global:
            raise NotPublic


def ask(address: str) -> Answer:
    """Tries HEAD, then GET for servers that do not like HEAD. Never raises for what another website does."""
    try:
        refuse_private(address)
        answer = _asked(address, "HEAD")
        return _asked(address, "GET") if answer.status in _NOT_BY_HEAD else answer
    except NotPublic:
        return Answer(Fault.REFUSED)
    except (OSError, http.client.HTTPException, ValueError):
        return Answer(Fault.NO_HOST)


def _asked(address: str, method: str) -> Answer:
    opener = urllib.request.build_opener(_StaysPublic)
    request = urllib.request.Request(  # noqa: S310  # refuse_private lets only http and https through
        _written(address), method=method, headers={"User-Agent": AGENT, "Accept": "*/*"}
    )
    try:
        with opener.open(request, timeout=SECONDS) as response:
            return judged(response.status)
    except urllib.error.HTTPError as refused:
        with refused:
            return judged(refused.code)


def judged(status: int) -> Answer:
    """What an HTTP status says of a link."""
    if status < 400 or status in _MAY_BE_THERE:
        return Answer(status=status)
    return Answer(Fault.SERVER if status >= 500 else Fault.GONE, status)


def _written(address: str) -> str:
    """The address as it goes over the wire: å in a path as percent signs, in a host as its ASCII name."""
    parts = urlsplit(address)
    host = (parts.hostname or "").encode("idna").decode()
    place = f"{host}:{parts.port}" if parts.port else host
    path, query = (
        quote(parts.path, safe="/%:@!$&'()*+,;=~"),
        quote(parts.query, safe="/%:@!$&'()*+,;=~?"),
    )
    return urlunsplit((parts.scheme, place, path, query, ""))
