import pytest

from samsyn.core.pdf.interface import Bullets, Paragraph, blocks_from_text


def test_an_empty_line_ends_a_paragraph():
    assert blocks_from_text("ett\n\n\ntvå") == (Paragraph("ett"), Paragraph("två"))


def test_a_single_new_line_stays_in_the_paragraph():
    assert blocks_from_text("ett\r\ntvå") == (Paragraph("ett\ntvå"),)


@pytest.mark.parametrize("sign", ["-", "*", "•", "–"])
def test_lines_with_a_sign_are_bullets(sign):
    assert blocks_from_text(f"{sign} ett\n{sign} två") == (Bullets(("ett", "två")),)


@pytest.mark.parametrize("sign", [".", ")"])
def test_lines_with_a_number_are_a_numbered_list(sign):
    assert blocks_from_text(f"1{sign} ett\n2{sign} två") == (
        Bullets(("ett", "två"), numbered=True),
    )


def test_a_list_may_follow_its_sentence_at_once():
    assert blocks_from_text("Vi lärde oss:\n- ett\n- två\nSlut.") == (
        Paragraph("Vi lärde oss:"),
        Bullets(("ett", "två")),
        Paragraph("Slut."),
    )


def test_an_indented_line_goes_on_with_its_item():
    assert blocks_from_text("- ett som\n  fortsätter\n- två") == (
        Bullets(("ett som fortsätter", "två")),
    )


@pytest.mark.parametrize(
    "text", ["-5 grader", "2026.", "3,5 timmar", "*fet*", "# rubrik", "1.2 version"]
)
def test_everything_else_is_literal(text):
    assert blocks_from_text(text) == (Paragraph(text),)


@pytest.mark.parametrize("text", ["", "  \n \n"])
def test_nothing_gives_nothing(text):
    assert blocks_from_text(text) == ()
