"""Every package and every house of core has a README with the same five headings, written for a newcomer."""

import re
from pathlib import Path

from tests.architecture import source

HEADINGS = ["For whom", "Words", "Who may do what", "URLs", "Depends on"]


def lacking(root: Path) -> list[str]:
    found = []
    for folder in [*source.domain_packages(root), *source.houses(root)]:
        path = folder / "README.md"
        if not path.exists():
            found.append(
                f"{source.at(root, path)} is missing: one page with the headings {', '.join(HEADINGS)}."
            )
            continue
        text = path.read_text(encoding="utf-8")
        sections = {
            m[1].strip(): m[2].strip()
            for m in re.finditer(r"^## +(.+?)\n(.*?)(?=^## |\Z)", text, re.M | re.S)
        }
        missing = [heading for heading in HEADINGS if not sections.get(heading)]
        if missing:
            found.append(
                f"{source.at(root, path)}: write under `## {'`, `## '.join(missing)}` (none is an answer)."
            )
    return found


def test_every_package_has_its_page():
    source.hold(lacking(source.ROOT))


def test_a_missing_page_and_an_empty_heading_are_caught(plant):
    page = "# X\n" + "".join(f"## {heading}\nSomething.\n" for heading in HEADINGS)
    root = plant(
        {
            "samsyn/a/models.py": "",
            "samsyn/b/README.md": page,
            "samsyn/core/law/README.md": page.replace("## Words\nSomething.\n", "## Words\n"),
        }
    )
    faults = lacking(root)
    assert len(faults) == 2
    assert "samsyn/a/README.md is missing" in faults[0]
    assert "`## Words`" in faults[1]
