"""Where things lie in this repository, and the environment in which its commands run."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / "bin"
PYTHON = BIN / "python"
BUILD = ROOT / "build"
RESULTS = ROOT / "test-results"
OLDEST_PYTHON = (3, 11)


def refuse_old_python() -> None:
    """Stop with a sentence when `make` found a Python that is too old."""
    if sys.version_info < OLDEST_PYTHON:
        sys.exit(
            f"Python {sys.version.split()[0]} is too old: Samsyn needs 3.11 or newer. "
            "Name another one: make run PYTHON=python3.12"
        )


def environment(**more: str) -> dict[str, str]:
    """The environment of a command of ours: our programs first in PATH, no downloads behind our back."""
    path = os.pathsep.join([str(BIN), os.environ.get("PATH", os.defpath)])
    ours = {
        "PATH": path,
        "VIRTUAL_ENV": str(VENV),
        "UV_PYTHON_DOWNLOADS": "never",
        "PYTHONUNBUFFERED": "1",
    }
    # Without kept bytecode every process of ours would compile 3,000 files anew: 3 s each.
    theirs = {
        name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
    }
    return {**theirs, **ours, **more}


def development(**more: str) -> dict[str, str]:
    """The environment of commands that load the settings but serve nobody (types, builds, migrations check)."""
    chosen = (
        {}
        if os.environ.get("SAMSYN_SECRET_KEY")
        else {"SAMSYN_DEMO": os.environ.get("SAMSYN_DEMO", "1")}
    )
    return environment(**chosen, **more)


def data_dir() -> Path:
    """The folder of the data of `make run`."""
    return Path(os.environ.get("SAMSYN_DATA_DIR") or ROOT / "var").resolve()


def read_dotenv(path: Path = ROOT / ".env") -> None:
    """Settings from `.env` (lines NAME=value, # comments), where the environment does not already say otherwise."""
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        name, separator, value = line.partition("=")
        if separator and not name.lstrip().startswith("#"):
            os.environ.setdefault(name.strip(), value.strip().strip("\"'"))
