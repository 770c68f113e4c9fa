"""Files and functions stay small enough to be read; exceptions are dated in exceptions.toml."""

import datetime
import tomllib
from pathlib import Path

from tests.architecture import source

PYTHON_FILE = 400
FUNCTION = 60
TEMPLATE = 250
SCRIPTS_IN_ALL = 3000
EXCEPTIONS = Path(__file__).with_name("exceptions.toml")


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def allowed(exceptions: str, today: datetime.date) -> dict[str, int]:
    """Path and its own limit, while its day has not come."""
    rows = tomllib.loads(exceptions).get("exception", [])
    assert all(row["reason"] for row in rows)
    return {row["path"]: row["lines"] for row in rows if row["until"] >= today}


def large_files(root: Path, exceptions: dict[str, int]) -> list[str]:
    kinds = [
        (source.python(root), PYTHON_FILE),
        (source.files(root, "templates/**/*.html"), TEMPLATE),
    ]
    kinds += [(source.python(root, under=folder), PYTHON_FILE) for folder in ("scripts", "tests")]
    return [
        f"{source.at(root, path)}: {lines_of(path)} lines, {limit} is the stop. Split it by noun; see CONTRIBUTING, Budgets."
        for paths, stop in kinds
        for path in paths
        if lines_of(path) > (limit := exceptions.get(path.relative_to(root).as_posix(), stop))
    ]


def large_functions(root: Path) -> list[str]:
    found = []
    for under in ("samsyn", "scripts", "tests"):
        for path in source.python(root, under=under):
            for function in source.functions(path):
                length = (function.end_lineno or function.lineno) - function.lineno + 1
                if length > FUNCTION:
                    place = source.at(root, path, function.lineno)
                    found.append(
                        f"{place}: {function.name} has {length} lines, {FUNCTION} is the stop. Name its parts and cut there."
                    )
    return found


def scripts_in_all(root: Path) -> int:
    ours = [
        p
        for under in ("samsyn", "frontend")
        for p in source.files(root, "*.ts", "*.tsx", "*.js", "*.mjs", under=under)
    ]
    return sum(
        lines_of(p)
        for p in ours
        if ".test." not in p.name and "tests" not in p.parts and "test" not in p.parts
    )


def test_no_file_is_larger_than_its_budget():
    today = datetime.datetime.now(tz=datetime.UTC).date()
    source.hold(large_files(source.ROOT, allowed(EXCEPTIONS.read_text(), today)))


def test_no_function_is_larger_than_its_budget():
    source.hold(large_functions(source.ROOT))


def test_our_own_scripts_stay_within_three_thousand_lines():
    assert scripts_in_all(source.ROOT) <= SCRIPTS_IN_ALL, (
        "Move work to the server or to a kept library."
    )


def test_a_large_file_a_large_function_and_a_large_template_are_caught(plant):
    function = "def long():\n" + "    pass\n" * 60
    root = plant(
        {
            "samsyn/x/models.py": "a = 1\n" * 401,
            "samsyn/x/rules.py": function,
            "samsyn/x/templates/x/page.html": "<p>\n" * 251,
        }
    )
    assert [fault.split(":")[0] for fault in large_files(root, {})] == [
        "samsyn/x/models.py",
        "samsyn/x/templates/x/page.html",
    ]
    assert "long has 61 lines" in large_functions(root)[0]
    assert (
        large_files(root, {"samsyn/x/models.py": 500, "samsyn/x/templates/x/page.html": 300}) == []
    )


def test_an_exception_ends_on_its_day():
    row = '[[exception]]\npath = "a.py"\nlines = 500\nuntil = 2026-12-01\nreason = "split with issue 4"\n'
    assert allowed(row, datetime.date(2026, 12, 1)) == {"a.py": 500}
    assert allowed(row, datetime.date(2026, 12, 2)) == {}


def test_scripts_are_counted_without_their_tests(plant):
    root = plant({"samsyn/x/static/x/page.ts": "a;\n" * 7, "frontend/page.test.ts": "b;\n" * 90})
    assert scripts_in_all(root) == 7
