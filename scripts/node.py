"""Node for building the front end: the machine's own when new enough, else the one from PyPI in the environment."""

import re
import shutil
import subprocess
from pathlib import Path

from scripts.project import BIN, PYTHON, ROOT
from scripts.steps import run_to_log, timed

OLDEST = (20, 19, 3)


def version(node: str | Path) -> tuple[int, ...]:
    """The version of this node as numbers; empty when it does not run."""
    try:
        said = subprocess.run(
            [str(node), "--version"], capture_output=True, text=True, check=True, timeout=30
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return ()
    found = re.match(r"v(\d+)\.(\d+)\.(\d+)", said)
    return tuple(int(part) for part in found.groups()) if found else ()


def program_dir() -> Path:
    """The folder with a usable node and npm; installs them into the environment when the machine has none."""
    for place in (shutil.which("node"), BIN / "node"):
        if place and version(place) >= OLDEST and (Path(place).parent / "npm").exists():
            return Path(place).parent
    with timed("node from PyPI"):
        lock = ROOT / "locks" / "node.txt"
        run_to_log(
            "setup",
            [BIN / "uv", "pip", "install", "--python", PYTHON, "--require-hashes", "-r", lock],
        )
    return BIN
