"""Downloads of a campaign: who gets which rows, in which form, and what never leaves."""

import csv
import io
from uuid import uuid4

import duckdb
import openpyxl
import pytest

from samsyn.campaigns.models import Submission
from samsyn.campaigns.tests.factories import Scene
from samsyn.core.audit.interface import AuditEntry
from samsyn.organisations.interface import Role
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db
BASE = "/kampanjer/verkstader/resultat/"
ROWS = BASE + "rapporter"


@pytest.fixture
def sent(scene: Scene) -> Scene:
    scene.send(
        scene.xml(
            uuid4(),
            reference="=1+1",
            q1="a",
            q2="ua",
            comment='Fat; "rostigt"\nunder tak',
            antal="7",
        )
    )
    scene.send(scene.xml(uuid4(), reference="DNR-2", q1="a", comment="@SUM(A1)"))
    return scene


def body(answer) -> bytes:
    assert answer.status_code == 200, answer.status_code
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def rows_of(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_those_who_run_the_campaign_get_every_object_without_reference_and_free_text(
    sent: Scene,
) -> None:
    rows = rows_of(body(sent.world.client(sent.coordinator).get(f"{ROWS}.csv")))
    assert len(rows) == 2
    assert {row["kontor"] for row in rows} == {sent.office.name}
    assert sorted((row["q1"], row["q2"], row["antal"]) for row in rows) == [
        ("a", "a", ""),
        ("a", "ua", "7"),
    ]
    assert {row["atgarder"] for row in rows} == {"advice order"}
    assert {"referens", "q1_kommentar"}.isdisjoint(rows[0])


def test_an_office_gets_its_own_objects_whole_and_no_formula_runs(sent: Scene) -> None:
    rows = rows_of(body(sent.world.client(sent.officer).get(f"{ROWS}.csv?kontor=aneby")))
    assert {row["referens"] for row in rows} == {"'=1+1", "DNR-2"}
    assert {row["q1_kommentar"] for row in rows} == {
        'Fat; "rostigt"\nunder tak',
        "'@SUM(A1)",
    }


@pytest.mark.parametrize("kind", ["csv", "xlsx", "parquet"])
def test_another_office_gets_nothing_of_it(sent: Scene, world: World, kind: str) -> None:
    sent.send(sent.xml(uuid4(), reference="HEMLIG-9"))
    stranger = world.actor("habo", Role.OFFICER, world.habo)
    client = world.client(stranger)
    assert client.get(f"{ROWS}.{kind}?kontor=aneby").status_code == 403
    assert b"HEMLIG-9" not in body(client.get(f"{ROWS}.{kind}"))
    assert rows_of(body(client.get(f"{ROWS}.csv"))) == []


@pytest.mark.parametrize("role", [Role.REGION, Role.STEERING, Role.EDITOR, Role.ADMINISTRATOR])
def test_members_who_neither_run_it_nor_sit_in_an_office_get_no_objects(
    sent: Scene, world: World, role: str
) -> None:
    client = world.client(world.actor("annan-roll", role))
    assert client.get(f"{ROWS}.csv").status_code == 403
    assert client.get(f"{ROWS}-dataordbok.csv").status_code == 403


def test_visitors_and_other_collaborations_get_no_objects(sent: Scene, world: World) -> None:
    assert world.client().get(f"{ROWS}.csv").status_code == 302
    stranger = world.person("annan", Role.COORDINATOR, other=True)
    assert world.client(stranger, host=world.other.host).get(f"{ROWS}.csv").status_code == 404


def test_a_kind_that_does_not_exist_is_not_found(sent: Scene) -> None:
    assert sent.world.client(sent.coordinator).get(f"{ROWS}.ods").status_code == 404


def test_withdrawn_objects_and_drafts_are_not_among_the_rows(sent: Scene) -> None:
    client = sent.world.client(sent.officer)
    gone = Submission.objects.get(reference="DNR-2").pk
    client.post(f"/kampanjer/verkstader/objekt/{gone}/ta-tillbaka/", {"reason": "Fel objekt"})
    client.put(
        f"/kampanjer/verkstader/kontor/aneby/{uuid4()}/utkast/",
        sent.xml(uuid4()),
        content_type="application/xml",
    )
    rows = rows_of(body(client.get(f"{ROWS}.csv?kontor=aneby")))
    assert [row["referens"] for row in rows] == ["'=1+1"]


def test_the_workbook_holds_numbers_days_and_texts_and_no_formula(sent: Scene) -> None:
    content = body(sent.world.client(sent.officer).get(f"{ROWS}.xlsx?kontor=aneby"))
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet, dictionary = book.worksheets
    heads = [cell.value for cell in sheet[1]]
    assert sheet.max_row == 3
    cells = {name: [sheet.cell(row, heads.index(name) + 1) for row in (2, 3)] for name in heads}
    assert all(cell.data_type != "f" for found in cells.values() for cell in found)
    assert {cell.value for cell in cells["referens"]} == {"'=1+1", "DNR-2"}
    assert 7 in {cell.value for cell in cells["antal"]}
    visited = Submission.objects.values_list("visited_on", flat=True)[0]
    assert {cell.value.date() for cell in cells["besoksdatum"]} == {visited}
    words = {row[0].value: row[1].value for row in dictionary.iter_rows(min_row=2)}
    assert words["q1"] == "Finns säkerhetsdatablad?"


def test_parquet_has_types_that_programs_count_with(sent: Scene, tmp_path) -> None:
    target = tmp_path / "rader.parquet"
    target.write_bytes(body(sent.world.client(sent.coordinator).get(f"{ROWS}.parquet")))
    found = duckdb.sql(
        f"SELECT sum(minuter), sum(antal), max(besoksdatum), count(*) FILTER (q2 = 'a') FROM '{target}'"
    ).fetchall()[0]
    visited = Submission.objects.values_list("visited_on", flat=True)[0]
    assert found == (180.0, 7.0, visited, 1)


def test_the_dictionary_says_what_each_code_means(sent: Scene) -> None:
    client = sent.world.client(sent.coordinator)
    content = body(client.get(f"{ROWS}-dataordbok.csv")).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(content), delimiter=";"))
    names = [row[0] for row in rows]
    heads = next(csv.reader(io.StringIO(body(client.get(f"{ROWS}.csv")).decode("utf-8-sig")), delimiter=";"))  # fmt: skip
    assert set(heads) <= set(names)
    assert ["q1", "a", "A"] in [[row[0], row[4], row[6]] for row in rows if len(row) > 6]
    assert "MB 26 kap. 19 §" in content


def test_each_download_leaves_a_line_that_says_whether_free_text_went_along(sent: Scene) -> None:
    body(sent.world.client(sent.coordinator).get(f"{ROWS}.csv"))
    body(sent.world.client(sent.officer).get(f"{ROWS}.xlsx?kontor=aneby"))
    lines = AuditEntry.objects.filter(verb="campaigns.exported").order_by("pk")
    assert [(line.actor_id, line.changes["personal_data"]) for line in lines] == [
        (sent.coordinator.user_id, False),
        (sent.officer.user_id, True),
    ]


def test_the_number_of_questions_to_the_database_does_not_grow_with_the_rows(
    sent: Scene, django_assert_max_num_queries
) -> None:
    client = sent.world.client(sent.coordinator)
    for number in range(6):
        sent.send(sent.xml(uuid4(), reference=f"DNR-{number}"))
    with django_assert_max_num_queries(25):
        assert len(rows_of(body(client.get(f"{ROWS}.csv")))) == 8


def test_numbers_have_a_decimal_comma(world: World, sent: Scene) -> None:
    found = Submission.objects.get(reference="DNR-2")
    parts = found.row.split(",")
    parts[-1] = "2.5"
    Submission.objects.filter(pk=found.pk).update(row=",".join(parts))
    rows = rows_of(body(world.client(sent.coordinator).get(f"{ROWS}.csv")))
    assert "2,5" in {row["antal"] for row in rows}


def test_members_get_the_tables_as_they_see_them_with_small_numbers_hidden(sent: Scene) -> None:
    client = sent.world.client(sent.officer)
    assert client.get(BASE + "tabell.csv").status_code == 404
    sent.campaign.state = "closed"
    sent.campaign.save()
    content = body(client.get(BASE + "tabell.csv")).decode("utf-8-sig")
    question = next(row for row in csv.reader(io.StringIO(content), delimiter=";") if row[1:2] == ["Finns invallning?"])  # fmt: skip
    assert question[2:7] == [".."] * 5
    assert sent.world.client().get(BASE + "tabell.csv").status_code == 404


def test_those_who_run_it_get_the_tables_whole(sent: Scene) -> None:
    content = body(sent.world.client(sent.coordinator).get(BASE + "tabell.csv")).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(content), delimiter=";"))
    question = next(row for row in rows if row[1:2] == ["Finns invallning?"])
    assert question[2:8] == ["1", "1", "0", "0", "2", "0,5000"]


def test_the_result_page_links_to_what_the_reader_may_take(sent: Scene) -> None:
    page = sent.world.client(sent.coordinator).get(BASE).content.decode()
    assert f"{ROWS}.parquet" in page
    sent.campaign.state = "closed"
    sent.campaign.save()
    page = sent.world.client(sent.officer).get(BASE).content.decode()
    assert f"{ROWS}.csv?kontor=aneby" in page
    assert f'{ROWS}.csv"' not in page
