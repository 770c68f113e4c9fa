"""An office's report as its people fill it in: saved as it goes, judged beside what it gives, signed off."""

import re
from collections.abc import Mapping

import pytest
from django.http import HttpResponse
from django.test import Client

from samsyn.core.audit.interface import AuditEntry
from samsyn.indicators.models import Entry, Report
from samsyn.indicators.tests.factories import STAFF, VISITS, Scene

pytestmark = pytest.mark.django_db
REPORT = "/nyckeltal/insamling/2025/aneby/"


def as_it_goes(client: Client, boxes: Mapping[str, str]) -> HttpResponse:
    """What the page sends when somebody leaves a box."""
    return client.post(REPORT, boxes, headers={"HX-Request": "true"})  # type: ignore[return-value]


def boxes(visits: str = "", staff: str = "", *, revision: int = 0, **more: str) -> dict[str, str]:
    sent = {f"{VISITS}-value": visits, f"{STAFF}-value": staff}
    sent |= {f"{VISITS}-revision": str(revision), f"{STAFF}-revision": str(revision)}
    return sent | {name.replace("__", "-"): value for name, value in more.items()}


def text_of(answer: object) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())  # type: ignore[attr-defined]


def saved() -> dict[str, object]:
    return dict(Entry.objects.values_list("key", "value"))


def test_a_number_is_saved_when_its_box_is_left(scene: Scene) -> None:
    scene.open()
    answer = as_it_goes(scene.world.client(scene.officer), boxes("120"))
    assert answer.status_code == 200
    assert saved() == {VISITS: 120}
    assert re.search(r"Sparat \d\d\.\d\d", text_of(answer))


def test_the_answer_is_a_piece_of_the_page_and_not_the_whole(scene: Scene) -> None:
    scene.open()
    text = text_of(as_it_goes(scene.world.client(scene.officer), boxes("120")))
    assert "<html" not in text
    for piece in ("saved", "standing", f"{VISITS}-said", f"{VISITS}-revision"):
        assert re.search(rf'id="{piece}"[^>]*hx-swap-oob="true"', text), piece


def test_the_page_sends_itself_when_a_box_changes_and_works_without_scripts_too(
    scene: Scene,
) -> None:
    scene.open()
    text = text_of(scene.world.client(scene.officer).get(REPORT))
    assert f'hx-post="{REPORT}"' in text and 'hx-trigger="change"' in text
    assert re.search(r'<form [^>]*method="post"', text)
    assert re.search(r'<button [^>]*name="do" value="save"', text)


def test_saving_goes_on_with_the_revision_of_the_answer(scene: Scene) -> None:
    scene.open()
    client = scene.world.client(scene.officer)
    first = text_of(as_it_goes(client, boxes("120")))
    assert f'id="{VISITS}-revision" value="1"' in first
    as_it_goes(client, boxes("121") | {f"{VISITS}-revision": "1"})
    assert saved() == {VISITS: 121}
    assert Entry.objects.get(key=VISITS).revision == 2


def test_one_number_that_cannot_be_right_keeps_no_other_back(scene: Scene) -> None:
    scene.open()
    answer = as_it_goes(scene.world.client(scene.officer), boxes("-4", "2,5"))
    assert saved() == {STAFF: pytest.approx(2.5)}
    assert "kan inte vara lägre än 0" in text_of(answer)


def test_a_number_that_cannot_be_read_is_told_beside_its_box(scene: Scene) -> None:
    scene.open()
    answer = as_it_goes(scene.world.client(scene.officer), boxes("många", "2,5"))
    assert "är inte ett tal" in text_of(answer)
    assert VISITS not in saved()


def test_nothing_is_divided_by_zero_as_it_goes_either(scene: Scene) -> None:
    scene.open()
    answer = as_it_goes(scene.world.client(scene.officer), boxes("10", "0"))
    assert "Det går inte att dela med 0" in text_of(answer)
    assert saved() == {VISITS: 10}


def test_a_box_that_was_not_sent_is_left_alone(scene: Scene) -> None:
    scene.open()
    client = scene.world.client(scene.officer)
    as_it_goes(client, boxes("120", "2,5"))
    as_it_goes(client, {f"{VISITS}-value": "130", f"{VISITS}-revision": "1"})
    assert saved() == {VISITS: 130, STAFF: pytest.approx(2.5)}


def test_a_number_that_somebody_else_changed_is_shown_and_the_rest_is_saved(scene: Scene) -> None:
    scene.open()
    as_it_goes(scene.world.client(scene.manager), boxes("120"))
    mine = as_it_goes(scene.world.client(scene.officer), boxes("130", "2,5"))
    assert "Någon annan har under tiden sparat 120" in text_of(mine)
    assert saved() == {VISITS: 120, STAFF: pytest.approx(2.5)}


def test_leaving_another_box_does_not_settle_the_conflict(scene: Scene) -> None:
    """The old revision stays on the page until she presses Save: only then has she chosen."""
    scene.open()
    as_it_goes(scene.world.client(scene.manager), boxes("120"))
    client = scene.world.client(scene.officer)
    mine = text_of(as_it_goes(client, boxes("130", "2,5")))
    assert f'id="{VISITS}-revision"' not in mine
    as_it_goes(client, boxes("130", "2,6"))
    assert saved()[VISITS] == 120
    chosen = client.post(REPORT, boxes("130", "2,5"))
    assert chosen.status_code == 409
    assert re.search(rf'name="{VISITS}-revision" value="1"', text_of(chosen))


def test_a_report_signed_off_meanwhile_takes_nothing_more(scene: Scene) -> None:
    scene.fill(scene.open(), scene.world.aneby, 100, 2)
    answer = as_it_goes(scene.world.client(scene.officer), boxes("99", revision=1))
    assert "Redovisningen är underskriven" in text_of(answer)
    assert saved()[VISITS] == 100


def test_every_change_is_in_the_trail_once(scene: Scene) -> None:
    scene.open()
    client = scene.world.client(scene.officer)
    as_it_goes(client, boxes("120"))
    as_it_goes(client, boxes("120", revision=1))
    assert AuditEntry.objects.filter(verb="indicators.entered").count() == 1


def test_a_stranger_saves_nothing_as_it_goes(scene: Scene) -> None:
    scene.open()
    assert as_it_goes(scene.world.client(scene.stranger), boxes("1")).status_code == 403
    assert saved() == {}


def test_the_office_sees_what_its_numbers_give_before_anybody_else(scene: Scene) -> None:
    scene.release(2024, aneby=(100, 2))
    scene.open()
    text = text_of(as_it_goes(scene.world.client(scene.officer), boxes("150", "2,5")))
    assert "<strong>60,0</strong> besök per årsarbetskraft" in text
    assert "Förra året: 50,0" in text


def test_what_is_not_whole_gives_no_figure(scene: Scene) -> None:
    scene.open()
    text = text_of(as_it_goes(scene.world.client(scene.officer), boxes("150")))
    assert "<strong>–</strong> besök per årsarbetskraft" in text
    assert "Årsarbetskrafter: ett tal, eller varför det saknas" in text


def test_the_sign_off_comes_when_the_last_box_is_filled(scene: Scene) -> None:
    scene.open()
    manager = scene.world.client(scene.manager)
    assert 'value="sign"' not in text_of(as_it_goes(manager, boxes("150")))
    assert 'value="sign"' in text_of(as_it_goes(manager, boxes("150", "2,5", revision=1)))


def test_an_officer_is_told_that_the_manager_signs_off(scene: Scene) -> None:
    scene.open()
    text = text_of(as_it_goes(scene.world.client(scene.officer), boxes("150", "2,5")))
    assert 'value="sign"' not in text
    assert "chef skriver under" in text


def test_a_deviation_is_explained_before_the_report_is_signed_off(scene: Scene) -> None:
    scene.open()
    manager = scene.world.client(scene.manager)
    manager.post(REPORT, boxes("150", "2,5", **{f"{VISITS}__deviation": "system"}))
    manager.post(REPORT, {"do": "sign"})
    assert Report.objects.get(office=scene.world.aneby).state == "started"
    said = {f"{VISITS}__deviation": "system", f"{VISITS}__comment": "Nytt ärendesystem i mars."}
    manager.post(REPORT, boxes("150", "2,5", revision=1, **said))
    manager.post(REPORT, {"do": "sign"})
    assert Report.objects.get(office=scene.world.aneby).state == "signed"


def test_a_deviation_stands_open_on_the_page_and_is_read_by_the_coordinator(scene: Scene) -> None:
    scene.open()
    officer = scene.world.client(scene.officer)
    said = {f"{VISITS}__deviation": "vacancy", f"{VISITS}__comment": "Vakans i juni."}
    officer.post(REPORT, boxes("150", "2,5", **said))
    assert '<details class="fold" open>' in text_of(officer.get(REPORT))
    text = text_of(scene.world.client(scene.coordinator).get(REPORT))
    assert "Vakans en del av året" in text or "Vakans under året" in text


def test_a_signed_report_names_who_signed_it_and_when(scene: Scene) -> None:
    scene.fill(scene.open(), scene.world.aneby, 100, 2)
    text = text_of(scene.world.client(scene.officer).get(REPORT))
    assert f"{scene.manager.person.name}, " in text
    assert "hx-post" not in text
