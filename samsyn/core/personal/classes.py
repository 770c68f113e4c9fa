"""How personal a stored value is, declared per field beside the model."""

from collections.abc import Mapping
from enum import StrEnum

from django.db.models import Model


class PersonalClass(StrEnum):
    """None: never about a person. Personal: about a person. Sensitive: may harm her if it spreads."""

    NONE = "none"
    PERSONAL = "personal"
    SENSITIVE = "sensitive"


def classes(
    *, none: str = "", personal: str = "", sensitive: str = ""
) -> Mapping[str, PersonalClass]:
    """The classes of a model's fields, as names separated by spaces; a field named twice is an error."""
    result: dict[str, PersonalClass] = {}
    for names, level in (
        (none, PersonalClass.NONE),
        (personal, PersonalClass.PERSONAL),
        (sensitive, PersonalClass.SENSITIVE),
    ):
        for name in names.split():
            if name in result:
                raise ValueError(f"The field {name} has two personal-data classes; keep one.")
            result[name] = level
    return result


def declared(model: type[Model]) -> Mapping[str, PersonalClass]:
    """The model's own declaration, or ours for a model made by a library."""
    own: Mapping[str, PersonalClass] | None = getattr(model, "personal_data", None)
    if own is not None:
        return own
    return THIRD_PARTY.get(model._meta.label, {})


def unclassed(model: type[Model]) -> list[str]:
    """The model's stored fields that lack a class."""
    known = declared(model)
    if "*" in known:
        return []
    fields = [*model._meta.local_concrete_fields, *model._meta.local_many_to_many]
    return [field.name for field in fields if field.name not in known]


def level(model: type[Model], field: str) -> PersonalClass:
    """The class of one field; what is not declared counts as sensitive."""
    known = declared(model)
    return known.get(field, known.get("*", PersonalClass.SENSITIVE))


THIRD_PARTY: Mapping[str, Mapping[str, PersonalClass]] = {}
