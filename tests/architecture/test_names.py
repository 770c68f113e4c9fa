"""Names say what is inside; the same purpose has the same file name everywhere."""

import re
from pathlib import Path

from tests.architecture import source

JUNK_DRAWERS = {
    "util",
    "utils",
    "base",
    "common",
    "helper",
    "helpers",
    "misc",
    "stuff",
    "shared",
    "various",
}
CODE = ("*.py", "*.ts", "*.tsx", "*.js", "*.mjs", "*.css", "*.html")
# Names that other projects use for what already has a name here.
OTHER_NAMES = {
    "services.py": "actions.py (a person did it) or rules.py (decided from values)",
    "managers.py": "queries.py",
    "selectors.py": "queries.py",
    "permissions.py": "access.py",
    "signals.py": "core.registry (no Django signals between packages)",
    "receivers.py": "core.registry (no Django signals between packages)",
    "handlers.py": "actions.py or views.py",
    "api.py": "interface.py (for packages) or views.py (over HTTP)",
    "constants.py": "beside what they belong to, or codes.py",
    "choices.py": "codes.py",
    "validators.py": "rules.py",
    "tests.py": "tests/test_<stem>.py",
}
VOCABULARY = {
    "__init__",
    "models",
    "queries",
    "rules",
    "actions",
    "access",
    "interface",
    "forms",
    "views",
    "urls",
    "apps",
    "admin",
    "bench",
    "registration",
    "factories",
    "conftest",
}


def junk_drawers(root: Path) -> list[str]:
    """Files and folders whose name says nothing."""
    found = []
    for under in ("samsyn", "scripts", "tests", "frontend"):
        for path in source.files(root, *CODE, under=under):
            parts = [*path.relative_to(root).parts[:-1], path.name.split(".")[0]]
            if JUNK_DRAWERS & set(parts):
                found.append(
                    f"{source.at(root, path)}: name it by what it holds, in the field's word (docs/words.md)."
                )
    return found


def other_names(root: Path) -> list[str]:
    """Files with another project's name for what has its name here."""
    return [
        f"{source.at(root, path)}: this goes into {OTHER_NAMES[path.name]}. See the table in CONTRIBUTING."
        for path in source.python(root)
        if path.name in OTHER_NAMES and "lib" not in path.relative_to(root).parts[:2]
    ]


def unexplained(root: Path) -> list[str]:
    """Files of a domain package that are neither in CONTRIBUTING's table nor named in the package's README."""
    found = []
    for package in source.domain_packages(root):
        readme = package / "README.md"
        said = set(
            re.findall(
                r"`([\w/]+?)(?:\.py|/)?`",
                readme.read_text(encoding="utf-8") if readme.exists() else "",
            )
        )
        for path in sorted(package.glob("*.py")):
            if path.stem not in VOCABULARY | said:
                found.append(
                    f"{source.at(root, path)}: not one of the names in CONTRIBUTING. Move it there, "
                    f"or say in {package.name}/README.md in one line what `{path.name}` is for."
                )
    return found


def test_no_file_is_a_junk_drawer():
    source.hold(junk_drawers(source.ROOT))


def test_the_same_purpose_has_the_same_file_name():
    source.hold(other_names(source.ROOT))


def test_files_beside_the_common_names_are_explained_in_the_package_readme():
    source.hold(unexplained(source.ROOT))


def test_planted_names_are_caught(plant):
    root = plant(
        {
            "samsyn/x/utils.py": "",
            "samsyn/x/services.py": "",
            "samsyn/x/rules.py": "",
            "frontend/common.ts": "",
        }
    )
    assert len(junk_drawers(root)) == 2
    assert "actions.py" in other_names(root)[0]


def test_a_file_of_its_own_name_needs_its_line_in_the_readme(plant):
    root = plant({"samsyn/x/receipt.py": "", "samsyn/x/README.md": "Files: `tally.py` counts."})
    assert "receipt.py" in unexplained(root)[0]
    (root / "samsyn/x/README.md").write_text("`receipt.py` writes what the officer gets.")
    assert unexplained(root) == []
