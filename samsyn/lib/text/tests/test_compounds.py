"""Compounds are taken apart where the dictionary allows it, and left whole where chance would do it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.lib.text.compounds import LONGEST, split


def parts(word, swedish):
    found = split(word, swedish.lexicon)
    return list(found.parts) if found else None


def roots(words, swedish):
    return [swedish.lexicon.root(word) for word in words.split()]


@pytest.mark.parametrize(
    ("compound", "words"),
    [
        ("köldmedieanläggningar", "köld medium anläggning"),
        ("köldmedier", "köld medium"),
        ("fordonstvättsanläggningarna", "fordon tvätt anläggning"),
        ("tillsynskampanjens", "tillsyn kampanj"),
        ("avloppsreningsverk", "avlopp rening verk"),
        ("miljökontoret", "miljö kontor"),
        ("miljösanktionsavgifter", "miljö sanktion avgift"),
        ("hälsoskydd", "hälso skydd"),
        ("bassängbad", "bassäng bad"),
        ("vedeldning", "ved eldning"),
        ("radonmätning", "radon mätning"),
        ("verksamhetskod", "verksamhet kod"),
        ("avfallshanteringen", "avfall hantering"),
    ],
)
def test_compounds_of_the_field(swedish, compound, words):
    assert parts(compound, swedish) == roots(words, swedish)


@pytest.mark.parametrize(
    "word",
    [
        "kontroll",
        "kontor",
        "fordon",
        "tillsyn",
        "anläggning",
        "inspektion",
        "bassäng",
        "restaurang",
        "protokoll",
        "föreläggande",
        "material",
        "system",
        "remiss",
        "nämnden",
        "kallelse",
        "timmer",
        "vatten",
        "xyzzy",
        "pfas",
    ],
)
def test_simple_and_unknown_words_stay_whole(swedish, word):
    assert split(word, swedish.lexicon) is None


def test_of_three_like_letters_two_are_written(swedish):
    assert parts("busstationerna", swedish) == roots("buss station", swedish)


def test_where_the_last_part_begins_is_told(swedish):
    found = split("tillsynsbesöken", swedish.lexicon)
    assert "tillsynsbesöken"[found.last_from :] == "besöken"


def test_very_long_words_are_not_split(swedish):
    assert split("tillsyns" * 20 + "kampanj", swedish.lexicon) is None


@given(st.text(alphabet="abdefgilmnoprstuvåäö", max_size=LONGEST + 5))
def test_any_word_ends_and_its_last_part_lies_within_it(swedish, word):
    found = split(word, swedish.lexicon)
    if found:
        assert 0 < found.last_from < len(word)
        assert len(found.parts) >= 2
