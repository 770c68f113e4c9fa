"""What stands beside the documents: agreed answers, files, others' guidance and changes of law, through their pages."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django_tasks_db.models import DBTaskResult

from samsyn.core.law.interface import LawEvent
from samsyn.guidance.models import AgreedAnswer, Attachment, OtherGuidance
from samsyn.guidance.tests.factories import draft, published
from samsyn.guidance.tests.word_files import plain
from samsyn.organisations.interface import Role

pytestmark = pytest.mark.django_db
ANSWERS = "/handlaggarstod/samsynsfragor/"
QUESTION = "Är ett larm som inte har provats en avvikelse?"


@pytest.fixture
def told(world):
    """What the coordinator sends of an agreed answer."""
    return {
        "question": QUESTION, "answer": "Ja.", "reasons": "Ett larm kan vara ur funktion.", "area": "hazardous",
        "citations": "MB 26 kap. 19 §\n\nMÖD M 1-20", "agreed_on": "2026-11-20", "behind": [world.aneby.pk],
        f"note-{world.habo.pk}": "Bedömer från fall till fall.", "body": "styrgruppen", "paragraph": "7",
    }  # fmt: skip


def page(client, path: str, status: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == status
    return response.content.decode()


def test_an_agreed_answer_is_registered_with_who_stands_behind_and_can_be_found(world, boss, told):
    document = published(boss)
    clause = document.clauses.first()
    told["clause"] = clause.pk
    made = world.client(boss).post(ANSWERS + "ny-samsynsfraga/", told)
    answer = AgreedAnswer.objects.get()
    assert made.url == f"{ANSWERS}ar-ett-larm-som-inte-har-provats-en-avvikelse/"
    assert [row.label for row in answer.citations.all()] == ["MB 26 kap. 19 §", "MÖD M 1-20"]
    assert str(answer.decision.paragraph) == "7"
    visitor = world.client()
    shown = page(visitor, made.url)
    assert "Aneby" in shown
    assert "Bedömer från fall till fall." in shown
    assert "Ett larm kan vara ur funktion." in shown
    assert made.url in page(visitor, "/sok/?q=larm")
    assert "Ja." in page(visitor, "/handlaggarstod/fordonstvattar/")


def test_the_same_question_again_gets_an_address_of_its_own(world, boss, told):
    for _time in range(3):
        assert world.client(boss).post(ANSWERS + "ny-samsynsfraga/", told).status_code == 302
    slugs = sorted(AgreedAnswer.objects.values_list("slug", flat=True))
    assert [slug[-1] for slug in slugs] == ["2", "3", "e"] or len(set(slugs)) == 3


def test_what_does_not_hold_together_is_said_and_what_was_typed_stays(world, boss, told):
    told["behind"] = [world.aneby.pk, world.habo.pk]
    told["paragraph"] = ""
    answer = world.client(boss).post(ANSWERS + "ny-samsynsfraga/", told)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Kontoret är ikryssat bland dem som står bakom svaret" in shown
    assert "Fyll i både vem som beslutade och paragrafen" in shown
    assert "Ett larm kan vara ur funktion." in shown
    assert not AgreedAnswer.objects.exists()


def test_an_answer_is_replaced_by_another_and_leads_to_it(world, boss, told):
    client = world.client(boss)
    old = client.post(ANSWERS + "ny-samsynsfraga/", told).url
    new = client.post(ANSWERS + "ny-samsynsfraga/", {**told, "question": "Räcker ett prov?"}).url
    successor = AgreedAnswer.objects.get(question="Räcker ett prov?")
    client.post(
        f"{old}granska/", {"outcome": "ends", "reason": "Ny dom.", "replaced_by": successor.pk}
    )
    shown = page(world.client(), old)
    assert "Det här svaret gäller inte längre." in shown
    assert new in shown
    again = client.post(f"{old}granska/", {"outcome": "holds", "reason": "Nej."})
    assert again.status_code == 422


def test_only_the_coordinator_registers_answers_laws_and_others_guidance(world, told):
    eva = world.client(world.person("eva", Role.MANAGER, world.aneby))
    for path in ("samsynsfragor/ny-samsynsfraga/", "andras/nytt/", "lag/andring/"):
        assert eva.post(f"/handlaggarstod/{path}", told).status_code == 403
        assert world.client().get(f"/handlaggarstod/{path}").status_code == 302


def unmarked(client, question: str) -> str:
    return re.sub("</?mark>", "", page(client, f"/sok/?q={question}"))


def test_a_file_is_put_beside_the_text_read_by_the_worker_and_taken_away_again(
    world, boss, django_capture_on_commit_callbacks
):
    document = published(boss)
    client = world.client(boss)
    address = "/handlaggarstod/fordonstvattar/utkast/bilaga/"
    file = SimpleUploadedFile("brev.docx", plain("Provet visas i provtagningsjournalen."))
    sent = {"title": "Brev om larmprov", "kind": "letter", "file": file}
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(address, sent).status_code == 302
    attachment = Attachment.objects.get(document=document)
    visitor = world.client()
    assert "Brev om larmprov" in page(visitor, "/handlaggarstod/fordonstvattar/")
    assert "Brev om larmprov (Fordonstvättar)" in unmarked(visitor, "larmprov")
    assert "Brev om larmprov" not in unmarked(visitor, "provtagningsjournal")
    asked = next(one for one in DBTaskResult.objects.all() if "attachment" in str(one.args_kwargs))
    asked.task.func(*asked.args_kwargs["args"])
    assert "Brev om larmprov (Fordonstvättar)" in unmarked(visitor, "provtagningsjournal")
    assert "Fordonstvättar" in page(visitor, "/handlaggarstod/?q=provtagningsjournal")
    handed = visitor.get(f"/handlaggarstod/fordonstvattar/bilaga/{attachment.pk}/")
    assert b"".join(handed.streaming_content).startswith(b"PK")
    client.post(f"{address}{attachment.pk}/ta-bort/")
    assert not Attachment.objects.exists()
    assert "Brev om larmprov" not in page(visitor, "/handlaggarstod/fordonstvattar/")
    assert "Brev om larmprov" not in unmarked(visitor, "larmprov")


def test_a_program_is_not_put_beside_the_text(world, boss):
    draft(boss)
    file = SimpleUploadedFile("virus.exe", b"MZ")
    answer = world.client(boss).post(
        "/handlaggarstod/fordonstvattar/utkast/bilaga/",
        {"title": "X", "kind": "letter", "file": file},
    )
    assert answer.status_code == 422
    assert "virus.exe" in answer.content.decode()
    assert not Attachment.objects.exists()


def test_others_guidance_is_listed_with_what_of_it_we_use(world, boss):
    sent = {
        "title": "Campingplatser", "publisher": "Miljösamverkan Halland", "year": "2022",
        "address": "https://exempel.se/camping", "used_for": "Checklistan.",
    }  # fmt: skip
    world.client(boss).post("/handlaggarstod/andras/nytt/", sent)
    assert OtherGuidance.objects.get().checked_on
    shown = page(world.client(), "/handlaggarstod/andras/")
    assert "Checklistan." in shown
    assert 'href="https://exempel.se/camping"' in shown
    bad = world.client(boss).post(
        "/handlaggarstod/andras/nytt/", {**sent, "address": "javascript:alert(1)"}
    )
    assert bad.status_code == 422


def test_a_changed_law_lists_everything_that_cites_it(world, boss, told):
    published(boss)
    world.client(boss).post(ANSWERS + "ny-samsynsfraga/", told)
    sent = {"reference": "26 kap. 19 § miljöbalken", "date": "2027-01-01", "what": "Egenkontrollen ändras."}  # fmt: skip
    made = world.client(boss).post("/handlaggarstod/lag/andring/", sent, follow=True)
    world.client(boss).post("/handlaggarstod/lag/andring/", sent)
    shown = made.content.decode()
    assert "Fordonstvättar: Egenkontroll" in shown
    assert QUESTION in shown
    assert "Förvaring" not in shown
    assert "Egenkontrollen ändras." in shown
    event = LawEvent.objects.get()
    assert (event.law.code, event.chapter, event.section, event.date) == (
        "MB", "26", "19", date(2027, 1, 1),
    )  # fmt: skip
    assert "26 kap. 19 §" in page(world.client(), "/handlaggarstod/lag/")


def test_a_change_that_names_no_law_is_refused(world, boss):
    sent = {"reference": "reglerna", "date": "2027-01-01", "what": "Ändras."}
    answer = world.client(boss).post("/handlaggarstod/lag/andring/", sent)
    assert answer.status_code == 422
    assert "Ingen lag gick att läsa ut." in answer.content.decode()


def test_the_list_is_filtered_by_the_year_an_edition_came_into_force(world, boss):
    published(boss)
    published(boss, slug="sma-avlopp", title="Små avlopp", start=date(2025, 3, 1))
    client = world.client()
    assert "Små avlopp" in page(client, "/handlaggarstod/?ar=2025")
    assert "Så bedömer vi tvätthallar" in page(client, "/handlaggarstod/?ar=2024")
    assert ">Små avlopp</a>" not in page(client, "/handlaggarstod/?ar=2024")
    assert ">Små avlopp</a>" in page(client, "/handlaggarstod/?ar=okänt")


def test_a_long_list_stands_on_several_pages_and_keeps_what_was_chosen(world, boss, monkeypatch):
    monkeypatch.setattr("samsyn.guidance.views.pages.PER_PAGE", 1)
    published(boss)
    published(boss, slug="sma-avlopp", title="Små avlopp")
    first, second = (
        page(world.client(), f"/handlaggarstod/?lage=in_force&sida={n}") for n in (1, 2)
    )
    shown = ("/handlaggarstod/sma-avlopp/", "/handlaggarstod/fordonstvattar/")
    assert [title in first for title in shown] == [title not in second for title in shown]
    assert "lage=in_force&amp;sida=2" in first
