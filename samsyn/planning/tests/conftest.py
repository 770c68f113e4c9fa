"""The people of the planning tests."""

import copy
from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker

from samsyn.organisations.interface import Actor, Role
from samsyn.organisations.tests.factories import World, kept_for_the_file
from samsyn.planning.tests.factories import Scene, make_scene


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


@pytest.fixture
def second(scene: Scene) -> Actor:
    """A second member of the steering group."""
    return scene.world.actor("berit", Role.STEERING)
