"""Every page on the demo county times twenty: the server's time for a page that is made anew, one client after another.

Visitors' pages have 50 ms, members' 150 ms, at the 95th percentile. A page is asked for under an address of its own each
time, so that none is sent as it was kept ready (`samsyn.web.ready_pages`); a visitor's page is then measured as it is
served as well.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scripts import empty_database, load
from scripts.project import BIN, ROOT
from scripts.steps import StepFailed

if TYPE_CHECKING:
    from scripts.bench import Installation

TIMES = 20
LOADS, FEW_LOADS = 20, 6
BUDGET = {"visitor": 50, "officer": 150, "coordinator": 150}
OK = b"200"


def measure(make: "Callable[[Path], Installation]") -> dict[str, Any]:
    """An installation of its own: the county is made many times over, and its pages are of nothing else."""
    with tempfile.TemporaryDirectory(prefix="samsyn-bench-") as folder:
        here = make(Path(folder))
        empty_database.copy_to(here.folder)
        here.command("migrate", "--noinput", "-v0")
        grown = _grown(here)
        here.command("reindex")
        rows = []
        # Without the worker: its first jobs on a county this large are no matter of a page's own time.
        with here.serving(["serve"]):
            for reader, (email, places) in grown["places"].items():
                cookie = here.signed_in(email) if email else ""
                rows += [_row(here, reader, cookie, name, path) for name, path in places.items()]
    pages = [row for row in rows if row is not None]
    late = [row for row in pages if row["p95"] > BUDGET[row["reader"]]]
    _say(f"  {len(pages)} pages, {len(late)} of them over their budget")
    for row in sorted(late, key=lambda row: -row["p95"]):
        _say(f"  {row['reader']:<12} {row['page']:<36} p50 {row['p50']} ms  p95 {row['p95']} ms")
    served = max((row["served_p95"] for row in pages if "served_p95" in row), default=0)
    _say(f"  visitors' pages as they are served: p95 at most {served} ms")
    return {"times": TIMES, "budget": BUDGET, "rows": grown["rows"], "pages": pages}


def _grown(here: "Installation") -> Any:
    """Builds the county, times twenty, and says which pages there are (tests/access/growing.py)."""
    command = [str(BIN / "python"), "-m", "tests.access.growing", str(TIMES)]
    env = {**here.env, "DJANGO_SETTINGS_MODULE": "samsyn.config.settings"}
    done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, check=False, text=True)
    if done.returncode:
        raise StepFailed(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


def _row(
    here: "Installation", reader: str, cookie: str, name: str, path: str
) -> dict[str, Any] | None:
    """One page's times; None for what is no page."""
    sign = "&" if "?" in path else "?"
    loads = FEW_LOADS if "--quick" in sys.argv else LOADS
    requests = [
        load.get(f"{path}{sign}matning={number}", cookie, f"localhost:{here.port}")
        for number in range(loads + 2)
    ]
    if not load.is_page(requests[0], port=here.port):
        return None
    load.run(requests[:2], port=here.port, clients=1, good=[OK])
    result = load.run(requests[2:], port=here.port, clients=1, good=[OK])
    row = {"reader": reader, "page": name, "path": path, **asdict(result)}
    if reader == "visitor":
        served = load.run([requests[-1]] * loads, port=here.port, clients=1, good=[OK])
        row |= {"served_p50": served.p50, "served_p95": served.p95}
    return row


def _say(text: str) -> None:
    print(text, flush=True)
