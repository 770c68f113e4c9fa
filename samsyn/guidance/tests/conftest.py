"""The world of the guidance tests."""

import pytest

from samsyn.guidance.tests.factories import published


@pytest.fixture
def boss(world):
    return world.coordinator()


@pytest.fixture
def document(boss):
    return published(boss)
