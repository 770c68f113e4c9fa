"""What was asked for is marked wherever it stands, in any form; most words of a text are left out unread."""

import pytest

from samsyn.lib.text import Highlighter, fold, places, read_query

WORDS = (
    "Böckerna om städer, länder och köldmedieanläggningar: tillsynsbesöket vid kylanläggningen (tillsynen) gick bra. "
    "Ägaren höll i cisternen/oljecisternen och slöt avtal; anläggningarnas köldmedium läckte. C-verksamhet, VU:s."
)


def marked(swedish, question, text, **options):
    parts = Highlighter(read_query(question, swedish, **options), swedish).whole(text)
    assert "".join(part.text for part in parts) == text
    return [part.text for part in parts if part.is_hit]


@pytest.mark.parametrize(
    ("question", "hits"),
    [
        ("bok", ["Böckerna"]),
        ("stad", ["städer"]),
        ("land", ["länder"]),
        ("hålla", ["höll"]),
        ("tillsyn", ["tillsynsbesöket", "tillsynen"]),
        ("köldmedium", ["köldmedieanläggningar", "kylanläggningen", "köldmedium"]),
        ("cistern", ["cisternen", "oljecisternen"]),
        ("verksamhet", ["C-verksamhet"]),
        ("räv", []),
    ],
)
def test_a_word_is_marked_in_all_its_forms(swedish, question, hits):
    assert marked(swedish, question, WORDS) == hits


def test_no_word_is_left_out_that_says_what_was_asked_for(swedish):
    for place in places(fold(WORDS)):
        word = swedish.word(place.word)
        for token in (word.exact, *word.parts):
            assert any(begin in place.word for begin in swedish.beginnings(token)), (word, token)


def test_the_beginning_of_a_word_still_being_typed_is_marked(swedish):
    assert marked(swedish, "köldm", WORDS, unfinished=True) == [
        "köldmedieanläggningar",
        "köldmedium",
    ]


def test_a_snippet_shows_what_stands_far_into_a_long_text(swedish):
    text = f"{'Här står annat. ' * 500}En cistern, och en cistern till. {'Mer annat. ' * 500}"
    snippet = Highlighter(read_query("cisterner", swedish), swedish).snippet(text)
    assert [part.text for part in snippet if part.is_hit] == ["cistern", "cistern"]
