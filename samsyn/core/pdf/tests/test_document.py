import pytest

from samsyn.core.pdf.interface import Document, Figure, Heading, Paragraph, Table


def test_a_heading_that_skips_a_level_is_refused_by_name():
    with pytest.raises(ValueError, match=r"Tredje.*from level 1 to 3"):
        Document("T", blocks=(Heading("Första"), Heading("Tredje", 3)))


def test_the_first_heading_is_of_level_one():
    with pytest.raises(ValueError, match="from level 0 to 2"):
        Document("T", blocks=(Paragraph("x"), Heading("Andra", 2)))


def test_going_back_up_any_number_of_levels_is_right():
    Document("T", blocks=(Heading("1"), Heading("2", 2), Heading("3", 3), Heading("1")))


@pytest.mark.parametrize("title", ["", "  "])
def test_a_document_has_a_title(title):
    with pytest.raises(ValueError, match="title"):
        Document(title)


def test_a_figure_has_an_alternative_text():
    with pytest.raises(ValueError, match="alternative text"):
        Figure("<svg/>", " ", "Bild")


@pytest.mark.parametrize(("columns", "rows"), [((), ()), (("a", "b"), (("1",),))])
def test_a_table_has_a_cell_for_every_column(columns, rows):
    with pytest.raises(ValueError, match="header"):
        Table("Tabell", columns, rows)
