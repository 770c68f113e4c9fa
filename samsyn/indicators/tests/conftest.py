"""The scene of the key-figure tests."""

import copy
from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker

from samsyn.indicators.tests.factories import Scene, make_scene
from samsyn.organisations.tests.factories import World, kept_for_the_file


@pytest.fixture(autouse=True)
def no_limit_between_tests() -> None:
    from django.core.cache import cache

    cache.clear()


@pytest.fixture(scope="module")
def scene_of_module(world_of_module: World, django_db_blocker: DjangoDbBlocker) -> Iterator[Scene]:
    """Made once per file."""
    world = copy.deepcopy(world_of_module)
    with kept_for_the_file(django_db_blocker, lambda: make_scene(world)) as made:
        yield made


@pytest.fixture
def scene(scene_of_module: Scene, db: None) -> Scene:
    """Each test has its own copy."""
    return copy.deepcopy(scene_of_module)
