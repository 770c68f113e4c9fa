"""The world of the network tests."""

import pytest

from samsyn.organisations.tests.factories import World, make_world


@pytest.fixture
def world(db: None) -> World:
    return make_world()
