"""The steering group's meetings, through the pages, the files and the mail."""

from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from samsyn.core.mail.interface import Mail
from samsyn.core.pdf.tests.factories import check, text_of
from samsyn.organisations.interface import Role
from samsyn.planning.models import AgendaItem, Decision, Meeting, Proposal
from samsyn.planning.tests.factories import Scene

pytestmark = pytest.mark.django_db
AFTER = datetime(2026, 12, 20, 9, tzinfo=UTC)


def call(scene: Scene, day: str = "2026-12-21") -> Meeting:
    scene.world.client(scene.coordinator).post(
        "/styrgrupp/nytt/", {"day": day, "starts_at": "09:00", "place": "Jönköping", "notice": "Läs planen."}
    )  # fmt: skip
    return Meeting.objects.get(day=day)


def post(scene: Scene, path: str, values=None, actor=None):
    return scene.world.client(actor or scene.coordinator).post(path, values or {}, follow=True)


def status(scene: Scene, path: str, actor) -> int:
    """How a page answers; a file that it hands out is read to its end, which closes it."""
    answer = scene.world.client(actor).get(path)
    if answer.streaming:
        b"".join(answer.streaming_content)
    return answer.status_code


def open_with(scene: Scene, *titles: str, day: str = "2026-12-21") -> Meeting:
    meeting = call(scene, day)
    for title in titles:
        post(scene, f"/styrgrupp/{meeting.pk}/arende/", {"title": title, "kind": "principle"})
    post(scene, f"/styrgrupp/{meeting.pk}/oppna/")
    meeting.refresh_from_db()
    return meeting


def decide(scene: Scene, item: AgendaItem, outcome: str = "approved", **values):
    given = {"outcome": outcome, "text": "Styrgruppen säger så här.", **values}
    return post(scene, f"/styrgrupp/arende/{item.pk}/besluta/", given)


def written(meeting: Meeting, *people, **values) -> dict[str, object]:
    meeting.refresh_from_db()
    return {
        "revision": meeting.revision, "present": [one.pk for one in people], "chair": people[0].pk,
        "adjusters": [one.pk for one in people[:2]], "opening": "Ordföranden öppnar mötet.", **values,
    }  # fmt: skip


def to_adjusters(scene: Scene, meeting: Meeting, *people) -> None:
    post(scene, f"/styrgrupp/{meeting.pk}/protokoll/", written(meeting, *people))
    post(scene, f"/styrgrupp/{meeting.pk}/till-justering/")


def test_the_agenda_is_built_of_what_waits_for_a_decision(scene: Scene, clock) -> None:
    scene.vote()
    scene.proposal("Ännu inte röstat om")
    clock.move_to(AFTER)
    meeting = call(scene)
    assert list(meeting.items.values_list("title", flat=True)) == [
        "Förslag 2026-01: Cisterner", "Förslag 2026-02: Små avlopp",
    ]  # fmt: skip
    page = scene.world.client(scene.steering).get("/styrgrupp/").content.decode()
    assert "står redan på en dagordning" in page


def test_a_second_meeting_on_the_same_day_is_refused(scene: Scene) -> None:
    call(scene)
    got = scene.world.client(scene.coordinator).post("/styrgrupp/nytt/", {"day": "2026-12-21"})
    assert got.status_code == 422
    assert "Välj en annan dag" in got.content.decode()
    assert Meeting.objects.count() == 1


def test_the_notice_goes_to_the_group_with_its_agenda_once_for_each_wording(
    scene: Scene, second
) -> None:
    meeting = call(scene)
    post(scene, f"/styrgrupp/{meeting.pk}/arende/", {"title": "Budget", "kind": "principle"})
    for _ in range(2):
        post(scene, f"/styrgrupp/{meeting.pk}/kalla/")
    assert sorted(Mail.objects.values_list("to", flat=True)) == [
        "berit@exempel.se", "samordnare@exempel.se", "styrgrupp@exempel.se",
    ]  # fmt: skip
    body = Mail.objects.all()[0].body
    assert "1. Budget" in body
    assert "21 december 2026" in body
    post(scene, f"/styrgrupp/{meeting.pk}/arende/", {"title": "Avgifter", "kind": "principle"})
    post(scene, f"/styrgrupp/{meeting.pk}/kalla/")
    assert Mail.objects.count() == 6


def test_a_document_is_attached_and_read_by_the_group_only(scene: Scene) -> None:
    meeting = call(scene)
    file = SimpleUploadedFile("underlag.txt", b"Underlag", content_type="text/plain")
    post(
        scene,
        f"/styrgrupp/{meeting.pk}/arende/",
        {"title": "Budget", "kind": "principle", "attachment": file},
    )
    path = f"/styrgrupp/arende/{meeting.items.get().pk}/bilaga/"
    assert b"".join(scene.world.client(scene.steering).get(path).streaming_content) == b"Underlag"
    assert scene.world.client(scene.officer).get(path).status_code == 403


def test_a_program_is_not_let_in_as_attachment_and_what_was_typed_stays(scene: Scene) -> None:
    meeting = call(scene)
    file = SimpleUploadedFile("virus.exe", b"MZ")
    got = post(
        scene,
        f"/styrgrupp/{meeting.pk}/arende/",
        {"title": "Budget", "kind": "principle", "attachment": file},
    )
    assert got.status_code == 422
    assert 'value="Budget"' in got.content.decode()
    assert not meeting.items.exists()


def test_decisions_are_numbered_through_the_year_and_over_meetings(scene: Scene, clock) -> None:
    first = open_with(scene, "Ett", "Två")
    for item in first.items.all():
        decide(scene, item)
    later = open_with(scene, "Tre", day="2026-12-28")
    decide(scene, later.items.get())
    next_year = open_with(scene, "Fyra", day="2027-02-03")
    decide(scene, next_year.items.get())
    assert list(Decision.objects.values_list("year", "paragraph")) == [
        (2026, 1), (2026, 2), (2026, 3), (2027, 1),
    ]  # fmt: skip


def test_before_the_meeting_is_open_nothing_is_decided(scene: Scene) -> None:
    meeting = call(scene)
    post(scene, f"/styrgrupp/{meeting.pk}/arende/", {"title": "Ett", "kind": "principle"})
    got = decide(scene, meeting.items.get())
    assert "Öppna mötet först" in got.content.decode()
    assert not Decision.objects.exists()


def test_a_decision_is_never_changed_but_replaced_and_both_say_so(scene: Scene) -> None:
    meeting = open_with(scene, "Ett", "Ändring av ett")
    one, two = meeting.items.all()
    decide(scene, one, text="Först så.")
    again = decide(scene, one, text="Nej, så här.")
    assert "ett beslut ändras aldrig" in again.content.decode()
    decide(scene, two, text="Nu så.", replaces=one.decision.pk)
    client = scene.world.client(scene.coordinator)
    old = client.get("/styrgrupp/beslut/2026/1/").content.decode()
    assert "Först så." in old
    assert "/styrgrupp/beslut/2026/2/" in old
    assert "/styrgrupp/beslut/2026/1/" in client.get("/styrgrupp/beslut/2026/2/").content.decode()


def test_a_yes_takes_the_proposal_into_the_plan_and_tells_its_office(scene: Scene, clock) -> None:
    scene.vote()
    clock.move_to(AFTER)
    meeting = call(scene)
    post(scene, f"/styrgrupp/{meeting.pk}/oppna/")
    Mail.objects.all().delete()
    decide(scene, meeting.items.all()[0])
    proposal = Proposal.objects.get(number="2026-01")
    assert proposal.state == "accepted"
    assert (proposal.item.plan_year.year, proposal.item.title) == (2028, "Cisterner")
    assert proposal.item.decision.paragraph == 1
    assert {mail.to for mail in Mail.objects.all()} >= {"maja@exempel.se", "olle@exempel.se"}
    assert "sa ja" in Mail.objects.all()[0].body


def test_a_no_turns_the_proposal_down_with_the_reason_told(scene: Scene, clock) -> None:
    scene.vote()
    clock.move_to(AFTER)
    meeting = call(scene)
    post(scene, f"/styrgrupp/{meeting.pk}/oppna/")
    Mail.objects.all().delete()
    decide(scene, meeting.items.all()[0], "declined", text="Juridiken är oklar.")
    proposal = Proposal.objects.get(number="2026-01")
    assert (proposal.state, proposal.reason) == ("declined", "Juridiken är oklar.")
    assert "Juridiken är oklar." in Mail.objects.all()[0].body
    page = scene.world.client(scene.officer).get("/forslag/2026-01/").content.decode()
    assert "Avslaget" in page


@pytest.mark.parametrize("work", ["andra", "arende", "protokoll"])
def test_only_the_coordinator_runs_a_meeting(scene: Scene, work: str) -> None:
    meeting = call(scene)
    path = f"/styrgrupp/{meeting.pk}/{work}/"
    assert scene.world.client(scene.steering).get(path).status_code == 403
    assert (
        scene.world.client(scene.steering).post(f"/styrgrupp/{meeting.pk}/oppna/").status_code
        == 403
    )


def test_another_collaboration_knows_nothing_of_the_meetings(scene: Scene) -> None:
    meeting = call(scene)
    stranger = scene.world.client(
        scene.world.person("annan", Role.COORDINATOR, other=True), host=scene.world.other.host
    )
    assert stranger.get(f"/styrgrupp/{meeting.pk}/").status_code == 404
    assert "21 december" not in stranger.get("/styrgrupp/").content.decode()


def test_the_notice_comes_as_pdf_with_the_agenda(scene: Scene) -> None:
    meeting = call(scene)
    post(scene, f"/styrgrupp/{meeting.pk}/arende/",
         {"title": "Budget", "kind": "principle", "background": "Pengarna räcker."})  # fmt: skip
    got = scene.world.client(scene.steering).get(f"/styrgrupp/{meeting.pk}/kallelse.pdf")
    assert "Pengarna räcker." in text_of(got.content)
    assert check(got.content) == []


def test_a_proposal_is_taken_up_without_a_vote_and_the_answer_is_told(scene: Scene) -> None:
    proposal = scene.proposal()
    meeting = call(scene)
    post(
        scene,
        f"/styrgrupp/{meeting.pk}/arende/",
        {"title": "Cisterner, brådskar", "kind": "principle", "proposal": proposal.pk},
    )
    post(scene, f"/styrgrupp/{meeting.pk}/oppna/")
    decide(scene, meeting.items.get())
    proposal.refresh_from_db()
    assert (proposal.state, meeting.items.get().kind) == ("accepted", "activity")


def test_an_address_elsewhere_is_refused_with_what_to_write(scene: Scene) -> None:
    meeting = call(scene)
    got = post(
        scene,
        f"/styrgrupp/{meeting.pk}/arende/",
        {"title": "Stöd", "kind": "guidance", "address": "https://annan.se/"},
    )
    assert got.status_code == 422
    assert "från första snedstrecket" in got.content.decode()
    assert not meeting.items.exists()


def test_day_and_place_change_until_the_meeting_is_open(scene: Scene) -> None:
    meeting = call(scene)
    path = f"/styrgrupp/{meeting.pk}/andra/"
    post(scene, path, {"day": "2026-12-22", "place": "På distans"})
    meeting.refresh_from_db()
    assert (str(meeting.day), meeting.place) == ("2026-12-22", "På distans")
    post(scene, f"/styrgrupp/{meeting.pk}/oppna/")
    late = post(scene, path, {"day": "2026-12-23"})
    assert "dag står fast" in late.content.decode()


def test_a_matter_is_changed_moved_and_taken_off(scene: Scene) -> None:
    meeting = call(scene)
    for title in ("Ett", "Två"):
        post(scene, f"/styrgrupp/{meeting.pk}/arende/", {"title": title, "kind": "principle"})
    one, two = meeting.items.all()
    post(
        scene,
        f"/styrgrupp/arende/{one.pk}/",
        {"title": "Ett, nytt", "kind": "principle", "order": 9},
    )
    assert list(meeting.items.values_list("title", flat=True)) == ["Två", "Ett, nytt"]
    post(scene, f"/styrgrupp/arende/{two.pk}/ta-bort/")
    assert meeting.items.get() == one
