"""What somebody may have meant, from words that she may read."""

from itertools import pairwise

from django.db.models import Q

from samsyn.core.search.models import SearchWord
from samsyn.core.search.queries import LONGEST_QUESTION, has_hits
from samsyn.core.search.scopes import Reader
from samsyn.lib.text import STOP_WORDS, Vocabulary, fold, normalised, places

_MOST_TRIES = 4


def suggestion(question: str, reader: Reader) -> str:
    """The question with its misspelled words put right, or nothing. What is suggested always has a hit."""
    text = normalised(question[:LONGEST_QUESTION])
    corrected, tries, changed = text, 0, False
    for place in reversed(list(places(fold(text)))):
        is_word = place.word.isalpha() and len(place.word) >= 4 and place.word not in STOP_WORDS
        if not is_word or tries == _MOST_TRIES or has_hits(place.word, reader):
            continue
        tries += 1
        nearest = _vocabulary(reader, place.word).nearest(place.word, limit=1)
        if nearest:
            corrected = corrected[: place.start] + nearest[0] + corrected[place.end :]
            changed = True
    return corrected if changed and has_hits(corrected, reader) else ""


def _vocabulary(reader: Reader, written: str) -> Vocabulary:
    """The words of about this length that stand in documents of the reader's own scopes and have a third of it.

    Two slips leave one third of a word as it is, unless two pairs of letters are swapped across both its borders.
    """
    length = len(written)
    cuts = (0, length // 3, length * 2 // 3, length)
    has_a_third = Q()
    for start, end in pairwise(cuts):
        has_a_third |= Q(word__contains=written[start:end])
    rows = SearchWord.objects.filter(
        has_a_third,
        collaboration_id=reader.collaboration_id,
        scope__in=reader.scopes,
        length__in=range(length - 2, length + 3),
        documents__gt=0,
    )
    return Vocabulary(rows.values_list("word", flat=True))
