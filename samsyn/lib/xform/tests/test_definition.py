"""A form kept as JSON is the same form."""

import json

from samsyn.lib.xform import FormDefinition
from samsyn.lib.xform.tests.forms import form
from samsyn.lib.xform.tests.parity.table import table


def test_every_form_of_the_table_survives_being_stored():
    for case in table():
        made = case.compiled()
        assert FormDefinition.from_json(json.loads(json.dumps(made.to_json()))) == made


def test_items_are_found_by_path_and_by_name():
    made = form({"type": "begin group", "name": "g"}, {"type": "text", "name": "a"}, {"type": "end group"})  # fmt: skip
    assert made.by_path["/data/g/a"] is made.by_name["a"]


def test_metadata_of_the_client_is_no_question():
    made = form({"type": "start", "name": "start"}, {"type": "text", "name": "a"})
    assert [item.name for item in made.questions] == ["a"]


def test_only_single_choices_outside_rounds_are_tallied():
    made = form(
        {"type": "yes_no", "name": "a"},
        {"type": "select_multiple val", "name": "b"},
        {"type": "begin repeat", "name": "r"},
        {"type": "yes_no", "name": "c"},
        {"type": "end repeat"},
    )
    assert [item.name for item in made.coded_questions()] == ["a"]
