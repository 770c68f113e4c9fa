"""A Word file brought in as a draft, through the page where it is chosen."""

import json
import zipfile

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile

from samsyn.core.audit.interface import history
from samsyn.guidance.actions import open_draft, write_clauses
from samsyn.guidance.drafting import ClauseDraft
from samsyn.guidance.models import Clause, Picture, WordImport
from samsyn.guidance.tests.factories import draft
from samsyn.guidance.tests.word_files import (
    W,
    guidance,
    own_headings,
    plain,
    with_parts,
    with_xml,
)
from samsyn.guidance.word_reading import clauses_of
from samsyn.guidance.word_tidying import tidy
from samsyn.organisations.interface import Role

pytestmark = pytest.mark.django_db
ADDRESS = "/handlaggarstod/fordonstvattar/utkast/word/"
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


def bring(world, by, content: bytes, name: str = "stöd.docx", **values):
    file = SimpleUploadedFile(name, content)
    return world.client(by).post(ADDRESS, {"file": file, "replaces": "on", **values})


def rows(document) -> list[tuple[str, str, str]]:
    return list(document.clauses.filter(removed=False).values_list("chapter", "heading", "text"))


def test_headings_become_chapters_and_clauses_with_lists_tables_and_pictures(world, boss):
    document = draft(boss)
    answer = bring(world, boss, guidance())
    assert answer.status_code == 302, answer.content.decode()
    first, second = Picture.objects.all()
    assert rows(document) == [
        ("Inledning", "", "<p>Det här gäller alla tvätthallar &amp; platser.</p>"),
        (
            "Bedömningsgrunder",
            "Förvaring",
            "<p>Kemikalier förvaras invallat. <b>Alltid.</b></p>"
            "<ul><li>säkerhetsdatablad</li><li>journal</li></ul>",
        ),
        (
            "Bedömningsgrunder",
            "Avskiljare",
            '<table><caption>Minsta volym</caption><thead><tr><th scope="col">Hushåll</th><th scope="col">Volym</th></tr></thead>'
            "<tbody><tr><td>Ett</td><td>2 m³</td></tr><tr><td></td><td>4 m³</td></tr></tbody></table>"
            f'<p>Så ser den ut: </p><figure><img alt="En avskiljare i genomskärning" height="20" src="/handlaggarstod/fordonstvattar/bild/{first.pk}/" width="40"/></figure><p> sedd uppifrån.</p>',
        ),
        (
            "Egenkontroll",
            "",
            f'<p>Journalen visar datum.</p><figure><img alt="" height="20" src="/handlaggarstod/fordonstvattar/bild/{second.pk}/" width="40"/></figure>',
        ),
    ]
    storage = document.clauses.get(heading="Förvaring", removed=False)
    assert [c.label for c in storage.citations.all()] == ["MB 2 kap. 3 §", "SFS 1998:901 7 §"]
    assert second.stored.content_type == "image/png"
    shown = world.client(boss).get("/handlaggarstod/fordonstvattar/utkast/").content.decode()
    assert "En bild saknar text" in shown
    assert "Titeln i Word var ”Handläggarstöd för tvätthallar”." in shown


def test_the_file_itself_is_kept_for_those_who_see_the_draft(world, boss):
    document = draft(boss)
    bring(world, boss, guidance())
    brought = WordImport.objects.get()
    kept = world.client(boss).get(f"{ADDRESS}{brought.pk}/")
    assert b"".join(kept.streaming_content) == guidance_bytes(brought)
    assert world.client(world.person("eva", Role.OFFICER, world.aneby)).get(
        f"{ADDRESS}{brought.pk}/"
    ).status_code in {403, 404}
    assert "hämtade in en Word-fil som utkast" in [line.text for line in history(document)]


def guidance_bytes(brought: WordImport) -> bytes:
    with brought.stored.file.open("rb") as file:
        return file.read()


def test_a_clause_that_comes_back_keeps_its_identity_and_what_word_does_not_say(world, boss):
    document = draft(boss)
    [known] = write_clauses(
        by=boss, document=document,
        clauses=[ClauseDraft("Bedömningsgrunder", "<p>Förr.</p>", "Förvaring", "Grund", "Beslut")],
    )  # fmt: skip
    page = open_draft(by=boss, document=document)
    bring(world, boss, guidance())
    now = Clause.objects.get(uuid=known.uuid)
    assert "invallat" in now.text
    assert (now.grounds, now.example, now.removed) == ("Grund", "Beslut", False)
    earlier = [json.loads(revision.content["body"]) for revision in page.revisions.order_by("pk")]
    assert "Förr." in str(earlier[0])
    assert "invallat" in str(earlier[-1])


def test_a_written_draft_is_not_replaced_unless_it_is_said(world, boss):
    document = draft(boss)
    before = rows(document)
    file = SimpleUploadedFile("stöd.docx", guidance())
    answer = world.client(boss).post(ADDRESS, {"file": file})
    assert answer.status_code == 422
    assert "Det finns redan en text i utkastet." in answer.content.decode()
    assert rows(document) == before


def test_headings_in_styles_of_ones_own_are_headings(world, boss):
    document = draft(boss)
    bring(world, boss, own_headings())
    assert [(chapter, heading) for chapter, heading, _text in rows(document)] == [
        ("Inledning", "Om Inledning"),
        ("Tillsyn", "Om Tillsyn"),
    ]


REFUSED = {
    "macros": (with_parts({"word/vbaProject.bin": b"x"}), "stöd.docx", "Filen har makron"),
    "macros by name": (plain("x"), "stöd.docm", "Filen har makron"),
    "old format": (b"\xd0\xcf\x11\xe0x", "stöd.doc", "Öppna den i Word och spara den som .docx"),
    "password": (b"\xd0\xcf\x11\xe0x", "stöd.docx", "skyddad med lösenord"),
    "no zip": (b"hej", "stöd.docx", "skadad"),
    "empty": (plain(), "stöd.docx", "ingen text i filen"),
    "no document": (with_parts({}, without=("word/document.xml",)), "stöd.docx", "skadad"),
    "broken xml": (with_parts({"word/document.xml": b"<w:document"}), "stöd.docx", "skadad"),
    "inserted": (
        with_xml('<w:ins w:id="1" w:author="A"><w:r><w:t>nytt</w:t></w:r></w:ins>'),
        "stöd.docx",
        "spårade ändringar",
    ),
    "deleted": (
        with_xml('<w:del w:id="1" w:author="A"><w:r><w:delText>bort</w:delText></w:r></w:del>'),
        "stöd.docx",
        "spårade ändringar",
    ),
    "embedded": (with_parts({"word/embeddings/bok.xlsx": b"PK"}), "stöd.docx", "inbäddade objekt"),
    "object": (with_xml("<w:object></w:object>"), "stöd.docx", "inbäddade objekt"),
    "chart": (
        with_xml(
            '<w:r><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/></w:r>'
        ),
        "stöd.docx",
        "diagram",
    ),
    "formula": (
        with_xml(
            '<w:r><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"/></w:r>'
        ),
        "stöd.docx",
        "formler",
    ),
    "metafile": (with_parts({"word/media/bild.emf": b"x"}), "stöd.docx", "bilder som .emf"),
    "500 pages": (
        with_parts({"docProps/app.xml": b"<Properties><Pages>500</Pages></Properties>"}),
        "stöd.docx",
        "ungefär 500 sidor",
    ),
    "500 pages unsaid": (plain("ord " * 600_000), "stöd.docx", "sidor"),
    "entities": (
        with_parts({"word/document.xml": f'{BOMB}<w:document xmlns:w="{W}">&b;</w:document>'.encode()}),
        "stöd.docx",
        "aldrig skriver",
    ),
    "nested": (
        with_parts({"word/document.xml": b"<a>" * 5000 + b"</a>" * 5000}),
        "stöd.docx",
        "aldrig skriver",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_taken_in_whole_is_refused_with_one_sentence(world, boss, what):
    content, name, said = REFUSED[what]
    document = draft(boss)
    before = rows(document)
    answer = bring(world, boss, content, name)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert rows(document) == before
    assert not WordImport.objects.exists()


def test_a_small_zip_that_unpacks_to_gigabytes_is_not_unpacked(world, boss, monkeypatch):
    draft(boss)
    opened = []
    read = zipfile.ZipFile.read
    monkeypatch.setattr(
        zipfile.ZipFile, "read", lambda self, name, *a: opened.append(name) or read(self, name, *a)
    )
    bomb = with_parts({"word/document.xml": b"<a>" + b" " * (61 * 2**20) + b"</a>"})
    opened.clear()
    answer = bring(world, boss, bomb)
    assert "aldrig skriver" in answer.content.decode()
    assert opened == []


def test_the_working_group_brings_in_its_own_and_others_may_not(world, boss):
    draft(boss)
    assert bring(world, world.person("eva", Role.OFFICER, world.aneby), guidance()).status_code in {
        403,
        404,
    }
    assert world.client().get(ADDRESS).status_code == 302


def test_notes_frames_and_tables_in_tables_keep_every_word(world, boss):
    html = (
        "<p>Se noten<sup><a href='#footnote-1' id='footnote-ref-1'>[1]</a></sup> och "
        "<a href='https://exempel.se'>sidan</a>.<a id='_Toc1'></a></p>"
        "<table><tr><td><p>Ramen</p><ul><li>ett</li></ul></td></tr></table>"
        "<table><tr><td>A</td><td>B</td></tr><tr><td><a href='https://exempel.se'>länk</a></td>"
        "<td><table><tr><td>inre</td><td>två</td></tr></table></td></tr></table>"
        "<ol><li id='footnote-1'><p>Notens text <a href='#footnote-ref-1'>↑</a></p></li></ol>"
    )
    soup = BeautifulSoup(html, "html.parser")
    assert tidy(soup) == {"tables": 1, "pictures": 0}
    [clause] = clauses_of(soup, 1, "Inledning")
    assert clause.text == (
        '<p>Se noten<sup>[1]</sup> och <a href="https://exempel.se">sidan</a>.</p>'
        "<p>Ramen</p><ul><li>ett</li></ul>"
        "<table><tr><th>A</th><th>B</th></tr><tr><td>länk (https://exempel.se)</td><td></td></tr></table>"
        "<table><tr><th>inre</th><th>två</th></tr></table>"
        "<p>[1] Notens text</p>"
    )
