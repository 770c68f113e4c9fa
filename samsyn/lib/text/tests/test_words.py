"""Words are cut where readers would cut them, and their places fit the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.lib.text import fold, normalised, places


def words(text):
    return [place.word for place in places(normalised(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("26 kap 19 §", ["26", "kap", "19", "§"]),
        ("förordning (1998:901)", ["förordning", "1998:901"]),
        ("verksamhetskod 10.10 och 1.10-i.", ["verksamhetskod", "10.10", "och", "1.10-i"]),
        ("C-verksamhet, U-verksamheter", ["c-verksamhet", "u-verksamheter"]),
        ("VU:s ansvar; PFAS:er", ["vu:s", "ansvar", "pfas:er"]),
        ("3,5 timmar", ["3,5", "timmar"]),
        ("bygg- och miljökontor", ["bygg", "och", "miljökontor"]),
        ("idé à la Linné", ["ide", "a", "la", "linne"]),
        ("Åtgärd ÄR över", ["åtgärd", "är", "över"]),
        ("PFAS11 i H2O", ["pfas11", "i", "h2o"]),
        ("klart.Nästa", ["klart", "nästa"]),
        ("snake_case @namn #tagg", ["snake", "case", "namn", "tagg"]),
        ("  \n\t", []),
        ("", []),
    ],
)
def test_words_of_a_text(text, expected):
    assert words(text) == expected


def test_soft_hyphens_and_loose_accents_do_not_split_words():
    assert words("till\u00adsyn a\u030atga\u0308rd") == ["tillsyn", "åtgärd"]


def test_a_nul_disappears_since_no_database_keeps_it():
    assert normalised("a\x00b") == "ab"


@given(st.text(max_size=80))
def test_places_fit_the_text_they_came_from(text):
    text = normalised(text)
    for place in places(text):
        assert len(place.word) == place.end - place.start
        assert fold(text[place.start : place.end]) == place.word or len(fold(text)) == len(text)


@given(st.text(max_size=80))
def test_folding_keeps_the_length(text):
    assert len(fold(text)) == len(text)
