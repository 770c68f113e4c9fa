"""The scene of the campaign tests."""

import copy
from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker

from samsyn.campaigns.tests.factories import Scene, make_scene
from samsyn.organisations.tests.factories import World, kept_for_the_file


@pytest.fixture(autouse=True)
def files_in_a_folder_of_their_own(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture(scope="module")
def scene_of_module(world_of_module: World, django_db_blocker: DjangoDbBlocker) -> Iterator[Scene]:
    """Made once per file."""
    world = copy.deepcopy(world_of_module)
    with kept_for_the_file(django_db_blocker, lambda: make_scene(world)) as made:
        yield made


@pytest.fixture
def scene(scene_of_module: Scene, db: None) -> Scene:
    """An open campaign with its officer; each test has its own copy."""
    return copy.deepcopy(scene_of_module)
