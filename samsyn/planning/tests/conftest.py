"""The people of the planning tests."""

import pytest

from samsyn.organisations.tests.factories import World, make_world
from samsyn.planning.tests.factories import Scene, make_scene


@pytest.fixture
def world(db: None) -> World:
    return make_world()


@pytest.fixture
def scene(world: World) -> Scene:
    return make_scene(world)
