"""What is left to do says why it is left, or is done."""

import re
from pathlib import Path

from tests.architecture import source

MARK = re.compile(r"(?:#|//|/\*|<!--|\{#)\s*(TODO|FIXME|XXX|HACK)\b(.*)")
FEWEST_WORDS = 4
CODE = ("*.py", "*.html", "*.ts", "*.tsx", "*.js", "*.mjs", "*.css")


def without_reason(root: Path) -> list[str]:
    found = []
    for path in [
        p
        for under in ("samsyn", "scripts", "tests", "frontend")
        for p in source.files(root, *CODE, under=under)
    ]:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            mark = MARK.search(line)
            if mark and len(re.findall(r"\w{2,}", mark[2])) < FEWEST_WORDS:
                found.append(
                    f"{source.at(root, path, number)}: say why it is left and what must come first, or do it."
                )
    return found


def test_nothing_is_left_without_a_reason():
    source.hold(without_reason(source.ROOT))


def test_a_bare_mark_is_caught(plant):
    mark = "TO" + "DO"
    root = plant(
        {
            "samsyn/x/rules.py": f"# {mark}\n# {mark}: fix\n# {mark}: waits for the law of 2027 to say which date\n",
            "samsyn/x/templates/x/a.html": "{# FIX" + "ME #}",
        }
    )
    assert len(without_reason(root)) == 3
