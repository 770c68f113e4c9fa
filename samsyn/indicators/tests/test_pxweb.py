"""The API as statisticians' programs meet it: what it says about itself, what it gives, what it refuses and why."""

import csv
import io
from urllib.parse import quote

import duckdb
import openpyxl
import pytest

from samsyn.indicators.actions.definition import set_comparison_group
from samsyn.indicators.models import SavedQuery
from samsyn.indicators.tests.factories import KEY, Scene
from samsyn.indicators.views.pxweb import CALLS

pytestmark = pytest.mark.django_db
API = "/api/v2"
DATA = f"{API}/tables/{KEY}/data"


@pytest.fixture
def released(scene: Scene) -> Scene:
    scene.release(2023, aneby=(100, 2), habo=(90, 3))
    scene.release(2024, aneby=(110, 2), habo=("secrecy", 3))
    return scene


def get(scene: Scene, path: str) -> dict:
    answer = scene.world.client().get(path)
    assert answer.status_code == 200, answer.content
    return answer.json()


def detail(scene: Scene, path: str, status: int) -> str:
    answer = scene.world.client().get(path)
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["status"] == status
    return answer.json()["detail"]


def test_it_says_what_it_is_and_where_its_limits_are(released: Scene) -> None:
    config = get(released, f"{API}/config")
    assert config["apiVersion"] == "2.0.0"
    assert config["maxDataCells"] == 5_000_000
    assert config["license"].startswith("https://creativecommons.org/licenses/by/4.0")
    assert "parquet" in config["dataFormats"]


def test_tables_are_listed_page_by_page_and_searched(released: Scene) -> None:
    found = get(released, f"{API}/tables")
    assert [one["id"] for one in found["tables"]] == [KEY, f"{KEY}-lan", "nyckeltal"]
    assert found["page"]["totalElements"] == 3
    first = get(released, f"{API}/tables?pageSize=1&pageNumber=2")
    assert [one["id"] for one in first["tables"]] == [f"{KEY}-lan"]
    assert get(released, f"{API}/tables?query=finns-inte")["tables"] == []
    assert found["tables"][0]["firstPeriod"] == "2023"


def test_nothing_is_there_before_the_release(scene: Scene) -> None:
    scene.fill(scene.open(2025), scene.world.aneby, 100, 2)
    assert get(scene, f"{API}/tables")["tables"] == []
    detail(scene, f"{DATA}", 404)


def test_json_stat_is_dense_and_says_why_a_value_is_missing_twice(released: Scene) -> None:
    found = get(released, DATA)
    assert found["id"] == ["Kontor", "ContentsCode", "Tid"]
    assert len(found["value"]) == 2 * 7 * 2
    place = _place(found, Kontor="habo-mullsjo", ContentsCode="VARDE", Tid="2024")
    assert found["value"][place] is None
    assert found["status"][str(place)] == ".."
    reason = _place(found, Kontor="habo-mullsjo", ContentsCode="ORSAK", Tid="2024")
    assert found["value"][reason] == 3
    assert found["value"][_place(found, Kontor="aneby", ContentsCode="VARDE", Tid="2023")] == 50
    rule = _place(found, Kontor="aneby", ContentsCode="JAMFORBARHET", Tid="2023")
    assert found["value"][rule] == 3
    # A secret value gives away neither its numerator nor its denominator.
    for content in ("TALJARE", "NAMNARE"):
        assert (
            found["value"][_place(found, Kontor="habo-mullsjo", ContentsCode=content, Tid="2024")]
            is None
        )


def _place(found: dict, **codes: str) -> int:
    place = 0
    for name, size in zip(found["id"], found["size"], strict=True):
        place = place * size + found["dimension"][name]["category"]["index"][codes[name]]
    return place


@pytest.mark.parametrize(
    ("expression", "years"),
    [
        ("*", ["2023", "2024"]),
        ("202?", ["2023", "2024"]),
        ("top(1)", ["2024"]),
        ("TOP(1,1)", ["2023"]),
        ("bottom(1)", ["2023"]),
        ("from(2024)", ["2024"]),
        ("to(2023)", ["2023"]),
        ("range(2023,2024)", ["2023", "2024"]),
    ],
)
def test_years_are_chosen_by_expression(released: Scene, expression: str, years: list[str]) -> None:
    found = get(released, f"{DATA}?valueCodes[Tid]={quote(expression)}&valuecodes[kontor]=aneby")
    assert list(found["dimension"]["Tid"]["category"]["index"]) == years


def test_a_posted_query_gives_the_same_as_an_address(released: Scene) -> None:
    body = {"selection": [{"variableCode": "Kontor", "valueCodes": ["aneby"]}]}
    answer = released.world.client().post(DATA, body, content_type="application/json")
    assert answer.json()["value"] == get(released, f"{DATA}?valueCodes[Kontor]=aneby")["value"]


@pytest.mark.parametrize(
    ("query", "status", "sentence"),
    [
        ("?valueCodes[Kontor]=anebi", 400, "Närmast: aneby"),
        ("?valueCodes[Kontoret]=aneby", 400, "Närmast: Kontor"),
        ("?valueCodes[Tid]=top(x)", 400, "går inte att läsa"),
        ("?valueCodes[Tid]=1999*", 400, "Inget är valt för Tid"),
        ("?outputFormat=px", 400, "json-stat2, csv"),
        ("?lang=en", 400, "Bara språket sv"),
        ("?valueCodes[Tid]=2024", 403, "kontor för kontor över tid"),
    ],
)
def test_what_is_refused_says_why_and_what_to_do(
    released: Scene, query: str, status: int, sentence: str
) -> None:
    assert sentence in detail(released, DATA + query, status)


def test_an_unknown_table_names_the_nearest(released: Scene) -> None:
    assert KEY in detail(released, f"{API}/tables/{KEY[:-1]}/metadata", 404)


@pytest.mark.parametrize(
    "body",
    [
        b"nej",
        b"[]",
        b'{"selection": 3}',
        b'{"selection": [{"variableCode": 1}]}',
        b'{"selection": ["x"]}',
    ],
)
def test_a_malformed_query_is_a_problem_and_no_error(released: Scene, body: bytes) -> None:
    answer = released.world.client().post(DATA, body, content_type="application/json")
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"


def test_too_many_cells_are_refused_with_the_limit(released: Scene, monkeypatch) -> None:
    monkeypatch.setattr("samsyn.indicators.selection.MAX_CELLS", 10)
    assert "gränsen är 10" in detail(released, DATA, 403)


def test_too_many_calls_are_asked_to_wait(released: Scene) -> None:
    client = released.world.client()
    answers = [client.get(f"{API}/config") for _call in range(CALLS + 1)]
    assert {a.status_code for a in answers[:-1]} == {200}
    assert answers[-1].status_code == 429
    assert answers[-1]["Retry-After"] == "10"


def test_a_browser_elsewhere_may_call_it(released: Scene) -> None:
    answer = released.world.client().options(DATA)
    assert (answer.status_code, answer["Access-Control-Allow-Origin"]) == (204, "*")


def test_csv_excel_html_and_parquet_hold_the_same_values(released: Scene, tmp_path) -> None:
    client = released.world.client()
    text = client.get(DATA + "?outputFormat=csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert (rows[0]["Kontor"], rows[0]["År"], rows[0]["Besök per årsarbetskraft"]) == (
        "Aneby",
        "2023",
        "50.0",
    )
    assert rows[3]["Besök per årsarbetskraft, status"] == ".."
    book = openpyxl.load_workbook(io.BytesIO(client.get(DATA + "?outputFormat=xlsx").content))
    assert book["Data"]["C2"].value == 50
    assert "Avstånden skiljer." in client.get(DATA + "?outputFormat=html").content.decode()
    file = tmp_path / "t.parquet"
    file.write_bytes(client.get(DATA + "?outputFormat=parquet").content)
    found = duckdb.connect(":memory:").execute(
        f"select value, status from '{file}' where Kontor = 'habo-mullsjo' and ContentsCode = 'VARDE' order by Tid"
    )
    assert found.fetchall() == [(30.0, None), (None, "..")]


def test_never_gives_the_county_only(scene: Scene) -> None:
    scene.third_office()
    scene.redefine(comparability="never", interval="none")
    scene.release(2024, aneby=(100, 2), habo=(90, 3), tredje=(80, 2))
    assert [one["id"] for one in get(scene, f"{API}/tables")["tables"]] == [f"{KEY}-lan"]
    detail(scene, DATA, 404)
    found = get(scene, f"{API}/tables/{KEY}-lan/data")
    assert found["value"][_place(found, ContentsCode="MEDEL", Tid="2024")] == 40


def test_within_group_gives_one_table_per_group_and_none_across(scene: Scene) -> None:
    scene.redefine(comparability="within_group")
    scene.release(2024, aneby=(100, 2), habo=(90, 3))
    set_comparison_group(
        by=None, collaboration=scene.world.collaboration, key="sma", name="Små", reason="Få invånare.", offices=[scene.world.aneby],
    )  # fmt: skip
    ids = [one["id"] for one in get(scene, f"{API}/tables")["tables"]]
    assert ids == [f"{KEY}-grupp-sma", f"{KEY}-lan"]
    found = get(scene, f"{API}/tables/{KEY}-grupp-sma/data")
    assert list(found["dimension"]["Kontor"]["category"]["index"]) == ["aneby"]


def test_free_may_be_compared_in_a_single_year(scene: Scene) -> None:
    scene.redefine(comparability="free")
    scene.release(2023, aneby=(100, 2))
    scene.release(2024, aneby=(100, 2), habo=(90, 3))
    assert get(scene, DATA + "?valueCodes[Tid]=2024")["size"][0] == 2


def test_a_query_is_saved_once_at_an_address_that_stays(released: Scene) -> None:
    client = released.world.client()
    body = {"tableId": KEY, "selection": [{"variableCode": "Kontor", "valueCodes": ["aneby"]}]}
    first, second = (
        client.post(f"{API}/savedqueries", body, content_type="application/json") for _n in range(2)
    )
    assert (first.status_code, first.json()["id"]) == (201, second.json()["id"])
    assert SavedQuery.objects.count() == 1
    key = first.json()["id"]
    assert get(released, f"{API}/savedqueries/{key}")["tableId"] == KEY
    assert get(released, f"{API}/savedqueries/{key}/data")["size"][0] == 1
    bad = {"tableId": KEY, "selection": [{"variableCode": "Kontor", "valueCodes": ["nix"]}]}
    assert (
        client.post(f"{API}/savedqueries", bad, content_type="application/json").status_code == 400
    )


def test_another_collaborations_tables_are_not_here(released: Scene) -> None:
    client = released.world.client(host=released.world.other.host)
    assert client.get(f"{API}/tables").json()["tables"] == []
    assert client.get(DATA).status_code == 404


def test_the_number_of_queries_does_not_follow_the_number_of_years(
    released: Scene, django_assert_max_num_queries
) -> None:
    for year in range(2015, 2021):
        released.release(year, aneby=(100, 2), habo=(90, 3))
    with django_assert_max_num_queries(20):
        get(released, f"{API}/tables")
