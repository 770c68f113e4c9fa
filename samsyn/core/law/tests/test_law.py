"""References are read as officers write them; a change of law finds what cites it."""

from datetime import date

import pytest

from samsyn.core.law.interface import Law, LawEvent, LawReference, cited_by, read_reference
from samsyn.core.registry.interface import CitedBy, citations


@pytest.mark.parametrize(
    ("text", "law", "chapter", "section"),
    [
        ("MB 26 kap. 19 §", "MB", "26", "19"),
        ("26 kap 19 § miljöbalken", "MB", "26", "19"),
        ("miljöbalkens 26 kap. 19 §", "MB", "26", "19"),
        ("9 kap. 6 a § MB", "MB", "9", "6a"),
        ("MB 2 kap. 2 och 3 §", "MB", "2", "2"),
        ("SFS 1998:901 6 §", "1998:901", "", "6"),
        ("FoHMFS 2014:19", "2014:19", "", ""),
        ("Miljötillsynsförordningen 1 kap. 8 §", "MTF", "1", "8"),
        ("hela MB", "MB", "", ""),
    ],
)
def test_a_reference_is_read(text, law, chapter, section):
    assert read_reference(text) == LawReference(law, chapter, section)


@pytest.mark.parametrize("text", ["", "19 §", "rutin för städning", "i kapitel 3", "MBL 11 §"])
def test_where_no_law_can_be_told_there_is_no_reference(text):
    assert read_reference(text) is None


@pytest.mark.parametrize(
    ("chapter", "section", "touched"),
    [("26", "19", True), ("26", "", True), ("", "", True), ("26", "20", False), ("9", "19", False)],
)
def test_a_change_touches_what_it_changes(chapter, section, touched):
    cited = LawReference("MB", "26", "19")
    assert cited.touches(law="mb", chapter=chapter, section=section) is touched
    assert not cited.touches(law="MTF", chapter=chapter, section=section)


def test_who_cites_the_whole_chapter_is_touched_by_each_section():
    assert LawReference("MB", "26", "").touches(law="MB", chapter="26", section="19")


def test_a_change_of_law_finds_what_cites_it_in_all_packages(db, monkeypatch):
    law = Law.objects.create(code="MB", name="Miljöbalken", number="1998:808")
    event = LawEvent.objects.create(
        law=law, chapter="26", section="19", date=date(2027, 1, 1), what="Egenkontroll skärps."
    )
    asked = []

    def guidance(collaboration_id, key):
        asked.append((collaboration_id, key))
        return [CitedBy("guidance", "Egenkontroll", "/handlaggarstod/egenkontroll/", "MB 26:19")]

    monkeypatch.setattr(citations, "_providers", {"test.a": guidance, "test.b": lambda pk, key: []})
    assert [found.title for found in cited_by(event, collaboration_id=7)] == ["Egenkontroll"]
    assert asked == [(7, "MB|26|19")]


def test_laws_and_events_are_called_by_what_people_know_them_by(db):
    law = Law(code="MB", name="Miljöbalken", number="1998:808")
    assert str(law) == "Miljöbalken (1998:808)"
    assert str(Law(code="X", name="Utan nummer")) == "Utan nummer"
    assert (
        str(LawEvent(law=law, chapter="26", section="19", date=date(2027, 1, 1)))
        == "MB 26:19 2027-01-01"
    )
