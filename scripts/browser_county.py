"""The demo county that the browser tests walk, in a data folder: made once for all their steps by `make test`."""

from pathlib import Path

from scripts import empty_database
from scripts.project import BIN, PYTHON, RESULTS, environment
from scripts.steps import run_to_log

# Where the steps find the folder; without it each makes its own.
MADE_BEFORE = "SAMSYN_COUNTY_MADE_BEFORE"
PLACE = RESULTS / "county"


def settings_of(folder: Path) -> dict[str, str]:
    """What the program of the browser tests is started with."""
    return {
        "SAMSYN_DEMO": "1",
        "SAMSYN_DATA_DIR": str(folder),
        "SAMSYN_DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "samsyn.config.settings",
        "SAMSYN_ALLOWED_HOSTS": "127.0.0.1,.localhost",
    }


def make_county(folder: Path) -> None:
    """Fill a data folder with the county, and beside it `pages.json`: which pages there are and for whom."""
    env = environment(**settings_of(folder))
    empty_database.copy_to(folder)
    run_to_log("county", [BIN / "samsyn", "migrate", "-v0"], env=env)
    said = run_to_log("county", [PYTHON, "-m", "tests.browser.county"], env=env)
    (folder / "pages.json").write_text(said.splitlines()[-1])


def make_for_all() -> None:
    """Make it where the steps of one `make test` find it."""
    PLACE.mkdir(parents=True)
    make_county(PLACE)
