"""A guidance document shows the questions that rest on it, beside the clause and in one list; and leads to them."""

import pytest
from django.urls import reverse

from samsyn.checklists.resting import rests_on
from samsyn.checklists.tests.factories import Shelf, rows
from samsyn.core.clock.interface import today
from samsyn.core.decisions.interface import DecisionRef
from samsyn.guidance.interface import (
    Area,
    ClauseDraft,
    clauses_in_force,
    make_document,
    publish_edition,
    write_clauses,
)


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/handlaggarstod/skolor/", ("skolor", "")),
        ("/handlaggarstod/skolor/#1a2b", ("skolor", "1a2b")),
        ("https://lan.exempel.se/handlaggarstod/skolor/3.1/#1a2b", ("skolor", "1a2b")),
        ("https://annat.exempel.se/handlaggarstod/skolor/3.1/#1a2b", ("", "")),
        ("https://exempel.se/vagledning", ("", "")),
        ("javascript:/handlaggarstod/skolor/", ("", "")),
        ("", ("", "")),
    ],
)
def test_an_address_says_which_document_and_clause_a_question_rests_on(address, found):
    assert rests_on(address, "https://lan.exempel.se") == found


@pytest.mark.django_db
def test_the_guidance_shows_the_questions_of_the_newest_version_to_members(shelf: Shelf) -> None:
    document = make_document(
        by=shelf.coordinator, slug="kem", title="Kemikalier", purpose="Så bedömer vi.", area=Area.CHEMICALS,
        target_group="Handläggare",
    )  # fmt: skip
    write_clauses(
        by=shelf.coordinator,
        document=document,
        clauses=[ClauseDraft("Krav", "<p>Datablad ska finnas.</p>", "Datablad")],
    )
    publish_edition(
        by=shelf.coordinator, document=document, number="1.0", in_force_from=today(),
        decision=DecisionRef("styrgruppen", today(), "1"),
    )  # fmt: skip
    (clause,) = clauses_in_force(shelf.world.collaboration)
    page = "/handlaggarstod/kem/"
    assert "Används i" not in shelf.client.get(page).content.decode()

    survey = rows(q1="Finns datablad?")
    survey[1]["samsyn_guidance"] = f"{page}#{clause.clause.uuid}"
    shelf.published(survey)
    read = shelf.client.get(page).content.decode()
    assert "Används i" in read
    assert "1 fråga bygger på stödet" in read
    assert "Fråga 1 i checklistan" in read
    version = reverse("checklists:version", args=["kem", "1"])
    assert f'href="{version}"' in read
    assert f'href="{page}#{clause.clause.uuid}"' in shelf.client.get(version).content.decode()
    assert "Fråga 1 i checklistan" not in shelf.world.client().get(page).content.decode()

    shelf.published(rows(q1="Finns datablad?"), change_note="Annat stöd.")
    assert "Används i" not in shelf.client.get(page).content.decode()
