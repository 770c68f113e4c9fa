"""docs/words.md is true: its packages, its names in code and its addresses are those of the program."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from tests.access.patterns import Address, addresses

ROOT = Path(__file__).resolve().parents[2]
WORDS = ROOT / "docs" / "words.md"
LATER = "(later)"
LIBRARIES = {"allauth", "wagtail"}


@dataclass(frozen=True)
class Words:
    """The two tables: rows of (Swedish, English, package, what), and address -> (package, what)."""

    rows: list[list[str]]
    addresses: dict[str, tuple[str, str]]


def read(text: str) -> Words:
    tables = [
        [cell.strip() for cell in line.strip("| ").split("|")]
        for line in text.splitlines()
        if line.startswith("|") and not line.startswith("|--")
    ]
    rows = [row for row in tables if len(row) == 4 and row[0] != "Swedish"]
    places = [row for row in tables if len(row) == 3 and row[0] != "address"]
    return Words(rows, {row[0].strip("`"): (row[1], row[2]) for row in places})


def layers() -> set[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    listed = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    return {name.strip("()") for name in listed}


def built() -> set[str]:
    return {path.parent.name for path in (ROOT / "samsyn").glob("*/__init__.py")}


def faults_in_rows(words: Words) -> list[str]:
    """Packages that are none and names that are not in their package."""
    faults = []
    for swedish, english, package, _ in words.rows:
        if package not in layers():
            faults.append(f"{swedish}: {package} is no package of ours.")
        elif package in built():
            code = _code_of(package)
            faults += [
                f"{swedish}: there is no {name} in samsyn/{package}. Give the name that the code has."
                for name in re.findall(r"`(\w+)`", english)
                if not re.search(rf"(class|def) {name}\b|^    {name} =", code, re.MULTILINE)
            ]
    return faults


def _code_of(package: str) -> str:
    files = (ROOT / "samsyn" / package).rglob("*.py")
    return "\n".join(path.read_text() for path in files if "tests" not in path.parts)


def first_part(address: Address) -> str:
    """The first part of an address, as it stands in the table."""
    head, slash, _ = address.route.partition("/")
    return f"/{head}{slash}"


def faults_in_addresses(words: Words, found: list[Address], packages: set[str]) -> list[str]:
    """Addresses without a row, with another package than the one that answers, or that nobody answers."""
    faults, answered = [], set()
    for address in found:
        prefix = first_part(address)
        answered.add(prefix)
        package, _ = words.addresses.get(prefix, ("", ""))
        if not package and address.package in packages:
            faults.append(
                f"{prefix} ({address.package}) has no row under Addresses in docs/words.md."
            )
        elif package in packages and address.package in packages and package != address.package:
            faults.append(
                f"{prefix} is {package}'s in docs/words.md, but {address.package} answers {address.route}."
            )
    faults += [
        f"{prefix}: nobody answers there. Mark it {LATER}, or take it away."
        for prefix, (_, what) in words.addresses.items()
        if prefix not in answered and LATER not in what
    ]
    return sorted(set(faults))


def test_packages_and_names_are_those_of_the_code():
    assert faults_in_rows(read(WORDS.read_text())) == []


def test_every_package_with_pages_has_its_words():
    written = {row[2] for row in read(WORDS.read_text()).rows}
    with_pages = {
        package
        for package in built() - {"config"}
        if (ROOT / "samsyn" / package / "urls.py").exists()
    }
    assert with_pages - written == set()


def test_addresses_belong_to_the_package_that_answers():
    assert faults_in_addresses(read(WORDS.read_text()), addresses(), built()) == []


def test_packages_under_addresses_are_ours_or_a_library():
    named = {package for package, _ in read(WORDS.read_text()).addresses.values()}
    assert named - layers() - LIBRARIES == set()


def test_a_word_of_no_package_and_a_name_of_no_code_are_found():
    words = read(
        "| kaka | `Cookie` | organisations | x |\n| kampanj | `Campaign` | kitchen | x |\n"
        "| kontor | `Office` | organisations | x |"
    )
    faults = faults_in_rows(words)
    assert len(faults) == 2
    assert "no Cookie in samsyn/organisations" in faults[0]
    assert "kitchen is no package" in faults[1]


def test_an_address_that_moved_is_found():
    words = read("| `/a/` | web | x |\n| `/b/` | web | x |\n| `/c/` | web | x (later) |")
    found = [
        Address("web", "a", "a/"),
        Address("campaigns", "d", "d/<int:pk>/"),
        Address("core", "a", "a/x/"),
    ]
    faults = faults_in_addresses(words, found, {"web", "campaigns", "core"})
    assert [fault.split()[0] for fault in faults] == ["/a/", "/b/:", "/d/"]
