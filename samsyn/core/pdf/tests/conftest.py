from pathlib import Path

import pytest
from django.conf import settings

from samsyn.core.pdf.fonts import build_fonts

PROJECT = Path(__file__).parents[4]


@pytest.fixture(scope="session")
def fonts(tmp_path_factory):
    """The built typeface; built here when nobody has run the setup."""
    built = Path(settings.FONTS_DIR)
    if not list(built.glob("*.ttf")):
        built = tmp_path_factory.mktemp("fonts")
        build_fonts(PROJECT / "node_modules", built)
    return built
