"""The words of a file, so that it is found by what it says."""

import io
import zipfile

import pytest
from docx import Document as WordDocument

from samsyn.core.files.interface import store_made, text_of
from samsyn.core.pdf.interface import Document, Heading, Paragraph, render

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder_of_its_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def words_of(name, content, content_type="application/octet-stream"):
    return text_of(store_made(name=name, content=content, content_type=content_type, by=None))


def zipped(**parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/") + ".xml", content)
    return made.getvalue()


def test_a_word_written_in_pieces_is_one_and_paragraphs_are_apart():
    document = WordDocument()
    paragraph = document.add_paragraph()
    for piece in ("Före", "läggande"):
        paragraph.add_run(piece)
    document.add_table(rows=1, cols=2).cell(0, 0).text = "om"
    document.add_paragraph("invallning")
    made = io.BytesIO()
    document.save(made)
    assert words_of("a.docx", made.getvalue()).split() == ["Föreläggande", "om", "invallning"]


def test_a_pdf_gives_its_words():
    made = render(
        Document(
            title="Mall", blocks=(Heading("Föreläggande"), Paragraph("Cisternen ska vallas in."))
        )
    )
    assert "Cisternen ska vallas in." in words_of("a.pdf", made, "application/pdf")


def test_other_office_files_and_plain_text_give_theirs():
    open_document = "<d xmlns:t='t'><t:h>Journal</t:h><t:p>töm<t:span>ning</t:span></t:p></d>"
    assert words_of("a.odt", zipped(content=open_document)).split() == ["Journal", "tömning"]
    assert words_of("a.txt", b"Lokal rutin\n", "text/plain") == "Lokal rutin\n"


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7 broken",
        b"PK broken",
        zipped(word__document="<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"),
        zipped(word__document="<a><p>halv</a>"),
        zipped(other="<p>not text</p>"),
    ],
)
def test_a_broken_or_hostile_file_has_no_words_and_stops_nothing(content):
    kind = "application/pdf" if content.startswith(b"%PDF") else "application/zip"
    assert words_of("a.docx", content, kind) == ""
