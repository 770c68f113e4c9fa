"""The trail tells who did what, keeps open values, and can forget the personal ones."""

import pytest
from django.db import transaction

from samsyn.core.accounts.interface import User
from samsyn.core.audit.interface import (
    AuditEntry,
    AuditPersonalValue,
    erase_personal_values,
    history,
    keyed_hash,
    record,
    register_verbs,
    registered_verbs,
    snapshot,
    verb_text,
)
from samsyn.core.law.interface import Law

pytestmark = pytest.mark.django_db


@pytest.fixture
def user() -> User:
    return User.objects.create_user(
        email="eva@exempel.se", first_name="Eva", last_name="Exempel", password=None
    )


def renamed(user: User) -> AuditEntry:
    before = snapshot(user)
    user.first_name = "Ewa"
    user.language = "en"
    user.save()
    return record(by=user.pk, verb="test.renamed", obj=user, before=before, subject_id=user.pk)


def test_an_open_value_stands_in_the_entry_before_and_after(user: User) -> None:
    assert renamed(user).changes["language"] == ["sv", "en"]


def test_a_personal_value_stands_only_in_the_erasable_table(user: User) -> None:
    entry = renamed(user)
    assert "Eva" not in str(entry.changes)
    kept = AuditPersonalValue.objects.get(entry=entry)
    assert (kept.field, kept.before, kept.after) == ("first_name", "Eva", "Ewa")


def test_the_keyed_hash_shows_whether_two_values_are_the_same(user: User) -> None:
    assert renamed(user).changes["first_name"] == [keyed_hash("Eva"), keyed_hash("Ewa")]
    assert keyed_hash("Eva") != keyed_hash("Ewa")


def test_the_hash_cannot_be_made_without_the_key(settings) -> None:
    here = keyed_hash("Eva")
    settings.SECRET_KEY = "another"
    assert keyed_hash("Eva") != here


def test_a_changed_password_is_never_told_in_the_open(user: User) -> None:
    before = snapshot(user)
    user.set_password("nytt-hemligt-ord")
    user.save()
    entry = record(by=user.pk, verb="test.renamed", obj=user, before=before, subject_id=user.pk)
    assert entry.changes["password"][1].startswith("hmac:")


def test_erasing_takes_the_values_about_one_person_and_leaves_the_acts(user: User) -> None:
    other = User.objects.create_user(email="bo@exempel.se", first_name="Bo")
    renamed(user)
    renamed(other)
    assert erase_personal_values(subject_id=user.pk) == 1
    assert AuditEntry.objects.count() == 2
    assert [value.subject_id for value in AuditPersonalValue.objects.all()] == [other.pk]


def test_an_act_that_is_undone_leaves_no_trace(user: User) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        renamed(user)
        raise ZeroDivisionError
    assert not AuditEntry.objects.exists()


def test_unchanged_fields_are_not_told() -> None:
    law = Law.objects.create(code="MB", name="Miljöbalken", number="1998:808")
    before = snapshot(law)
    law.name = "Miljöbalk"
    law.save()
    assert record(by=None, verb="test.law", obj=law, before=before).changes == {
        "name": ["Miljöbalken", "Miljöbalk"]
    }


def test_the_history_of_an_object_is_newest_first_with_names_and_reasons(
    user: User, clock, django_assert_num_queries
) -> None:
    law = Law.objects.create(code="MB", name="Miljöbalken")
    record(by=user.pk, verb="test.first", obj=law, reason="för att")
    clock.shift(60)
    record(by=None, verb="test.second", obj=law)
    with django_assert_num_queries(2):
        lines = history(law)
    assert [(line.actor, line.text, line.reason) for line in lines] == [
        ("", "test.second", ""),
        ("Eva Exempel", "test.first", "för att"),
    ]


def test_history_is_of_that_object_only(user: User) -> None:
    law = Law.objects.create(code="MB", name="Miljöbalken")
    record(by=user.pk, verb="test.first", obj=user)
    assert history(law) == []


def test_a_verb_is_registered_once() -> None:
    known = next(iter(registered_verbs()))
    with pytest.raises(ValueError, match="registered twice"):
        register_verbs({known: "something else"})
    assert verb_text(known) != ""
