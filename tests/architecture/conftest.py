"""A small repository in a temporary folder, in which a rule's test plants the fault that the rule must see."""

from collections.abc import Callable
from pathlib import Path

import pytest

Plant = Callable[[dict[str, str]], Path]


@pytest.fixture
def plant(tmp_path: Path) -> Plant:
    def write(contents: dict[str, str]) -> Path:
        for name, text in contents.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            for folder in path.relative_to(tmp_path).parents:
                if folder.parts and folder.parts[0] == "samsyn" and "templates" not in folder.parts:
                    (tmp_path / folder / "__init__.py").touch()
        return tmp_path

    return write
