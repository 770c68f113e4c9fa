"""Faults planted in a sound PDF, and the check that sees each."""

from io import BytesIO

import pikepdf
import pytest

from samsyn.core.pdf.interface import Figure, Heading, Paragraph, Table, render
from samsyn.core.pdf.tests.factories import SQUARE, minimal
from samsyn.core.pdf.tests.structure import PDF_A, PDF_UA, check, elements_of


@pytest.fixture(scope="module")
def sound(fonts):
    return render(
        minimal(
            Heading("Ett"),
            Heading("Två", 2),
            Paragraph("Text"),
            Table("Tabell", ("a", "b"), (("1", "2"),)),
            Figure(SQUARE, "alt", "Bild"),
        ),
        fonts=fonts,
    )


@pytest.fixture
def broken(sound):
    """The codes found after a change to the file."""

    def change(fault, **saving):
        with pikepdf.open(BytesIO(sound)) as pdf:
            fault(pdf)
            out = BytesIO()
            pdf.save(out, **saving)
        return [finding.code for finding in check(out.getvalue())]

    return change


def first(pdf, role):
    return next(element.raw for element in elements_of(pdf) if element.role == role)


def test_the_sound_file_is_clean_also_when_saved_again(sound, broken):
    assert check(sound) == []
    assert broken(lambda pdf: None) == []


def test_a_missing_language(broken):
    def fault(pdf):
        del pdf.Root["/Lang"]

    assert broken(fault) == ["language"]


def test_a_title_that_the_window_does_not_show(broken):
    def fault(pdf):
        pdf.Root.ViewerPreferences.DisplayDocTitle = False

    assert broken(fault) == ["title-not-shown"]


def test_a_title_that_is_missing(broken):
    def fault(pdf):
        with pdf.open_metadata() as metadata:
            del metadata["dc:title"]

    assert broken(fault) == ["title"]


def test_a_file_without_tags(broken):
    def fault(pdf):
        del pdf.Root["/StructTreeRoot"]

    assert broken(fault) == ["untagged"]


def test_tags_that_are_not_marked_as_such(broken):
    def fault(pdf):
        pdf.Root.MarkInfo.Marked = False

    assert broken(fault) == ["untagged"]


@pytest.mark.parametrize("value", ["1", "3"])
def test_another_part_of_pdf_a(value, broken):
    def fault(pdf):
        with pdf.open_metadata() as metadata:
            metadata[f"{{{PDF_A}}}part"] = value

    assert broken(fault) == ["pdf-a"]


def test_a_weaker_level_of_pdf_a(broken):
    def fault(pdf):
        with pdf.open_metadata() as metadata:
            metadata[f"{{{PDF_A}}}conformance"] = "B"

    assert broken(fault) == ["pdf-a"]


def test_no_claim_of_pdf_ua(broken):
    def fault(pdf):
        with pdf.open_metadata() as metadata:
            del metadata[f"{{{PDF_UA}}}part"]

    assert broken(fault) == ["pdf-ua"]


def test_a_heading_that_skips_a_level(broken):
    def fault(pdf):
        first(pdf, "H2").S = pikepdf.Name("/H3")

    assert broken(fault) == ["heading-order"]


@pytest.mark.parametrize("alt", [None, " "])
def test_a_figure_without_words(alt, broken):
    def fault(pdf):
        figure = next(e.raw for e in elements_of(pdf) if e.role == "Figure" and "/Alt" in e.raw)
        if alt is None:
            del figure["/Alt"]
        else:
            figure.Alt = alt

    assert broken(fault) == ["figure-alt"]


def test_a_table_without_header_cells(broken):
    def fault(pdf):
        for element in elements_of(pdf):
            if element.role == "TH":
                element.raw.S = pikepdf.Name("/TD")

    assert broken(fault) == ["table-header"]


def test_a_header_cell_that_does_not_say_what_it_heads(broken):
    def fault(pdf):
        del first(pdf, "TH")["/A"]

    assert broken(fault) == ["table-scope"]


def test_a_typeface_that_is_not_in_the_file(broken):
    def fault(pdf):
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
                for key in ("/FontFile2", "/FontFile3"):
                    if key in item:
                        del item[key]

    assert set(broken(fault)) == {"font"}


def test_a_locked_file(broken):
    assert broken(lambda pdf: None, encryption=pikepdf.Encryption(owner="x", user="")) == [
        "encrypted"
    ]


def test_several_faults_are_all_named(broken):
    def fault(pdf):
        del pdf.Root["/Lang"]
        first(pdf, "H2").S = pikepdf.Name("/H3")

    assert broken(fault) == ["language", "heading-order"]
