"""The whole county, built once for all tests of a file and rolled back after them."""

import pytest
from django.db import transaction

from samsyn.demo.build import build


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield build(lambda line: None)
        transaction.set_rollback(True)


@pytest.fixture
def demo(built, db):
    return built
