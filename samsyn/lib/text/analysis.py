"""From text to the tokens that are stored and searched: one form for each word, and the parts of compounds."""

import functools
import re
from dataclasses import dataclass
from pathlib import Path

from samsyn.lib.text.compounds import split
from samsyn.lib.text.known_words import Lexicon, load
from samsyn.lib.text.law import law_places
from samsyn.lib.text.words import fold, normalised, places

STOP_WORDS = frozenset(
    Path(__file__).with_name("stop_words.txt").read_text(encoding="utf-8").split()
)
# Words kept analysed in memory, some 200 bytes each.
_REMEMBERED = 20_000
# So many first letters tell most words apart, and none of the parts of a compound is shorter.
_FIRST_LETTERS = 3
_ENDING = re.compile(r":[a-zåäö]{1,4}$")
# What is worth suggesting when somebody misspells.
_SHORTEST_SUGGESTED = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A word as search sees it: its one form, and the roots of its parts when it is put together."""

    exact: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnalysedText:
    """A text as tokens: `words` in their order, `parts` of compounds and `laws` cited, each once.

    `vocabulary` are the words as written (lower case), for spelling and completion.
    """

    words: tuple[str, ...]
    parts: frozenset[str]
    laws: frozenset[str]
    vocabulary: frozenset[str]


class Analyser:
    """Swedish analysis with one lexicon. Keeps what it has analysed, so make one per process (`analyser`)."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.word = functools.lru_cache(maxsize=_REMEMBERED)(self._word)

    def text(self, text: str) -> AnalysedText:
        """All tokens of a text."""
        folded = fold(normalised(text))
        written = [place.word for place in places(folded)]
        distinct = {word: self.word(word) for word in dict.fromkeys(written)}
        return AnalysedText(
            words=tuple(distinct[word].exact for word in written),
            parts=frozenset(part for word in distinct.values() for part in word.parts),
            laws=frozenset(token for place in law_places(folded) for token in place.tokens),
            vocabulary=frozenset(
                word for word in distinct if len(word) >= _SHORTEST_SUGGESTED and word.isalpha()
            ),
        )

    def beginnings(self, token: str) -> frozenset[str]:
        """First letters, one of which stands in every word of letters that has this token: its own, and those of other
        forms ("gås": "gås", "gäs"). To leave out most words of a text without taking them apart."""
        return frozenset([token[:_FIRST_LETTERS], *self._other_beginnings.get(token, ())])

    @functools.cached_property
    def _other_beginnings(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for forms in (self.lexicon.roots, self.lexicon.firsts):
            for written, root in forms.items():
                if not written.startswith(root[:_FIRST_LETTERS]):
                    found.setdefault(root, set()).add(written[:_FIRST_LETTERS])
        return found

    def _word(self, word: str) -> Word:
        """One folded word (`words.fold`)."""
        if word[0].isdigit():
            return Word(word.replace(",", "."))
        bare = _ENDING.sub("", word).replace("'", "")
        if "-" not in bare:
            return self._plain(bare)
        *before, last = bare.split("-")
        pieces = [self._plain(piece) for piece in [*before, last]]
        parts = tuple(part for piece in pieces for part in (piece.parts or (piece.exact,)))
        return Word("-".join([*before, pieces[-1].exact]), parts)

    def _plain(self, word: str) -> Word:
        found = split(word, self.lexicon)
        if found is None:
            return Word(self.lexicon.root(word))
        # The last part alone bends, so it alone is brought to its root.
        last = self._plain(word[found.last_from :])
        return Word(word[: found.last_from] + last.exact, found.parts)


@functools.cache
def analyser(folder: Path) -> Analyser:
    """The analyser of a built lexicon, one per process. LexiconMissing when the lexicon is not built."""
    return Analyser(load(folder))
