"""What is like a text that is being written."""

import pytest

from samsyn.core.search.interface import MEMBER, Reader, index, similar
from samsyn.core.search.tests.documents import document


@pytest.mark.usefixtures("filled")
def test_what_is_about_the_same_comes_first(visitor):
    found = similar("Gemensam vägledning om tvättning av fordon och oljeavskiljare", visitor)
    assert [hit.key for hit in found][:1] == ["tvatt"]


@pytest.mark.usefixtures("filled")
def test_one_word_in_common_is_not_alike(visitor):
    assert similar("Kampanj för bullermätning vid skjutbanor nattetid", visitor) == ()


def test_kinds_and_scope_hold_here_too(visitor):
    index(document("a", "Buller vid skjutbanor", scope=MEMBER))
    index(document("b", "Buller vid skjutbanor", kind="fraga"))
    assert [hit.key for hit in similar("Buller från skjutbana", visitor)] == ["b"]
    member = Reader(collaboration_id=1, is_member=True)
    assert [hit.key for hit in similar("Buller från skjutbana", member, ["stod"])] == ["a"]


def test_of_an_empty_text_nothing_is_alike(visitor):
    assert similar("", visitor) == ()
