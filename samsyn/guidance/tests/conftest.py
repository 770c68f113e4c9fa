"""The world of the guidance tests."""

import pytest

from samsyn.guidance.tests.factories import published
from samsyn.organisations.tests.factories import World, make_world


@pytest.fixture
def world(db: None) -> World:
    return make_world()


@pytest.fixture
def boss(world):
    return world.coordinator()


@pytest.fixture
def document(boss):
    return published(boss)
