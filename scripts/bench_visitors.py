"""Pages as many visitors read them at once: 16 clients that ask for the same page, and for all of them in turn."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from scripts import load

if TYPE_CHECKING:
    from scripts.bench import Installation

CLIENTS = 16
REQUESTS = 6_000
WARM_UP = 64
PAGES = {
    "guidance": "/handlaggarstod/fordonstvattar/",
    "event": "/kurser/webbinarium-enskilda-avlopp/",
    "start": "/",
}
OK = b"200"


def measure(here: "Installation") -> list[dict[str, Any]]:
    """Requests per second and their times, a page at a time."""
    rows = []
    with here.serving():
        for name, path in PAGES.items():
            request = load.get(path, "", f"localhost:{here.port}")
            load.run([request] * WARM_UP, port=here.port, clients=CLIENTS, good=[OK])
            result = load.run([request] * REQUESTS, port=here.port, clients=CLIENTS, good=[OK])
            print(
                f"  {name:<10} page, {CLIENTS} clients: {result.per_second:>7}/s  p50 {result.p50} ms  "
                f"p95 {result.p95} ms  refused {result.refused}",
                flush=True,
            )
            rows.append({"page": name, "clients": CLIENTS, **asdict(result)})
    return rows
