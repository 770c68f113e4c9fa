"""`make test`: all that must hold, two steps at a time, every failure reported before it ends.

`python -m scripts.check NAME …` runs only the named steps.
"""

import shutil
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass

from scripts import browser_county, postgres, system_packages
from scripts.prepare import FOR_TESTS, node_environment, prepare
from scripts.project import BIN, PYTHON, RESULTS, ROOT, development
from scripts.steps import StepFailed, line, main, run_to_log

LINES_OF_A_FAILURE = 120
PYTEST = (PYTHON, "-m", "pytest", "-p", "no:cacheprovider", "--durations=10")


def lint() -> str:
    """Python lint and format, template indentation."""
    run_to_log("lint", [BIN / "ruff", "check", "--no-cache", "."])
    run_to_log("lint", [BIN / "ruff", "format", "--no-cache", "--check", "."])
    templates = sorted((ROOT / "samsyn").rglob("templates/**/*.html"))
    if templates:
        run_to_log("lint", [BIN / "djhtml", "--check", *templates])
    return ""


def types() -> str:
    """Types of the product and of these scripts."""
    if (ROOT / "samsyn" / "config" / "settings.py").exists():
        run_to_log("types", [BIN / "mypy"], env=development())
    run_to_log(
        "types",
        [
            BIN / "mypy",
            "--strict",
            "--config-file=",
            "--ignore-missing-imports",
            "scripts",
        ],
    )
    return ""


def layers() -> str:
    """The layers contract in pyproject.toml."""
    run_to_log("layers", [BIN / "lint-imports", "--no-cache"])
    return ""


def migrations() -> str:
    """No model change without its migration, and no warning from Django's own checks."""
    if (ROOT / "samsyn" / "config" / "settings.py").exists():
        run_to_log(
            "migrations",
            [BIN / "samsyn", "makemigrations", "--check", "--dry-run"],
            env=development(),
        )
        run_to_log(
            "migrations", [BIN / "samsyn", "check", "--fail-level", "WARNING"], env=development()
        )
    return ""


def front_end() -> str:
    """Types and tests of our scripts."""
    if (ROOT / "tsconfig.json").exists():
        run_to_log("front-end", ["npm", "run", "check"], env=node_environment())
    if list((ROOT / "frontend").rglob("*.test.*")):
        run_to_log("front-end", ["npm", "test"], env=node_environment())
    return ""


def _pytest(name: str, *arguments: str, **environment: str) -> str:
    report = f"--junitxml={RESULTS / name}.xml"
    output = run_to_log(name, [*PYTEST, report, *arguments], env=development(**environment))
    return output.rstrip().splitlines()[-1]


def unit() -> str:
    """Unit and integration tests on SQLite."""
    return _pytest("unit", "-m", "not browser and not proof", SAMSYN_DATABASE_URL="")


def pg() -> str:
    """The same on PostgreSQL, of what touches a database (conftest.py); the walk of all roles needs no second one."""
    with postgres.running() as url:
        return _pytest(
            "pg",
            "-m",
            "not browser and not proof",
            "--ignore=tests/architecture",
            "--ignore=tests/commands",
            "--ignore=tests/access",
            SAMSYN_DATABASE_URL=url,
        )


def county() -> str:
    """The demo county of the three steps below, made once."""
    browser_county.make_for_all()
    return ""


def _browser(name: str, *arguments: str) -> str:
    made = browser_county.PLACE / "pages.json"
    ready = {browser_county.MADE_BEFORE: str(made.parent)} if made.exists() else {}
    return _pytest(name, "-m", "browser", *arguments, SAMSYN_DATABASE_URL="", **ready)


EVERY_PAGE = "tests/browser/test_every_page.py"


MOST_PAGES = "officer or coordinator"


def pages() -> str:
    """Every page of officer and coordinator for accessibility, in a real Chromium."""
    return _browser("pages", "-k", MOST_PAGES, EVERY_PAGE)


def more_pages() -> str:
    """The same for everybody else."""
    return _browser("more-pages", "-k", f"not ({MOST_PAGES})", EVERY_PAGE)


def browser() -> str:
    """Journeys in a real Chromium."""
    return _browser("browser", "tests/browser", f"--ignore={EVERY_PAGE}")


def proof() -> str:
    """The slow proofs; only by `make proof`."""
    return _pytest("proof", "-m", "proof")


@dataclass(frozen=True)
class Step:
    """One named part of `make test`; those in one round run side by side, two at a time."""

    name: str
    work: Callable[[], str]
    round: int = 1


# The long ones first, so that the short ones fill the other core.
STEPS = (
    Step("unit", unit),
    Step("pg", pg),
    Step("county", county),
    Step("types", types),
    Step("layers", layers),
    Step("migrations", migrations),
    Step("front-end", front_end),
    Step("lint", lint),
    Step("pages", pages, round=2),
    Step("more-pages", more_pages, round=2),
    Step("browser", browser, round=2),
)
SLOW = (Step("proof", proof),)
PYTEST_STEPS = {"unit", "pg", "pages", "more-pages", "browser", "proof"}


def _timed(step: Step) -> str:
    (RESULTS / f"{step.name}.log").unlink(missing_ok=True)
    started = time.monotonic()
    try:
        note = step.work()
    except BaseException:
        line("FAILED", step.name, time.monotonic() - started)
        raise
    line("ok", step.name, time.monotonic() - started)
    return note


def run(steps: tuple[Step, ...]) -> tuple[dict[str, str], dict[str, str]]:
    """Run the steps; what each said at its end, and what each that failed has to tell."""
    said: dict[str, str] = {}
    failed: dict[str, str] = {}
    for number in sorted({step.round for step in steps}):
        with ThreadPoolExecutor(max_workers=2) as pool:
            waiting: dict[Future[str], Step] = {
                pool.submit(_timed, s): s for s in steps if s.round == number
            }
            for future in as_completed(waiting):
                name = waiting[future].name
                try:
                    said[name] = future.result()
                except StepFailed as failure:
                    failed[name] = str(failure)
    return said, failed


def report(said: dict[str, str], failed: dict[str, str]) -> None:
    """What failed in full, then pytest's own last line of each kind of test."""
    for name, text in failed.items():
        tail = "\n".join(text.splitlines()[-LINES_OF_A_FAILURE:])
        print(
            f"\n===== {name} failed (all of it: test-results/{name}.log; again: make test-{name}) =====\n{tail}"
        )
    print()
    for name in sorted(PYTEST_STEPS & (said.keys() | failed.keys())):
        print(f"{name}: {said.get(name) or failed[name].rstrip().splitlines()[-1]}")


def check() -> None:
    """The steps named on the command line, or all."""
    started = time.monotonic()
    named = sys.argv[1:]
    steps = tuple(step for step in (*STEPS, *SLOW) if step.name in named) if named else STEPS
    if unknown := set(named) - {step.name for step in steps}:
        sys.exit(
            f"No such step: {', '.join(unknown)}. There are: {', '.join(s.name for s in (*STEPS, *SLOW))}"
        )
    prepare(FOR_TESTS)
    names = {step.name for step in steps}
    shutil.rmtree(browser_county.PLACE, ignore_errors=True)
    system_packages.ensure(
        browser=bool({"pages", "more-pages", "browser"} & names), database="pg" in names
    )
    said, failed = run(steps)
    report(said, failed)
    line("FAILED" if failed else "ok", "all", time.monotonic() - started, ", ".join(failed))
    if failed:
        sys.exit(1)


if __name__ == "__main__":
    main(check)
