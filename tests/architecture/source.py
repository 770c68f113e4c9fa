"""Reads the repository for the rules: files, packages, functions and imports, from any root so that faults can be planted."""

import ast
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = {"__pycache__", "node_modules", ".venv", "var", "build", "test-results", ".git"}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def files(root: Path, *patterns: str, under: str = "samsyn") -> list[Path]:
    """Files below a folder of the repository, without what is built or installed."""
    found = {p for pattern in patterns for p in (root / under).rglob(pattern) if p.is_file()}
    return sorted(p for p in found if not LEFT_OUT & set(p.relative_to(root).parts))


def python(root: Path, *, tests: bool = True, under: str = "samsyn") -> list[Path]:
    """Our Python files without migrations."""
    return [
        p
        for p in files(root, "*.py", under=under)
        if "migrations" not in p.parts and (tests or not is_test(p.relative_to(root)))
    ]


def is_test(path: Path) -> bool:
    return "tests" in path.parts


def packages(root: Path) -> list[str]:
    """Names of the packages below samsyn."""
    return sorted(p.parent.name for p in (root / "samsyn").glob("*/__init__.py"))


def domain_packages(root: Path) -> list[Path]:
    """The packages cut by domain: with models or actions, and not the ground they stand on."""
    return [root / "samsyn" / n for n in packages(root) if n not in {"config", "core", "lib"}]


def houses(root: Path) -> list[Path]:
    """The small houses of core."""
    return sorted(
        p.parent
        for p in (root / "samsyn" / "core").glob("*/__init__.py")
        if p.parent.name not in {"migrations", "tests"}
    )


def tree(path: Path) -> ast.Module:
    return _parsed(path, path.stat().st_mtime_ns)


@functools.lru_cache(maxsize=4096)
def _parsed(path: Path, _changed: int) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, FUNCTIONS))


@dataclass(frozen=True)
class Import:
    """One imported thing of ours, as a dotted name that may end in a name inside a module."""

    target: str
    line: int
    hidden: bool


def imports(path: Path) -> list[Import]:
    """Everything of ours that a file imports; hidden when it stands inside a function."""
    inside = {id(node) for function in functions(path) for node in ast.walk(function)}
    found = []
    for node in ast.walk(tree(path)):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        found += [
            Import(n, node.lineno, id(node) in inside) for n in names if n.split(".")[0] == "samsyn"
        ]
    return found


def at(root: Path, path: Path, line: int | None = None) -> str:
    """A place as `file:line`."""
    return f"{path.relative_to(root)}" + (f":{line}" if line else "")


def hold(faults: list[str]) -> None:
    """Fail with every fault and its remedy on its own line."""
    if faults:
        pytest.fail(f"{len(faults)} to mend:\n" + "\n".join(faults), pytrace=False)
