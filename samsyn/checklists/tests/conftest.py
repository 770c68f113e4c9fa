"""A coordinator with a checklist."""

import pytest

from samsyn.checklists.tests.factories import Shelf, make_shelf
from samsyn.organisations.tests.factories import World


@pytest.fixture(autouse=True)
def files_in_a_folder_of_their_own(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def shelf(world: World) -> Shelf:
    return make_shelf(world)
