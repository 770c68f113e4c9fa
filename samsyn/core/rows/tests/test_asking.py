"""A question written once answers as the question it was made from."""

import threading

import pytest
from django.db import connection
from django.forms.models import model_to_dict
from django.test.utils import CaptureQueriesContext

from samsyn.core.accounts.interface import User
from samsyn.core.jobs.interface import Work
from samsyn.core.rows.interface import Prepared

KIND = "å.b"


def of_an_owner() -> Prepared[Work]:
    """The work of one owner, the owner with it."""
    return Prepared(
        lambda owner, kind: (
            Work.objects.filter(owner_id=owner, kind=kind).select_related("owner").order_by("done")
        ),
        owner=-1,
        kind="stand-in",
    )


@pytest.fixture
def works(db: None) -> list[Work]:
    eva, ada = (User.objects.create(email=f"{name}@exempel.se") for name in ("eva", "ada"))
    return [
        Work.objects.create(kind=KIND, owner=owner, done=done, result={"a": [1, None, "ö"]})
        for owner, done in ((eva, 2), (eva, 1), (ada, 3), (None, 4))
    ]


def test_the_rows_are_those_of_the_question_with_these_values(works: list[Work]) -> None:
    asked = of_an_owner()
    for first in works[:3]:
        slow = list(Work.objects.filter(owner=first.owner, kind=KIND).order_by("done"))
        fast = asked.rows(owner=first.owner_id, kind=KIND)
        assert [model_to_dict(row) for row in fast] == [model_to_dict(row) for row in slow]
        assert [row.started_at for row in fast] == [row.started_at for row in slow]
    assert asked.first(owner=-7, kind=KIND) is None


def test_what_is_joined_is_there_without_another_question(works: list[Work]) -> None:
    with CaptureQueriesContext(connection) as asked:
        found = of_an_owner().first(owner=works[0].owner_id, kind=KIND)
        assert found is not None
        assert found.owner == works[0].owner
    assert len(asked) == 1


@pytest.mark.django_db(transaction=True)
def test_a_thread_asks_on_its_own_connection() -> None:
    asked, found = Prepared(lambda pk: User.objects.filter(pk=pk), pk=-1), []
    user = User.objects.create(email="eva@exempel.se")
    assert asked.first(pk=user.pk) == user

    def elsewhere() -> None:
        found.append(asked.first(pk=user.pk))
        connection.close()

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert found == [user]
