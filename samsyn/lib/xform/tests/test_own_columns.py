"""Our own columns: what each cell may say, and the follow-up questions they write out."""

import pytest

from samsyn.lib.xform import READY_LIST, Own
from samsyn.lib.xform.own_columns import expand_rows, is_yes
from samsyn.lib.xform.tests.forms import form

QUESTION = {"type": f"select_one {READY_LIST}", "name": "q", "samsyn_comment": "ja", "_row": 7}


def test_a_row_without_them_is_an_ordinary_question():
    assert Own.of({"type": "text", "name": "a"}) == Own()


def test_every_column_is_read():
    own = Own.of(
        {
            "type": "select_one val", "samsyn_number": " 3A ", "samsyn_law": "MB 26:19; ; NFS 2016:8 ", "samsyn_purpose": "Läckage",
            "samsyn_guidance": "https://exempel.se", "samsyn_deviation": "nej, delvis", "samsyn_sanction_fee": "Ja",
            "samsyn_reference": "50 mg/l", "samsyn_comment": "x",
        }
    )  # fmt: skip
    assert own == Own(
        "3A", ("MB 26:19", "NFS 2016:8"), "Läckage", "https://exempel.se", ("nej", "delvis"), True, "50 mg/l", True,
    )  # fmt: skip


def test_the_ready_list_has_its_deviation_built_in_unless_the_author_says_otherwise():
    assert Own.of({"type": f"select_one {READY_LIST}"}).deviation == ("a",)
    assert Own.of({"type": f"select_one {READY_LIST}", "samsyn_deviation": "ek"}).deviation == (
        "ek",
    )


@pytest.mark.parametrize("value", ["yes", "Ja", "TRUE", "true()", "1", "x", " ja "])
def test_cells_that_say_yes(value):
    assert is_yes(value)


@pytest.mark.parametrize("value", ["", None, "no", "nej", "0", "kanske"])
def test_cells_that_do_not(value):
    assert not is_yes(value)


def test_a_comment_and_a_photo_follow_the_question_in_its_own_row():
    question, comment, photo = expand_rows([QUESTION])
    assert question is QUESTION
    assert (comment["name"], comment["type"], comment["required"]) == ("q_kommentar", "text", "yes")
    assert (photo["name"], photo["type"]) == ("q_foto", "image")
    assert {row["relevant"] for row in (comment, photo)} == {"${q} = 'a'"}
    assert {row["_row"] for row in (comment, photo)} == {7}


def test_several_deviations_ask_each():
    _, comment, _ = expand_rows([{**QUESTION, "samsyn_deviation": "a ek"}])
    assert comment["relevant"] == "${q} = 'a' or ${q} = 'ek'"


def test_a_form_that_was_downloaded_and_uploaded_again_is_not_expanded_twice():
    once = expand_rows([QUESTION])
    assert expand_rows(once) == once


def test_without_any_deviation_every_answer_offers_a_comment_and_demands_none():
    made = form({"type": "yes_no", "name": "q", "samsyn_comment": "ja"})
    comment = made.by_name["q_kommentar"]
    assert (comment.relevant.split(), comment.required) == (["/data/q", "!=", "''"], "")


def test_an_empty_cell_is_no_expression():
    (item,) = form({"type": "text", "name": "a", "relevant": "", "constraint": ""}).items
    assert (item.relevant, item.constraint) == ("", "")
