"""The tables of a new installation, made once per state of the migrations: tests copy them in place of making them anew."""

import shutil
import sqlite3
import tempfile
from pathlib import Path

from scripts import stamps
from scripts.project import BIN, BUILD, ROOT, development
from scripts.steps import run_to_log, timed

EMPTY = BUILD / "empty.sqlite3"
STAMP = BUILD / "stamps" / "empty-database"
NAME = "samsyn.sqlite3"


def migrations() -> str:
    """A hash of what decides how the tables are: our migrations and the libraries' versions."""
    ours = (ROOT / "samsyn").glob("*/migrations/*.py")
    return stamps.digest([*ours, ROOT / "locks" / "run.txt"])


def is_fresh() -> bool:
    """Whether the tables that were made are those of the migrations that stand now."""
    return stamps.holds(STAMP, migrations(), EMPTY)


def make() -> None:
    """Migrate an empty SQLite database and keep it."""
    if is_fresh():
        return
    with timed("empty database"), tempfile.TemporaryDirectory() as folder:
        env = development(SAMSYN_DATA_DIR=folder, SAMSYN_DATABASE_URL="")
        run_to_log("setup", [BIN / "samsyn", "migrate", "--noinput", "-v0"], env=env)
        with sqlite3.connect(Path(folder) / NAME) as made:
            made.execute("PRAGMA journal_mode = DELETE")
        shutil.move(Path(folder) / NAME, EMPTY)
    stamps.press(STAMP, migrations())


def copy_to(folder: Path) -> None:
    """Put the tables into a data folder, so that `migrate` there has nothing to do; without fresh ones nothing is put."""
    if is_fresh():
        shutil.copy(EMPTY, folder / NAME)


def load_into(address: str) -> sqlite3.Connection | None:
    """Fill a shared SQLite database in memory; it lives as long as the connection given back."""
    if not is_fresh():
        return None
    holder = sqlite3.connect(address, uri=True)
    with sqlite3.connect(EMPTY) as made:
        made.backup(holder)
    return holder
