"""What an undone transaction left in the store is found and removed; what anyone still has is not."""

import os
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.db import transaction

from samsyn.core.clock.interface import now
from samsyn.core.files.interface import store_made, sweep_unowned

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder_of_its_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


class Undone(Exception):
    pass


def undone_file():
    with pytest.raises(Undone), transaction.atomic():
        name = store_made(name="a.txt", content=b"x", content_type="text/plain", by=None).file.name
        raise Undone
    return name


def written(name, *, hours_ago):
    moment = (now() - timedelta(hours=hours_ago)).timestamp()
    os.utime(default_storage.path(name), (moment, moment))


def test_content_whose_row_was_undone_goes_after_a_day():
    name = undone_file()
    kept = store_made(name="b.txt", content=b"y", content_type="text/plain", by=None).file.name
    written(kept, hours_ago=48)
    written(name, hours_ago=23)
    assert sweep_unowned() == 0, "it may belong to a transaction that still runs"
    written(name, hours_ago=25)
    assert sweep_unowned() == 1
    assert not default_storage.exists(name)
    assert default_storage.exists(kept)


def test_a_store_that_was_never_used_has_nothing_to_sweep():
    assert sweep_unowned() == 0
