"""The people of the planning tests."""

import pytest

from samsyn.organisations.interface import Actor, Role
from samsyn.organisations.tests.factories import World
from samsyn.planning.tests.factories import Scene, make_scene


@pytest.fixture
def scene(world: World) -> Scene:
    return make_scene(world)


@pytest.fixture
def second(scene: Scene) -> Actor:
    """A second member of the steering group."""
    return scene.world.actor("berit", Role.STEERING)
