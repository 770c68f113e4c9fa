"""The lexicon for tests: built once a run from the real dictionary, never a stand-in."""

from pathlib import Path

import pytest

from samsyn.lib.text import Analyser, analyser
from samsyn.lib.text.lexicon import build

ROOT = Path(__file__).resolve().parents[4]


@pytest.fixture(scope="session")
def lexicon_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from the dictionary, so that the tests hold for what is built today."""
    folder = tmp_path_factory.mktemp("lexicon")
    build(ROOT / "node_modules", folder)
    return folder


@pytest.fixture(scope="session")
def swedish(lexicon_folder: Path) -> Analyser:
    return analyser(lexicon_folder)
