"""The public pages of guidance: found, in force, and honest about what no longer applies."""

from datetime import date

import pytest

from samsyn.core.jobs.interface import scheduled
from samsyn.core.law.interface import Law, LawEvent
from samsyn.guidance.actions import end_document, make_agreed_answer, set_adoption
from samsyn.guidance.codes import AdoptionState
from samsyn.guidance.tests.factories import draft, published, revise
from samsyn.organisations.interface import Role

HERE = "/handlaggarstod/fordonstvattar/"


def page(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status, answer.status_code
    return answer.content.decode()


def test_without_guidance_the_list_says_what_will_stand_there(world):
    assert "Här finns inget handläggarstöd än" in page(world.client(), "/handlaggarstod/")


def test_a_visitor_finds_what_is_in_force(world, document):
    assert "Fordonstvättar" in page(world.client(), "/handlaggarstod/")
    assert "Fordonstvättar" in page(
        world.client(), "/handlaggarstod/?omrade=hazardous&lag=MB&q=förvaring"
    )
    nothing = page(world.client(), "/handlaggarstod/?omrade=health")
    assert "Fordonstvättar" not in nothing and "Inget stämmer" in nothing


def test_the_page_shows_text_law_decision_and_state(world, document):
    text = page(world.client(), HERE)
    for words in (
        "1. Bedömningsgrunder",
        "Förvaring",
        "MB 2 kap. 3 §",
        "Styrgruppen 2024-05-12 §",
        "Gäller",
        "Antaget av 0 av 2",
    ):
        assert words in text, words


def test_a_draft_is_seen_by_those_who_write_alone(world, boss):
    draft(boss)
    page(world.client(), HERE, 404)
    page(world.client(world.person("eva", Role.OFFICER, world.aneby)), HERE, 404)
    assert "Utkast" in page(world.client(boss), HERE)


def test_what_is_for_members_is_not_there_for_visitors(world, boss):
    published(boss, members_only=True, members_reason="Rör ett ärende")
    for address in (HERE, f"{HERE}version/1.0/", f"{HERE}version/1.0/text.pdf"):
        page(world.client(), address, 404)
    assert "Fordonstvättar" not in page(world.client(), "/handlaggarstod/")
    assert "Fordonstvättar" not in page(world.client(), "/handlaggarstod/lag/?lag=MB")
    assert "Fordonstvättar" not in page(world.client(), "/sok/?q=fordonstvättar").split("<main", 1)[
        1
    ].replace('value="fordonstvättar"', "")
    page(world.client(world.person("eva", Role.OFFICER, world.aneby)), HERE)


def test_another_collaboration_does_not_have_it(world, document):
    page(world.client(host="annan.localhost"), HERE, 404)


def test_an_old_edition_answers_and_leads_to_the_one_in_force(world, boss, document):
    revise(boss, document)
    old = page(world.client(), f"{HERE}version/1.0/")
    assert "Den här versionen gäller inte längre." in old and "bedöms från fall till fall" in old
    assert f'href="{HERE}"' in old
    new = page(world.client(), HERE)
    assert (
        "räknas som invallad" in new and "<del>" in new and "Elva av tjugoen svarade olika." in new
    )


@pytest.mark.parametrize(
    ("day", "status", "words"),
    [
        ("2024-07-01", 200, "gällde version 1.0"),
        ("2026-06-11", 200, "gällde version 1.1"),
        ("2020-01-01", 200, "Ingen version gällde"),
        ("i går", 422, "Skriv dagen som år, månad och dag"),
    ],
)
def test_which_edition_was_in_force_that_day(world, boss, document, day, status, words):
    revise(boss, document)
    assert words in page(world.client(), f"{HERE}?gallde={day}", status)


def test_an_edition_to_come_is_not_shown_as_in_force(world, boss, document):
    revise(boss, document, in_force_from=date(2027, 1, 1))
    assert "bedöms från fall till fall" in page(world.client(), HERE)
    assert "Den här versionen gäller inte än." in page(world.client(), f"{HERE}version/1.1/")


def test_a_replaced_document_keeps_its_address_and_leads_on(world, boss, document):
    new = published(boss, slug="nya", title="Nya tvättar")
    document.refresh_from_db()
    end_document(by=boss, document=document, reason="Ny finns.", replaced_by=new)
    text = page(world.client(), HERE)
    assert "har ersatts och gäller inte längre" in text and "/handlaggarstod/nya/" in text
    assert "Ingen version gällde" in page(world.client(), f"{HERE}?gallde=2026-11-23")
    assert "gällde version 1.0" in page(world.client(), f"{HERE}?gallde=2026-11-22")
    listed = page(world.client(), "/handlaggarstod/")
    assert HERE not in listed
    assert HERE in page(world.client(), "/handlaggarstod/?lage=replaced")


def test_the_pdf_is_the_frozen_one(world, document):
    answer = world.client().get(f"{HERE}version/1.0/text.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    page(world.client(), f"{HERE}version/9.9/", 404)


def test_overdue_stands_in_words_on_the_page(world, document):
    assert "Granskningen är försenad." in page(world.client(), HERE)  # due on 1 June 2026


def test_adoption_and_deviation_stand_on_the_page(world, boss, document):
    set_adoption(
        by=boss, document=document, office=world.aneby, state=AdoptionState.DEVIATES,
        date=date(2026, 9, 1), deviation="Annan gräns i 4.1.",
    )  # fmt: skip
    text = page(world.client(), HERE)
    assert "Antaget av 1 av 2" in text and "Annan gräns i 4.1." in text


def test_everything_that_cites_a_section_is_listed_with_the_laws_changes(world, boss, document):
    make_agreed_answer(
        by=boss, slug="larm", question="Är larm som inte provats en avvikelse?", answer="Ja.", reasons="R",
        area="hazardous", behind=[world.habo], citations=["MB 26 kap. 19 §"],
    )  # fmt: skip
    law = Law.objects.get_or_create(code="MB", defaults={"name": "Miljöbalken"})[0]
    LawEvent.objects.create(
        law=law, chapter="26", section="19", date=date(2027, 1, 1), what="Ny lydelse."
    )
    text = page(world.client(), "/handlaggarstod/lag/?lag=MB&kap=26&par=19")
    assert "Fordonstvättar: Egenkontroll" in text and "Är larm" in text and "Ny lydelse." in text
    assert "Förvaring" not in text
    assert "Ingenting hänvisar" in page(world.client(), "/handlaggarstod/lag/?lag=MB&kap=9&par=7")


def test_an_agreed_answer_shows_who_stands_behind_and_who_does_not(world, boss, document):
    make_agreed_answer(
        by=boss, slug="larm", question="Är larm en avvikelse?", answer="Ja.", reasons="Skäl.", area="hazardous",
        behind=[world.habo], dissenting={world.aneby: "Vi bedömer från fall till fall."}, clause=document.clauses.first(),
    )  # fmt: skip
    text = page(world.client(), "/handlaggarstod/samsynsfragor/larm/")
    assert "Habo-Mullsjö" in text and "Vi bedömer från fall till fall." in text
    assert "Är larm" in page(world.client(), "/handlaggarstod/samsynsfragor/")
    assert "/handlaggarstod/samsynsfragor/larm/" in page(world.client(), HERE)


@pytest.mark.parametrize("question", ["köldmedieanläggningar", "26 kap 19 §"])
def test_search_finds_the_clause_by_word_and_by_section(world, boss, question):
    document = published(boss)
    assert document
    if question.startswith("köld"):
        published(boss, slug="koldmedier", title="Köldmedieanläggning")
    found = page(world.client(), f"/sok/?q={question}")
    assert ("/handlaggarstod/koldmedier/" if question.startswith("köld") else HERE) in found


def test_the_list_finds_by_any_word_of_the_text_in_any_form_and_by_section(world, boss, document):
    visitor = world.client()
    for question in ("behållare", "dubbelmantlade behållaren", "egenkontroll", "2 kap 3 §"):
        assert "Fordonstvättar" in page(visitor, f"/handlaggarstod/?q={question}"), question
    assert "Inget stämmer" in page(visitor, "/handlaggarstod/?q=solarier")
    end_document(by=boss, document=document, reason="Lagen är ny.")
    assert "Inget stämmer" in page(visitor, "/handlaggarstod/?q=behållare")
    assert "Fordonstvättar" in page(visitor, "/handlaggarstod/?q=behållare&lage=withdrawn")
    assert "Lagen är ny." in page(visitor, "/handlaggarstod/fordonstvattar/")
    hits = page(visitor, "/sok/?q=fordonstvätt&lage=galler-inte")
    assert 'href="/handlaggarstod/fordonstvattar/"' in hits and "Gäller inte längre" in hits


def test_the_list_asks_as_much_for_many_as_for_few(
    world, boss, document, django_assert_max_num_queries
):
    for number in range(6):
        published(boss, slug=f"stod-{number}", title=f"Stöd {number}")
    client = world.client()
    client.get("/handlaggarstod/")
    with django_assert_max_num_queries(14):
        client.get("/handlaggarstod/")


def test_an_answer_for_members_is_shown_to_members_alone(world, boss, document):
    make_agreed_answer(
        by=boss, slug="hemlig", question="Får vi?", answer="Nej.", reasons="Skäl.", area="hazardous",
        behind=[world.habo], clause=document.clauses.first(), members_only=True,
    )  # fmt: skip
    lecturer = world.client(world.person("gast", Role.LECTURER))
    for client in (world.client(), lecturer):
        assert "samsynsfragor/hemlig" not in page(client, HERE)
        page(client, "/handlaggarstod/samsynsfragor/hemlig/", 404)
    assert "samsynsfragor/hemlig" in page(world.client(boss), HERE)


def test_search_finds_the_words_in_force_and_those_of_a_coming_edition_from_its_day(
    world, boss, time_machine
):
    revise(boss, published(boss), in_force_from=date(2027, 1, 1))
    job = next(job for job in scheduled() if job.name == "guidance.in_force")

    def found(words: str) -> bool:
        answer = world.client().get("/sok/", {"q": words}).content.decode()
        return "/handlaggarstod/fordonstvattar/" in answer

    assert found("från fall till fall")
    assert not found("räknas som invallad")
    time_machine.move_to("2027-01-02T08:00+01:00", tick=False)
    job.run()
    assert found("räknas som invallad")
    assert not found("från fall till fall")
