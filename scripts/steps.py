"""One calm line per step with its seconds; the noise of a command goes to a log, shown when it fails."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from scripts.project import RESULTS, ROOT, environment

WIDTH = 34


class StepFailed(Exception):
    """A step that did not hold; its text is what the person at the keyboard needs."""


def line(outcome: str, name: str, seconds: float, note: str = "") -> None:
    """Print the result of one step."""
    print(f"  {outcome:<6} {name:<{WIDTH}} {seconds:6.1f} s  {note}".rstrip(), flush=True)


@contextmanager
def timed(name: str) -> Iterator[None]:
    """Print one line when the block ends."""
    started = time.monotonic()
    try:
        yield
    except BaseException:
        line("FAILED", name, time.monotonic() - started)
        raise
    line("ok", name, time.monotonic() - started)


def run_to_log(
    name: str, command: Sequence[str | Path], *, env: dict[str, str] | None = None, cwd: Path = ROOT
) -> str:
    """Run a command with its output in `test-results/<name>.log`; the output, or StepFailed with it."""
    RESULTS.mkdir(exist_ok=True)
    log = RESULTS / f"{name}.log"
    with log.open("a", encoding="utf-8") as out:
        out.write(f"$ {' '.join(map(str, command))}\n")
        out.flush()
        start = log.stat().st_size
        done = subprocess.run(
            [str(part) for part in command],
            cwd=cwd,
            env=env or environment(),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            check=False,
        )
    output = log.read_bytes()[start:].decode("utf-8", "replace")
    if done.returncode:
        raise StepFailed(f"{' '.join(map(str, command))}\nended with {done.returncode}:\n{output}")
    return output


def main(work: Callable[[], None]) -> None:
    """Run the work of a command; a failed step ends it with its text and exit code 1."""
    try:
        work()
    except StepFailed as failure:
        sys.exit(f"\n{failure}")
    except KeyboardInterrupt:
        sys.exit(130)
