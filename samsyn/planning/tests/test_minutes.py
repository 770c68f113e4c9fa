"""Minutes: written during the meeting, adjusted by two, frozen, and what is carried over."""

from io import BytesIO

import pikepdf
import pytest

from samsyn.core.mail.interface import Mail
from samsyn.core.pdf.tests.factories import check, text_of
from samsyn.core.search.interface import search
from samsyn.organisations.interface import reader_of
from samsyn.planning.privacy import extract_acts
from samsyn.planning.tests.factories import Scene
from samsyn.planning.tests.test_meetings import (
    call,
    decide,
    open_with,
    post,
    status,
    to_adjusters,
    written,
)
from samsyn.planning.waiting import minutes_waiting_for

pytestmark = pytest.mark.django_db


def test_minutes_are_written_adjusted_by_two_and_frozen_as_tagged_pdf(scene: Scene, second) -> None:
    meeting = open_with(scene, "Samsyn om cisterner")
    item = meeting.items.get()
    decide(scene, item, bias="Karin lämnar rummet.", reservations="Länsstyrelsen reserverar sig.")
    path = f"/styrgrupp/{meeting.pk}/protokoll/"
    post(
        scene,
        path,
        written(meeting, scene.steering, second) | {f"notes-{item.pk}": "Det talades länge."},
    )
    post(scene, f"/styrgrupp/{meeting.pk}/till-justering/")
    assert "/styrgrupp/" in Mail.objects.filter(to="berit@exempel.se").last().body
    assert [one.button for one in minutes_waiting_for(second)] == ["Läs protokollet"]
    post(scene, f"/styrgrupp/{meeting.pk}/justera/", actor=scene.steering)
    meeting.refresh_from_db()
    assert meeting.state == "adjusting"
    post(scene, f"/styrgrupp/{meeting.pk}/justera/", actor=second)
    meeting.refresh_from_db()
    assert meeting.state == "frozen"
    assert list(minutes_waiting_for(second)) == []
    got = scene.world.client(scene.officer).get(f"/styrgrupp/{meeting.pk}/protokoll.pdf")
    pdf = b"".join(got.streaming_content)
    assert check(pdf) == []
    text = text_of(pdf)
    for words in (
        "Det talades länge.",
        "Karin lämnar rummet.",
        "Länsstyrelsen reserverar sig.",
        "§ 1",
    ):
        assert words in text.replace("\N{NO-BREAK SPACE}", " ")
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert opened.Root.MarkInfo.Marked


def test_adjusted_minutes_stand(scene: Scene, second) -> None:
    meeting = open_with(scene, "Ett", "Två")
    one, two = meeting.items.all()
    decide(scene, one)
    to_adjusters(scene, meeting, scene.steering, second)
    for actor in (scene.steering, second):
        post(scene, f"/styrgrupp/{meeting.pk}/justera/", actor=actor)
    for got in (
        post(
            scene, f"/styrgrupp/{meeting.pk}/protokoll/", written(meeting, scene.steering, second)
        ),
        decide(scene, two),
        post(scene, f"/styrgrupp/{meeting.pk}/ta-tillbaka/"),
        post(scene, f"/styrgrupp/arende/{two.pk}/", {"title": "Annat", "kind": "principle"}),
    ):
        assert "justerat och står fast" in got.content.decode()
    two.refresh_from_db()
    assert two.title == "Två"


def test_taken_back_minutes_must_be_adjusted_by_both_again(scene: Scene, second) -> None:
    meeting = open_with(scene, "Ett")
    decide(scene, meeting.items.get())
    to_adjusters(scene, meeting, scene.steering, second)
    post(scene, f"/styrgrupp/{meeting.pk}/justera/", actor=scene.steering)
    got = post(
        scene, f"/styrgrupp/{meeting.pk}/protokoll/", written(meeting, scene.steering, second)
    )
    assert "ligger hos justerarna" in got.content.decode()
    post(scene, f"/styrgrupp/{meeting.pk}/ta-tillbaka/")
    assert not meeting.attendances.exclude(adjusted_at=None).exists()


def test_somebody_who_was_not_chosen_does_not_adjust(scene: Scene, second) -> None:
    meeting = open_with(scene, "Ett")
    decide(scene, meeting.items.get())
    to_adjusters(scene, meeting, scene.steering, scene.coordinator)
    got = post(scene, f"/styrgrupp/{meeting.pk}/justera/", actor=second)
    assert "de två som valdes" in got.content.decode()


def test_minutes_without_two_adjusters_or_decisions_are_not_sent(scene: Scene, second) -> None:
    meeting = open_with(scene, "Ett")
    none = post(scene, f"/styrgrupp/{meeting.pk}/till-justering/")
    assert "Besluta minst ett" in none.content.decode()
    decide(scene, meeting.items.get())
    got = post(
        scene,
        f"/styrgrupp/{meeting.pk}/protokoll/",
        written(meeting, scene.steering, second) | {"adjusters": [second.pk]},
    )
    assert got.status_code == 422
    assert "två personer" in got.content.decode()
    assert "Ordföranden öppnar mötet." in got.content.decode()


def test_two_who_write_at_once_do_not_overwrite_each_other(scene: Scene, second) -> None:
    meeting = open_with(scene, "Ett")
    path = f"/styrgrupp/{meeting.pk}/protokoll/"
    seen = written(meeting, scene.steering, second)
    post(scene, path, seen)
    late = post(scene, path, seen | {"opening": "Min text."})
    assert late.status_code == 422
    assert "Någon annan har sparat" in late.content.decode()
    assert "Min text." in late.content.decode()
    meeting.refresh_from_db()
    assert meeting.opening == "Ordföranden öppnar mötet."


def test_what_is_not_decided_is_carried_over_to_the_next_meeting(scene: Scene, second) -> None:
    meeting = open_with(scene, "Ett", "Två")
    decide(scene, meeting.items.all()[0])
    to_adjusters(scene, meeting, scene.steering, second)
    coming = call(scene, "2027-01-20")
    assert coming.previous == meeting
    assert [item.carried_from.title for item in coming.items.all()] == ["Två"]


def test_a_called_meeting_takes_over_what_the_one_before_did_not_reach(
    scene: Scene, second
) -> None:
    meeting = open_with(scene, "Ett", "Två")
    coming = call(scene, "2027-01-20")
    decide(scene, meeting.items.all()[0])
    to_adjusters(scene, meeting, scene.steering, second)
    assert list(coming.items.values_list("title", flat=True)) == ["Två"]


def test_the_group_reads_before_the_members_and_visitors_never(scene: Scene, second) -> None:
    meeting = open_with(scene, "Ett")
    decide(scene, meeting.items.get())
    paths = (
        f"/styrgrupp/{meeting.pk}/",
        "/styrgrupp/beslut/2026/1/",
        f"/styrgrupp/{meeting.pk}/protokoll.pdf",
    )
    for path in paths:
        assert status(scene, path, scene.steering) == 200
        assert status(scene, path, scene.officer) == 403
        assert scene.world.client().get(path).status_code == 302
    assert "§ 1" not in scene.world.client(scene.officer).get("/styrgrupp/beslut/").content.decode()
    to_adjusters(scene, meeting, scene.steering, second)
    for actor in (scene.steering, second):
        post(scene, f"/styrgrupp/{meeting.pk}/justera/", actor=actor)
    assert [status(scene, path, scene.officer) for path in paths] == [200, 200, 200]
    found = search("styrgruppen", reader_of(scene.officer, scene.world.collaboration))
    assert any(hit.url == f"/styrgrupp/{meeting.pk}/" for hit in found.hits)


def test_what_somebody_did_at_meetings_is_handed_out_to_her(scene: Scene, second) -> None:
    meeting = open_with(scene, "Ett")
    post(scene, f"/styrgrupp/{meeting.pk}/protokoll/", written(meeting, scene.steering, second))
    assert extract_acts(second.user_id)["meetings"] == ["2026-12-21"]
    assert extract_acts(scene.officer.user_id)["meetings"] == []
