"""No import of ours hides inside a function, and the layers contract catches an arrow that points up."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.architecture import source


def hidden_imports(root: Path) -> list[str]:
    return [
        f"{source.at(root, path, item.line)}: {item.target} is imported inside a function. If the top of the file does not "
        "work, the arrow is wrong: move the code, or register it upwards through samsyn.core.registry."
        for path in source.python(root, tests=False)
        for item in source.imports(path)
        if item.hidden
    ]


def test_no_import_of_ours_inside_a_function():
    source.hold(hidden_imports(source.ROOT))


def test_a_hidden_import_is_caught(plant):
    root = plant(
        {
            "samsyn/x/rules.py": "def a():\n    from samsyn.y.interface import b\n    import json\n    return b\n"
        }
    )
    assert len(hidden_imports(root)) == 1
    assert "rules.py:2" in hidden_imports(root)[0]


def lint_imports(root: Path) -> "subprocess.CompletedProcess[str]":
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(  # noqa: PLW1510  # the caller looks at the exit code
        [program, "--no-cache"],
        cwd=root,
        env={"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
    )


def test_the_layers_contract_catches_an_import_upwards_and_a_package_it_does_not_know(plant):
    clean = {
        f"samsyn/{name}/__init__.py": "" for name in ("config", "core", "lib", "organisations")
    }
    root = plant({**clean, "samsyn/__init__.py": ""})
    shutil.copy(source.ROOT / "pyproject.toml", root)
    assert lint_imports(root).returncode == 0, lint_imports(root).stdout

    plant({"samsyn/lib/dates.py": "import samsyn.organisations\n"})
    assert "samsyn.lib is not allowed to import samsyn.organisations" in lint_imports(root).stdout

    plant({"samsyn/lib/dates.py": "", "samsyn/newcomer/__init__.py": ""})
    assert "samsyn.newcomer" in lint_imports(root).stdout
    assert lint_imports(root).returncode != 0
