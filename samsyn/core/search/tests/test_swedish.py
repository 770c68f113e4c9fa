"""Real questions of the field against documents of its words: the same hits on SQLite and PostgreSQL."""

import pytest

from samsyn.core.search.interface import search, suggestion
from samsyn.core.search.tests.documents import CASES, MISSPELLED

pytestmark = pytest.mark.usefixtures("filled")


@pytest.mark.parametrize(("question", "keys"), CASES)
def test_hits(visitor, question, keys):
    found = search(question, visitor)
    assert sorted(hit.key for hit in found.hits) == sorted(keys)
    assert found.total == len(keys)


def test_the_very_word_in_a_title_stands_before_the_same_in_other_words(visitor):
    found = search("köldmedieanläggningar", visitor)
    assert [hit.key for hit in found.hits] == ["kold", "kold-omvant"]


def test_a_word_in_the_title_stands_before_one_in_the_text(visitor):
    assert search("avlopp", visitor).hits[0].key == "avlopp"


@pytest.mark.parametrize(("written", "meant"), MISSPELLED)
def test_a_misspelled_word_is_put_right(visitor, written, meant):
    assert search(written, visitor).total == 0
    assert suggestion(written, visitor) == meant


def test_nothing_is_suggested_for_what_nobody_wrote(visitor):
    assert suggestion("rymdfärjor", visitor) == ""


@pytest.mark.parametrize("typed", ["köldmediea", "fordonst", "invalln", "legio", "f"])
def test_a_word_still_being_typed_finds_what_begins_so(visitor, typed):
    assert search(typed, visitor, unfinished=True).total >= 1
    assert search(typed, visitor).total == 0


def test_what_was_asked_for_is_marked_where_it_stands(visitor):
    hit = search("cistern", visitor).hits[0]
    assert [part.text for part in hit.snippet if part.is_hit] == ["Cisterner"]
    hit = search("MB 26:19", visitor).hits[0]
    assert [part.text for part in hit.snippet if part.is_hit] == ["26 kap. 19 § miljöbalken"]


@pytest.mark.parametrize("question", ["", "  ", "\x00", '"', "* OR (", "'; DROP", "NEAR(", ":", "a:* | b", "\\", "-", "é" * 500, "§"])  # fmt: skip
def test_anything_may_be_typed(visitor, question):
    assert search(question, visitor, unfinished=True).total >= 0
    assert search(question, visitor).total == 0
    assert suggestion(question, visitor) == ""
