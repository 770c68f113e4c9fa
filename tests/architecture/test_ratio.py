"""As many lines of tests as of code in the whole project; tables that tests walk are tests."""

import datetime
import tomllib
from dataclasses import dataclass
from pathlib import Path

from tests.architecture import source
from tests.architecture.test_sizes import EXCEPTIONS, lines_of

STOP = 1.0
SCRIPTS = ("*.ts", "*.tsx", "*.js", "*.mjs")


@dataclass
class Lines:
    """Lines of tests and of code."""

    tests: int = 0
    code: int = 0

    @property
    def ratio(self) -> float:
        return self.tests / max(self.code, 1)


def is_test(path: Path) -> bool:
    return "tests" in path.parts or ".test." in path.name


def counted(root: Path) -> dict[str, Lines]:
    """Lines per package of samsyn, of the front end and of the tests beside them; migrations are neither."""
    files = [*source.python(root), *source.python(root, under="tests")]
    files += [
        p for under in ("samsyn", "frontend") for p in source.files(root, *SCRIPTS, under=under)
    ]
    files += [p for under in ("samsyn", "tests") for p in source.files(root, "*.toml", under=under)]
    found: dict[str, Lines] = {}
    for path in files:
        inside = path.relative_to(root)
        part = inside.parts[1] if inside.parts[0] == "samsyn" else inside.parts[0]
        lines = found.setdefault(part, Lines())
        if is_test(inside):
            lines.tests += lines_of(path)
        else:
            lines.code += lines_of(path)
    return found


def in_all(parts: dict[str, Lines]) -> Lines:
    return Lines(sum(p.tests for p in parts.values()), sum(p.code for p in parts.values()))


def least(exceptions: str, today: datetime.date) -> float:
    """The ratio that holds today: the stop, or a lower one while its day has not come."""
    rows = tomllib.loads(exceptions).get("ratio", [])
    assert all(row["reason"] for row in rows)
    return min([STOP, *(row["least"] for row in rows if row["until"] >= today)])


def test_there_are_enough_tests():
    parts = counted(source.ROOT)
    whole, floor = (
        in_all(parts),
        least(EXCEPTIONS.read_text(), datetime.datetime.now(tz=datetime.UTC).date()),
    )
    thin = sorted((p for p in parts.items() if p[1].code), key=lambda p: p[1].tests - p[1].code)[:5]
    assert whole.ratio >= floor, (
        f"{whole.tests} lines of tests for {whole.code} of code is {whole.ratio:.2f}, the least is {floor}. Most is missing in "
        + ", ".join(f"{name} ({lines.tests} for {lines.code})" for name, lines in thin)
    )


def test_lines_are_counted_where_they_belong(plant):
    root = plant(
        {
            "samsyn/x/models.py": "a = 1\n" * 10,
            "samsyn/x/migrations/0001_initial.py": "a = 1\n" * 99,
            "samsyn/x/tests/test_models.py": "a = 1\n" * 4,
            "samsyn/x/tests/table.toml": "a = 1\n" * 3,
            "frontend/page.ts": "a;\n" * 5,
            "frontend/page.test.ts": "a;\n" * 2,
            "tests/docs/test_words.py": "a = 1\n" * 6,
        }
    )
    parts = counted(root)
    assert parts["x"] == Lines(7, 10)
    assert parts["frontend"] == Lines(2, 5)
    assert in_all(parts) == Lines(15, 15)


def test_a_lower_ratio_ends_on_its_day():
    row = '[[ratio]]\nleast = 0.6\nuntil = 2026-12-01\nreason = "the ground first"\n'
    assert least(row, datetime.date(2026, 12, 1)) == 0.6
    assert least(row, datetime.date(2026, 12, 2)) == STOP
