"""Registrations for one event: signed-in officers who send the form at the same time, each with a session of her own."""

import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import asdict
from typing import Any, Protocol
from urllib.parse import urlencode

from scripts import load

REQUESTS = {1: 300, 16: 2_000}
WARM_UP = 60
LED_ON = b"302"  # a registration that is kept leads on to the event's page


class Installation(Protocol):
    """What this part needs of the installation that is measured."""

    port: int

    def command(self, *arguments: str) -> Any: ...
    def serving(self) -> AbstractContextManager[None]: ...


def registrations(here: Installation, say: Callable[[str], None]) -> list[dict[str, Any]]:
    """Accepted per second over the wire: seat given, audited, letter queued, and on disk when the answer is given."""
    many = WARM_UP + sum(REQUESTS.values())
    made = here.command("measure", "course", "--people", str(many))
    path = f"/kurser/{made['slug']}/anmal/"
    requests = [_request(path, session, f"localhost:{here.port}") for session in made["sessions"]]
    rows, begin = [], WARM_UP
    with here.serving():
        load.run(requests[:WARM_UP], port=here.port, clients=4, good=[LED_ON])
        for clients, number in REQUESTS.items():
            some = requests[begin : begin + number]
            begin += number
            result = load.run(some, port=here.port, clients=clients, good=[LED_ON])
            rows.append({"clients": clients, **asdict(result)})
            say(
                f"  registrations, {clients:>2} clients: {result.per_second:>7}/s  "
                f"p50 {result.p50} ms  p95 {result.p95} ms  refused {result.refused}"
            )
    return rows


def _request(path: str, session: str, host: str) -> bytes:
    """The form as a browser sends it."""
    token = secrets.token_hex(16)
    fields = {"csrfmiddlewaretoken": token, "answer_0": "Egenkontroll", "food": "", "access": ""}
    body = urlencode(fields).encode()
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {host}\r\nCookie: samsyn={session}; csrftoken={token}\r\n"
        f"Connection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body
