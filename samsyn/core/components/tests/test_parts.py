"""Parts say in words what they show in colour and shape."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ImproperlyConfigured
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template import Context, Template
from django.test import RequestFactory

from samsyn.core.components.figures import AnswerBar, AnswerRow, ProgressRow, ProgressRows
from samsyn.core.components.icons import UnknownIcon, draw_icon, drawings
from samsyn.core.components.pages import pagination_of
from samsyn.core.components.values import (
    Alert,
    Cell,
    Column,
    Crumb,
    DateRow,
    EmptyState,
    Fact,
    Tab,
    Table,
    TodoRow,
)


def draw(source, **values):
    text = Template("{% load samsyn swedish %}" + source).render(Context(values))
    return BeautifulSoup(text, "html.parser")


def words(element):
    return " ".join(element.get_text().split())


def test_the_last_crumb_is_the_page_itself_and_no_link():
    part = draw(
        "{% breadcrumbs c %}", c=[Crumb("Kampanjer", "/kampanjer/"), Crumb("Fordon", "/x/")]
    )
    assert [a.text for a in part.select("a")] == ["Kampanjer"]
    assert words(part.select("[aria-current=page]")[0]) == "Fordon"


def test_a_tab_says_where_you_are_and_how_much_waits():
    part = draw(
        "{% tabs t %}", t=[Tab("Översikt", "/a/", active=True), Tab("Frågor", "/b/", badge=3)]
    )
    current, questions = part.select("a")
    assert current.get("aria-current") == "page"
    assert words(questions) == "Frågor 3 väntar"


def test_a_state_of_the_status_line_has_icon_and_word():
    part = draw("{% status_line f %}", f=[Fact("Läge", "Pågår", icon="timer", tone="going")])
    (state,) = part.select("dd .state.going")
    assert words(state) == "Pågår"
    assert state.select("svg[aria-hidden=true]")


def test_a_fact_can_lead_further_and_can_be_invented():
    part = draw(
        "{% status_line f %}", f=[Fact("Checklista", "version 1.2", "/c/", exempeldata=True)]
    )
    assert part.select("dd a[href='/c/']")
    assert words(part.select("dd")[0]) == "version 1.2 exempeldata"


def test_buttons_of_equal_words_differ_for_those_who_hear_them():
    rows = [TodoRow(f"Objekt {n}", "", "/x/", "Öppna") for n in (1, 2)]
    part = draw("{% todo_rows rows %}", rows=rows)
    assert [words(a) for a in part.select("a")] == ["Öppna: Objekt 1", "Öppna: Objekt 2"]


def test_a_day_of_another_year_says_its_year():
    rows = [DateRow(date(2026, 11, 24), "Besök"), DateRow(date(2027, 1, 8), "Kurs")]
    part = draw("{% date_rows rows %}", rows=rows)
    assert [words(t) for t in part.select("time")] == ["24 nov tisdag", "8 jan 2027 fredag"]
    assert part.select("time")[1].get("datetime") == "2027-01-08"


def test_an_empty_part_offers_an_act_only_to_those_who_can_do_it():
    plain = draw("{% empty_state e %}", e=EmptyState("Inga frågor", "När ett kontor frågar."))
    act = draw("{% empty_state e %}", e=EmptyState("Inga", "Text", button="Fråga", url="/f/"))
    assert not plain.select("a")
    assert act.select("a[href='/f/']")


def test_an_alert_writes_what_it_is_given_as_text_and_not_as_markup():
    part = draw("{% alert a %}", a=Alert("<b>x</b>", "danger", "Fel."))
    assert words(part) == "Fel. <b>x</b>"
    assert part.select("[data-color=danger]")


class TestTable:
    table = Table(
        "Timmar",
        [Column("Kontor"), Column("Timmar", is_number=True)],
        [[Cell("Aneby", "/a/"), "1 038"], ["Sävsjö", Cell("–", missing="bortfall")]],
        [["Länet", "1 038"]],
    )

    def test_every_row_and_column_has_a_head(self):
        part = draw("{% data_table t %}", t=self.table)
        assert [th.get("scope") for th in part.select("thead th")] == ["col", "col"]
        assert [words(th) for th in part.select("tbody th[scope=row]")] == ["Aneby", "Sävsjö"]

    def test_a_missing_value_says_why(self):
        part = draw("{% data_table t %}", t=self.table)
        assert words(part.select("tbody td")[1]) == "– (bortfall)"

    def test_numbers_stand_to_the_right_and_the_box_can_be_scrolled_by_keyboard(self):
        part = draw("{% data_table t %}", t=self.table)
        assert all("number" in td.get("class", "") for td in part.select("td"))
        (box,) = part.select(".table-scroll")
        assert (box.get("tabindex"), box.get("role"), box.get("aria-label")) == (
            "0",
            "group",
            "Timmar",
        )

    def test_a_row_that_lacks_a_cell_is_refused(self):
        with pytest.raises(ValueError, match="a row has 1 cells and the table 2 columns"):
            Table("T", [Column("A"), Column("B")], [["1"]])


class TestBars:
    def test_an_answer_bar_is_one_picture_with_its_values_in_words(self):
        part = draw("{% answer_bar b %}", b=AnswerBar(a=3, ua=1))
        (picture,) = part.select("svg[role=img]")
        assert picture.get("aria-label") == "3 avvikelse och 1 utan avvikelse"
        assert [r["class"] for r in part.select("rect")] == [["bar-A"], ["bar-UA"]]

    def test_codes_of_answers_stand_in_the_bar_for_print_in_grey(self):
        part = draw("{% answer_bar b %}", b=AnswerBar(a=3, ua=1))
        assert [t.text.strip() for t in part.select(".bar-code")] == ["A", "UA"]

    def test_a_hidden_question_draws_nothing_that_could_be_read(self):
        rows = [AnswerRow("1", AnswerBar(a=1, ua=1), hidden="Visas när minst 5 har svarat")]
        part = draw('{% answer_rows rows "Svar" "2 objekt" %}', rows=rows)
        assert words(part.select("tbody tr")[0]) == "1 Visas när minst 5 har svarat"
        assert not part.select("svg")

    def test_progress_stands_as_number_beside_its_bar(self):
        rows = ProgressRows([ProgressRow("Eksjö", 6, 8, "Efter", "waits", "hourglass")], 0.5)
        part = draw('{% progress_rows rows "Planer" %}', rows=rows)
        assert words(part.select("tbody tr")[0]) == "Eksjö 6 av 8 Efter"
        assert part.select(".pace")[0].get("x") == "50%"

    def test_an_absent_office_says_why_in_place_of_a_bar(self):
        rows = ProgressRows([ProgressRow("Gnosjö", absent="Prioriterade annat")])
        part = draw('{% progress_rows rows "Planer" %}', rows=rows)
        assert "Prioriterade annat" in words(part)
        assert not part.select("tbody svg")


class TestIcons:
    def test_beside_a_word_it_is_silent_and_alone_it_has_a_name(self):
        assert 'aria-hidden="true"' in draw_icon("gavel")
        assert 'role="img" aria-label="Sök &lt;allt&gt;"' in draw_icon(
            "magnifying-glass", "Sök <allt>"
        )

    def test_a_name_that_is_not_in_the_set_tells_where_to_add_it(self):
        with pytest.raises(UnknownIcon, match=r"frontend/build/icons\.json"):
            draw_icon("no-such-icon")

    def test_an_installation_that_is_not_built_says_what_to_run(self, tmp_path):
        with pytest.raises(ImproperlyConfigured, match="npm run build"):
            drawings(tmp_path / "icons.json")

    def test_no_icon_brings_a_style_or_a_script(self, settings):
        for name, inner in drawings(settings.BUILD_DIR / "frontend" / "icons.json").items():
            assert "style" not in inner, name
            assert "<script" not in inner, name


class TestPagination:
    def test_a_list_on_one_page_has_no_links(self):
        assert pagination_of(Paginator(range(5), 10).page(1), QueryDict()) is None

    def test_links_keep_the_rest_of_the_address(self):
        found = pagination_of(Paginator(range(30), 10).page(2), QueryDict("omrade=avlopp&sida=2"))
        assert [link.url for link in found.links] == [f"?omrade=avlopp&sida={n}" for n in (1, 2, 3)]
        assert (found.previous, found.next) == ("?omrade=avlopp&sida=1", "?omrade=avlopp&sida=3")

    def test_far_pages_are_a_gap(self):
        found = pagination_of(Paginator(range(200), 10).page(10), QueryDict())
        assert [link.number for link in found.links] == [1, 0, 9, 10, 11, 0, 20]

    def test_the_ends_have_no_way_on_and_the_current_page_is_told(self):
        page = Paginator(range(20), 10).page(1)
        part = draw("{% pagination p %}", p=page, request=RequestFactory().get("/"))
        assert not part.select("[rel=prev]")
        assert words(part.select("[aria-current=true]")[0]) == "1"
        assert part.select("a[aria-label='Sida 2']")


def test_a_fold_works_without_scripts():
    part = draw('{% details "Så räknas det" %}<p>Exakt.</p>{% enddetails %}')
    assert words(part.select("details > summary")[0]) == "Så räknas det"
    assert part.select("details p")
