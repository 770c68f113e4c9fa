"""Every role at every address of the demo county gets what the matrix says; an address without a row is not let in."""

import logging

import pytest
from django.core.cache import cache

from samsyn.demo.multiplying import multiply
from samsyn.organisations.tests.factories import kept_for_the_file
from tests.access import matrix as matrices
from tests.access.county import build_county
from tests.access.growing import READERS, places, questions_asked
from tests.access.patterns import Address, addresses
from tests.access.people import COLUMNS
from tests.access.walking import Walk, of, walked

PACKAGES = sorted({address.package for address in addresses()})
REFUSED = {"login", "401", "403", "404", "405"}


@pytest.fixture(scope="module")
def county(django_db_setup, django_db_blocker):
    with kept_for_the_file(django_db_blocker, build_county):
        yield


@pytest.fixture
def walk(county, db):
    logging.disable(logging.CRITICAL)  # most of what is walked into is a refusal
    yield Walk()
    logging.disable(logging.NOTSET)


def faults_of(matrix: matrices.Matrix, rows: list[str]) -> list[str]:
    """What is wrong with a package's file before anybody walks."""
    how = f"python -m scripts.matrix {matrix.package} --write"
    place = f"tests/access/{matrix.package}.toml"
    stand = {**matrix.get, **matrix.post}
    closed = {row for row, said in stand.items() if set(said) <= REFUSED}
    found = [
        f"{place}: {row} has no row. Run `{how}`, then read what it says."
        for row in rows
        if row not in stand
    ]
    found += [
        f"{place}: {row} is no address any more. Take its row away."
        for row in stand
        if row not in rows
    ]
    found += [
        f"{place}: {row} has {len(said)} values, there are {len(COLUMNS)} columns (people.py)."
        for row, said in stand.items()
        if len(said) != len(COLUMNS)
    ]
    found += [
        f"{place}: nobody gets to {row}, so its row proves nothing. Name something that is there under [values] or "
        f"[own], or give the reason under [nobody]."
        for row in stand
        if row in closed and not {row, "*"} & set(matrix.nobody)
    ]
    found += [
        f"{place}: [nobody] excuses {row}, but somebody gets there. Take its line away."
        for row in matrix.nobody
        if row not in closed and (row != "*" or not closed)
    ]
    return found


@pytest.mark.parametrize("package", PACKAGES)
def test_every_address_has_its_row(package):
    faults = faults_of(matrices.read(package), [address.row for address in of(package)])
    assert not faults, "\n" + "\n".join(faults)


def differing(stands: dict[str, list[str]], found: dict[str, list[str]], method: str) -> list[str]:
    return [
        f"{method} {row}: {column} gets {got}, the matrix says {said}"
        for row, line in found.items()
        for column, got, said in zip(COLUMNS, line, stands.get(row, line), strict=True)
        if got != said
    ]


@pytest.mark.parametrize("package", PACKAGES)
def test_every_role_gets_what_the_matrix_says(walk, package):
    matrix = matrices.read(package)
    get, post = walked(walk, matrix)
    wrong = differing(matrix.get, get, "GET") + differing(matrix.post, post, "POST")
    assert not wrong, f"\ntests/access/{package}.toml\n" + "\n".join(wrong)


def test_a_file_stands_for_a_package_that_is_there():
    stand = {path.stem for path in matrices.FOLDER.glob("*.toml")}
    assert stand - set(PACKAGES) == set()


def test_an_address_without_a_row_and_a_row_without_address_are_named():
    row = ["200"] * len(COLUMNS)
    said = faults_of(matrices.Matrix("x", get={"old": row}), ["new"])
    assert "new has no row" in said[0]
    assert "old is no address any more" in said[1]


def test_a_row_that_nobody_gets_through_needs_its_reason():
    row = ["404"] * len(COLUMNS)
    assert "proves nothing" in faults_of(matrices.Matrix("x", get={"page": row}), ["page"])[0]
    excused = matrices.Matrix("x", get={"page": row}, nobody={"page": "made by a press"})
    assert faults_of(excused, ["page"]) == []
    all_excused = matrices.Matrix("x", get={"page": row}, nobody={"*": "the demo has none yet"})
    assert faults_of(all_excused, ["page"]) == []


def test_an_excuse_that_is_not_needed_any_more_is_named():
    row = ["200"] * len(COLUMNS)
    matrix = matrices.Matrix("x", get={"page": row}, nobody={"*": "none yet", "page": "none yet"})
    assert len(faults_of(matrix, ["page"])) == 2


def test_a_difference_is_told_by_role():
    stands, found = ["200"] * len(COLUMNS), ["200"] * len(COLUMNS)
    found[0] = "login"
    assert differing({"page": stands}, {"page": found}, "GET") == [
        "GET page: visitor gets login, the matrix says 200"
    ]


def test_addresses_cover_packages_and_libraries():
    rows = {(address.package, address.row) for address in addresses()}
    assert {("organisations", "why"), ("libraries", "redaktion/"), ("libraries", "konto/")} <= rows
    assert Address("campaigns", "overview", "kampanjer/<slug:slug>/").parameters == ["slug"]


@pytest.fixture(scope="module")
def grown(county, django_db_blocker):
    """How many questions each page asks before and after, by reader: the county is let to grow once for all of them."""
    wanted = {reader: places(reader) for reader in READERS}

    def both() -> list[dict[str, dict[str, int]]]:
        before = {reader: questions_asked(reader, wanted[reader]) for reader in READERS}
        multiply(3)
        cache.clear()
        return [before, {reader: questions_asked(reader, wanted[reader]) for reader in READERS}]

    with kept_for_the_file(django_db_blocker, both) as counted:
        yield counted


@pytest.mark.parametrize("reader", READERS)
def test_no_page_asks_the_database_more_when_the_county_has_grown(grown, db, reader):
    """Three times as many campaigns, objects, documents, meetings, people: and the same number of questions."""
    before, after = (counted[reader] for counted in grown)
    # One more is what is asked once about a kind of row that was not there before.
    more = {row: (before[row], n) for row, n in after.items() if n > before[row] + 1}
    assert more == {}
