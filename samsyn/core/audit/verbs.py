"""What each act is called on the screen; every package registers its own verbs at start-up."""

from collections.abc import Mapping

from django.utils.functional import Promise

_TEXTS: dict[str, str | Promise] = {}


def register_verbs(texts: Mapping[str, str | Promise]) -> None:
    """Adds the texts of a package's verbs; the same verb twice is a programming error."""
    for verb, text in texts.items():
        if verb in _TEXTS:
            raise ValueError(
                f"The audit verb {verb} is registered twice; verbs start with their package's name."
            )
        _TEXTS[verb] = text


def verb_text(verb: str) -> str:
    """The verb as text in the reader's language; an unregistered verb shows as it is."""
    return str(_TEXTS.get(verb, verb))


def registered_verbs() -> frozenset[str]:
    """All verbs that have a text."""
    return frozenset(_TEXTS)
