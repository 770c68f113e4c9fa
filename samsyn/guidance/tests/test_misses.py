"""Searches without a hit are listed for the coordinator, and for nobody else."""

from datetime import timedelta

import pytest

from samsyn.core.clock.interface import now
from samsyn.core.registry.interface import retentions
from samsyn.guidance.misses import MOST_WORDS, forget_misses
from samsyn.guidance.models import SearchMiss
from samsyn.guidance.tests.factories import published
from samsyn.organisations.interface import Role

pytestmark = pytest.mark.django_db
PAGE = "/handlaggarstod/sokningar/"


def search(world, words: str, **headers: str):
    return world.client().get("/sok/", {"q": words}, headers=headers)


def test_what_was_searched_for_in_vain_is_counted_and_read_by_the_coordinator(world, boss):
    published(boss)
    for words in ("solpaneler", "Solpaneler  ", "tvätthallar", "kompost"):
        search(world, words)
    shown = world.client(boss).get(PAGE).content.decode()
    assert shown.index("solpaneler") < shown.index("kompost")
    assert "2 gånger" in shown
    assert "tvätthallar" not in shown
    manager = world.client(world.person("eva", Role.MANAGER, world.aneby))
    assert manager.get(PAGE).status_code == 403
    assert world.client().get(PAGE).status_code == 302


def test_a_word_on_its_way_is_no_search(world):
    search(world, "solpan", **{"HX-Request": "true"})
    assert not SearchMiss.objects.exists()


@pytest.mark.parametrize("words", ["eva@exempel.se", "19800101-1234", "x", "ord " * 40])
def test_what_may_be_about_a_person_is_not_kept(world, words):
    search(world, words)
    assert not SearchMiss.objects.exists()


def test_a_program_that_guesses_words_does_not_fill_the_table(world):
    SearchMiss.objects.bulk_create(
        SearchMiss(collaboration=world.collaboration, words=f"ord {n}") for n in range(MOST_WORDS)
    )
    search(world, "ännu ett")
    search(world, "ord 7")
    assert SearchMiss.objects.count() == MOST_WORDS
    assert SearchMiss.objects.get(words="ord 7").times == 2


def test_the_words_are_forgotten_after_half_a_year(world):
    search(world, "solpaneler")
    [rule] = [one for one in retentions.providers() if one.erase is forget_misses]
    assert rule.erase(now() - timedelta(days=180)) == 0
    assert rule.erase(now() + timedelta(days=1)) == 1
