"""Programs that tests need and that pip cannot bring: Chromium and PostgreSQL."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from scripts.steps import StepFailed, run_to_log, timed

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
OLDEST_POSTGRES = 15


def chromium() -> Path | None:
    """The Chromium of this machine; SAMSYN_CHROMIUM names another one."""
    chosen = os.environ.get("SAMSYN_CHROMIUM")
    for name in (chosen, *CHROMIUM_NAMES):
        found = shutil.which(name) if name else None
        if found:
            return Path(found)
    return None


def postgres_bin() -> Path | None:
    """The folder with `initdb` and `postgres`, version 15 or newer; the oldest that will do, as production has it."""
    places = [p.parent for p in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    places += [Path(p).parent for p in (shutil.which("initdb"),) if p]
    usable = [
        (number, place)
        for place in places
        if (number := _postgres_version(place)) >= OLDEST_POSTGRES
    ]
    return min(usable)[1] if usable else None


def _postgres_version(place: Path) -> int:
    said = subprocess.run(
        [place / "postgres", "--version"], capture_output=True, text=True, check=False
    ).stdout
    words = said.split()
    return int(words[2].split(".")[0]) if len(words) > 2 else 0


def ensure(*, browser: bool = True, database: bool = True) -> None:
    """Install what is missing when we may, else stop and say exactly what to install."""
    missing = []
    if browser and not chromium():
        missing.append("chromium")
    if database and not postgres_bin():
        missing.append("postgresql")
    if not missing:
        return
    command = f"apt-get install -y --no-install-recommends {' '.join(missing)}"
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise StepFailed(
            f"Missing on this machine: {', '.join(missing)}.\n"
            f"On Debian or Ubuntu install with:\n\n    sudo {command}\n\nand run the same make command again."
        )
    with timed(f"apt: {', '.join(missing)}"):
        install(missing)
    if (browser and not chromium()) or (database and not postgres_bin()):
        raise StepFailed(
            f"After `{command}` something is still missing: PostgreSQL 15 or newer and Chromium are needed."
        )


def install(packages: list[str]) -> None:
    """Install Debian packages; the lists are refreshed once when the first try fails."""
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    get = ["apt-get", "-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3"]
    wanted = [*get, "install", "-y", "--no-install-recommends", *packages]
    try:
        run_to_log("setup", wanted, env=env)
    except StepFailed:
        run_to_log("setup", [*get, "update"], env=env)
        run_to_log("setup", wanted, env=env)


if __name__ == "__main__":
    print("Chromium:  ", chromium() or "missing")
    print("PostgreSQL:", postgres_bin() or "missing")
    sys.exit(0 if chromium() and postgres_bin() else 1)
