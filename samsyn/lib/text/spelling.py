"""Finds the words that somebody may have meant, among those that the documents use."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

# One slip in a short word, two in a longer one.
_LONG = 6


class Vocabulary:
    """The words of the documents, by length for spelling and in order for beginnings. Grows, never shrinks."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._all: set[str] = set()
        self._by_length: defaultdict[int, list[str]] = defaultdict(list)
        self._ordered: list[str] | None = None
        self.add(words)

    def __len__(self) -> int:
        return len(self._all)

    def __contains__(self, word: object) -> bool:
        return word in self._all

    def add(self, words: Iterable[str]) -> None:
        """Take in more words (folded)."""
        for word in words:
            if word not in self._all:
                self._all.add(word)
                self._by_length[len(word)].append(word)
                self._ordered = None

    def nearest(self, word: str, *, limit: int = 5) -> list[str]:
        """Words within one or two slips (letter wrong, missing, too many, two swapped), nearest first."""
        slips = 1 if len(word) < _LONG else 2
        near = [
            candidate
            for length in range(len(word) - slips, len(word) + slips + 1)
            for candidate in self._by_length.get(length, ())
        ]
        found = process.extract(word, near, scorer=OSA.distance, score_cutoff=slips, limit=None)
        # People seldom mistake the first letter.
        ranked = sorted(found, key=lambda hit: (hit[1], hit[0][:1] != word[:1], hit[0]))
        return [candidate for candidate, _, _ in ranked[:limit]]

    def beginning_with(self, prefix: str, *, limit: int = 30) -> list[str]:
        """Words that begin so, in order."""
        if self._ordered is None:
            self._ordered = sorted(self._all)
        found = []
        for word in self._ordered[bisect_left(self._ordered, prefix) :][:limit]:
            if not word.startswith(prefix):
                break
            found.append(word)
        return found
