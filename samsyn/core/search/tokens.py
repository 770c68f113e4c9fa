"""The analyser of this installation, and documents as tokens."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings

from samsyn.lib.text import Analyser, analyser, normalised

LONGEST_WORD = 60
# Longer "words" are addresses and noise, and PostgreSQL refuses them from 2 kB.
_LONGEST_TOKEN = 200
# About 150 pages; what stands after that is not searched.
LONGEST_BODY = 500_000


@dataclass(frozen=True, slots=True)
class Tokens:
    """What is stored of a document's text: the words of its title and body, and what lies in them."""

    title: tuple[str, ...]
    body: tuple[str, ...]
    parts: tuple[str, ...]
    vocabulary: frozenset[str]


def swedish() -> Analyser:
    """The analyser. Raises LexiconMissing, which names the command that builds the lexicon."""
    return analyser(settings.LEXICON_DIR)


def tokens_of(title: str, body: str) -> Tokens:
    """A document's tokens. Law references stand with the words of where they are cited."""
    head, rest = swedish().text(normalised(title)), swedish().text(normalised(body[:LONGEST_BODY]))
    words = frozenset([*head.words, *rest.words])
    vocabulary = head.vocabulary | rest.vocabulary
    return Tokens(
        title=_short([*head.words, *sorted(head.laws)]),
        body=_short([*rest.words, *sorted(rest.laws)]),
        parts=tuple(sorted((head.parts | rest.parts) - words)),
        vocabulary=frozenset(word for word in vocabulary if len(word) <= LONGEST_WORD),
    )


def _short(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for word in words if len(word) <= _LONGEST_TOKEN)
