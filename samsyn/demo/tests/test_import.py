"""The demo shows an import that cannot be taken in yet, and why."""

from django.apps import apps


def test_an_office_has_a_file_of_which_two_rows_fail(demo):
    found = apps.get_model("campaigns", "ObjectImport").objects.get()
    assert (found.state, found.rows, found.failing) == ("tried", 3, 2)
    assert {(one["row"], one["code"]) for one in found.problems} == {
        (3, "not_a_choice"),
        (4, "constraint"),
    }
