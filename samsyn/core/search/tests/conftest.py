"""Kinds for tests: sources at the real extension point, taken away again."""

from collections.abc import Iterator

import pytest

from samsyn.core.registry.interface import SearchSource, search_sources
from samsyn.core.search.interface import Reader
from samsyn.core.search.tests.documents import index_all


@pytest.fixture
def visitor(db: None) -> Reader:
    return Reader(collaboration_id=1)


@pytest.fixture
def filled(db: None) -> None:
    index_all()


@pytest.fixture(autouse=True)
def sources(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, list[object]]]:
    """What the test's own sources give, by kind."""
    given: dict[str, list[object]] = {"stod": [], "fraga": []}
    providers = {
        f"test.{kind}": SearchSource(kind, kind.capitalize(), lambda _pk, kind=kind: given[kind])
        for kind in given
    }
    monkeypatch.setattr(search_sources, "_providers", providers)
    yield given
