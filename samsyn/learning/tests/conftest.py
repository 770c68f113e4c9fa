"""The scene of the learning tests."""

import pytest

from samsyn.learning.tests.factories import Course, make_course
from samsyn.organisations.tests.factories import World


@pytest.fixture(autouse=True)
def files_in_a_folder_of_their_own(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def course(world: World) -> Course:
    return make_course(world)
