"""Every field says how personal it is; one that says nothing counts as sensitive."""

import pytest
from django.db import models

from samsyn.core.accounts.interface import User
from samsyn.core.audit.models import AuditEntry
from samsyn.core.personal.interface import PersonalClass, classes, declared, level, unclassed


class Declared:
    """What the functions ask of a model."""

    def __init__(self, *names, **declared):
        self.personal_data = classes(**declared)
        fields = [models.CharField(name=name) for name in names]
        self._meta = type(
            "Meta", (), {"local_concrete_fields": fields, "local_many_to_many": [], "label": "x.Y"}
        )


def test_names_are_given_as_words():
    assert classes(none="id title", personal="name", sensitive="health") == {
        "id": PersonalClass.NONE,
        "title": PersonalClass.NONE,
        "name": PersonalClass.PERSONAL,
        "health": PersonalClass.SENSITIVE,
    }


def test_a_field_has_one_class():
    with pytest.raises(ValueError, match="name has two"):
        classes(none="name", personal="name")


def test_a_field_without_a_class_is_found_and_counts_as_sensitive():
    model = Declared("id", "name", none="id")
    assert unclassed(model) == ["name"]
    assert level(model, "name") is PersonalClass.SENSITIVE
    assert level(model, "id") is PersonalClass.NONE


def test_a_star_classes_all_the_rest():
    model = Declared("id", "name", **{"personal": "*"})
    assert unclassed(model) == []
    assert level(model, "name") is PersonalClass.PERSONAL


def test_a_librarys_model_without_our_word_is_sensitive_throughout():
    model = type("Library", (), {"_meta": type("Meta", (), {"label": "library.Model"})})
    assert declared(model) == {}
    assert level(model, "anything") is PersonalClass.SENSITIVE


@pytest.mark.parametrize("model", [User, AuditEntry])
def test_our_own_models_leave_nothing_out(model):
    assert unclassed(model) == []
