"""Every act is a keyword-only function with `by`, and a view never writes by itself."""

import ast
from pathlib import Path

from tests.architecture import source

WRITES = {
    "save",
    "create",
    "delete",
    "update",
    "bulk_create",
    "bulk_update",
    "get_or_create",
    "update_or_create",
}
# Dictionaries and forms have methods of these names too.
NOT_ROWS = {
    "dict",
    "context",
    "headers",
    "params",
    "query",
    "GET",
    "POST",
    "hashlib",
    "digest",
    "data",
    "session",
}


def actions_files(root: Path) -> list[Path]:
    return [
        p
        for p in source.python(root, tests=False)
        if p.name == "actions.py" or p.parent.name == "actions"
    ]


def views_files(root: Path) -> list[Path]:
    return [
        p
        for p in source.python(root, tests=False)
        if p.name == "views.py" or p.parent.name == "views"
    ]


def wrong_actions(root: Path) -> list[str]:
    """Public functions of actions that can be called without saying who, or by position."""
    found = []
    for path in actions_files(root):
        for node in source.tree(path).body:
            if not isinstance(node, source.FUNCTIONS) or node.name.startswith("_"):
                continue
            place = source.at(root, path, node.lineno)
            if node.args.args or node.args.posonlyargs:
                found.append(
                    f"{place}: {node.name} takes arguments by position; write `def {node.name}(*, by: …, …)`."
                )
            if "by" not in {argument.arg for argument in node.args.kwonlyargs}:
                found.append(
                    f"{place}: {node.name} does not say who; add `by` (rules that nobody does belong in rules.py)."
                )
    return found


def writing_views(root: Path) -> list[str]:
    found = []
    for path in views_files(root):
        for node in ast.walk(source.tree(path)):
            if not (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in WRITES
            ):
                continue
            owner = ast.unparse(node.func.value)
            if owner.split(".")[-1].split("(")[0] in NOT_ROWS:
                continue
            found.append(
                f"{source.at(root, path, node.lineno)}: {owner}.{node.func.attr}(…) in a view. "
                "What a person did is an action (actions.py): atomic, audited, with `by`."
            )
    return found


def test_every_action_says_who():
    source.hold(wrong_actions(source.ROOT))


def test_no_view_writes():
    source.hold(writing_views(source.ROOT))


def test_an_action_without_by_and_one_by_position_are_caught(plant):
    root = plant(
        {
            "samsyn/x/actions.py": "def start(campaign, *, by):\n    ...\n\ndef close(*, campaign):\n    ...\n\ndef _part(a):\n    ...\n",
            "samsyn/x/actions/report.py": "def publish(*, by, report):\n    ...\n",
        }
    )
    assert [fault.split(": ")[1].split(" ")[0] for fault in wrong_actions(root)] == [
        "start",
        "close",
    ]


def test_a_writing_view_is_caught(plant):
    root = plant(
        {
            "samsyn/x/views.py": "def a(request, form):\n    form.save()\n    X.objects.create(a=1)\n    context.update(b=2)\n"
        }
    )
    assert len(writing_views(root)) == 2
