"""The index says what its documents say, and forgets what is gone."""

import pytest
from django.db import connection, transaction

from samsyn.core.search.interface import (
    Narrowing,
    Reader,
    index,
    matching_keys,
    rebuild,
    rebuild_when_changed,
    remove,
    search,
    suggestion,
)
from samsyn.core.search.models import SearchDocument, SearchState, SearchWord
from samsyn.core.search.tests.documents import document


def keys(question, reader, **more):
    return [hit.key for hit in search(question, reader, **more).hits]


def test_a_changed_document_is_found_by_its_new_words_only(visitor):
    index(document("a", "Bensinstationer"))
    index(document("a", "Hamnar"))
    assert keys("bensinstation", visitor) == []
    assert keys("hamn", visitor) == ["a"]
    assert SearchDocument.objects.count() == 1
    assert not SearchWord.objects.filter(word="bensinstationer").exists()


def test_what_is_removed_leaves_neither_hit_nor_word(visitor):
    index(document("a", "Hamnar"))
    index(document("b", "Hamnar och kajer"))
    remove(1, "stod", "a")
    assert keys("hamn", visitor) == ["b"]
    assert SearchWord.objects.get(word="hamnar").documents == 1
    remove(1, "stod", "b")
    assert not SearchWord.objects.exists()
    remove(1, "stod", "never-there")


def test_the_index_follows_the_transaction(visitor):
    with pytest.raises(RuntimeError), transaction.atomic():
        index(document("a", "Hamnar"))
        raise RuntimeError
    assert keys("hamn", visitor) == []


def test_each_collaboration_has_its_own(visitor):
    index(document("a", "Hamnar", collaboration_id=2))
    assert keys("hamn", visitor) == []
    assert keys("hamn", Reader(collaboration_id=2)) == ["a"]
    assert suggestion("hamnr", visitor) == ""


def test_kinds_are_counted_and_chosen(visitor):
    index(document("a", "Hamnar"))
    index(document("b", "Hamnen", kind="fraga"))
    found = search("hamn", visitor, ["fraga"])
    assert [(facet.kind, facet.label, facet.count) for facet in found.facets] == [
        ("stod", "Stod", 1),
        ("fraga", "Fraga", 1),
    ]
    assert (found.total, [hit.key for hit in found.hits]) == (1, ["b"])


def test_pages_of_hits_neither_repeat_nor_lack_any(visitor):
    for number in range(7):
        index(document(f"d{number}", "Hamnar"))
    pages = [keys("hamn", visitor, limit=3, offset=offset) for offset in (0, 3, 6)]
    assert [len(page) for page in pages] == [3, 3, 1]
    assert len({key for page in pages for key in page}) == 7


def test_rebuilding_writes_what_the_packages_have_and_forgets_the_rest(visitor, sources):
    index(document("gone", "Hamnar"))
    sources["stod"] = [document("a", "Kajer")]
    assert rebuild(1) == 1
    assert keys("hamn", visitor) == []
    assert keys("kaj", visitor) == ["a"]
    assert not SearchWord.objects.filter(word="hamnar").exists()


def test_an_index_that_another_program_wrote_is_written_anew_and_only_once(visitor, sources):
    sources["stod"] = [document("a", "Kajer")]
    assert rebuild_when_changed(1) == 1
    sources["stod"].append(document("b", "Hamnar"))
    assert rebuild_when_changed(1) == 0
    SearchState.objects.update(written_by="before the upgrade")
    assert rebuild_when_changed(1) == 2
    assert keys("hamn", visitor) == ["b"]


def test_what_no_longer_applies_is_found_by_those_who_ask_for_it(visitor):
    index(document("now", "Hamnar", "Enligt 2 kap. 3 § miljöbalken.", area="water", year=2026))
    index(document("then", "Hamnar förr", area="water", year=2019, is_ended=True))
    index(document("other", "Hamnar och buller", area="health", year=2026))

    def found(**narrowed):
        return keys("hamn", visitor, narrowed=Narrowing(**narrowed))

    assert found() == ["now", "other"]
    assert found(ended=True) == ["then"]
    assert found(area="water") == ["now"]
    assert found(year=2026, area="health") == ["other"]
    assert found(law="MB") == found(law="2 kap. MB") == ["now"]
    assert found(law="PBL") == []
    assert search("hamn", visitor, narrowed=Narrowing(area="water")).total == 1
    assert matching_keys("hamn", visitor, "stod", limit=1) == ["now"]
    index(document("then", "Hamnar förr"))
    assert sorted(found()) == ["now", "other", "then"]


def test_rebuilding_one_kind_leaves_the_others(visitor, sources):
    index(document("b", "Hamnar", kind="fraga"))
    index(document("gone", "Hamnar"))
    sources["stod"] = [document("a", "Kajer")]
    assert rebuild(1, ["stod"]) == 1
    assert keys("hamn", visitor) == ["b"]
    assert keys("kaj", visitor) == ["a"]


def test_a_very_long_text_with_very_long_words_is_taken(visitor):
    index(document("a", "Hamnar", "x" * 5000 + " " + "kaj " * 50_000 + "o'brien \\ '' :*"))
    assert keys("kaj", visitor) == ["a"]
    assert keys("o'brien", visitor) == ["a"]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no such setting")
def test_a_search_leaves_the_planner_as_it_was(visitor):
    index(document("a", "Tillsyn"))
    assert search("tillsyn", visitor).total == 1
    with connection.cursor() as cursor:
        cursor.execute("SHOW enable_seqscan")
        assert cursor.fetchone() == ("on",)
