"""The scene of the calibration tests."""

import pytest

from samsyn.calibration.tests.factories import Scene, make_scene
from samsyn.organisations.tests.factories import World


@pytest.fixture(autouse=True)
def files_in_a_folder_of_their_own(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def scene(world: World) -> Scene:
    return make_scene(world)
