"""`make where URL=/kampanjer/…`: which package, view, access getter, action, template and test make the page.

The address is resolved as the program does; the rest is read from the source, so it is true of the code as it stands.
"""

import ast
import inspect
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import django
from django.urls import Resolver404, resolve

from scripts.project import ROOT, development


@dataclass
class Place:
    """Where a page stands in the code; `file:line` for what can be opened."""

    address: str
    pattern: str
    name: str
    package: str
    view: str
    access: list[str] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)
    templates: list[str] = field(default_factory=list)
    tests: list[str] = field(default_factory=list)


def find(address: str) -> Place:
    """The place of an address. django.urls.Resolver404 when nothing answers there."""
    path = urlsplit(address).path
    found = resolve(path if path.startswith("/") else f"/{path}")
    view = inspect.unwrap(getattr(found.func, "view_class", found.func))
    module = inspect.getmodule(view)
    file = Path(inspect.getsourcefile(view) or "")
    parts = view.__module__.split(".")
    place = Place(
        address=path,
        pattern=found.route,
        name=found.view_name or "",
        package=f"samsyn/{parts[1]}" if parts[0] == "samsyn" else parts[0],
        view=f"{_shown(file)}:{inspect.getsourcelines(view)[1]} {view.__name__}",
    )
    if parts[0] == "samsyn" and module is not None:
        _read(place, file, view.__name__)
        place.tests = list(_tests(parts[1], view.__name__, place))
    matrix = ROOT / "tests" / "access" / f"{parts[1] if parts[0] == 'samsyn' else 'libraries'}.toml"
    if matrix.exists():
        place.tests.append(f"{_shown(matrix)}  who gets there")
    return place


def _read(place: Place, file: Path, view: str) -> None:
    """What the view and the functions it calls in its own file use."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    sources = _imported(tree)
    for node in _reached(functions, view):
        match node:
            case ast.Constant(value=str(text)) if text.endswith((".html", ".txt", ".typ")):
                _once(place.templates, _template(text))
            case ast.Name(id=name) if name in sources:
                _sort_in(place, *sources[name])
            case ast.Attribute(value=ast.Name(id=module), attr=name) if module in sources:
                _sort_in(place, ".".join(sources[module]), name)


def _sort_in(place: Place, source: str, name: str) -> None:
    parts = source.split(".")
    if "access" in parts:
        _once(place.access, _defined(source, name))
    elif "actions" in parts:
        _once(place.actions, _defined(source, name))


def _reached(functions: dict[str, ast.FunctionDef], start: str) -> Iterator[ast.AST]:
    """All nodes of a function and of those of the same file that it names."""
    waiting, seen = [start], set()
    while waiting:
        name = waiting.pop(0)
        if name in seen or name not in functions:
            continue
        seen.add(name)
        for node in ast.walk(functions[name]):
            yield node
            if isinstance(node, ast.Name):
                waiting.append(node.id)


def _imported(tree: ast.Module) -> dict[str, tuple[str, str]]:
    """Name in this file -> module and name where it is defined."""
    return {
        alias.asname or alias.name: (node.module, alias.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }


def _defined(module: str, name: str) -> str:
    """`file:line name` of a function, looked for in a module or in the files of its folder."""
    start = ROOT / module.replace(".", "/")
    files = [start.with_suffix(".py")] if not start.is_dir() else sorted(start.glob("*.py"))
    for file in files:
        for node in ast.parse(file.read_text(encoding="utf-8")).body if file.exists() else []:
            if isinstance(node, ast.FunctionDef) and node.name == name:
                return f"{_shown(file)}:{node.lineno} {name}"
    return ""


def _template(name: str) -> str:
    found = sorted((ROOT / "samsyn").glob(f"**/templates/{name.partition('#')[0]}"))
    return _shown(found[0]) if found else ""


def _tests(package: str, view: str, place: Place) -> Iterator[str]:
    """The test of the same stem first, then those that name the view, its URL or its template."""
    folder = ROOT / "samsyn" / package / "tests"
    own = folder / f"test_{view}.py"
    if own.exists():
        yield _shown(own)
    last = place.pattern.rstrip("/").rpartition("/")[2]
    words = [place.name, *([f"/{last}/", f"{last}/"] if last and "<" not in last else [])]
    for file in sorted(folder.glob("test_*.py")):
        text = file.read_text(encoding="utf-8")
        if file != own and any(f'{word}"' in text or f"{word}'" in text for word in words if word):
            yield _shown(file)


def _shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else str(path)


def _once(found: list[str], value: str) -> None:
    if value and value not in found:
        found.append(value)


def told(place: Place) -> str:
    """The place in lines for a terminal."""
    rows: list[tuple[str, list[str]]] = [
        ("address", [f"{place.address}  ({place.name}, {place.pattern})"]),
        ("package", [place.package]),
        ("view", [place.view]),
        ("access", place.access or ["none: public, or the sign-in rule alone decides"]),
        ("action", place.actions or ["none: it only reads"]),
        ("template", place.templates or ["none"]),
        ("test", place.tests or ["none of its own"]),
    ]
    return "\n".join(
        f"{name if first else '':10}{line}"
        for name, lines in rows
        for first, line in ((at == 0, line) for at, line in enumerate(lines))
    )


def main(arguments: list[str]) -> None:
    """Print the place of the address, or say that nothing answers there."""
    if len(arguments) != 1 or not arguments[0]:
        sys.exit("Say which page: make where URL=/kampanjer/")
    os.environ.update(development())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samsyn.config.settings")
    django.setup()
    try:
        print(told(find(arguments[0])))
    except Resolver404:
        sys.exit(f"Nothing answers at {arguments[0]}. Addresses end with a slash: see */urls.py.")


if __name__ == "__main__":
    main(sys.argv[1:])
