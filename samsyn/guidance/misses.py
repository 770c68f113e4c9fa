"""Searches without a hit are noted, shown to the coordinator, and forgotten."""

from datetime import datetime

from django.db.models import F

from samsyn.core.clock.interface import now
from samsyn.guidance.models import SearchMiss
from samsyn.organisations.interface import Collaboration

KEPT_DAYS = 180
# More different words than this nobody reads; a program that guesses words fills no more.
MOST_WORDS = 500


def note_miss(collaboration: Collaboration, words: str) -> None:
    """Counts a search that found nothing. Words with @ or a long number may be about a person and are not kept."""
    said = " ".join(words.casefold().split())
    digits = sum(letter.isdigit() for letter in said)
    if not 2 <= len(said) <= 80 or "@" in said or digits > 8:
        return
    misses = SearchMiss.objects.filter(collaboration=collaboration)
    if misses.filter(words=said).update(times=F("times") + 1, last_at=now()):
        return
    if misses.count() < MOST_WORDS:
        SearchMiss.objects.get_or_create(collaboration=collaboration, words=said)


def misses_of(collaboration: Collaboration) -> list[SearchMiss]:
    """The most frequent first."""
    return list(SearchMiss.objects.filter(collaboration=collaboration)[:100])


def forget_misses(before: datetime) -> int:
    """Erases what was last searched for before the moment."""
    return SearchMiss.objects.filter(last_at__lt=before).delete()[0]
