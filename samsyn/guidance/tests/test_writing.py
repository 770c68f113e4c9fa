"""Writing a document: begun here, written in Wagtail, and never published there."""

import io
import json

import pikepdf
import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.images import ImageFile
from PIL import Image as Drawing
from wagtail.admin.models import EditingSession
from wagtail.images import get_image_model
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from samsyn.core.audit.interface import history
from samsyn.core.clock.interface import now
from samsyn.core.pdf.tests.factories import check, text_of
from samsyn.guidance.actions import (
    open_draft,
    publish_edition,
    set_writers,
    take_up_draft,
    write_clauses,
)
from samsyn.guidance.clauses import draft_of
from samsyn.guidance.drafting import ClauseDraft, drafts_of, picture_in_wagtail
from samsyn.guidance.models import DraftPage, Edition, GuidanceDocument, Picture
from samsyn.guidance.tests.factories import DECISION, draft
from samsyn.organisations.interface import Role, end_membership

NEW = {
    "title": "Små avlopp", "slug": "sma-avlopp", "purpose": "Så bedömer vi.", "area": "sewage",
    "review_months": "24",
}  # fmt: skip


def clause(heading, *content, citations=(), grounds="", example="", uuid=""):
    """A clause as Wagtail's form sends it."""
    return (
        "clause",
        {
            "heading": heading,
            "content": streamfield(list(content)),
            "citations": _lines(citations),
            "grounds": grounds,
            "example": example,
        },
        uuid,
    )


def _lines(values):
    sent = {"count": str(len(values))}
    for place, value in enumerate(values):
        sent[str(place)] = {"value": value, "deleted": "", "order": str(place), "type": "item", "id": ""}  # fmt: skip
    return sent


def form(title, *blocks, **more):
    """What Wagtail's editor sends when a draft is saved."""
    body = streamfield([block[:2] for block in blocks])
    for place, block in enumerate(blocks):
        if len(block) == 3:
            body[str(place)]["id"] = block[2]
    return nested_form_data({"title": title, "body": body, "comments": inline_formset([]), **more})


def text(html):
    return ("text", rich_text(html))


@pytest.fixture
def editor(world):
    return world.client(world.person("sofia", Role.EDITOR))


def edit_address(document):
    return f"/redaktion/pages/{DraftPage.objects.get(document=document).pk}/edit/"


def test_a_document_is_begun_and_opened_for_writing(world, editor):
    owner = world.person("eva", Role.OFFICER, world.aneby)
    assert editor.get("/handlaggarstod/nytt/").status_code == 200
    made = editor.post("/handlaggarstod/nytt/", {**NEW, "owner": owner.pk}, follow=True)
    assert "Inget är skrivet än" in made.content.decode()
    opened = editor.post("/handlaggarstod/sma-avlopp/skriv/")
    document = GuidanceDocument.objects.get(slug="sma-avlopp")
    assert opened["Location"] == edit_address(document)
    assert editor.get(opened["Location"]).status_code == 200


def test_an_address_that_is_taken_is_said_and_what_was_typed_stays(world, boss, editor):
    draft(boss, slug="sma-avlopp")
    answer = editor.post("/handlaggarstod/nytt/", {**NEW, "owner": boss.pk})
    assert answer.status_code == 422
    assert "Adressen är redan använd" in answer.content.decode()
    assert "Så bedömer vi." in answer.content.decode()


def test_what_is_saved_in_the_editor_is_the_draft_with_its_law_as_data(boss, editor):
    document = draft(boss)
    open_draft(by=boss, document=document)
    first, second = document.clauses.all()
    table = {
        "caption": "Volym", "column-count": "1", "row-count": "1",
        "column-0-type": "cell", "column-0-order": "0", "column-0-deleted": "", "column-0-heading": "Hushåll",
        "row-0-order": "0", "row-0-deleted": "", "cell-0-0": "4 m³",
    }  # fmt: skip
    saved = editor.post(
        edit_address(document),
        form(
            "Fordonstvättar och verkstäder",
            ("chapter", "Tillsyn"),
            clause(
                "Förvaring", text("<p>Invallat.</p><ul><li>ett</li></ul>"), ("table", table),
                citations=["MB 2 kap. 3 §", "MÖD M 1-20"], uuid=str(first.uuid),
            ),
            clause("Ny", text("<p>Nytt avsnitt.</p>"), grounds="Bedöm så.", example="Beslut."),
        ),
    )  # fmt: skip
    assert saved.status_code == 302
    document.refresh_from_db()
    kept, new = document.clauses.filter(removed=False)
    assert document.title == "Fordonstvättar och verkstäder"
    assert kept.uuid == first.uuid and kept.chapter == new.chapter == "Tillsyn"
    assert "<p>Invallat.</p><ul><li>ett</li></ul>" in kept.text
    assert '<caption>Volym</caption><thead><tr><th scope="col">Hushåll</th>' in kept.text
    assert [(c.law, c.section) for c in kept.citations.all()] == [("MB", "3"), ("", "")]
    assert (new.grounds, new.example) == ("Bedöm så.", "Beslut.")
    assert document.clauses.get(uuid=second.uuid).removed
    assert "skrev i handläggarstödet" in str(history(document)[0])
    shown = editor.get("/handlaggarstod/fordonstvattar/utkast/").content.decode()
    assert "1.2" in shown and "Nytt avsnitt." in shown
    assert "”MÖD M 1-20” läses som text" in shown


def test_nothing_in_the_editor_makes_an_edition_or_a_public_page(world, boss, editor):
    document = draft(boss)
    page = open_draft(by=boss, document=document)
    sent = form("Titel", clause("A", text("<p>B</p>")), **{"action-publish": "1"})
    editor.post(edit_address(document), sent)
    page.refresh_from_db()
    assert not page.live and not Edition.objects.exists()
    assert world.client().get("/handlaggarstod-utkast/fordonstvattar/").status_code == 404
    assert world.client().get("/handlaggarstod/fordonstvattar/").status_code == 404
    with pytest.raises(PermissionDenied):
        page.get_latest_revision().publish()
    for act in ("delete", "copy", "move", "unpublish"):
        editor.post(f"/redaktion/pages/{page.pk}/{act}/")
    assert DraftPage.objects.filter(pk=page.pk, live=False).exists()
    assert "action-publish" not in editor.get(edit_address(document)).content.decode()


def test_a_draft_may_be_saved_with_a_picture_that_lacks_its_text_but_not_published(boss, editor):
    document = draft(boss)
    open_draft(by=boss, document=document)
    drawn = io.BytesIO()
    Drawing.new("RGB", (2000, 1000), "teal").save(drawn, "PNG")
    image = get_image_model().objects.create(title="x", file=ImageFile(drawn, name="x.png"))
    picture = ("picture", {"image": str(image.pk), "alternative": "", "caption": "Dammen"})
    editor.post(edit_address(document), form("T", clause("A", picture)))
    kept = Picture.objects.get()
    assert (kept.width, kept.height) == (1600, 800)
    assert (
        f"/handlaggarstod/fordonstvattar/bild/{kept.pk}/"
        in document.clauses.get(removed=False).text
    )
    told = editor.get("/handlaggarstod/fordonstvattar/utkast/").content.decode()
    assert "En bild saknar text" in told
    shown = editor.get(f"/handlaggarstod/fordonstvattar/bild/{kept.pk}/")
    assert b"".join(shown.streaming_content).startswith(b"\x89PNG")


def test_a_picture_of_a_draft_is_public_when_an_edition_has_it_and_stays_though_wagtail_loses_it(world, boss):  # fmt: skip
    document = draft(boss)
    drawn = io.BytesIO()
    Drawing.new("RGB", (400, 200), "teal").save(drawn, "JPEG")
    image = get_image_model().objects.create(title="x", file=ImageFile(drawn, name="x.jpg"))
    open_draft(by=boss, document=document)
    part = ("picture", {"image": str(image.pk), "alternative": "En damm", "caption": "Dammen"})
    world.client(boss).post(edit_address(document), form("T", clause("A", part)))
    address = f"/handlaggarstod/fordonstvattar/bild/{Picture.objects.get().pk}/"
    assert world.client().get(address).status_code == 404
    edition = publish_edition(by=boss, document=document, number="1.0", decision=DECISION)
    image.delete()
    answer = world.client().get(address)
    assert b"".join(answer.streaming_content).startswith(b"\xff\xd8")
    with edition.pdf.file.open("rb") as file:
        pdf = file.read()
    check(pdf)
    assert "Dammen" in text_of(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert any(
            "/Image" in str(obj.get("/Subtype", ""))
            for obj in opened.objects
            if isinstance(obj, pikepdf.Stream)
        )


def test_the_working_group_writes_its_own_document_and_no_other(world, boss):
    eva = world.person("eva", Role.OFFICER, world.aneby)
    document, other = draft(boss), draft(boss, slug="annat")
    for one in (document, other):
        open_draft(by=boss, document=one)
    set_writers(by=boss, document=document, people=[eva])
    client = world.client(eva)
    assert client.post("/handlaggarstod/fordonstvattar/skriv/").status_code == 302
    assert client.get(edit_address(document)).status_code == 200
    client.post(edit_address(document), form("Evas", clause("A", text("<p>Evas text.</p>"))))
    assert document.clauses.get(removed=False).text == "<p>Evas text.</p>"
    assert client.post("/handlaggarstod/annat/skriv/").status_code == 404
    assert client.get(edit_address(other)).status_code == 302
    end_membership(by=boss, membership=world.membership(eva))
    assert client.get(edit_address(document)).status_code == 302


def test_a_text_written_here_and_one_from_the_editor_are_the_same_words(boss, editor):
    """Opening and saving without changes changes no clause, so that no edition says it is changed."""
    document = draft(boss)
    table = "<table><tr><th>Hushåll</th><th>Volym</th></tr><tr><td>1</td><td>2 m³</td></tr></table>"
    [clause_row] = write_clauses(
        by=boss, document=document,
        clauses=[
            ClauseDraft(
                "Kapitel", f"Löst. <strong>Fet</strong>{table}<p>Slut</p>", "Rubrik", "Grund", "Beslut",
                ("MB 2 kap. 3 §", "MÖD M 1-20"),
            )
        ],
    )  # fmt: skip
    page = open_draft(by=boss, document=document)
    page.refresh_from_db()
    assert drafts_of(page.body, picture_in_wagtail) == draft_of(document)
    assert not take_up_draft(by=boss, page=page)
    before = clause_row.text
    assert [block.block_type for block in page.body] == ["chapter", "clause"]
    inner = [part.block_type for part in page.body[1].value["content"]]
    assert inner == ["text", "table", "text"]
    clause_row.refresh_from_db()
    assert clause_row.text == before


def test_an_officer_neither_begins_nor_reads_a_draft(world, boss):
    draft(boss)
    client = world.client(world.person("eva", Role.OFFICER, world.aneby))
    assert client.get("/handlaggarstod/nytt/").status_code == 403
    assert client.get("/handlaggarstod/fordonstvattar/utkast/").status_code == 404


def test_two_who_write_at_once_are_shown_to_each_other_and_both_texts_stay(
    world, boss, editor, time_machine
):
    document = draft(boss)
    page = open_draft(by=boss, document=document)
    loaded = page.latest_revision
    stale = {
        "loaded_revision_id": str(loaded.pk),
        "loaded_revision_created_at": loaded.created_at.isoformat(),
    }
    address = edit_address(document)
    time_machine.move_to("2026-11-23T15:00+01:00", tick=False)
    editor.post(address, form("T", clause("Sofias", text("<p>Sofias ord.</p>")), **stale))
    other = world.client(boss)

    by_itself = other.post(
        address, form("T", clause("Lenas", text("<p>Lenas ord.</p>")), **stale),
        headers={"accept": "application/json"},
    )  # fmt: skip
    assert by_itself.json()["error_code"] == "invalid_revision"
    assert "Sofias" in document.clauses.get(removed=False).text

    session = EditingSession.objects.create(
        user=boss.person.user, content_type=page.cached_content_type, object_id=page.pk,
        last_seen_at=now(),
    )  # fmt: skip
    told = other.post(
        f"/redaktion/editing-sessions/ping/guidance/draftpage/{page.pk}/{session.pk}/",
        {"revision_id": loaded.pk, "revision_created_at": stale["loaded_revision_created_at"]},
    ).json()
    assert [row["user"] for row in told["other_sessions"] if row["revision_id"]] == [
        "Sofia Provman"
    ]

    other.post(address, form("T", clause("Lenas", text("<p>Lenas ord.</p>"))))
    bodies = [json.loads(row.content["body"]) for row in page.revisions.order_by("-pk")]
    assert "Lenas ord." in str(bodies[0])
    assert "Sofias ord." in str(bodies[1])
    shown = other.get("/handlaggarstod/fordonstvattar/utkast/").content.decode()
    assert "Sofia Provman" in shown
    assert boss.person.name in shown
