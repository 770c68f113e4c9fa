"""The built lexicon: which forms of Swedish words belong together, and how compounds are put together."""

import functools
import sys
from dataclasses import dataclass
from pathlib import Path

import Stemmer

FILE = "swedish.txt"
BUILD_COMMAND = "python -m samsyn.lib.text.lexicon node_modules build/lexicon"
# Shorter parts of compounds than this are more often chance than word: "av", "in".
SHORTEST_FIRST = 3
SHORTEST_LAST = 3
_stem_once = Stemmer.Stemmer("swedish", 0).stemWord


def stem(word: str) -> str:
    """The Snowball stem of a word in lower case; a genitive loses its other ending too ("anläggningars")."""
    once: str = _stem_once(word)
    return _stem_once(once) if word.endswith("s") else once


def root_of(word: str, roots: dict[str, str]) -> str:
    """The root of a word in lower case, given those stems that are not their own root."""
    found = stem(word)
    return roots.get(found, found)


class LexiconMissing(RuntimeError):
    """The lexicon is not built where it is looked for; the text names the command that builds it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"There is no search lexicon in {folder}. Build it with: {BUILD_COMMAND} "
            "(`make setup` does it too)."
        )


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of Swedish words. A root is the stem of a word's dictionary form.

    `firsts`: how a word is written as the first part of a compound, to its root ("tillsyns" -> "tillsyn").
    `ends`: roots of words that may end a compound; `others`: roots of those that may not.
    `roots`: stems that are not their own root ("köldmedi" -> "köldmedium").
    Compounds whose parts are here are left out: they are understood from their parts.
    """

    firsts: dict[str, str]
    ends: frozenset[str]
    others: frozenset[str]
    roots: dict[str, str]

    def root(self, word: str) -> str:
        """The root of a word in lower case, whatever its form: "köldmedier" and "köldmedium" have the same."""
        return root_of(word, self.roots)

    def knows(self, word: str) -> bool:
        """Whether a form of this word (lower case) stands in the lexicon by itself."""
        root = self.root(word)
        return root in self.ends or root in self.others

    def may_end(self, word: str) -> bool:
        """Whether this word may be the last part of a compound."""
        return self.root(word) in self.ends


@functools.cache
def load(folder: Path) -> Lexicon:
    """The built lexicon of a folder, read once per process. LexiconMissing when it is not there."""
    path = folder / FILE
    if not path.exists():
        raise LexiconMissing(folder)
    pairs: dict[str, dict[str, str]] = {">": {}, "~": {}}
    words: dict[str, set[str]] = {"+": set(), "=": set()}
    for line in path.read_text(encoding="utf-8").splitlines():
        mark, word, *root = line.split(" ")
        if root:
            # One object for each root: it stands behind many forms.
            pairs[mark][word] = sys.intern(root[0])
        else:
            words[mark].add(sys.intern(word))
    return Lexicon(pairs[">"], frozenset(words["+"]), frozenset(words["="]), pairs["~"])
