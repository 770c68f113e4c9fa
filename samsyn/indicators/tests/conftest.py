"""The scene of the key-figure tests."""

import pytest

from samsyn.indicators.tests.factories import Scene, make_scene
from samsyn.organisations.tests.factories import World


@pytest.fixture(autouse=True)
def no_limit_between_tests() -> None:
    from django.core.cache import cache

    cache.clear()


@pytest.fixture
def scene(world: World) -> Scene:
    return make_scene(world)
