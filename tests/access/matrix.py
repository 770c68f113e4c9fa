"""Reads and writes the matrix: one TOML file per package, one line per address, one column per role."""

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.access.people import COLUMNS

FOLDER = Path(__file__).parent
LEGEND = (
    "# What each role gets: 200 page, 302 led on, login led to sign-in, 403 may not, 404 may not know, 405 no such method;\n"
    "# in [post], `may` is anything that is not one of these. Columns and the people behind them: people.py.\n"
    "# New rows: python -m scripts.matrix {package} --write\n"
)


@dataclass(slots=True)
class Matrix:
    """One package's rows.

    `values` fill the parameters of its addresses, `own` those of one address, `at` is a whole address where they do not
    do; `send` is what is sent there; `nobody` gives the reason why a row's address is there for none of the columns.
    """

    package: str
    get: dict[str, list[str]] = field(default_factory=dict)
    post: dict[str, list[str]] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    own: dict[str, dict[str, Any]] = field(default_factory=dict)
    at: dict[str, str] = field(default_factory=dict)
    send: dict[str, dict[str, str]] = field(default_factory=dict)
    nobody: dict[str, str] = field(default_factory=dict)


def path_of(package: str) -> Path:
    return FOLDER / f"{package}.toml"


def read(package: str) -> Matrix:
    """A package's matrix; an empty one when it has no file yet."""
    path = path_of(package)
    found = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    matrix = Matrix(package, values=found.get("values", {}), at=found.get("at", {}))
    matrix.own = found.get("own", {})
    matrix.send = found.get("send", {})
    matrix.nobody = found.get("nobody", {})
    matrix.get = {row: said.split() for row, said in found.get("get", {}).items()}
    matrix.post = {row: said.split() for row, said in found.get("post", {}).items()}
    return matrix


def written(get: dict[str, list[str]], post: dict[str, list[str]]) -> str:
    """The rows as they stand in the file, in columns that can be read downwards."""
    longest = max((len(_key(row)) for row in [*get, *post]), default=0)
    parts = []
    for name, rows in (("get", get), ("post", post)):
        if rows:
            head = f"# {'':{max(longest - 2, 0)}}    " + _cells(list(COLUMNS))
            lines = [
                f'{_key(row):{longest}} = "' + _cells(said) + '"' for row, said in rows.items()
            ]
            parts.append("\n".join([f"[{name}]", head, *lines]))
    return "\n\n".join(parts) + "\n"


def add(
    package: str, get: dict[str, list[str]], post: dict[str, list[str]], *, renew: bool = False
) -> None:
    """Writes the rows that the file lacks; those that stand there are kept as they are, or written anew on request.

    A row whose address is gone goes too.
    """
    stands, path = read(package), path_of(package)
    if not renew:
        get = {row: stands.get.get(row, said) for row, said in get.items()}
        post = {row: stands.post.get(row, said) for row, said in post.items()}
    text = path.read_text(encoding="utf-8") if path.exists() else LEGEND.format(package=package)
    kept = re.split(r"^\[(?:get|post)\]$", text, maxsplit=1, flags=re.MULTILINE)[0].rstrip()
    path.write_text(f"{kept}\n\n{written(get, post)}", encoding="utf-8")


def _cells(said: list[str]) -> str:
    return "".join(
        f"{one:{len(column) + 2}}" for one, column in zip(said, COLUMNS, strict=True)
    ).rstrip()


def _key(row: str) -> str:
    return row if row.replace("_", "").replace("-", "").isalnum() else f"'{row}'"
