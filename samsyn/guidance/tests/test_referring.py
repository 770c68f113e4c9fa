"""Referral: the draft is sent out, offices answer per clause, and every comment gets its reply before a decision."""

import re
from datetime import date, timedelta

import pytest

from samsyn.core.mail.interface import Mail
from samsyn.guidance.actions import open_referral, publish_edition, write_clauses
from samsyn.guidance.codes import DocumentState
from samsyn.guidance.drafting import ClauseDraft
from samsyn.guidance.models import Comment, OfficeAnswer, Referral
from samsyn.guidance.refusals import Refused
from samsyn.guidance.tests.factories import DECISION, draft, published, revise
from samsyn.guidance.waiting import waiting_for
from samsyn.organisations.interface import Role

pytestmark = pytest.mark.django_db
HERE = "/handlaggarstod/fordonstvattar/"
LAST = date(2026, 12, 14)
SENT = {"closes": "2026-12-14", "message": "Titta särskilt på larmen."}


@pytest.fixture
def eva(world):
    return world.actor("eva", Role.CONTACT, world.aneby)


@pytest.fixture
def referral(world, boss, eva):
    return open_referral(by=boss, document=draft(boss, owner=boss.person), closes=LAST)


def says(referral, *texts: str, whole: str = "", revision: int = 0, hand_in: bool = True):
    values = {
        f"clause-{row.pk}": text for row, text in zip(referral.clauses.all(), texts, strict=True)
    }
    values |= {"whole": whole, "revision": str(revision)}
    return values | {"hand_in": "1"} if hand_in else values


def answer(world, by, office: str, values):
    return world.client(by).post(f"{HERE}remiss/kontor/{office}/", values)


def page(world, by, path: str = "remiss/", status: int = 200) -> str:
    response = world.client(by).get(HERE + path)
    assert response.status_code == status
    return response.content.decode()


def test_the_draft_is_sent_out_and_those_who_speak_for_offices_are_told(world, boss, eva):
    document = draft(boss)
    response = world.client(boss).post(HERE + "remiss/ny/", SENT)
    assert response.url == HERE + "remiss/"
    document.refresh_from_db()
    assert document.state == DocumentState.REFERRAL
    letter = Mail.objects.get(to=eva.person.user.email)
    assert letter.subject == "För synpunkter: Fordonstvättar"
    assert "14 december 2026" in letter.body
    assert "Titta särskilt på larmen." in letter.body
    [item] = [i for i in waiting_for(eva) if "synpunkter" in i.title]
    assert item.deadline == LAST
    assert world.client(eva).get(item.url).status_code == 200


def test_a_document_in_force_stays_in_force_while_its_revision_is_out(world, boss):
    document = published(boss)
    open_referral(by=boss, document=document, closes=LAST)
    document.refresh_from_db()
    assert document.state == DocumentState.IN_FORCE


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"closes": "2026-11-01"}, "Den dagen har passerat"),
        ({"closes": ""}, "fältet är obligatoriskt"),
        (SENT, "En bild saknar text"),
    ],
)
def test_a_draft_that_is_not_ready_is_not_sent_out(world, boss, values, said):
    document = draft(boss)
    if values is SENT:
        write_clauses(
            by=boss, document=document, clauses=[ClauseDraft("A", '<p>x</p><img src="/x.png">')]
        )
    response = world.client(boss).post(HERE + "remiss/ny/", values)
    assert response.status_code == 422
    assert said in response.content.decode()
    assert not Referral.objects.exists()
    assert not Mail.objects.exists()


def test_an_office_answers_per_clause_and_the_text_it_read_stays_as_it_was(
    world, boss, eva, referral
):
    response = answer(world, eva, "aneby", says(referral, "Ange volym.", "", whole="Bra stöd."))
    assert response.status_code == 302
    write_clauses(
        by=boss, document=referral.document, clauses=[ClauseDraft("Nytt", "<p>Nytt.</p>")]
    )
    shown = page(world, boss)
    assert "Dubbelmantlade behållare" in shown
    assert shown.index("Dubbelmantlade") < shown.index("Ange volym.") < shown.index("Bra stöd.")
    assert "1 av 2 kontor har svarat" in shown
    assert [i for i in waiting_for(eva) if "synpunkter" in i.title] == []


def test_what_is_saved_for_now_is_seen_by_the_office_alone(world, boss, eva, referral):
    answer(world, eva, "aneby", says(referral, "Ange volym.", "", hand_in=False))
    assert "Ange volym." in page(world, eva, "remiss/kontor/aneby/")
    assert "Ange volym." not in page(world, boss)
    nils = world.actor("nils", Role.CONTACT, world.habo)
    answer(world, eva, "aneby", says(referral, "Ange volym.", "", revision=1))
    assert "Ange volym." in page(world, boss)
    assert "Ange volym." not in page(world, nils)
    page(world, nils, "remiss/kontor/aneby/", 403)


def test_all_members_read_all_comments_and_replies_when_the_time_is_over(
    world, boss, eva, referral
):
    nils = world.actor("nils", Role.OFFICER, world.habo)
    answer(world, eva, "aneby", says(referral, "Ange volym.", ""))
    comment = Comment.objects.get()
    early = world.client(boss).post(
        f"{HERE}remiss/synpunkt/{comment.pk}/", {"reply_kind": "done", "reply": "Ja"}
    )
    assert "Svara när tiden är slut" in early.content.decode()
    world.client(boss).post(HERE + "remiss/avsluta/")
    assert "Inget svar än" in page(world, nils)
    [item] = [i for i in waiting_for(boss) if "Svara på" in i.title]
    assert item.url == HERE + "remiss/"
    empty = world.client(boss).post(
        f"{HERE}remiss/synpunkt/{comment.pk}/", {"reply_kind": "done", "reply": " "}
    )
    assert empty.status_code == 422
    world.client(boss).post(
        f"{HERE}remiss/synpunkt/{comment.pk}/",
        {"reply_kind": "done", "reply": "Volymen står där nu."},
    )
    assert "Volymen står där nu." in page(world, nils)
    assert "Texten har ändrats" in page(world, nils)
    assert [i for i in waiting_for(boss) if "Svara på" in i.title] == []
    late = answer(world, eva, "aneby", says(referral, "Mer.", "", revision=1))
    assert "Remisstiden är slut" in late.content.decode()
    assert Comment.objects.get().text == "Ange volym."


def test_the_last_day_counts_and_the_day_after_is_too_late(world, eva, referral, time_machine):
    time_machine.move_to(f"{LAST}T21:00+01:00", tick=False)
    assert answer(world, eva, "aneby", says(referral, "Ett", "")).status_code == 302
    time_machine.move_to(f"{LAST + timedelta(days=1)}T08:00+01:00", tick=False)
    late = answer(world, eva, "aneby", says(referral, "Två", "", revision=1))
    assert late.status_code == 422
    assert "Två" in late.content.decode()


def test_two_colleagues_who_answer_at_once_both_keep_their_words(world, eva, referral):
    siv = world.actor("siv", Role.MANAGER, world.aneby)
    answer(world, eva, "aneby", says(referral, "Evas ord.", "", hand_in=False))
    clash = answer(world, siv, "aneby", says(referral, "Sivs ord.", "", hand_in=False))
    shown = clash.content.decode()
    assert clash.status_code == 422
    assert "En kollega har sparat svaret under tiden" in shown
    assert "Sivs ord." in shown
    assert re.search(r"Sparat av en kollega:</strong> Evas ord\.", shown)
    assert Comment.objects.get().text == "Evas ord."
    revision = re.search(r'name="revision" value="(\d+)"', shown)
    assert revision
    again = says(referral, "Båda.", "", revision=int(revision.group(1)))
    assert answer(world, siv, "aneby", again).status_code == 302
    assert Comment.objects.get().text == "Båda."


def test_no_edition_is_decided_before_every_comment_has_its_reply(world, boss, eva, referral):
    document = referral.document
    with pytest.raises(Refused, match="referral_open"):
        publish_edition(by=boss, document=document, number="1.0", decision=DECISION)
    answer(world, eva, "aneby", says(referral, "Ange volym.", ""))
    world.client(boss).post(HERE + "remiss/avsluta/")
    with pytest.raises(Refused, match="unanswered"):
        publish_edition(by=boss, document=document, number="1.0", decision=DECISION)
    comment = Comment.objects.get()
    world.client(boss).post(
        f"{HERE}remiss/synpunkt/{comment.pk}/", {"reply_kind": "not_done", "reply": "Se 1.1."}
    )
    assert publish_edition(by=boss, document=document, number="1.0", decision=DECISION).pk
    assert "Ange volym." in page(world, eva)


def test_an_answer_without_comments_says_that_the_office_has_none(world, boss, eva, referral):
    answer(world, eva, "aneby", says(referral, "", ""))
    assert OfficeAnswer.objects.get().handed_in_at
    assert "1 av 2 kontor har svarat" in page(world, boss)


def test_outsiders_and_visitors_do_not_see_what_is_out_for_comments(world, referral):
    assert world.client().get(HERE + "remiss/").status_code in {302, 404}
    lecturer = world.client(world.person("gast", Role.LECTURER))
    assert lecturer.get(HERE + "remiss/").status_code in {403, 404}


def test_the_draft_page_shows_what_has_changed_since_the_edition(world, boss):
    document = published(boss)
    revise(boss, document)
    first, second = document.clauses.all()
    write_clauses(
        by=boss, document=document,
        clauses=[
            ClauseDraft(first.chapter, first.text.replace("räknas", "godtas"), first.heading, uuid=first.uuid),
            ClauseDraft("Tillsyn", "<p>Besök varje år.</p>", "Besök"),
        ],
    )  # fmt: skip
    shown = page(world, boss, "utkast/")
    assert "<del>räknas</del>" in shown
    assert "<ins>godtas</ins>" in shown
    assert "Nytt sedan version 1.1" in shown
    assert "Borttaget sedan version 1.1" in shown
    assert second.heading or "Journalen visar datum" in shown
