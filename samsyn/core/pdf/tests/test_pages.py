"""Where pages break, and what must stay together."""

import pytest

from samsyn.core.pdf.interface import (
    AnswerBars,
    AnswerLine,
    FormQuestion,
    Heading,
    Note,
    Option,
    PageBreak,
    Paragraph,
    Signatures,
    Table,
    render,
)
from samsyn.core.pdf.tests.factories import minimal, report
from samsyn.core.pdf.tests.structure import check, pages_of, text_of
from samsyn.core.pdf.words import _WORDS, words
from samsyn.lib.rates import Share

# So many lines that what follows falls near the end of a page, a line further down each time.
NEAR_THE_END = range(34, 50)


@pytest.fixture
def pages(fonts):
    def write(*blocks, **options):
        return pages_of(render(minimal(*blocks, **options), fonts=fonts))

    return write


def filler(lines):
    return Paragraph("\n".join("rad" for _ in range(lines)))


def page_with(pages, words):
    return next(number for number, text in enumerate(pages) if words in text)


@pytest.mark.parametrize("lines", NEAR_THE_END)
def test_a_heading_is_never_left_alone_at_the_foot(lines, pages):
    written = pages(filler(lines), Heading("RUBRIKEN"), Paragraph("Det som följer"))
    assert page_with(written, "RUBRIKEN") == page_with(written, "Det som följer")


@pytest.mark.parametrize("lines", NEAR_THE_END)
def test_a_caption_stays_with_its_table(lines, pages):
    table = Table("BILDTEXTEN", ("Kolumn",), (("första raden",), ("andra raden",)))
    written = pages(filler(lines), table)
    assert page_with(written, "BILDTEXTEN") == page_with(written, "Kolumn")


@pytest.mark.parametrize("lines", NEAR_THE_END)
def test_a_question_is_not_split_over_two_pages(lines, pages):
    question = FormQuestion(
        "FRÅGAN",
        "choice",
        options=(Option("ja"), Option("nej")),
        lines=3,
        law="Lagen",
        purpose="Meningen",
    )
    written = pages(filler(lines), question)
    assert page_with(written, "FRÅGAN") == page_with(written, "Meningen")


@pytest.mark.parametrize("lines", NEAR_THE_END)
def test_a_note_is_not_split_over_two_pages(lines, pages):
    written = pages(filler(lines), Note("Notens slut", title="NOTENS BÖRJAN"))
    assert page_with(written, "NOTENS BÖRJAN") == page_with(written, "Notens slut")


@pytest.mark.parametrize("lines", NEAR_THE_END)
def test_signatures_stay_together(lines, pages):
    written = pages(filler(lines), Signatures(("Handläggare", "Företrädare")))
    assert page_with(written, "Handläggare") == page_with(written, "Företrädare")


def test_long_answer_bars_go_on_over_pages_with_their_header(pages):
    lines = tuple(AnswerLine(f"Fråga {number}", Share(number, 50, 3, 2)) for number in range(1, 61))
    written = pages(AnswerBars("Svar.", lines))
    assert len(written) >= 3
    assert all("Andel avvikelse" in page for page in written)


def test_every_page_has_its_number_of_all(pages):
    written = pages(Paragraph("ett"), PageBreak(), Paragraph("två"), PageBreak(), Paragraph("tre"))
    assert [f"Sida {n} av 3" in page for n, page in enumerate(written, start=1)] == [True] * 3


def test_a_draft_is_marked_on_every_page(pages):
    written = pages(Paragraph("ett"), PageBreak(), Paragraph("två"), draft=True)
    assert all("UTKAST" in page for page in written)


def test_the_title_page_has_title_facts_and_contents_and_no_running_head(fonts):
    first, second = pages_of(render(report(), fonts=fonts))[:2]
    assert first.startswith("Miljösamverkan Jönköpings län Kampanjrapport Fordonsverkstäder")
    assert "Innehåll" in first
    assert "Sammanfattning" in second
    assert first.count("UTKAST") == 1


def test_numbered_headings_count_and_others_do_not(fonts):
    assert "3.1 Så räknar vi" in text_of(render(report(), fonts=fonts))
    assert "3.1" not in text_of(render(report(numbered=False), fonts=fonts))


def test_a_word_without_a_break_does_not_stop_the_document(fonts):
    long = "Livsmedelsanläggningskontrollavgift" * 8
    assert (
        check(render(minimal(Paragraph(long), Table(long, (long,), ((long,),))), fonts=fonts)) == []
    )


def test_thirty_columns_do_not_stop_the_document(fonts):
    columns = tuple(str(number) for number in range(30))
    assert check(render(minimal(Table("Bred", columns, (columns,))), fonts=fonts)) == []


@pytest.mark.parametrize("name", _WORDS)
def test_every_word_of_the_house_is_in_both_languages(name):
    assert words("sv")[name]
    assert words("en")[name]
