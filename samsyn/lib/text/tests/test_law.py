"""A reference to law has one name however it is written, and ordinary numbers are not mistaken for law."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.lib.text import fold, law_places


def tokens(text):
    return [place.token for place in law_places(fold(text))]


@pytest.mark.parametrize(
    "written",
    [
        "26 kap 19 §",
        "26 kap. 19 §",
        "26 kap. 19 § miljöbalken",
        "26 kap. 19 § i miljöbalken",
        "26 kap. 19 § MB",
        "26 kap. 19 § miljöbalken (1998:808)",
        "MB 26 kap. 19 §",
        "MB 26:19",
        "26:19 MB",
        "miljöbalken 26 kap. 19 §",
        "26 kap. 19 paragrafen",
        "1998:808 26 kap. 19 §",
    ],
)
def test_one_section_however_it_is_written(written):
    assert tokens(written) == ["lag:mb:26:19"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2013:251", ["lag:mpf"]),
        ("SFS 2013:251", ["lag:mpf"]),
        ("miljöprövningsförordningen (2013:251)", ["lag:mpf", "lag:mpf"]),
        ("1998:901", ["lag:fve"]),
        ("2022:818", ["lag:2022:818"]),
        ("6 § förordningen om verksamhetsutövares egenkontroll (1998:901)", ["lag:fve:0:6"]),
        ("1998:901 6 §", ["lag:fve:0:6"]),
        ("9 kap. 6 a § MB", ["lag:mb:9:6a"]),
        ("26 kap. miljöbalken", ["lag:mb:26"]),
        ("2 kap. 2 och 3 §§ MB", ["lag:mb:2:2", "lag:mb:2:3"]),
        ("4–6 §§ egenkontrollförordningen", ["lag:fve:0:4", "lag:fve:0:5", "lag:fve:0:6"]),
        ("MPF 10 kap. 3 §", ["lag:mpf:10:3"]),
        (
            "enligt 26 kap. 19 § och 2 kap. 3 § miljöbalken gäller",
            ["lag:mb:26:19", "lag:mb:2:3"],
        ),
        ("MTF (2011:13)", ["lag:mtf", "lag:mtf"]),
    ],
)
def test_references_of_the_field(written, expected):
    assert tokens(written) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Styrgruppens § 14",
        "19 §",
        "klockan 10:15",
        "matchen slutade 3:2",
        "ombudet",
        "mbar och mpfa",
        "kapitlet om avfall",
        "",
    ],
)
def test_ordinary_text_cites_nothing(text):
    assert tokens(text) == []


def test_a_section_is_also_found_by_its_chapter_and_its_law():
    (place,) = law_places("26 kap 19 §")
    assert place.tokens == ("lag:mb:26:19", "lag:mb:26", "lag:mb")


def test_the_place_covers_what_a_reader_would_mark():
    text = "se 26 kap. 19 § miljöbalken, och"
    (place,) = law_places(text)
    assert text[place.start : place.end] == "26 kap. 19 § miljöbalken"


@given(st.text(alphabet="0123456789 §kapmb.,:-–och()", max_size=60))
def test_any_text_is_read_to_its_end(text):
    for place in law_places(text):
        assert 0 <= place.start < place.end <= len(text)


def test_references_far_apart_in_a_long_text_are_all_found_in_their_order():
    far = " ord" * 500
    cited = ["26 kap. 19 § miljöbalken", "enligt mpf", "2 kap. 2, 3 och 7 §§ mb", "mb 9:7"]
    text = f"{far} ".join(cited) + far
    alone = [place.token for one in cited for place in law_places(one)]
    found = law_places(text)
    assert [place.token for place in found] == alone
    assert text[found[0].start : found[0].end] == "26 kap. 19 § miljöbalken"
