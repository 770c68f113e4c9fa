"""A changed law leads to the questions of checklists that cite it."""

import pytest

from samsyn.checklists.tests.factories import Shelf, rows

pytestmark = pytest.mark.django_db
PAGE = "/handlaggarstod/lag/?lag=MB&kap=26&par="


def test_questions_of_the_newest_version_are_listed_by_the_section_they_cite(shelf: Shelf) -> None:
    shelf.published()
    assert (
        "Kemikalier: 1 Finns säkerhetsdatablad?" in shelf.client.get(PAGE + "19").content.decode()
    )
    assert "Finns säkerhetsdatablad?" not in shelf.client.get(PAGE + "22").content.decode()
    visitor = shelf.world.client().get(PAGE + "19").content.decode()
    assert "Finns säkerhetsdatablad?" not in visitor
    shelf.published(
        rows(q1="Finns nya datablad?"), change_note="Ny ordning.", asked_by={"q1": "Aneby"}
    )
    listed = shelf.client.get(PAGE + "19").content.decode()
    assert "Finns nya datablad?" in listed
    assert "Finns säkerhetsdatablad?" not in listed
