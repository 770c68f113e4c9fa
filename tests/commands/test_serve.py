"""`samsyn serve` and `samsyn worker` as processes: they start, answer, and end in order when told."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from scripts import empty_database

SAMSYN = Path(sys.executable).parent / "samsyn"
SECONDS_TO_START = 40


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A trial of its own on SQLite."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("SAMSYN_")}
    return {
        **kept,
        "DJANGO_SETTINGS_MODULE": "samsyn.config.settings",
        "SAMSYN_DEMO": "1",
        "SAMSYN_DATA_DIR": str(tmp_path),
        "SAMSYN_BUILD_DIR": str(settings.BUILD_DIR),
        "SAMSYN_WEB_WORKERS": "1",
        "PORT": str(free_port()),
    }


@pytest.fixture
def start(environment: dict[str, str], tmp_path: Path) -> Iterator:
    parts: list[subprocess.Popen[bytes]] = []
    empty_database.copy_to(tmp_path)
    subprocess.run([SAMSYN, "migrate", "--noinput", "-v0"], env=environment, check=True)

    def begin(command: str) -> "subprocess.Popen[bytes]":
        part = subprocess.Popen([SAMSYN, command], env=environment, stderr=subprocess.PIPE)
        parts.append(part)
        return part

    yield begin
    for part in parts:
        if part.poll() is None:
            part.kill()
        part.communicate()


def answer(address: str) -> bytes:
    until = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            with urllib.request.urlopen(address, timeout=10) as response:
                return response.read()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def test_the_web_server_and_the_worker_start_and_end_when_told(start, environment) -> None:
    address = f"http://127.0.0.1:{environment['PORT']}"
    parts = [start("serve"), start("worker")]
    assert answer(f"{address}/healthz") == b"ok\n"
    until = time.monotonic() + SECONDS_TO_START
    while b'"worker": "fresh"' not in answer(f"{address}/readyz") and time.monotonic() < until:
        time.sleep(0.2)
    assert b'"ready": true' in answer(f"{address}/readyz?worker")
    for part in parts:
        part.send_signal(signal.SIGTERM)
    assert [part.wait(15) for part in parts] == [0, 0]


def test_without_a_secret_key_outside_demo_mode_it_refuses_and_says_why(environment) -> None:
    ended = subprocess.run(
        [SAMSYN, "serve"],
        env={**environment, "SAMSYN_DEMO": "0"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 2
    assert "SAMSYN_SECRET_KEY is missing" in ended.stderr
    assert "Traceback" not in ended.stderr
