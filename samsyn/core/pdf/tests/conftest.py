import pytest

from samsyn.core.pdf.tests.factories import ready_fonts


@pytest.fixture(scope="session")
def fonts(tmp_path_factory):
    return ready_fonts(tmp_path_factory.mktemp("fonts"))
