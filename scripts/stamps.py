"""Nothing is built twice: a stamp remembers the content from which something was built."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from scripts.project import ROOT


def digest(sources: Iterable[Path], *extra: str) -> str:
    """A hash of names and contents of files (folders count with all their files) and of some words."""
    total = hashlib.sha256()
    for word in extra:
        total.update(word.encode() + b"\0")
    for path in sorted(_files(sources)):
        total.update(
            str(path.relative_to(ROOT) if path.is_relative_to(ROOT) else path).encode() + b"\0"
        )
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _files(sources: Iterable[Path]) -> set[Path]:
    found: set[Path] = set()
    for source in sources:
        if source.is_dir():
            found.update(
                p for p in source.rglob("*") if p.is_file() and "__pycache__" not in p.parts
            )
        elif source.exists():
            found.add(source)
    return found


def holds(stamp: Path, content: str, *results: Path) -> bool:
    """Whether the stamp says this content was built, and what was built is still there."""
    return (
        stamp.exists()
        and stamp.read_text(encoding="utf-8") == content
        and all(result.exists() for result in results)
    )


def press(stamp: Path, content: str) -> None:
    """Remember that this content is built now."""
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(content, encoding="utf-8")
