"""A changed law lists the courses that speak of it."""

import pytest

from samsyn.learning.tests.factories import make_course
from samsyn.organisations.interface import Role


@pytest.mark.parametrize(
    ("asked", "is_listed"),
    [
        ("lag=MB&kap=26&par=19", True),
        ("lag=MB&kap=26", True),
        ("lag=MB", True),
        ("lag=MB&kap=26&par=9", False),
        ("lag=MB&kap=2", False),
        ("lag=1998:899&par=38", True),
        ("lag=1998:901", False),
    ],
)
def test_a_course_is_listed_at_the_section_it_speaks_of(world, asked, is_listed):
    make_course(
        world,
        summary="Egenkontroll enligt 26 kap. 19 § miljöbalken och 38 § förordningen (1998:899).",
    )
    officer = world.client(world.person("eva", Role.OFFICER, world.aneby))
    page = officer.get(f"/handlaggarstod/lag/?{asked}").content.decode()
    assert ("Hygienlokaler" in page) == is_listed


def test_one_that_is_called_off_or_speaks_of_no_law_is_not(world):
    make_course(world, summary="Om hygien.")
    officer = world.client(world.person("eva", Role.OFFICER, world.aneby))
    assert "Hygienlokaler" not in officer.get("/handlaggarstod/lag/?lag=MB").content.decode()
