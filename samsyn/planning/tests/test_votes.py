"""Votes, through the pages, the files and the daily job."""

from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest
from docx import Document

from samsyn.core.mail.interface import Mail
from samsyn.core.registry.interface import personal_erasers, personal_extracts
from samsyn.planning.models import Ballot, ColleagueView, Vote
from samsyn.planning.tests.factories import Scene
from samsyn.planning.waiting import calendar_of, remind_voters, waiting_for

pytestmark = pytest.mark.django_db
AFTER = datetime(2026, 12, 20, 9, tzinfo=UTC)


def said(
    vote: Vote, *stances: str, revision: int = 0, reason: str = "Vi hinner inte."
) -> dict[str, object]:
    values: dict[str, object] = {"revision": revision}
    for item, stance in zip(vote.items.all(), stances, strict=True):
        values[f"stance-{item.pk}"] = stance
        values[f"reason-{item.pk}"] = reason if stance == "no" else ""
    return values


def answer(scene: Scene, actor, vote: Vote, values):
    return scene.world.client(actor).post(f"/omrostning/{vote.pk}/svara/", values)


def text_of(scene: Scene, actor, vote: Vote) -> str:
    return scene.world.client(actor).get(f"/omrostning/{vote.pk}/").content.decode()


def test_the_coordinator_makes_a_vote_and_the_proposals_offices_are_told(scene: Scene) -> None:
    pks = [scene.proposal(title).pk for title in ("Ett", "Två")]
    values = {
        "title": "Vad gör vi 2028?", "method": "rank", "points": 10, "plan_year": 2028,
        "opens": "2026-12-01", "closes": "2027-02-26", "proposals": pks,
    }  # fmt: skip
    scene.world.client(scene.coordinator).post("/omrostning/ny/", values)
    vote = Vote.objects.get()
    assert [item.proposal.state for item in vote.items.all()] == ["voting", "voting"]
    assert "26 februari 2027" in Mail.objects.all()[0].body


@pytest.mark.parametrize(
    ("change", "sentence"),
    [({"closes": "2026-11-01"}, "sista dagen"), ({"proposals": 1}, "minst två")],
)
def test_a_vote_that_cannot_be_held_is_refused_with_what_to_do(
    scene: Scene, change, sentence: str
) -> None:
    pks = [scene.proposal(title).pk for title in ("Ett", "Två")]
    values = {"title": "V", "method": "rank", "points": 10, "plan_year": 2028, "opens": "2026-12-01",
              "closes": "2027-02-26", "proposals": pks} | change  # fmt: skip
    if change.get("proposals"):
        values["proposals"] = pks[:1]
    got = scene.world.client(scene.coordinator).post("/omrostning/ny/", values)
    assert got.status_code == 422
    assert sentence in got.content.decode().lower()
    assert not Vote.objects.exists()


def test_only_the_coordinator_makes_votes(scene: Scene) -> None:
    assert scene.world.client(scene.manager).get("/omrostning/ny/").status_code == 403


def test_the_office_answers_once_and_what_it_said_is_closed_until_the_last_day(
    scene: Scene, clock
) -> None:
    vote = scene.vote()
    answer(scene, scene.contact, vote, said(vote, "yes", "no"))
    assert Ballot.objects.get().lines.count() == 2
    during = text_of(scene, scene.neighbour, vote)
    assert "1 av 2" in during
    assert "Vi hinner inte." not in during
    clock.move_to(AFTER)
    after = text_of(scene, scene.neighbour, vote)
    assert "Vi hinner inte." in after
    assert "Ja: 1, Nej: 0, Avstår: 0" in after


def test_two_people_of_one_office_do_not_overwrite_each_other(scene: Scene) -> None:
    vote = scene.vote()
    answer(scene, scene.contact, vote, said(vote, "yes", "yes"))
    late = answer(scene, scene.manager, vote, said(vote, "abstain", "abstain"))
    assert late.status_code == 422
    assert "Olle Provman har svarat" in late.content.decode()
    assert set(Ballot.objects.get().lines.values_list("stance", flat=True)) == {"yes"}
    answer(scene, scene.manager, vote, said(vote, "abstain", "abstain", revision=1))
    ballot = Ballot.objects.get()
    assert (ballot.answered_by_id, ballot.revision) == (scene.manager.pk, 2)
    assert set(ballot.lines.values_list("stance", flat=True)) == {"abstain"}


def test_a_no_without_a_reason_is_refused_and_the_choices_stay(scene: Scene) -> None:
    vote = scene.vote()
    got = answer(scene, scene.contact, vote, said(vote, "yes", "no", reason=""))
    assert got.status_code == 422
    assert "Små avlopp" in got.content.decode()
    assert not Ballot.objects.exists()


def test_after_the_last_day_the_answer_is_refused_with_what_to_do(scene: Scene, clock) -> None:
    vote = scene.vote()
    clock.move_to(AFTER)
    got = answer(scene, scene.contact, vote, said(vote, "yes", "yes"))
    assert got.status_code == 422
    assert "länssamordnaren" in got.content.decode()
    assert not Ballot.objects.exists()


def test_before_the_first_day_the_answer_waits(scene: Scene) -> None:
    vote = scene.vote(opens=2)
    assert (
        "öppnar den 25 november 2026"
        in answer(scene, scene.contact, vote, said(vote, "yes", "yes")).content.decode()
    )


def test_points_that_do_not_add_up_are_refused_with_both_numbers(scene: Scene) -> None:
    vote = scene.vote("points")
    one, two = vote.items.all()
    got = answer(
        scene, scene.contact, vote, {f"number-{one.pk}": 7, f"number-{two.pk}": 4, "revision": 0}
    )
    assert "11" in got.content.decode()
    assert not Ballot.objects.exists()
    answer(
        scene, scene.contact, vote, {f"number-{one.pk}": 7, f"number-{two.pk}": 3, "revision": 0}
    )
    assert [line.number for line in Ballot.objects.get().lines.order_by("item__order")] == [7, 3]


def test_a_tie_is_marked_and_left_to_the_steering_group(scene: Scene, clock) -> None:
    vote = scene.vote("rank")
    one, two = vote.items.all()
    answer(
        scene, scene.contact, vote, {f"number-{one.pk}": 1, f"number-{two.pk}": 2, "revision": 0}
    )
    answer(
        scene, scene.neighbour, vote, {f"number-{one.pk}": 2, f"number-{two.pk}": 1, "revision": 0}
    )
    clock.move_to(AFTER)
    text = text_of(scene, scene.officer, vote)
    assert text.count("Lika") >= 2
    assert "plats 1: 1, plats 2: 1" in text


def test_an_officer_says_her_view_and_does_not_answer(scene: Scene) -> None:
    vote = scene.vote()
    assert scene.world.client(scene.officer).get(f"/omrostning/{vote.pk}/svara/").status_code == 403
    scene.world.client(scene.officer).post(
        f"/omrostning/{vote.pk}/", {"text": "Cisternerna är viktigast."}
    )
    path = f"/omrostning/{vote.pk}/svara/"
    assert (
        "Cisternerna är viktigast." in scene.world.client(scene.contact).get(path).content.decode()
    )
    assert (
        "Cisternerna är viktigast."
        not in scene.world.client(scene.neighbour).get(path).content.decode()
    )


def test_a_view_is_handed_out_to_its_writer_and_erased_with_her(scene: Scene) -> None:
    vote = scene.vote()
    scene.world.client(scene.officer).post(f"/omrostning/{vote.pk}/", {"text": "Cisternerna."})
    user = scene.officer.user_id
    extracts = dict(zip(personal_extracts.owners(), personal_extracts.providers(), strict=True))
    assert extracts["planning.acts"](user)["views"] == [
        {"vote__title": vote.title, "text": "Cisternerna."}
    ]
    erasers = dict(zip(personal_erasers.owners(), personal_erasers.providers(), strict=True))
    assert erasers["planning.views"](user) == 1
    assert not ColleagueView.objects.exists()


def test_the_vote_waits_for_those_who_answer_until_they_have(scene: Scene) -> None:
    vote = scene.vote()
    (item,) = waiting_for(scene.contact)
    assert item.url == f"/omrostning/{vote.pk}/svara/?kontor=aneby"
    assert list(waiting_for(scene.officer)) == []
    answer(scene, scene.contact, vote, said(vote, "yes", "yes"))
    assert list(waiting_for(scene.contact)) == []
    assert len(list(waiting_for(scene.neighbour))) == 1


def test_the_last_day_stands_in_the_members_calendar_only(scene: Scene) -> None:
    vote = scene.vote()
    assert list(calendar_of(scene.world.collaboration.pk, None)) == []
    (entry,) = calendar_of(scene.world.collaboration.pk, scene.officer)
    assert entry.starts == vote.closes


def test_those_who_have_not_answered_are_reminded_once_on_the_day(scene: Scene) -> None:
    vote = scene.vote(closes=14)
    answer(scene, scene.contact, vote, said(vote, "yes", "yes"))
    Mail.objects.all().delete()
    for _ in range(2):
        remind_voters()
    assert [mail.to for mail in Mail.objects.all()] == ["nils@exempel.se"]
    assert f"/omrostning/{vote.pk}/svara/" in Mail.objects.get().body


def test_the_questions_come_as_word_with_headings(scene: Scene) -> None:
    vote = scene.vote()
    got = scene.world.client(scene.officer).get(f"/omrostning/{vote.pk}/fragor.docx")
    word = Document(BytesIO(got.content))
    headings = [p.text for p in word.paragraphs if p.style.name == "Heading 1"]
    assert headings == ["2026-01 Cisterner", "2026-02 Små avlopp"]


def test_the_questions_come_as_a_tagged_pdf(scene: Scene) -> None:
    vote = scene.vote()
    got = scene.world.client(scene.officer).get(f"/omrostning/{vote.pk}/fragor.pdf")
    with pikepdf.open(BytesIO(got.content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
