"""Takes Swedish compounds apart: "fordonstvättsanläggning" is fordon, tvätt and anläggning."""

from dataclasses import dataclass

from samsyn.lib.text.known_words import SHORTEST_FIRST, SHORTEST_LAST, Lexicon

# Longer "words" than this are addresses and noise, and splitting costs the square of the length.
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Split:
    """A compound's parts as roots in order, and where in the word its last part begins."""

    parts: tuple[str, ...]
    last_from: int


def split(word: str, lexicon: Lexicon) -> Split | None:
    """The compound's parts, or None for a simple or unknown word (lower case).

    The fewest parts are taken first and then opened themselves, so that a long first part that stands in the
    lexicon still gives its own parts.
    """
    if not SHORTEST_FIRST + SHORTEST_LAST <= len(word) <= LONGEST or lexicon.knows(word):
        return None
    cuts = _fewest_cuts(word, lexicon)
    if cuts is None:
        return None
    parts: list[str] = []
    for start, end in cuts:
        inner = split(word[start:end], lexicon) if end < len(word) else None
        if inner and _is_first(word[start:end], inner, lexicon):
            parts.extend(inner.parts)
        elif end < len(word):
            parts.append(lexicon.firsts[word[start:end]])
    last_from = cuts[-1][0]
    opened = split(word[last_from:], lexicon)
    parts.extend(opened.parts if opened else [lexicon.root(word[last_from:])])
    return Split(tuple(parts), last_from)


def _is_first(written: str, inner: Split, lexicon: Lexicon) -> bool:
    """A first part is opened only where its own last part may stand there: "tillsyns|besöks" but not "kontors"."""
    return written[inner.last_from :] in lexicon.firsts


def _fewest_cuts(word: str, lexicon: Lexicon) -> list[tuple[int, int]] | None:
    """Start and end of each part; the longest last part wins among equally few."""
    # best[i]: the parts that write word[:i], all of which may begin a compound.
    best: dict[int, list[tuple[int, int]]] = {0: []}
    firsts = lexicon.firsts
    for start in range(len(word) - SHORTEST_LAST):
        if start not in best:
            continue
        for end in range(start + SHORTEST_FIRST, len(word) - SHORTEST_LAST + 1):
            if word[start:end] in firsts:
                for reached in _next_starts(word, end):
                    parts = [*best[start], (start, end)]
                    if reached not in best or len(parts) < len(best[reached]):
                        best[reached] = parts
    found = [
        (len(best[start]), start)
        for start in best
        if start and len(word) - start >= SHORTEST_LAST and lexicon.may_end(word[start:])
    ]
    if not found:
        return None
    _, start = min(found)
    return [*best[start], (start, len(word))]


def _next_starts(word: str, end: int) -> tuple[int, ...]:
    """Where the next part may begin; of three like letters only two are written ("busstation")."""
    if word[end - 1] == word[end - 2]:
        return (end, end - 1)
    return (end,)
