"""The whole county, built once for all tests of a file, at the tests' own moment, and rolled back after them."""

import pytest

from samsyn.demo.build import build
from samsyn.organisations.tests.factories import kept_for_the_file


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    with kept_for_the_file(django_db_blocker, lambda: build(lambda line: None)) as made:
        yield made


@pytest.fixture
def demo(built, db):
    return built
