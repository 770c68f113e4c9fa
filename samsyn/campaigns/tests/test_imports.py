"""An office takes in its objects from its own file: columns are chosen and remembered, every row is tried, and all rows
come in or none.
"""

import csv
import io
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django_tasks_db.models import DBTaskResult

from samsyn.campaigns.imports.work import forget_imports
from samsyn.campaigns.models import ImportMapping, ObjectImport, Submission, Tally
from samsyn.campaigns.result import picture_of
from samsyn.campaigns.tests.factories import Scene, in_state
from samsyn.core.audit.interface import AuditEntry
from samsyn.core.clock.interface import now, today
from samsyn.core.files.interface import StoredFile
from samsyn.core.jobs.interface import Work
from samsyn.organisations.interface import Role
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db
URL = "/kampanjer/verkstader/kontor/aneby/import/"
HEADINGS = ["Dnr", "Typ", "Besök", "Finns säkerhetsdatablad?", "Kommentar", "q2", "Fat", "Åtgärd", "Tid"]  # fmt: skip
MAPPING = {
    "sam_referens": "Dnr",
    "sam_objekttyp": "Typ",
    "sam_datum": "Besök",
    "sam_urval": "=risk",
    "q1": "Finns säkerhetsdatablad?",
    "q1_kommentar": "Kommentar",
    "q2": "q2",
    "antal": "Fat",
    "sam_atgard": "Åtgärd",
    "sam_minuter": "Tid",
}


def row(reference: str = "M-1", **changes: object) -> list[object]:
    values: dict[str, object] = {
        "Dnr": reference, "Typ": "Verkstad", "Besök": (today() - timedelta(days=2)).isoformat(),
        "Finns säkerhetsdatablad?": "UA", "Kommentar": "", "q2": "a", "Fat": 4, "Åtgärd": "Råd; Föreläggande", "Tid": 90,
    }  # fmt: skip
    return [({**values, **changes})[heading] for heading in HEADINGS]


def xlsx(*rows: list[object]) -> bytes:
    book = openpyxl.Workbook()
    for line in (HEADINGS, *rows):
        book.active.append(line)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def semicolons(*rows: list[object]) -> bytes:
    target = io.StringIO()
    csv.writer(target, delimiter=";").writerows([HEADINGS, *rows])
    return target.getvalue().encode("cp1252")


def kept_files() -> list[str]:
    return [file.name for file in StoredFile.objects.filter(name__startswith="objekt")]


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


class Desk:
    """An officer at the import pages."""

    def __init__(self, scene: Scene) -> None:
        self.client = scene.world.client(scene.officer)

    def upload(self, content: bytes, name: str = "objekt.xlsx"):
        return self.client.post(URL, {"file": SimpleUploadedFile(name, content)})

    def try_out(self, content: bytes, name: str = "objekt.xlsx", **mapping: str):
        answer = self.upload(content, name)
        assert answer.status_code == 302, answer.content.decode()
        answer = self.client.post(answer.url, {**MAPPING, **mapping}, follow=True)
        assert answer.status_code == 200, answer.content.decode()
        return answer

    def take_in(self):
        return self.client.post(f"{URL}{ObjectImport.objects.latest('pk').pk}/ta-in/", follow=True)


@pytest.fixture
def desk(scene: Scene) -> Desk:
    return Desk(scene)


@pytest.mark.parametrize(("name", "make"), [("objekt.xlsx", xlsx), ("objekt.csv", semicolons)])
def test_rows_become_objects_that_count(scene: Scene, desk: Desk, name: str, make) -> None:
    page = desk.try_out(make(row("M-1"), row("M-2", q2="ua", Fat="")), name)
    assert "2 objekt kan tas in" in page.content.decode()
    assert not Submission.objects.exists()
    assert "2 objekt togs in" in desk.take_in().content.decode()
    found = Submission.objects.get(reference="M-1")
    assert (found.minutes, found.measures, found.selection) == (90, ["advice", "order"], "risk")
    assert picture_of(scene.campaign).question("q2").by_code() == {
        "ua": 1,
        "a": 1,
        "ek": 0,
        "ea": 0,
    }
    assert picture_of(scene.campaign).submissions == 2
    assert AuditEntry.objects.filter(verb="campaigns.imported").count() == 1


def test_an_imported_object_opens_like_any_other(desk: Desk) -> None:
    desk.try_out(xlsx(row()))
    desk.take_in()
    pk = Submission.objects.get().pk
    page = desk.client.get(f"/kampanjer/verkstader/objekt/{pk}/")
    assert page.status_code == 200
    assert "M-1" in page.content.decode()
    assert desk.client.get(f"/kampanjer/verkstader/kontor/aneby/{pk}/").status_code == 200


def test_the_dry_run_names_row_column_and_reason(desk: Desk) -> None:
    page = desk.try_out(
        xlsx(
            row("M-1"),
            row("M-2", q2="kanske"),
            row("M-3", Besök="i fjol"),
            row("M-4", Fat="många"),
            row("M-5", **{"Finns säkerhetsdatablad?": ""}),
            row("M-6", Fat=400),
            row("M-7", Besök=(today() + timedelta(days=2)).isoformat()),
            row("M-1"),
        )
    )
    lines = {(line.row, line.column): line.text for line in page.context["problems"]}
    assert lines.keys() == {
        (3, "q2"), (4, "Besök"), (5, "Fat"), (6, "Finns säkerhetsdatablad?"), (7, "Fat"), (8, "Besök"), (9, ""),
    }  # fmt: skip
    assert lines[3, "q2"].startswith("”kanske” är inget av svaren")
    assert "rad 2" in lines[9, ""]
    text = page.content.decode()
    assert "7 rader av 8 kan inte tas in" in text
    assert not Submission.objects.exists()


def test_nothing_comes_in_while_one_row_is_wrong(desk: Desk) -> None:
    desk.try_out(xlsx(row("M-1"), row("M-2", q2="kanske")))
    assert "Några rader kan inte tas in" in desk.take_in().content.decode()
    assert not Submission.objects.exists()
    assert not Tally.objects.exists()


def test_the_same_file_again_changes_nothing(scene: Scene, desk: Desk) -> None:
    for _time in range(2):
        page = desk.try_out(xlsx(row("M-1"), row("M-2")))
        desk.take_in()
    assert "2 rader finns redan" in page.content.decode()
    assert Submission.objects.count() == 2
    assert picture_of(scene.campaign).submissions == 2


def test_a_row_added_to_the_file_comes_in_alone(desk: Desk) -> None:
    desk.try_out(xlsx(row("M-1")))
    desk.take_in()
    desk.try_out(xlsx(row("M-1"), row("M-2")))
    desk.take_in()
    assert sorted(Submission.objects.values_list("reference", flat=True)) == ["M-1", "M-2"]


def test_what_has_been_reported_by_hand_or_corrected_since_is_left_as_it_is(
    scene: Scene, desk: Desk
) -> None:
    day = (today() - timedelta(days=2)).isoformat()
    assert scene.send(scene.xml(reference="M-9", date=day)).status_code == 201
    desk.try_out(xlsx(row("M-1")))
    desk.take_in()
    page = desk.try_out(xlsx(row("M-1", q2="ua"), row("M-9")))
    assert [line.row for line in page.context["left"]] == [2, 3]
    assert "har redan rapporterats" in page.content.decode()
    assert Submission.objects.count() == 2


def test_the_columns_are_remembered_for_the_offices_next_file(desk: Desk) -> None:
    desk.try_out(xlsx(row()))
    assert ImportMapping.objects.get().mapping["antal"] == "Fat"
    answer = desk.client.get(desk.upload(xlsx(row("M-2"))).url)
    form = answer.context["form"]
    assert (form["antal"].initial, form["sam_urval"].initial) == ("Fat", "=risk")


def test_columns_called_like_their_question_are_chosen_from_the_start(desk: Desk) -> None:
    form = desk.client.get(desk.upload(xlsx(row())).url).context["form"]
    assert (form["q1"].initial, form["q2"].initial) == ("Finns säkerhetsdatablad?", "q2")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"sam_referens": ""}, "Det här fältet"),
        ({"antal": "Tid"}, "är vald för två frågor"),
    ],
)
def test_columns_that_cannot_be_keep_the_form(desk: Desk, changes: dict, sentence: str) -> None:
    url = desk.upload(xlsx(row())).url
    answer = desk.client.post(url, {**MAPPING, **changes})
    assert answer.status_code == 422
    assert sentence in answer.content.decode() or answer.context["form"].errors
    assert answer.context["form"]["q2"].value() == "q2"
    assert not ImportMapping.objects.exists()


def test_a_formula_is_data_and_where_a_value_is_needed_it_is_asked_for(desk: Desk) -> None:
    page = desk.try_out(xlsx(row("M-1", Fat="=2+2")))
    assert [(line.row, line.column) for line in page.context["problems"]] == [(2, "Fat")]
    assert "Cellen innehåller en formel" in page.content.decode()
    desk.try_out(xlsx(row("=1+1")))
    desk.take_in()
    assert Submission.objects.get().reference == "=1+1"
    export = desk.client.get("/kampanjer/verkstader/resultat/rapporter.csv?kontor=aneby")
    assert b";'=1+1;" in b"".join(export.streaming_content)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("objekt.xlsx", b"PK no zip", "skadad"),
        ("objekt.pdf", b"%PDF-1.7", "av en sort"),
        ("objekt.csv", b"Dnr;Typ\r\n", "inga rader"),
        ("objekt.csv", b"Dnr;Dnr\r\n1;2\r\n", "heter"),
        ("objekt.csv", b"Dnr\r\n" + b"1\r\n" * 5_001, "fler än 5000 rader"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    desk: Desk, name: str, content: bytes, sentence: str
) -> None:
    answer = desk.upload(content, name)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not ObjectImport.objects.exists()
    assert kept_files() == []


def test_the_file_goes_when_its_rows_are_in(
    desk: Desk, tmp_path, django_capture_on_commit_callbacks
) -> None:
    desk.try_out(xlsx(row()))
    assert kept_files() == ["objekt.xlsx"]
    stored = set(files_in(tmp_path))
    with django_capture_on_commit_callbacks(execute=True):
        desk.take_in()
    assert kept_files() == []
    assert len(stored - set(files_in(tmp_path))) == 1


def test_a_file_forgotten_for_a_week_is_removed(desk: Desk) -> None:
    desk.try_out(xlsx(row()))
    assert forget_imports(now() - timedelta(days=7)) == 0
    assert forget_imports(now() + timedelta(minutes=1)) == 1
    assert kept_files() == []
    page = desk.client.get(f"{URL}{ObjectImport.objects.get().pk}/")
    assert "har tagits bort" in page.content.decode()


def test_a_large_file_is_worked_on_in_the_background_with_progress(
    scene: Scene, desk: Desk, django_capture_on_commit_callbacks
) -> None:
    content = xlsx(*(row(f"M-{number}") for number in range(160)))
    with django_capture_on_commit_callbacks(execute=True):
        page = desk.try_out(content)
    assert "0 av 160 rader" in page.content.decode()
    work_off()
    found = ObjectImport.objects.get()
    assert found.problems == []
    assert (found.state, found.new, found.work.done) == ("tried", 160, 100)
    with django_capture_on_commit_callbacks(execute=True):
        desk.take_in()
    work_off()
    assert picture_of(scene.campaign).submissions == 160


def work_off() -> None:
    """What the worker does with the task that waits."""
    waiting = Work.objects.get(state="waiting").pk
    task = next(
        one for one in DBTaskResult.objects.all() if one.args_kwargs["args"][:1] == [waiting]
    )
    task.task.func(*task.args_kwargs["args"])


def test_what_stopped_the_worker_is_said_on_the_page(
    scene: Scene, desk: Desk, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        desk.try_out(xlsx(*(row(f"M-{number}") for number in range(160))))
    work_off()
    with django_capture_on_commit_callbacks(execute=True):
        desk.take_in()
    scene.campaign.state = "closed"
    scene.campaign.save()
    work_off()
    found = ObjectImport.objects.get()
    page = desk.client.get(f"{URL}{found.pk}/").content.decode()
    assert "Inget har tagits in. Kampanjen är avslutad" in page
    assert (found.state, Submission.objects.count()) == ("tried", 0)


def test_the_rows_that_fail_can_be_downloaded_beside_the_file(desk: Desk) -> None:
    desk.try_out(xlsx(row("M-1", q2="kanske"), row("M-2")))
    answer = desk.client.get(f"{URL}{ObjectImport.objects.get().pk}/rader.csv")
    heading, *lines = answer.content.decode("utf-8-sig").splitlines()
    assert heading == "Rad;Kolumn;Varför"
    assert len(lines) == 1
    assert lines[0].startswith("2;")
    assert "kanske" in lines[0]


def test_only_those_who_report_for_the_office_see_its_files(
    scene: Scene, desk: Desk, world: World
) -> None:
    desk.try_out(xlsx(row()))
    url = f"{URL}{ObjectImport.objects.get().pk}/"
    stranger = world.actor("habo", Role.OFFICER, world.habo)
    for client in (world.client(stranger), world.client(scene.coordinator)):
        assert client.get(URL).status_code == 403
        assert client.get(url).status_code == 403
        assert client.post(f"{url}ta-in/").status_code == 403
    own = url.replace("aneby", world.habo.slug)
    assert world.client(stranger).get(own).status_code == 404
    assert world.client().get(url).status_code == 302


def test_what_a_field_test_takes_in_never_enters_the_result(scene: Scene) -> None:
    in_state(scene, "field_test")
    desk = Desk(scene)
    desk.try_out(xlsx(row()))
    desk.take_in()
    assert Submission.objects.get().is_field_test
    assert picture_of(scene.campaign).submissions == 0


def test_a_closed_campaign_takes_no_file(scene: Scene, desk: Desk) -> None:
    scene.campaign.state = "closed"
    scene.campaign.save()
    assert desk.upload(xlsx(row())).status_code == 422
