"""The door of the language house."""

from samsyn.core.language.choosing import chosen_language, language_choices, reader_language

__all__ = ["chosen_language", "language_choices", "reader_language"]
