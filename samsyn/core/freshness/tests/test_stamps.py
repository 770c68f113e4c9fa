"""The stamp stands still while nothing happens, and never after something was committed."""

import threading

import pytest
from django.db import connection, transaction

from samsyn.core.freshness.interface import data_stamp
from samsyn.core.jobs.interface import ScheduledRun


def write(name):
    ScheduledRun.objects.create(name=name)


def elsewhere(work):
    """In a thread, and so on a connection of its own."""

    def run():
        work()
        connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()


@pytest.mark.django_db(transaction=True)
def test_the_stamp_changes_with_every_commit_and_with_nothing_else():
    first = data_stamp()
    assert first
    assert ScheduledRun.objects.count() == 0
    assert data_stamp() == first
    write("ours")
    second = data_stamp()
    assert second != first
    elsewhere(lambda: write("another connection's"))
    third = data_stamp()
    assert third != second
    assert data_stamp() == third


@pytest.mark.django_db(transaction=True)
def test_inside_a_transaction_nothing_can_be_said():
    with transaction.atomic():
        assert data_stamp() is None


@pytest.mark.django_db(transaction=True)
def test_what_was_undone_leaves_the_data_as_they_were_and_the_next_commit_is_still_seen():
    before = data_stamp()
    with transaction.atomic():
        write("undone")
        transaction.set_rollback(True)
    assert ScheduledRun.objects.count() == 0
    write("done")
    assert data_stamp() != before
