"""From a clone to something that runs: environment, front end, message catalogues, fonts and search lexicon.

Each part has a stamp, so a second call only reads files. Before the environment exists this is plain Python.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from scripts import empty_database, node, stamps, system_packages
from scripts.project import (
    BIN,
    BUILD,
    PYTHON,
    RESULTS,
    ROOT,
    VENV,
    development,
    environment,
    refuse_old_python,
)
from scripts.steps import StepFailed, main, run_to_log, timed

UV = "uv==0.13.9"
FRONT_END = ("frontend", "package.json", "package-lock.json", "tsconfig.json")
STYLES_AND_SCRIPTS = ("*.ts", "*.tsx", "*.css", "*.js", "*.mjs")


def python_environment() -> None:
    """The virtual environment with exactly the locked versions, checked by hash."""
    lock = ROOT / "locks" / "dev.txt"
    stamp, content = VENV / "stamp", stamps.digest([lock, ROOT / "pyproject.toml"], UV, sys.version)
    if stamps.holds(stamp, content, PYTHON, BIN / "samsyn"):
        return
    with timed("Python environment"):
        if not PYTHON.exists():
            _create_venv()
        run_to_log("setup", [PYTHON, "-m", "pip", "install", "-q", UV])
        uv: list[str | Path] = [BIN / "uv", "pip"]
        run_to_log(
            "setup",
            [*uv, "sync", "--python", PYTHON, "--require-hashes", "--compile-bytecode", lock],
        )
        run_to_log("setup", [*uv, "install", "--python", PYTHON, "--no-deps", "-e", ROOT])
    stamps.press(stamp, content)


def _create_venv() -> None:
    try:
        run_to_log("setup", [sys.executable, "-m", "venv", VENV])
    except StepFailed:
        # Debian's Python comes without what venv needs; the half-made folder must not be taken for a whole one.
        shutil.rmtree(VENV, ignore_errors=True)
        package = f"python{sysconfig.get_python_version()}-venv"
        if os.geteuid() != 0 or not shutil.which("apt-get"):
            raise StepFailed(
                f"This Python cannot make environments. Install it with: sudo apt-get install {package}"
            ) from None
        system_packages.install([package])
        run_to_log("setup", [sys.executable, "-m", "venv", VENV])


def node_environment() -> dict[str, str]:
    """The environment in which npm and the front-end build run."""
    place = node.program_dir()
    env = environment()
    return {**env, "PATH": f"{place}{os.pathsep}{env['PATH']}"}


def front_end() -> None:
    """npm packages as locked, then the built scripts and styles."""
    env = node_environment()
    modules = ROOT / "node_modules"
    stamp, content = modules / ".samsyn-stamp", stamps.digest([ROOT / "package-lock.json"])
    if not stamps.holds(stamp, content):
        with timed("npm packages"):
            run_to_log("setup", ["npm", "ci", "--no-audit", "--no-fund"], env=env)
        stamps.press(stamp, content)
    configs = list(ROOT.glob("vite.config.*"))
    if not configs:
        return
    ours = [p for pattern in STYLES_AND_SCRIPTS for p in (ROOT / "samsyn").rglob(pattern)]
    content = stamps.digest([*configs, *ours, *(ROOT / name for name in FRONT_END)])
    stamp = BUILD / "stamps" / "front-end"
    if not stamps.holds(stamp, content, BUILD / "static" / ".vite" / "manifest.json"):
        with timed("front end"):
            run_to_log("setup", ["npm", "run", "build"], env=env)
        stamps.press(stamp, content)


def messages() -> None:
    """The Swedish of each package, compiled."""
    catalogues = list((ROOT / "samsyn").glob("*/locale/*/LC_MESSAGES/django.po"))
    compiled = [po.with_suffix(".mo") for po in catalogues]
    content = stamps.digest([*catalogues, ROOT / "scripts" / "messages.py"])
    stamp = BUILD / "stamps" / "messages"
    if catalogues and not stamps.holds(stamp, content, *compiled):
        with timed("message catalogues"):
            run_to_log("setup", [PYTHON, "-m", "scripts.messages", "compile"])
        stamps.press(stamp, content)


def _module(title: str, module: str, result: Path, *sources: Path) -> None:
    """Run a build module of a package when it exists and its sources changed."""
    place = ROOT.joinpath(*module.split("."))
    code = place if place.is_dir() else place.with_suffix(".py")
    if not code.exists():
        return
    content = stamps.digest(
        [code, ROOT / "package-lock.json", ROOT / "locks" / "run.txt", *sources]
    )
    stamp = BUILD / "stamps" / module
    if not stamps.holds(stamp, content, result):
        with timed(title):
            run_to_log("setup", [PYTHON, "-m", module], env=development())
        stamps.press(stamp, content)


def fonts() -> None:
    """The typeface as TTF for PDF."""
    _module("fonts for PDF", "samsyn.core.pdf.fonts", BUILD / "fonts")


def lexicon() -> None:
    """The Swedish compound flags for search."""
    _module("search lexicon", "samsyn.lib.text.lexicon", BUILD / "lexicon")


def static_files() -> None:
    """Static files of all parts, named by their content and compressed, for the web server."""
    if not (ROOT / "samsyn" / "config" / "settings.py").exists():
        return
    static = list((ROOT / "samsyn").glob("**/static"))
    # The settings say which parts of the libraries are used.
    settings = ROOT / "samsyn" / "config" / "settings.py"
    content = stamps.digest([settings, ROOT / "locks" / "run.txt", BUILD / "static", *static])
    stamp = BUILD / "stamps" / "static-files"
    if not stamps.holds(stamp, content, BUILD / "collected"):
        with timed("static files"):
            run_to_log(
                "setup",
                [BIN / "samsyn", "collectstatic", "--noinput", "--clear", "-v0"],
                env=development(),
            )
        stamps.press(stamp, content)


Part = Callable[[], None]
# Two lines of parts that do not need each other; within a line each stands on the one before.
FROM_NPM: tuple[Part, ...] = (front_end, fonts, lexicon, static_files)
FROM_PYTHON: tuple[Part, ...] = (messages,)
FOR_TESTS: tuple[Part, ...] = (empty_database.make,)


def prepare(more: tuple[Part, ...] = ()) -> None:
    """Everything that `make run` and `make test` stand on, and what else the caller needs."""
    refuse_old_python()
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "setup.log").unlink(missing_ok=True)
    python_environment()
    with ThreadPoolExecutor(max_workers=2) as pool:
        lines = [pool.submit(_one_by_one, parts) for parts in (FROM_NPM, (*FROM_PYTHON, *more))]
    for done in lines:
        done.result()


def _one_by_one(parts: tuple[Part, ...]) -> None:
    for part in parts:
        part()


if __name__ == "__main__":
    main(lambda: prepare(FOR_TESTS))
    subprocess.run([PYTHON, "--version"], check=True)
