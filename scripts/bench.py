"""`make bench`: measured figures as a table and as JSON (test-results/bench.json).

`python -m scripts.bench --quick` stops at 1,000 submissions, `--sqlite` and `--postgresql` choose one database,
`--only=open_data` one part.
"""

import http.cookiejar
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from scripts import (
    bench_pages,
    bench_registrations,
    bench_search,
    bench_visitors,
    empty_database,
    load,
    postgres,
)
from scripts.prepare import prepare
from scripts.project import BIN, RESULTS, ROOT, environment
from scripts.run import end, wait_for
from scripts.steps import StepFailed, main

QUESTIONS = (20, 60)
CLIENTS = (1, 16)
PARTS = (
    "submissions",
    "open_data",
    "statistics",
    "search",
    "visitors",
    "registrations",
    "every_page",
)
SIZES = (1_000, 10_000, 100_000)
REQUESTS = {1: 1_500, 16: 6_000}
PAGES = {"result": "resultat/", "workspace": ""}
LOADS_OF_A_PAGE = 40
CREATED, OK = b"201", b"200"
FIGURES = {"offices": 290, "indicators": 200, "years": 20}
FEW_FIGURES = {"offices": 290, "indicators": 10, "years": 20}
# Five key figures, ten offices, twenty years, one content: a thousand cells.
THOUSAND_CELLS = (
    "valueCodes%5BNyckeltal%5D=" + ",".join(f"matt-{i}" for i in range(1, 6))
    + "&valueCodes%5BKontor%5D=" + ",".join(f"kontor-{i}" for i in range(1, 11))
    + "&valueCodes%5BContentsCode%5D=VARDE"
)  # fmt: skip


class Installation:
    """One installation of its own in a folder that vanishes, served by `samsyn serve`."""

    def __init__(self, folder: Path, database_url: str) -> None:
        self.folder = folder
        self.port = postgres.free_port()
        self.env = environment(
            SAMSYN_DEMO="1",
            SAMSYN_DATA_DIR=str(folder),
            SAMSYN_DATABASE_URL=database_url,
            PORT=str(self.port),
        )
        self.parts: list[subprocess.Popen[bytes]] = []

    def command(self, *arguments: str) -> Any:
        """A `samsyn` command; the JSON of its last line."""
        done = subprocess.run(
            [BIN / "samsyn", *arguments], env=self.env, cwd=ROOT, capture_output=True, check=False
        )
        if done.returncode:
            raise StepFailed(done.stderr.decode())
        last = done.stdout.decode().strip().rsplit("\n", 1)[-1]
        return json.loads(last) if last.startswith("{") else None

    @contextmanager
    def serving(self, programs: Sequence[str] = ("serve", "worker")) -> Iterator[None]:
        self.parts = [
            subprocess.Popen([BIN / "samsyn", name], env=self.env, cwd=ROOT, start_new_session=True)
            for name in programs
        ]
        try:
            wait_for(f"http://127.0.0.1:{self.port}", self.parts)
            yield
        finally:
            end(self.parts)

    def signed_in(self, email: str) -> str:
        """The cookie of somebody who signed in over HTTP."""
        jar = http.cookiejar.CookieJar()
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        address = f"http://localhost:{self.port}/konto/login/"
        browser.open(address).read()
        token = next(cookie.value for cookie in jar if cookie.name == "csrftoken")
        form = {"login": email, "password": "samsyn-demo", "csrfmiddlewaretoken": token}
        browser.open(
            urllib.request.Request(
                address, urllib.parse.urlencode(form).encode(), {"Referer": address}
            )
        ).read()
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar)

    def memory(self) -> list[dict[str, Any]]:
        """Each of our processes with its memory in MB: its own share, shared pages divided among those that share them."""
        found = []
        for part in self.parts:
            for pid in [part.pid, *_children(part.pid)]:
                rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
                kilobytes = next(line.split()[1] for line in rollup.splitlines() if line.startswith("Pss:"))  # fmt: skip
                command = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
                kind = (
                    " ".join(Path(word.decode()).name for word in command[1:3] if word) or "server"
                )
                found.append({"process": kind, "pid": pid, "mb": round(int(kilobytes) / 1024, 1)})
        return found


def _children(pid: int) -> list[int]:
    text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(child) for child in text.split()]


def measure(
    name: str, database_url: str, sizes: tuple[int, ...], figures: dict[str, int]
) -> dict[str, Any]:
    """All that is measured on one database."""
    with tempfile.TemporaryDirectory(prefix="samsyn-bench-") as folder:
        here = Installation(Path(folder), database_url)
        wanted = [name for name in PARTS if f"--only={name}" in sys.argv] or list(PARTS)
        if wanted != ["every_page"]:
            _build(here, name, database_url)
        found: dict[str, Any] = {}
        if "submissions" in wanted:
            found |= {"submissions": submissions(here), **pages(here, sizes)}
        if "statistics" in wanted:
            found["statistics"] = statistics(here)
        if "open_data" in wanted:
            found["open_data"] = open_data(here, figures)
        if "search" in wanted:
            found["search"] = bench_search.measure(here, quick="--quick" in sys.argv)
        if "visitors" in wanted:
            found["visitors"] = bench_visitors.measure(here)
        if "registrations" in wanted:
            found["registrations"] = bench_registrations.registrations(here, say)
        if "every_page" in wanted and not database_url:
            found["every_page"] = bench_pages.measure(lambda one: Installation(one, ""))
        return found


def _build(here: Installation, name: str, database_url: str) -> None:
    """The demo county, with the first jobs of its worker done: they are no matter of what is measured."""
    say(f"{name}: building the demo county")
    if not database_url:
        empty_database.copy_to(here.folder)
    here.command("migrate", "--noinput", "-v0")
    here.command("demo")
    here.command("worker", "--once")


def submissions(here: Installation) -> list[dict[str, Any]]:
    """Accepted per second over the wire: validated, counted, audited and on disk when the answer is given."""
    rows = []
    for questions in QUESTIONS:
        lines = here.folder / f"bodies-{questions}"
        bodies = sum(REQUESTS.values()) + 100
        made = here.command(
            "measure", "prepare", "--questions", str(questions), "--bodies", str(bodies), "--into", str(lines)
        )  # fmt: skip
        senders = made["senders"]
        host = f"localhost:{here.port}"
        requests = [
            load.post(senders[i % len(senders)]["path"], senders[i % len(senders)]["key"], xml, host)
            for i, xml in enumerate(lines.read_bytes().split(b"\n"))
        ]  # fmt: skip
        with here.serving():
            load.run(requests[:100], port=here.port, clients=4, good=[CREATED])
            begin = 100
            for clients in CLIENTS:
                some = requests[begin : begin + REQUESTS[clients]]
                begin += REQUESTS[clients]
                result = load.run(some, port=here.port, clients=clients, good=[CREATED])
                rows.append({"questions": questions, "clients": clients, **asdict(result)})
                say(
                    f"  {questions} questions, {clients:>2} clients: {result.per_second:>7} submissions/s  "
                    f"p50 {result.p50} ms  p95 {result.p95} ms  refused {result.refused}"
                )
    return rows


def pages(here: Installation, sizes: tuple[int, ...]) -> dict[str, Any]:
    """Pages and downloads of the campaign of 60 questions as it grows, memory, and disk per submission."""
    rows: list[dict[str, Any]] = []
    memory: list[dict[str, Any]] = []
    disk = 0.0
    for size in sizes:
        before = _disk(here)
        there = here.command("measure", "fill", "--questions", "60", "--up-to", str(size))
        slug = there["slug"]
        added = size - (rows[-1]["size"] if rows else 0)
        disk = round((_disk(here) - before) / added)
        with here.serving():
            cookie = here.signed_in("samordnare@exempel.se")
            for page, path in PAGES.items():
                rows.append(_page(here, size, page, f"/kampanjer/{slug}/{path}", cookie))
            for kind in ("csv", "xlsx", "parquet"):
                row = _download(
                    here, size, kind, f"/kampanjer/{slug}/resultat/rapporter.{kind}", cookie
                )
                if row:
                    rows.append(row)
            memory = here.memory()
    for process in memory:
        say(f"  {process['process']:<24} {process['mb']:>7} MB")
    say(f"  disk per submission of 60 questions: {disk} bytes")
    return {"pages": rows, "memory": memory, "disk_per_submission_bytes": disk}


def statistics(here: Installation) -> list[dict[str, Any]]:
    """All comparisons of a campaign of a county, and of one of a country, as the hourly job works them out."""
    rows: list[dict[str, Any]] = here.command("measure", "statistics")["rows"]
    for row in rows:
        say(
            f"  {row['offices']} offices x {row['questions']} questions, {row['submissions']} submissions: statistics "
            f"{row['statistics']['seconds']} s (processor {row['statistics']['processor_seconds']} s, aim {row['aim']:g}); "
            f"three questions: protection {row['protection_of_three']['seconds']} s, mixed model "
            f"{row['spread_of_three']['seconds']} s"
        )
    return rows


def open_data(here: Installation, figures: dict[str, int]) -> dict[str, Any]:
    """The one large table of the API: a thousand cells of it, the whole as files, and what that costs in memory."""
    words = [word for name, number in figures.items() for word in (f"--{name}", str(number))]
    made = here.command("measure", "figures", *words)
    host, data = f"{made['host']}:{here.port}", "/api/v2/tables/nyckeltal/data"
    with here.serving():
        request = load.get(f"{data}?{THOUSAND_CELLS}", "", host)
        load.run([request] * 8, port=here.port, clients=1, good=[OK])
        result = load.run([request] * LOADS_OF_A_PAGE, port=here.port, clients=1, good=[OK])
        say(f"  {made['cells']} figures, 1,000 cells: p50 {result.p50} ms  p95 {result.p95} ms")
        before = max(process["mb"] for process in here.memory())
        files = [
            _fetched(here, host, made["cells"], kind, f"{data}?outputFormat={kind}")
            for kind in ("csv", "json-stat2")
        ]
        after = max(process["mb"] for process in here.memory())
    say(f"  largest process {before} MB before the files, {after} MB after")
    return {**made, "thousand_cells": asdict(result), "files": files, "mb": [before, after]}


def _fetched(here: Installation, host: str, cells: int, kind: str, path: str) -> dict[str, Any]:
    started = time.perf_counter()
    request = urllib.request.Request(f"http://127.0.0.1:{here.port}{path}", headers={"Host": host})
    with urllib.request.urlopen(request, timeout=300) as answer:
        length = sum(len(piece) for piece in iter(lambda: answer.read(1 << 20), b""))
    took = time.perf_counter() - started
    say(f"  {cells} figures, {kind:<10} {took:.2f} s, {length / 1e6:.1f} MB")
    return {"kind": kind, "seconds": round(took, 2), "bytes": length}


def _page(here: Installation, size: int, page: str, path: str, cookie: str) -> dict[str, Any]:
    request = load.get(path, cookie, f"localhost:{here.port}")
    load.run([request] * 4, port=here.port, clients=1, good=[OK])
    result = load.run([request] * LOADS_OF_A_PAGE, port=here.port, clients=1, good=[OK])
    say(f"  {size:>7} submissions, {page:<10} p50 {result.p50} ms  p95 {result.p95} ms")  # fmt: skip
    return {"size": size, "page": page, **asdict(result)}


def _download(
    here: Installation, size: int, kind: str, path: str, cookie: str
) -> dict[str, Any] | None:
    """A whole export: how long it takes and how long its first bytes do."""
    request = urllib.request.Request(
        f"http://localhost:{here.port}{path}", headers={"Cookie": cookie}
    )
    started = time.perf_counter()
    try:
        with urllib.request.urlopen(request, timeout=300) as answer:
            first = len(answer.read(1))
            first_at = time.perf_counter() - started
            length = first + sum(len(piece) for piece in iter(lambda: answer.read(1 << 20), b""))
    except urllib.error.HTTPError as error:
        say(f"  {size:>7} submissions, {kind}: {error.code}")
        return None
    took = time.perf_counter() - started
    say(f"  {size:>7} submissions, {kind:<10} {took:.2f} s, first byte {first_at:.2f} s, {length / 1e6:.1f} MB")  # fmt: skip
    times = {"seconds": round(took, 2), "first_byte": round(first_at, 2)}
    return {"size": size, "page": kind, **times, "bytes": length}


def _disk(here: Installation) -> int:
    """Bytes on disk of the database (SQLite in the folder; PostgreSQL is asked)."""
    if not here.env["SAMSYN_DATABASE_URL"]:
        return sum(file.stat().st_size for file in here.folder.glob("samsyn.sqlite3*"))
    code = (
        "import os, psycopg; c = psycopg.connect(os.environ['SAMSYN_DATABASE_URL']); "
        "print('{\"bytes\": %d}' % c.execute('select pg_database_size(current_database())').fetchone()[0])"
    )
    done = subprocess.run(
        [BIN / "python", "-c", code], env=here.env, capture_output=True, check=True
    )
    return int(json.loads(done.stdout)["bytes"])


def say(text: str) -> None:
    """One line of the table."""
    print(text, flush=True)


def machine() -> dict[str, Any]:
    """What it was measured on."""
    return {
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "system": platform.platform(),
    }


def bench() -> None:
    """Both databases, or the one named."""
    prepare()
    quick = "--quick" in sys.argv
    sizes, many = (SIZES[:1], FEW_FIGURES) if quick else (SIZES, FIGURES)
    chosen = {name for name in ("sqlite", "postgresql") if f"--{name}" in sys.argv} or {
        "sqlite",
        "postgresql",
    }
    figures: dict[str, Any] = {"machine": machine()}
    if "sqlite" in chosen:
        figures["sqlite"] = measure("SQLite", "", sizes, many)
    if "postgresql" in chosen:
        with postgres.running(durable=True) as url:
            figures["postgresql"] = measure("PostgreSQL", url, sizes, many)
    RESULTS.mkdir(exist_ok=True)
    target = RESULTS / "bench.json"
    target.write_text(json.dumps(figures, indent=2), encoding="utf-8")
    say(f"Written: {target.relative_to(ROOT)}")


if __name__ == "__main__":
    main(bench)
