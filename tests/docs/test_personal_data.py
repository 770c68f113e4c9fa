"""Every stored field of ours says how personal it is."""

import pytest
from django.apps import apps

from samsyn.core.personal.interface import unclassed

OURS = [
    model
    for model in apps.get_models()
    if model.__module__.startswith("samsyn.") and ".tests" not in model.__module__
]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_each_field_has_a_personal_data_class(model) -> None:
    if hasattr(model, "personal_data"):
        assert unclassed(model) == [], (
            "Name the fields in personal_data = classes(none=…, personal=…, sensitive=…)."
        )
    else:
        assert model._meta.parents, f"{model._meta.label} lacks personal_data."
