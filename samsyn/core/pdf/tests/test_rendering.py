"""Documents come out whole, tagged, literal and with nothing of the machine in them."""

import re

import pikepdf
import pytest

from samsyn.core.pdf.interface import (
    AnswerBars,
    AnswerLine,
    Bullets,
    Checkboxes,
    Fact,
    Figure,
    FontsMissing,
    Footer,
    FormQuestion,
    Heading,
    Note,
    Option,
    Paragraph,
    Record,
    RecordAnswer,
    RenderingFailed,
    Signatures,
    Table,
    render,
)
from samsyn.core.pdf.tests.factories import SQUARE, checklist, minimal, record, report
from samsyn.core.pdf.tests.structure import check, elements_below, elements_of, opened, text_of
from samsyn.lib.rates import Share


@pytest.fixture
def written(fonts):
    def write(*blocks, **options):
        return render(minimal(*blocks, **options), fonts=fonts)

    return write


def squeezed(text):
    return re.sub(r"\s", "", text)


def roles(content):
    with opened(content) as pdf:
        return [element.role for element in elements_of(pdf)]


@pytest.mark.parametrize("document", [report, checklist, record])
def test_the_documents_of_the_house_meet_both_standards(document, fonts):
    assert check(render(document(), fonts=fonts)) == []


def test_a_document_without_blocks_is_whole(written):
    content = written()
    assert check(content) == []
    assert "Provet" in text_of(content)


def test_the_language_follows_the_document(written):
    for language in ("sv", "en"):
        with opened(written(language=language)) as pdf:
            assert str(pdf.Root.Lang) == language


def test_pages_carry_title_version_date_address_and_number(written):
    text = text_of(written(footer=Footer("1.2", "23 november 2026", "samsyn.exempel.se/x")))
    assert "Version 1.2 · 23 november 2026 · samsyn.exempel.se/x" in text
    assert "Sida 1 av 1" in text


def test_in_english_the_documents_own_words_are_english(written):
    text = text_of(written(language="en", draft=True))
    assert "Page 1 of 1" in text
    assert "DRAFT" in text


def test_a_draft_says_so_in_the_head_and_in_the_text_itself(written):
    assert text_of(written(draft=True)).count("UTKAST") == 2
    assert "UTKAST" not in text_of(written())


def test_invented_figures_are_marked(written):
    assert text_of(written(exempeldata=True)).count("exempeldata") == 2


def test_a_report_has_a_contents_list_with_links(fonts):
    content = render(report(), fonts=fonts)
    assert "TOC" in roles(content)
    with opened(content) as pdf:
        assert any("/Annots" in page for page in pdf.pages)


def test_a_pdf_that_is_made_twice_is_the_same(fonts):
    assert render(report(), fonts=fonts) == render(report(), fonts=fonts)


# --- What people wrote is text and nothing else

HOSTILE = [
    '#read("/etc/passwd")',
    "#import \"house.typ\": *",
    "$x^2$ och *fet* och _kursiv_",
    "`kod` och ```kod```",
    r"\ \# \u{41} \n",
    "= Rubrik\n- punkt\n+ nummer\n/ Term: sak",
    "<etikett> @referens [innehåll] {kod}",
    "// kommentar /* kommentar */ https://exempel.se ~ -- --- ...",
    "\"citat\" 'citat' \\\" ${x} %s {{ x }}",
    "]#panic()[",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_markup_in_a_text_comes_out_as_it_was_written(words, written):
    content = written(
        Heading(words),
        Paragraph(words, lead=words),
        Bullets((words,)),
        Table(words, (words,), ((words,),)),
        Note(words, title=words),
        FormQuestion(
            words, "choice", options=(Option(words, words),), hint=words, law=words, purpose=words
        ),
        Record(words, (RecordAnswer(words, words, words, words, words),)),
        Checkboxes((words,)),
        Signatures((words,)),
        facts=(Fact(words, words),),
        subtitle=words,
        kind=words,
        organisation=words,
        footer=Footer(words, words, words),
    )
    assert check(content) == []
    # Quotation marks may turn and dots may meet; every other sign stands as it was typed.
    wanted = squeezed(words)
    assert squeezed(text_of(content)).count(wanted) >= 24


def test_the_title_is_literal_in_the_file_too(fonts):
    with (
        opened(render(minimal_titled('#read("/etc/passwd")'), fonts=fonts)) as pdf,
        pdf.open_metadata() as metadata,
    ):
        assert metadata["dc:title"] == '#read("/etc/passwd")'


def minimal_titled(title):
    document = minimal()
    return type(document)(title=title)


def test_a_drawing_cannot_fetch_a_file(written, tmp_path):
    secret = tmp_path / "secret.svg"
    secret.write_text(SQUARE.replace("Värnamo", "HEMLIGT"))
    for address in (str(secret), f"file://{secret}", f"../../../../../..{secret}"):
        image = f'<image href="{address}" width="9" height="9"/>'
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{image}</svg>'
        with pytest.raises(RenderingFailed, match="linked image"):
            written(Figure(svg, "bild", "Bild"))


def test_letters_that_the_typeface_lacks_do_not_stop_the_document(written):
    content = written(
        Paragraph("Bra jobbat \U0001f600 tack 猫 Ελλάδα Київ Łódź şğ 1\u202f038 \u2009tunt\u200b"),
        Figure(SQUARE.replace("Värnamo", "Värnamo \U0001f600"), "alt \U0001f600", "Bild"),
    )
    assert check(content) == []
    text = text_of(content)
    assert "Bra jobbat ? tack ? Ελλάδα Київ Łódź şğ 1\u202f038".replace(
        "\u202f", " "
    ) in text.replace("\u202f", " ")


def test_signs_that_do_not_show_are_dropped(written):
    assert "a b c" in text_of(written(Paragraph("a\x00 \x1bb\ufeff \x7fc")))


# --- Blocks


def test_a_new_line_in_a_text_stays_one(written):
    two, one = written(Paragraph("ett\ntvå")), written(Paragraph("ett två"))
    assert two != one
    assert "ett två" in text_of(two)


def test_headings_become_headings(written):
    content = written(Heading("Ett"), Heading("Ett ett", 2), Heading("Två"))
    assert [role for role in roles(content) if re.fullmatch(r"H\d", role)] == ["H1", "H2", "H1"]


def test_bullets_become_lists(written):
    content = written(Bullets(("ett", "två")), Bullets(("ett",), numbered=True))
    assert roles(content).count("L") == 2
    assert roles(content).count("LI") == 3


def test_a_table_has_its_header_on_every_page_and_its_caption(written):
    rows = tuple((str(number), "x") for number in range(120))
    content = written(Table("Lång tabell", ("Nummer", "Värde"), rows, numeric=(0,)))
    with opened(content) as pdf:
        assert len(pdf.pages) > 2
        elements = elements_of(pdf)
        table = next(element for element in elements if element.role == "Table")
        below = [element.role for element in elements_below(elements, table)]
    assert (below.count("TH"), below.count("TD")) == (2, 240)
    assert text_of(content).count("Nummer") > 2
    assert text_of(content).count("Lång tabell") == 1


def test_answer_bars_are_a_table_that_reads_code_and_number_together(written):
    lines = (
        AnswerLine("Fråga 1", Share(24, 52, 5, 3)),
        AnswerLine("Fråga 2", None),
        AnswerLine("Fråga 3", Share(0, 0)),
    )
    content = written(AnswerBars("Svar.", lines))
    text = text_of(content)
    assert check(content) == []
    assert {"A 24", "UA 52", "EK 5", "EA 3"} <= set(re.findall(r"(?:UA|A|EK|EA) \d+", text))
    assert "32\u00a0%" in text or "32 %" in text
    assert "Visas när minst 5 har svarat" in text
    assert "Inga svar" in text


def test_every_part_has_its_code_even_when_one_answer_dominates(written):
    for share in (
        Share(1, 900, 1, 1),
        Share(900, 1, 1, 1),
        Share(1, 1, 1, 900),
        Share(1, 1, 900, 1),
    ):
        text = text_of(written(AnswerBars("Svar.", (AnswerLine("Fråga", share),))))
        assert len(re.findall(r"(?<!U)A 1|A 900", text)) >= 1
        for code, number in (
            ("UA", share.compliant),
            ("EK", share.not_checked),
            ("EA", share.not_applicable),
        ):
            assert f"{code} {number}" in text


def test_a_figure_is_read_by_its_alternative_text(written):
    content = written(Figure(SQUARE, "Värnamo har gjort alla 14.", "Objekt"))
    with opened(content) as pdf:
        alts = [str(e.raw.Alt) for e in elements_of(pdf) if e.role == "Figure" and "/Alt" in e.raw]
    assert "Värnamo har gjort alla 14." in alts


def test_the_whole_campaign_drawing_of_another_size_fits_the_page(written):
    wide = SQUARE.replace(
        'viewBox="0 0 640 160"', 'viewBox="0 0 6400 1600" width="6400" height="1600"'
    )
    with opened(written(Figure(wide, "alt", "Bred"))) as pdf:
        assert len(pdf.pages) == 1


@pytest.mark.parametrize(
    ("kind", "words"),
    [("date", "år – månad – dag"), ("photo", "Foto nummer"), ("place", "Plats eller koordinater")],
)
def test_questions_on_paper_say_what_to_write(kind, words, written):
    assert words in text_of(written(FormQuestion("Fråga", kind)))


def test_a_question_shows_its_options_law_and_purpose(written):
    question = FormQuestion(
        "Kemikalier förvaras invallat",
        "choice",
        number="2",
        options=(Option("utan avvikelse", "UA"), Option("avvikelse", "A")),
        law="2 kap. 3 §",
        purpose="Spill ska stanna",
        required=True,
    )
    text = text_of(written(question))
    assert "Kemikalier förvaras invallat (obligatorisk)" in text
    assert "UA utan avvikelse" in text
    assert "Lagrum: 2 kap. 3 §" in text
    assert "Syfte: Spill ska stanna" in text


def test_a_deviation_in_a_record_is_a_word_and_not_only_a_colour(written):
    text = text_of(written(Record("Svar", (RecordAnswer("Fråga", "A", deviates=True),))))
    assert "Avvikelse" in text
    assert "Avvikelse" not in text_of(written(Record("Svar", (RecordAnswer("Fråga", "UA"),))))


def test_a_ticked_box_is_said_in_words(written):
    assert text_of(written(Checkboxes(("ett", "två"), ticked=(1,)))).endswith(
        "två (ikryssad) Provet Sida 1 av 1"
    )


# --- What cannot be written


def test_what_is_no_drawing_is_refused(written):
    with pytest.raises(RenderingFailed):
        written(Figure("<svg", "alt", "trasig"))


def test_missing_fonts_say_how_to_build_them(settings, tmp_path):
    settings.FONTS_DIR = tmp_path
    with pytest.raises(FontsMissing, match=r"python -m samsyn\.core\.pdf\.fonts"):
        render(minimal())


def test_only_our_own_typeface_is_in_the_file(fonts):
    with opened(render(report(), fonts=fonts)) as pdf:
        names = {
            str(o.BaseFont)
            for o in pdf.objects
            if isinstance(o, pikepdf.Dictionary) and "/BaseFont" in o
        }
    assert names
    assert all("SamsynSans" in name for name in names)
