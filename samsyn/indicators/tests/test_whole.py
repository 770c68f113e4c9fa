"""The table of all key figures: what stands in it, what the rule keeps out, and that it is the same as the single tables."""

import csv
import io
import json

import pytest

from samsyn.indicators import whole
from samsyn.indicators.actions.definition import make_indicator
from samsyn.indicators.actions.publishing import record_published_figures
from samsyn.indicators.selection import MAX_CELLS_OF
from samsyn.indicators.tests.factories import KEY, Scene, define

pytestmark = pytest.mark.django_db
DATA = "/api/v2/tables/nyckeltal/data"
OTHER = "andel-kontrollerade"


@pytest.fixture
def released(scene: Scene) -> Scene:
    """One figure of the office's own rounds, and one that may be compared freely."""
    scene.release(2023, aneby=(100, 2), habo=(90, 3))
    scene.release(2024, aneby=(110, 2), habo=("secrecy", 3))
    add(scene, OTHER, "free")
    return scene


def add(scene: Scene, key: str, rule: str) -> None:
    indicator = make_indicator(by=None, collaboration=scene.world.collaboration, key=key)
    definition = define(indicator, name=key, decimals=0, comparability=rule)
    place = {"area": "aneby", "area_name": "Aneby", "source_url": "https://exempel.se/"}
    rows = [{**place, "year": 2024, "value": "12.5"}, {**place, "year": 2021, "value": 7}]
    record_published_figures(by=None, definition=definition, rows=rows)


def rows(scene: Scene, query: str = "") -> list[dict[str, str]]:
    answer = scene.world.client().get(f"{DATA}?outputFormat=csv{query}")
    assert answer.status_code == 200, answer.content
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"))))


def test_it_has_every_key_figure_office_and_year_with_reason_and_rule(released: Scene) -> None:
    found = rows(released)
    assert len(found) == 2 * 2 * 3
    secret = next(
        one
        for one in found
        if one["Nyckeltal"].startswith("P.1") and one["Kontor"] != "Aneby" and one["År"] == "2024"
    )
    assert (secret["Värde"], secret["Värde, status"]) == ("", "..")
    reason = next(name for name in secret if name.startswith("Varför"))
    rule = next(name for name in secret if "ämför" in name and "status" not in name)
    assert (secret[reason], secret[rule]) == ("3", "3")


def test_values_are_those_of_the_single_table_half_up(released: Scene) -> None:
    client = released.world.client()
    query = f"{DATA}?valueCodes[Nyckeltal]={KEY}&valueCodes[Tid]=2023,2024&valueCodes[ContentsCode]=VARDE"
    one = client.get(query).json()
    single = client.get(f"/api/v2/tables/{KEY}/data?valueCodes[ContentsCode]=VARDE").json()
    assert (one["value"], one["status"]) == (single["value"], single["status"])
    last = rows(released, f"&valueCodes[Nyckeltal]={OTHER}&valueCodes[Kontor]=aneby")
    assert [line["Värde"] for line in last] == ["7", "", "13"]


@pytest.mark.parametrize("rule", ["never", "within_group"])
def test_what_may_not_be_shown_office_by_office_to_all_is_not_in_it(
    released: Scene, rule: str
) -> None:
    add(released, "hemligt", rule)
    found = released.world.client().get("/api/v2/tables/nyckeltal/metadata").json()
    assert list(found["dimension"]["Nyckeltal"]["category"]["index"]) == [OTHER, KEY]


def test_one_year_of_several_offices_is_refused_where_only_the_own_trend_may_be_followed(
    released: Scene,
) -> None:
    client = released.world.client()
    year = f"{DATA}?valueCodes[Tid]=2024"
    assert client.get(year).status_code == 403
    assert client.get(f"{year}&valueCodes[Nyckeltal]={OTHER}").status_code == 200


def test_a_large_answer_is_sent_as_it_is_read(
    released: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole_csv, whole_json = rows(released), released.world.client().get(DATA).json()
    monkeypatch.setattr("samsyn.indicators.views.pxweb.HELD_CELLS", 1)
    monkeypatch.setattr("samsyn.indicators.formats.AT_ONCE", 5)
    monkeypatch.setattr(whole, "CELLS_AT_ONCE", 1)
    answer = released.world.client().get(DATA)
    assert answer.streaming
    assert json.loads(b"".join(answer.streaming_content)) == whole_json
    assert rows(released) == whole_csv


def test_the_number_of_queries_follows_the_size_of_the_answer_only(
    released: Scene, django_assert_max_num_queries
) -> None:
    for number in range(8):
        add(released, f"fler-{number}", "free")
    with django_assert_max_num_queries(14):
        rows(released)


def test_a_spreadsheet_of_too_many_cells_is_refused_but_the_csv_is_not(
    released: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(MAX_CELLS_OF, "xlsx", 10)
    answer = released.world.client().get(f"{DATA}?outputFormat=xlsx")
    assert (answer.status_code, "gränsen är 10" in answer.json()["detail"]) == (403, True)
    assert rows(released)
