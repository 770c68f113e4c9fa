"""`make run`: from a clone to a county in the browser; Ctrl-C ends the web server and the worker.

`--only-demo` builds the demo county anew and ends.
"""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from types import FrameType

from scripts import empty_database, stamps
from scripts.prepare import prepare
from scripts.project import BIN, ROOT, data_dir, environment, read_dotenv
from scripts.steps import StepFailed, main, run_to_log, timed

SECONDS_TO_START = 60
SECONDS_TO_END = 15
LOGINS = (
    ("samordnare@exempel.se", "runs the collaboration"),
    (
        "handlaggare.jonkoping@exempel.se",
        "case officer; the same for each office: habo-mullsjo, varnamo …",
    ),
    ("kontakt.jonkoping@exempel.se", "speaks for her office"),
    ("chef.jonkoping@exempel.se", "leads an office"),
    ("styrgrupp@exempel.se", "sits in the steering group"),
    ("lansstyrelsen@exempel.se", "supervisory guidance"),
    ("redaktor@exempel.se", "writes pages"),
    ("forelasare@exempel.se", "sees her own course"),
    ("admin@exempel.se", "keeps the installation"),
)


class Ended(Exception):
    """Somebody asked the program to end."""


def port() -> int:
    """Where to serve, from PORT."""
    said = os.environ.get("PORT") or "8000"
    if not said.isdigit():
        raise StepFailed(f"PORT={said!r}: write a number, for example 8000.")
    return int(said)


def refuse_taken_port(number: int) -> None:
    """Say so before anything is built when somebody else already serves there."""
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", number)) == 0:
            raise StepFailed(f"Port {number} is taken. Choose another: make run PORT={number + 1}")


def samsyn(*arguments: str) -> None:
    """A command of the program, with its output shown: long work says how far it has come."""
    done = subprocess.run([BIN / "samsyn", *arguments], cwd=ROOT, env=environment(), check=False)
    if done.returncode:
        raise StepFailed(f"samsyn {' '.join(arguments)} ended with {done.returncode}.")


def database() -> None:
    """Tables as the code wants them, and the demo county the first time."""
    data = data_dir()
    data.mkdir(parents=True, exist_ok=True)
    where = os.environ.get("SAMSYN_DATABASE_URL", "")
    tables = stamps.digest(
        [*(ROOT / "samsyn").glob("**/migrations"), ROOT / "locks" / "run.txt"], where
    )
    there = [] if where else [data / "samsyn.sqlite3"]
    if not all(file.exists() for file in there):
        (data / ".demo").unlink(missing_ok=True)  # a new database has no demo county
    if not stamps.holds(data / ".migrated", tables, *there):
        if there and not there[0].exists():
            empty_database.copy_to(data)  # where the tests have made the tables already
        with timed("database"):
            run_to_log("setup", [BIN / "samsyn", "migrate", "--noinput", "-v0"])
        stamps.press(data / ".migrated", tables)


def demo(*, again: bool = False) -> None:
    """The demo county: the first time, or anew."""
    where = os.environ.get("SAMSYN_DATABASE_URL", "")
    if os.environ["SAMSYN_DEMO"] != "1":
        return
    stamp = data_dir() / ".demo"
    if not again and stamps.holds(stamp, where):
        return
    with timed("demo county"):
        samsyn("demo")
    stamps.press(stamp, where)


def start(*arguments: str) -> "subprocess.Popen[bytes]":
    """A long-running part in a session of its own, so that Ctrl-C reaches only us and we end it in order."""
    return subprocess.Popen(
        [BIN / "samsyn", *arguments], cwd=ROOT, env=environment(), start_new_session=True
    )


def wait_for(address: str, parts: "list[subprocess.Popen[bytes]]") -> None:
    """Until the web server answers, or one of the parts has given up."""
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until:
        if any(part.poll() is not None for part in parts):
            raise StepFailed("A part of Samsyn ended while starting; its reason stands above.")
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=5):
                return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    raise StepFailed(f"Samsyn did not answer on {address} within {SECONDS_TO_START} s.")


def end(parts: "list[subprocess.Popen[bytes]]") -> None:
    """Ask every part to end; those that do not are ended with all they started."""
    for part in parts:
        if part.poll() is None:
            part.terminate()
    until = time.monotonic() + SECONDS_TO_END
    for part in parts:
        try:
            part.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(part.pid, signal.SIGKILL)
            part.wait()


def welcome(address: str) -> None:
    """The address and who can sign in."""
    print(f"\n  Samsyn: {address}/\n")
    if os.environ["SAMSYN_DEMO"] == "1":
        print("  Sign in with the password samsyn-demo as")
        for login, sentence in LOGINS:
            print(f"    {login:<34} {sentence}")
    print("\n  Ctrl-C ends it.\n", flush=True)


def serve() -> None:
    """Web server and worker until somebody ends them or one of them falls."""
    number = port()
    address = f"http://localhost:{number}"
    parts: list[subprocess.Popen[bytes]] = []

    def asked(_signal: int, _frame: FrameType | None) -> None:
        raise Ended

    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, asked)
    try:
        parts += [start("serve"), start("worker")]
        wait_for(address.replace("localhost", "127.0.0.1"), parts)
        welcome(address)
        while all(part.poll() is None for part in parts):
            time.sleep(0.3)
        raise StepFailed("A part of Samsyn ended by itself; its reason stands above.")
    except Ended:
        print("\n  Ending …", flush=True)
    finally:
        for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(name, signal.SIG_IGN)
        end(parts)
    print("  Ended.", flush=True)


def run() -> None:
    """All of `make run`."""
    read_dotenv()
    # Without a secret key this is a trial, and a trial is the demo county on this computer only.
    os.environ.setdefault("SAMSYN_DEMO", "0" if os.environ.get("SAMSYN_SECRET_KEY") else "1")
    only_demo = "--only-demo" in sys.argv[1:]
    if not only_demo:
        refuse_taken_port(port())
    prepare()
    database()
    demo(again=only_demo)
    if not only_demo:
        serve()


if __name__ == "__main__":
    main(run)
