"""A plain load generator: many clients, one request per connection, as a field app sends it."""

import asyncio
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass

BOUNDARY = b"samsyn-measuring"


@dataclass(frozen=True)
class Load:
    """What came of a run; times in milliseconds."""

    per_second: float
    p50: float
    p95: float
    done: int
    refused: int


def post(path: str, key: str, xml: bytes, host: str) -> bytes:
    """A whole request: one submission as multipart, signed with a device key."""
    part = (
        b"--" + BOUNDARY + b'\r\nContent-Disposition: form-data; name="xml_submission_file"; '
        b'filename="submission.xml"\r\nContent-Type: text/xml\r\n\r\n' + xml + b"\r\n--" + BOUNDARY + b"--\r\n"
    )  # fmt: skip
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {key}\r\nConnection: close\r\n"
        f"Content-Type: multipart/form-data; boundary={BOUNDARY.decode()}\r\nContent-Length: {len(part)}\r\n\r\n"
    )
    return head.encode() + part


def get(path: str, cookie: str, host: str) -> bytes:
    """A whole request for a page as somebody who is signed in."""
    return f"GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n".encode()


def run(requests: Sequence[bytes], *, port: int, clients: int, good: Sequence[bytes]) -> Load:
    """Sends the requests with so many clients at once; an answer that does not begin with a good status is refused."""
    return asyncio.run(_run(requests, port, clients, good))


def is_page(request: bytes, *, port: int) -> bool:
    """Whether the answer is a page to read, and not a file or data."""
    head = asyncio.run(_ask(request, port)).split(b"\r\n\r\n", 1)[0].lower()
    return b"content-type: text/html" in head


async def _run(requests: Sequence[bytes], port: int, clients: int, good: Sequence[bytes]) -> Load:
    waiting = iter(requests)
    times: list[float] = []
    refused = 0

    async def client() -> None:
        nonlocal refused
        for request in waiting:
            started = time.perf_counter()
            answer = await _ask(request, port)
            times.append((time.perf_counter() - started) * 1000)
            status = answer[9:12]
            refused += status not in good

    started = time.perf_counter()
    await asyncio.gather(*(client() for _ in range(clients)))
    took = time.perf_counter() - started
    done = len(times) - refused
    cuts = statistics.quantiles(times, n=20) if len(times) > 1 else [times[0]] * 19
    return Load(round(done / took, 1), round(statistics.median(times), 2), round(cuts[18], 2), done, refused)  # fmt: skip


async def _ask(request: bytes, port: int) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(request)
        return await reader.read()
    finally:
        writer.close()
