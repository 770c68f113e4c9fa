"""What is let in is decided by content; what is stored comes back as it was; what is handed out cannot run."""

import io
import zipfile
from contextlib import contextmanager

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from samsyn.core.files.interface import (
    FileKind,
    FileRefused,
    StoredFile,
    check_file,
    hand_out,
    read_stored,
    refusal_text,
    remove_stored,
    store_made,
    store_upload,
)


@pytest.fixture(autouse=True)
def folder_of_its_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def photo(kind="PNG"):
    out = io.BytesIO()
    Image.new("RGB", (4, 3), "white").save(out, kind)
    return out.getvalue()


def office_document(*names):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names or ("word/document.xml",):
            archive.writestr(name, "<x/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "kind", "content_type"),
    [
        ("foto.JPG", photo("JPEG"), FileKind.PHOTO, "image/jpeg"),
        ("foto.png", photo(), FileKind.PHOTO, "image/png"),
        ("foto.webp", photo("WEBP"), FileKind.PHOTO, "image/webp"),
        ("brev.pdf", b"%PDF-1.7 x", FileKind.DOCUMENT, "application/pdf"),
        ("brev.txt", "Åäö".encode(), FileKind.DOCUMENT, "text/plain"),
        ("tal.csv", b"a;b\n1;2\n", FileKind.SHEET, "text/csv"),
    ],
)
def test_what_it_says_it_is_is_let_in(name, content, kind, content_type):
    assert check_file(name, content, kind=kind) == content_type


def test_an_office_document_is_let_in_and_one_with_macros_is_not():
    assert check_file("mall.docx", office_document(), kind=FileKind.DOCUMENT).endswith("document")
    with pytest.raises(FileRefused) as refused:
        check_file("mall.docx", office_document("word/vbaProject.bin"), kind=FileKind.DOCUMENT)
    assert refused.value.code == "damaged"


@pytest.mark.parametrize(
    ("name", "content", "kind", "code", "said"),
    [
        ("tom.pdf", b"", FileKind.DOCUMENT, "empty", "är tom"),
        ("program.exe", b"MZ", FileKind.DOCUMENT, "wrong_type", ".pdf"),
        ("foto.svg", b"<svg onload='x()'/>", FileKind.PHOTO, "wrong_type", ".jpg"),
        ("brev.pdf", b"<html>", FileKind.DOCUMENT, "damaged", "skadad"),
        ("foto.png", b"GIF89a", FileKind.PHOTO, "damaged", "skadad"),
        ("foto.jpg", photo("JPEG")[:40], FileKind.PHOTO, "damaged", "skadad"),
        ("mall.docx", b"PK\x03\x04 cut", FileKind.DOCUMENT, "damaged", "skadad"),
        ("tal.csv", b"a\x00b", FileKind.SHEET, "damaged", "skadad"),
        ("utan", b"text", FileKind.DOCUMENT, "wrong_type", ".pdf"),
    ],
)
def test_what_is_refused_is_named_with_what_to_do(name, content, kind, code, said):
    with pytest.raises(FileRefused) as refused:
        check_file(name, content, kind=kind)
    assert refused.value.code == code
    sentence = refusal_text(refused.value)
    assert name in sentence
    assert said in sentence


def test_the_limit_itself_is_let_in_and_one_byte_more_is_not():
    limit = 2 * 1024 * 1024
    whole = b"%PDF-" + b"x" * (limit - 5)
    assert check_file("a.pdf", whole, kind=FileKind.DOCUMENT, limit=limit)
    with pytest.raises(FileRefused) as refused:
        check_file("a.pdf", whole + b"x", kind=FileKind.DOCUMENT, limit=limit)
    assert "2 MB" in refusal_text(refused.value)


def test_a_refusal_passes_through_whatever_stands_around_it():
    @contextmanager
    def around():
        yield

    with pytest.raises(FileRefused), around():
        check_file("tom.pdf", b"", kind=FileKind.DOCUMENT)


def test_what_is_stored_comes_back_byte_for_byte(db):
    content = b"%PDF-1.7 \x00\xff"
    stored = store_upload(name="Brev åäö.pdf", content=content, kind=FileKind.DOCUMENT, by=None)
    found = StoredFile.objects.get(pk=stored.pk)
    assert read_stored(found) == content
    assert (found.name, found.size, len(found.sha256)) == ("Brev åäö.pdf", len(content), 64)


def test_the_place_on_disk_tells_nothing_of_the_name_and_leaves_no_folder(db, tmp_path):
    stored = store_made(
        name="../../hemligt namn.txt", content=b"x", content_type="text/plain", by=None
    )
    assert "hemligt" not in stored.file.name
    assert stored.name == "hemligt namn.txt"
    assert (tmp_path / stored.file.name).resolve().is_relative_to(tmp_path)


def test_a_refused_file_leaves_nothing_behind(db, tmp_path):
    with pytest.raises(FileRefused):
        store_upload(name="a.pdf", content=b"nej", kind=FileKind.DOCUMENT, by=None)
    assert not StoredFile.objects.exists()
    assert list(tmp_path.iterdir()) == []


def test_the_same_content_twice_is_two_files_and_neither_overwrites_the_other(db):
    one, two = (
        store_made(name="a.txt", content=b"x", content_type="text/plain", by=None) for _ in "ab"
    )
    assert one.file.name != two.file.name


def test_a_removed_file_goes_from_disk_when_it_is_sure(db, django_capture_on_commit_callbacks):
    stored = store_made(name="a.txt", content=b"x", content_type="text/plain", by=None)
    name = stored.file.name
    with django_capture_on_commit_callbacks(execute=True):
        remove_stored(stored)
        assert default_storage.exists(name)
    assert not default_storage.exists(name)


@pytest.mark.parametrize(
    ("content_type", "download", "disposition"),
    [
        ("application/pdf", False, "inline"),
        ("application/pdf", True, "attachment"),
        ("text/html", False, "attachment"),
        ("image/svg+xml", False, "attachment"),
    ],
)
def test_a_browser_never_runs_what_was_uploaded(db, content_type, download, disposition):
    stored = store_made(name="Å b.pdf", content=b"x", content_type=content_type, by=None)
    answer = hand_out(stored, download=download)
    assert answer["Content-Disposition"] == f"{disposition}; filename*=UTF-8''%C3%85%20b.pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert b"".join(answer.streaming_content) == b"x"
    stored.file.close()
