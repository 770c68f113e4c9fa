"""A real PostgreSQL of our own for as long as a block runs: own folder, free port on loopback, ended by its pid."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.steps import StepFailed
from scripts.system_packages import postgres_bin

# Tests lose nothing in a power cut, so they need not wait for the disk.
UNSAFE_AND_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off")
SECONDS_TO_START = 60


def free_port() -> int:
    """A TCP port on loopback that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _account() -> dict[str, object]:
    """Whom to run the server as: PostgreSQL refuses root, so root lends it an account without rights."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    raise StepFailed(
        "PostgreSQL does not run as root, and this machine has neither the account postgres nor nobody."
    )


@contextmanager
def running(*, durable: bool = False) -> Iterator[str]:
    """Start a server; its address as SAMSYN_DATABASE_URL. `durable` keeps the disk guarantees, for measuring."""
    programs = postgres_bin()
    if programs is None:
        raise StepFailed("PostgreSQL 15 or newer is missing: sudo apt-get install postgresql")
    account = _account()
    folder = Path(tempfile.mkdtemp(prefix="samsyn-pg-"))
    if account:
        os.chown(folder, int(str(account["user"])), int(str(account["group"])))
    try:
        with _server(programs, folder, account, () if durable else UNSAFE_AND_FAST) as url:
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _server(
    programs: Path, folder: Path, account: dict[str, object], settings: tuple[str, ...]
) -> Iterator[str]:
    data, log = folder / "data", folder / "log"
    create = [
        programs / "initdb",
        "-D",
        data,
        "-U",
        "samsyn",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
    ]
    made = subprocess.run(
        [*create, *([] if "fsync=off" not in settings else ["--no-sync"])],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        **account,  # type: ignore[call-overload]
    )
    if made.returncode:
        raise StepFailed(f"initdb failed:\n{made.stdout}{made.stderr}")
    port = free_port()
    options = [
        f"port={port}",
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "max_connections=100",
        *settings,
    ]
    with log.open("w") as out:
        server = subprocess.Popen(
            [
                programs / "postgres",
                "-D",
                data,
                *(part for option in options for part in ("-c", option)),
            ],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,
            **account,  # type: ignore[call-overload]
        )
    try:
        _wait(programs, port, server, log)
        yield f"postgresql://samsyn@127.0.0.1:{port}/postgres"
    finally:
        # SIGINT is PostgreSQL's fast shutdown: it ends sessions instead of waiting for them.
        server.send_signal(signal.SIGINT)
        try:
            server.wait(30)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait(programs: Path, port: int, server: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + SECONDS_TO_START
    ready: list[str | Path] = [
        programs / "pg_isready",
        "-q",
        "-h",
        "127.0.0.1",
        "-p",
        str(port),
        "-U",
        "samsyn",
    ]
    while subprocess.run(ready, check=False).returncode:
        if server.poll() is not None or time.monotonic() > until:
            raise StepFailed(f"PostgreSQL did not start:\n{log.read_text(errors='replace')}")
        time.sleep(0.1)
