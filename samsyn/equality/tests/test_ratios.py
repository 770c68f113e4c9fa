"""Key figures that are shares: the offices compared with what chance gives, from what is published."""

from decimal import Decimal

import pytest

from samsyn.equality.actions import renew_overview
from samsyn.indicators.interface import Comparability, IntervalKind
from samsyn.indicators.tests.factories import KEY, Scene, define, make_scene
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db
URL = f"/jamlik-tillsyn/nyckeltal/{KEY}/"


@pytest.fixture
def scene(world: World) -> Scene:
    here = make_scene(world)
    share(here, Comparability.FREE)
    return here


def share(scene: Scene, rule: Comparability) -> None:
    scene.definition = define(
        scene.indicator, comparability=rule, interval=IntervalKind.SHARE, multiplier=Decimal(100),
        name="Genomförd planerad tillsyn", change_note="Andel.",
    )  # fmt: skip


def read(scene: Scene, path: str = URL, status: int = 200) -> str:
    renew_overview(by=None, collaboration=scene.world.collaboration)
    answer = scene.world.client().get(path)
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


def test_offices_stand_in_alphabetical_order_with_what_can_be_concluded(scene: Scene) -> None:
    scene.release(2024, aneby=(90, 100), habo=(40, 100))
    page = read(scene)
    assert "Kontoren skiljer sig mer än slumpen ger." in page
    assert page.index("Aneby") < page.index("Habo-Mullsjö")
    assert "90 av 100" in page and "<svg" in page
    assert "minst 5 kontor" in page  # the model refuses, and says how much is needed
    assert URL in read(scene, f"/nyckeltal/{KEY}/")
    assert URL in read(scene, "/jamlik-tillsyn/")


def test_the_newest_year_with_counts_is_compared(scene: Scene) -> None:
    scene.release(2023, aneby=(50, 100), habo=(50, 100))
    scene.release(2024, aneby=(10, 100), habo=("dropout", 100))
    page = read(scene)
    assert "10 av 100" in page and "inget bedömt" not in page
    assert "Bara ett kontor har bedömt" in page


def test_an_office_with_zero_objects_has_no_share_and_breaks_nothing(scene: Scene) -> None:
    scene.release(2024, aneby=(3, 10), habo=(0, 0))
    assert "3 av 10" in read(scene)


def test_what_is_no_share_of_whole_numbers_is_not_compared(scene: Scene) -> None:
    scene.release(2024, aneby=(5, 10.5), habo=(5, 10))
    assert "5 av 10" in read(scene)


@pytest.mark.parametrize("rule", [Comparability.OWN_TREND, Comparability.NEVER])
def test_what_may_not_be_compared_is_not(scene: Scene, rule: Comparability) -> None:
    share(scene, rule)
    scene.release(2024, aneby=(9, 10), habo=(4, 10))
    read(scene, status=404)


def test_before_anything_is_published_there_is_no_page(scene: Scene) -> None:
    read(scene, status=404)
