"""The life of a document: written, decided, frozen, reviewed, adopted, read, replaced."""

from datetime import date

import pytest

from samsyn.core.audit.interface import history
from samsyn.core.decisions.interface import DecisionRef
from samsyn.core.pdf.tests.factories import check, text_of
from samsyn.guidance.actions import (
    ClauseDraft,
    confirm_read,
    end_document,
    make_agreed_answer,
    make_document,
    publish_edition,
    review_document,
    set_adoption,
    write_clauses,
)
from samsyn.guidance.codes import AdoptionState, DocumentState, ReviewOutcome
from samsyn.guidance.models import Adoption, Edition, ReadReceipt
from samsyn.guidance.refusals import SENTENCES, Refused
from samsyn.guidance.tests.factories import DECISION, FIRST, draft, published, revise
from samsyn.organisations.interface import Role


def refused(code, act, **values):
    with pytest.raises(Refused) as caught:
        act(**values)
    assert caught.value.code == code
    assert caught.value.sentence


def test_an_edition_is_frozen_as_html_and_tagged_pdf_with_its_decision(document):
    edition = document.editions.get()
    assert "1.1 Förvaring" in edition.html and len(edition.html_sha256) == 64
    assert edition.decision == DECISION
    with edition.pdf.file.open("rb") as file:
        pdf = file.read()
    check(pdf)
    text = text_of(pdf)
    assert "Dubbelmantlade behållare bedöms" in text and "MB 2 kap. 3 §" in text
    document.refresh_from_db()
    assert document.state == DocumentState.IN_FORCE and document.review_due == date(2026, 6, 1)


def test_an_edition_never_changes_and_never_goes(document):
    edition = document.editions.get()
    edition.title = "Annan"
    with pytest.raises(TypeError):
        edition.save()
    with pytest.raises(TypeError):
        edition.delete()
    with pytest.raises(TypeError):
        edition.clauses.first().delete()


@pytest.mark.parametrize(
    "decision",
    [None, DecisionRef("", date(2024, 1, 1), "1"), DecisionRef("X", date(2024, 1, 1), " ")],
)
def test_nothing_is_published_without_a_decision(boss, decision):
    document = draft(boss)
    refused(
        "decision_needed",
        publish_edition,
        by=boss,
        document=document,
        number="1.0",
        decision=decision,
    )
    document.refresh_from_db()
    assert document.state == DocumentState.DRAFT and not Edition.objects.exists()


@pytest.mark.parametrize(
    ("code", "values"),
    [
        ("number_wrong", {"number": "ett"}),
        ("number_taken", {"number": "1.0"}),
        ("number_lower", {"number": "1.0", "was": "1.5"}),
        ("day_before_latest", {"in_force_from": date(2024, 6, 1)}),
        ("changes_needed", {"change_reason": " "}),
    ],
)
def test_an_edition_that_would_confuse_is_refused(boss, code, values):
    was = values.pop("was", "1.0") if "was" in values else "1.0"
    document = draft(boss)
    publish_edition(
        by=boss, document=document, number=was, decision=DECISION, in_force_from=date(2024, 6, 1)
    )
    refused(code, revise, by=boss, document=document, **values)


def test_the_same_text_is_not_published_again(boss, document):
    refused(
        "nothing_changed", publish_edition, by=boss, document=document, number="1.1", decision=DECISION,
        change_summary="x", change_reason="y",
    )  # fmt: skip


def test_a_text_that_is_empty_or_has_a_picture_without_words_is_not_published(boss):
    document = make_document(by=boss, slug="tom", title="Tom", purpose="", area="health")
    refused(
        "no_clauses", publish_edition, by=boss, document=document, number="1.0", decision=DECISION
    )
    write_clauses(
        by=boss, document=document, clauses=[ClauseDraft("Ett", '<p><img src="/x.png"></p>')]
    )
    refused(
        "picture_without_text",
        publish_edition,
        by=boss,
        document=document,
        number="1.0",
        decision=DECISION,
    )


def test_a_new_edition_says_which_clause_changed_and_why(boss, document):
    edition = revise(boss, document)
    first, second = edition.clauses.all()
    assert (first.change, first.change_reason) == ("changed", "Elva av tjugoen svarade olika.")
    assert (second.change, second.change_reason) == ("", "")
    assert document.editions.get(number="1.0").clauses.first().html != first.html


def test_a_clause_keeps_its_identity_when_it_moves_and_is_reworded(boss, document):
    first, second = document.clauses.all()
    write_clauses(
        by=boss, document=document,
        clauses=[
            ClauseDraft("Egenkontroll", "<p>Ny text</p>", uuid=second.uuid),
            ClauseDraft("Nytt", "<p>Nytt avsnitt</p>"),
        ],
    )  # fmt: skip
    kept, new = document.clauses.filter(removed=False)
    assert kept.pk == second.pk and new.uuid not in {first.uuid, second.uuid}
    first.refresh_from_db()
    assert first.removed  # still there: the edition and others point at it


def test_another_documents_clause_cannot_be_taken_over(boss, document):
    theirs = document.clauses.first()
    other = make_document(by=boss, slug="annat", title="Annat", purpose="", area="health")
    (written,) = write_clauses(
        by=boss, document=other, clauses=[ClauseDraft("Ett", "<p>x</p>", uuid=theirs.uuid)]
    )
    theirs.refresh_from_db()
    assert written.uuid != theirs.uuid and theirs.document == document and "invallat" in theirs.text


def test_references_become_data_and_judgments_stay_words(document):
    law, judgment = document.clauses.first().citations.all()
    assert (law.law, law.chapter, law.section) == ("MB", "2", "3")
    assert (judgment.law, judgment.label) == ("", "MÖD M 1234-20")


def test_for_members_only_needs_a_reason(boss):
    refused("closed_needs_reason", draft, by=boss, members_only=True, members_reason=" ")
    assert draft(boss, members_only=True, members_reason="Rör ett ärende").members_only


def test_an_address_is_used_once(boss, document):
    refused("slug_taken", draft, by=boss)


@pytest.mark.parametrize(
    ("outcome", "due"),
    [
        (ReviewOutcome.CONFIRMED, date(2028, 11, 23)),
        (ReviewOutcome.SMALL_CHANGE, date(2027, 2, 23)),
        (ReviewOutcome.REVISE, date(2027, 11, 23)),
        (ReviewOutcome.WITHDRAW, date(2027, 2, 23)),
    ],
)
def test_each_outcome_of_a_review_sets_the_next_day(boss, document, outcome, due):
    assert document.editions.exists()
    review = review_document(by=boss, document=document, outcome=outcome, reason="Lagen läst.")
    document.refresh_from_db()
    assert document.review_due == due == review.next_due and not document.is_overdue
    refused(
        "reason_needed", review_document, by=boss, document=document, outcome=outcome, reason=" "
    )


def test_a_board_adopts_with_a_deviation_that_is_told(boss, world, document):
    values = {"by": boss, "document": document, "office": world.aneby, "date": date(2026, 9, 1)}
    refused("deviation_needed", set_adoption, **values, state=AdoptionState.DEVIATES)
    refused("date_needed", set_adoption, **{**values, "date": None}, state=AdoptionState.ADOPTED)
    set_adoption(
        **values, state=AdoptionState.DEVIATES, deviation="Annan gräns i 4.1.", paragraph="88"
    )
    row = set_adoption(**values, state=AdoptionState.ADOPTED, paragraph="90")
    assert Adoption.objects.count() == 1 and row.deviation == ""
    assert row.edition.number == "1.0"


def test_reading_twice_is_reading_once(world, document):
    officer = world.actor("eva", Role.OFFICER, world.aneby)
    edition = document.editions.get()
    assert confirm_read(by=officer, edition=edition) == confirm_read(by=officer, edition=edition)
    assert ReadReceipt.objects.count() == 1


def test_a_replaced_document_says_by_which_and_takes_no_more_editions(boss, document):
    new = published(boss, slug="nya", title="Nya fordonstvättar")
    document.refresh_from_db()
    refused("reason_needed", end_document, by=boss, document=document, reason="", replaced_by=new)
    refused(
        "replaced_by_itself",
        end_document,
        by=boss,
        document=document,
        reason="x",
        replaced_by=document,
    )
    end_document(by=boss, document=document, reason="Ny handledning finns.", replaced_by=new)
    assert document.state == DocumentState.REPLACED and document.replaced_by == new
    refused("ended", revise, by=boss, document=document)
    refused("not_in_force", end_document, by=boss, document=document, reason="igen")


def test_an_agreed_answer_has_reasons_and_those_who_stand_aside_say_why(boss, world):
    values = {
        "by": boss, "slug": "larm", "question": "Är ett larm som inte provats en avvikelse?", "answer": "Ja.",
        "area": "hazardous", "behind": [world.habo], "citations": ["MB 26 kap. 19 §"],
    }  # fmt: skip
    refused("reason_needed", make_agreed_answer, **values, reasons="")
    refused(
        "stand_needs_note", make_agreed_answer, **values, reasons="R", dissenting={world.aneby: ""}
    )
    answer = make_agreed_answer(
        **values, reasons="R", dissenting={world.aneby: "Bedömer från fall till fall."}
    )
    assert {stand.office: stand.stands_behind for stand in answer.stands.all()} == {
        world.habo: True,
        world.aneby: False,
    }
    assert answer.citations.get().section == "19"
    refused("slug_taken", make_agreed_answer, **values, reasons="R")


def test_every_act_is_in_the_trail(boss, document):
    texts = {line.text for line in history(document)}
    assert {
        "påbörjade handläggarstödet",
        "skrev i handläggarstödet",
        "fastställde en version",
    } <= texts


def test_every_refusal_has_a_sentence():
    assert all(str(sentence).strip() for sentence in SENTENCES.values())
    assert FIRST.citations
