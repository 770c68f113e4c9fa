"""What a reader may not see changes nothing that she sees: hits, order, counts, snippets, suggestions."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samsyn.core.search.interface import (
    MEMBER,
    PUBLIC,
    Reader,
    index,
    office_scope,
    role_scope,
    search,
    similar,
    suggestion,
)
from samsyn.core.search.models import SearchDocument, SearchWord
from samsyn.core.search.tests.documents import document

WORDS = ["hamn", "hamnar", "kajer", "cistern", "avlopp", "avloppsreningsverk", "badvatten", "legionella"]  # fmt: skip
SCOPES = [PUBLIC, MEMBER, office_scope(1), office_scope(2), role_scope("steering")]
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
planned = st.lists(
    st.tuples(texts, texts, st.sampled_from(SCOPES), st.sampled_from([1, 2]), st.sampled_from(["stod", "fraga"])),
    max_size=8,
)  # fmt: skip
readers = st.builds(
    Reader,
    collaboration_id=st.just(1),
    is_member=st.booleans(),
    office_ids=st.sampled_from([(), (1,), (2,), (1, 2)]),
    roles=st.sampled_from([(), ("steering",)]),
)
questions = st.sampled_from([*WORDS, "avlop", "legionela", "hamm", "kajar", "bad", "hamn cistern"])


def seen(question: str, reader: Reader) -> object:
    found = search(question, reader)
    unfinished = search(question, reader, unfinished=True)
    return (
        [(hit.kind, hit.key, hit.title, hit.snippet) for hit in found.hits],
        found.total,
        found.facets,
        [hit.key for hit in unfinished.hits],
        unfinished.facets,
        suggestion(question, reader),
        [hit.key for hit in similar(question, reader)],
    )


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(plan=planned, reader=readers, question=questions)
def test_hidden_documents_change_nothing(db, plan, reader, question):
    documents = [
        document(str(number), title, body, scope, collaboration_id=collaboration, kind=kind)
        for number, (title, body, scope, collaboration, kind) in enumerate(plan)
    ]
    visible = [d for d in documents if d.collaboration_id == 1 and d.scope in reader.scopes]
    answers = []
    for chosen in (documents, visible):
        SearchDocument.objects.all().delete()
        SearchWord.objects.all().delete()
        for each in chosen:
            index(each)
        answers.append(seen(question, reader))
    assert answers[0] == answers[1]


def test_a_visitor_finds_what_is_public_and_nothing_else(visitor):
    for scope in SCOPES:
        index(document(scope, "Hamnar", scope=scope))
    assert [hit.key for hit in search("hamn", visitor).hits] == [PUBLIC]
    officer = Reader(1, is_member=True, office_ids=(2,))
    assert {hit.key for hit in search("hamn", officer).hits} == {PUBLIC, MEMBER, "office:2"}
    steering = Reader(1, is_member=True, roles=("steering",))
    assert search("hamn", steering).total == 3


def test_a_word_that_only_hidden_documents_use_is_never_suggested(visitor):
    index(document("secret", "Hemligstation", scope=office_scope(1)))
    assert suggestion("hemligstatio", visitor) == ""
    insider = Reader(1, is_member=True, office_ids=(1,))
    assert suggestion("hemmligstation", insider) == "hemligstation"
