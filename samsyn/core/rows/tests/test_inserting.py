"""The fast insert stores what the slow one would."""

import uuid

import pytest
from django.db import IntegrityError, transaction
from django.forms.models import model_to_dict

from samsyn.core.accounts.interface import User
from samsyn.core.audit.interface import AuditEntry
from samsyn.core.law.interface import Law
from samsyn.core.rows.interface import insert_row

pytestmark = pytest.mark.django_db


def entry(**more: object) -> AuditEntry:
    return AuditEntry(verb="å.b", object_type="x", object_id=str(uuid.uuid4()), **more)


def test_a_row_is_stored_as_save_would_store_it() -> None:
    fast, slow = entry(changes={"a": [1, "ö"]}), entry(changes={"a": [1, "ö"]})
    assert insert_row(fast)
    slow.save(force_insert=True)
    stored = [model_to_dict(AuditEntry.objects.get(pk=row.pk)) for row in (fast, slow)]
    for row in stored:
        del row["id"], row["object_id"]
    assert stored[0] == stored[1]


def test_the_row_knows_its_key_and_can_be_saved_again() -> None:
    made = entry()
    insert_row(made)
    made.reason = "later"
    made.save()
    assert AuditEntry.objects.get().reason == "later"


def test_a_taken_key_is_left_alone_when_asked_and_an_error_otherwise() -> None:
    Law.objects.create(code="MB", name="Miljöbalken")
    again = Law(code="MB", name="Something else")
    assert not insert_row(again, ignore_conflicts=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        insert_row(again)
    assert Law.objects.get().name == "Miljöbalken"


def test_defaults_and_times_are_filled_in() -> None:
    user = User(email="eva@exempel.se")
    insert_row(user)
    stored = User.objects.get(pk=user.pk)
    assert stored.is_active
    assert stored.date_joined is not None
