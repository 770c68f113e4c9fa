"""The report: drafted from the figures, written, commented on, finished and published with figures that no longer move."""

import copy
from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from samsyn.campaigns.actions.campaign import decide_report, move_campaign
from samsyn.campaigns.codes import CampaignState
from samsyn.campaigns.models import OfficeComment, Report
from samsyn.campaigns.queries import texts_of
from samsyn.campaigns.report_figures import fingerprint
from samsyn.campaigns.report_texts import SECTIONS, TO_WRITE
from samsyn.campaigns.tests.factories import Scene
from samsyn.core.clock.interface import today
from samsyn.core.decisions.interface import DecisionRef
from samsyn.core.pdf.tests.factories import check, text_of
from samsyn.organisations.interface import Role
from samsyn.organisations.tests.factories import kept_for_the_file

pytestmark = pytest.mark.django_db
ROOT = "/kampanjer/verkstader/rapport/"


def reported(scene: Scene) -> Scene:
    """Twelve objects are in: q1 has 7 deviations of 12; q2 has 9 of 12 with 3 not checked … and the campaign is closed."""
    client = scene.world.client(scene.officer)
    for number in range(12):
        q2 = "ek" if number < 3 else "a"
        answers = {"q1": "a" if number < 7 else "ua", "q2": q2, "reference": f"D-{number}"}
        if answers["q1"] == "a":
            answers["comment"] = "Saknas"
        assert scene.send(scene.xml(uuid4(), **answers), client=client).status_code == 201
    scene.campaign = move_campaign(
        by=scene.coordinator, campaign=scene.campaign, to=CampaignState.CLOSED
    )
    return scene


@pytest.fixture(scope="module")
def closed_of_module(scene_of_module: Scene, django_db_blocker: DjangoDbBlocker) -> Iterator[Scene]:
    """Made once for this file."""
    scene = copy.deepcopy(scene_of_module)
    with kept_for_the_file(django_db_blocker, lambda: reported(scene)) as made:
        yield made


@pytest.fixture
def closed(closed_of_module: Scene, db: None) -> Scene:
    return copy.deepcopy(closed_of_module)


@pytest.fixture
def writer(closed: Scene) -> Client:
    """The coordinator, who has made the draft."""
    client = closed.world.client(closed.coordinator)
    assert client.post(f"{ROOT}utkast/").status_code == 302
    return client


def page(client: Client, address: str = ROOT, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


def said(client: Client, address: str, **values: object) -> str:
    """What the page says after a post."""
    return " ".join(client.post(address, values, follow=True).content.decode().split())


def write_all(client: Client) -> None:
    for key in TO_WRITE:
        client.post(f"{ROOT}avsnitt/{key}/", {"text": f"Text om {key}.", "revision": 1})


def finish(scene: Scene, client: Client) -> Report:
    write_all(client)
    scene.campaign = move_campaign(
        by=scene.coordinator, campaign=scene.campaign, to=CampaignState.COMPILED
    )
    assert "Rapporten är färdig" in said(client, f"{ROOT}fardig/")
    return Report.objects.get()


def publish(scene: Scene) -> None:
    decide_report(
        by=scene.coordinator,
        campaign=scene.campaign,
        decision=DecisionRef(body="Styrgruppen", date=today(), paragraph="14"),
    )
    scene.campaign = move_campaign(
        by=scene.coordinator, campaign=scene.campaign, to=CampaignState.PUBLISHED
    )


def test_there_is_no_report_before_the_campaign_is_closed(scene: Scene) -> None:
    client = scene.world.client(scene.coordinator)
    assert client.get(ROOT).status_code == 404
    assert "när kampanjen är avslutad" in " ".join(
        str(message) for message in _messages(client.post(f"{ROOT}utkast/"))
    )
    assert not Report.objects.exists()


def _messages(response) -> list[object]:
    from django.contrib.messages import get_messages

    return list(get_messages(response.wsgi_request))


def test_the_draft_tells_the_figures_in_plain_sentences(writer: Client) -> None:
    text = page(writer)
    for sentence in (
        "1 av 2 kontor deltog i Verkstäder och besökte 12 objekt",
        "Störst andel avvikelser fanns i frågan ”Finns invallning?”: 100 % (n = 9).",
        "Finns säkerhetsdatablad?: 58 % (n = 12)",
        "råd (12)",
    ):
        assert sentence in text.replace("\xa0", " ").replace("&nbsp;", " "), sentence
    assert Report.objects.get().sections.count() == len(SECTIONS)


def test_the_draft_is_made_once(writer: Client) -> None:
    writer.post(f"{ROOT}avsnitt/lessons/", {"text": "Mitt eget.", "revision": 1})
    writer.post(f"{ROOT}utkast/")
    assert texts_of(Report.objects.get())["lessons"] == "Mitt eget."


def test_two_writers_lose_nothing(closed: Scene, writer: Client) -> None:
    other = closed.world.client(closed.coordinator)
    writer.post(f"{ROOT}avsnitt/result/", {"text": "Den första.", "revision": 1})
    answer = other.post(f"{ROOT}avsnitt/result/", {"text": "Den andra.", "revision": 1})
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "Den första." in shown and "Den andra." in shown
    assert texts_of(Report.objects.get())["result"] == "Den första."
    together = {"text": "Den första. Den andra.", "revision": 2}
    assert 'name="revision" value="2"' in shown
    assert other.post(f"{ROOT}avsnitt/result/", together).status_code == 302
    assert texts_of(Report.objects.get())["result"] == "Den första. Den andra."


def test_offices_comment_and_each_comment_gets_a_reply(closed: Scene, writer: Client) -> None:
    officer = closed.world.client(closed.officer)
    assert officer.get(ROOT).status_code == 404
    assert "kan nu läsa utkastet" in said(
        writer, f"{ROOT}remiss/", until=today() + timedelta(days=14)
    )
    assert "Kommentera för Aneby" in page(officer)
    comment = {"section": "result", "text": "Fråga 2 gäller bara nya cisterner."}
    assert officer.post(f"{ROOT}kommentera/aneby/", comment).status_code == 302
    write_all(writer)
    closed.campaign = move_campaign(
        by=closed.coordinator, campaign=closed.campaign, to=CampaignState.COMPILED
    )
    assert "Varje kommentar får ett svar" in said(writer, f"{ROOT}fardig/")
    pk = OfficeComment.objects.get().pk
    writer.post(f"{ROOT}kommentar/{pk}/", {"text": "Det står nu i metoden."})
    assert "Det står nu i metoden." in page(officer)
    assert "Rapporten är färdig" in said(writer, f"{ROOT}fardig/")


def test_a_draft_to_comment_on_waits_for_those_who_speak_for_an_office(
    closed: Scene, writer: Client
) -> None:
    contact = closed.world.client(closed.world.actor("kim", Role.CONTACT, closed.world.aneby))
    writer.post(f"{ROOT}remiss/", {"until": today() + timedelta(days=14)})
    assert "Kommentera rapporten" in page(contact, "/min-sida/")
    contact.post(f"{ROOT}kommentera/aneby/", {"section": "", "text": "Bra."})
    assert "Kommentera rapporten" not in page(contact, "/min-sida/")


def test_nobody_comments_for_another_office_or_after_the_last_day(
    closed: Scene, writer: Client, clock
) -> None:
    officer = closed.world.client(closed.officer)
    writer.post(f"{ROOT}remiss/", {"until": today()})
    assert officer.post(f"{ROOT}kommentera/habo-mullsjo/", {"text": "Hej"}).status_code == 403
    clock.shift(timedelta(days=2))
    late = officer.post(f"{ROOT}kommentera/aneby/", {"text": "Min text"})
    assert late.status_code == 422
    assert "Min text" in late.content.decode()
    assert not OfficeComment.objects.exists()


def test_it_is_not_finished_before_it_is_written_and_compiled(
    closed: Scene, writer: Client
) -> None:
    assert "Sammanställd" in said(writer, f"{ROOT}fardig/")
    move_campaign(by=closed.coordinator, campaign=closed.campaign, to=CampaignState.COMPILED)
    assert "Lärdomar, Förslag till fortsättning" in said(writer, f"{ROOT}fardig/")
    assert Report.objects.get().state == Report.State.DRAFT


def test_a_finished_report_is_frozen_with_what_it_rests_on(closed: Scene, writer: Client) -> None:
    report = finish(closed, writer)
    assert report.snapshot_hash == fingerprint(report.figures)
    assert report.code_version
    assert report.figures["checklist"] == "Kemikalier, version 1"
    assert "färdig" in said(writer, f"{ROOT}avsnitt/result/", text="Nytt", revision=2)
    assert "Nytt" not in texts_of(Report.objects.get())["result"]


def test_the_pdf_holds_the_same_figures_and_is_tagged(closed: Scene, writer: Client) -> None:
    finish(closed, writer)
    answer = writer.get(f"{ROOT}rapport.pdf")
    content = b"".join(answer.streaming_content)
    check(content)
    text = " ".join(text_of(content).split()).replace("\xa0", " ")
    for part in (
        "Verkstäder",
        "Sammanfattning",
        "Text om lessons.",
        "58 %",
        "Aneby",
        "Så gjordes kampanjen",
    ):
        assert part in text, part
    assert "UTKAST" not in text


def test_the_draft_as_pdf_says_that_it_is_one(writer: Client) -> None:
    assert "UTKAST" in text_of(writer.get(f"{ROOT}rapport.pdf").content)


def test_it_can_be_opened_again_until_it_is_published(closed: Scene, writer: Client) -> None:
    finish(closed, writer)
    assert (
        "öppna rapporten igen" in said(writer, "/kampanjer/verkstader/lage/", to="closed").lower()
    )
    assert "utkast igen" in said(writer, f"{ROOT}oppna/")
    writer.post(f"{ROOT}avsnitt/result/", {"text": "Rättat.", "revision": 1})
    writer.post(f"{ROOT}fardig/")
    publish(closed)
    assert "Kampanjen är publicerad och ändras inte." in said(writer, f"{ROOT}oppna/")
    assert Report.objects.get().state == Report.State.FINISHED


def test_everyone_reads_it_when_it_is_published_and_not_before(
    closed: Scene, writer: Client
) -> None:
    visitor = closed.world.client()
    for address in (ROOT, f"{ROOT}rapport.pdf", f"{ROOT}siffror.csv"):
        assert visitor.get(address).status_code == 404
    finish(closed, writer)
    assert visitor.get(ROOT).status_code == 404
    publish(closed)
    text = page(visitor).replace("\xa0", " ")
    assert "58 %" in text and "Styrgruppen" in text
    assert "Kommentarer" not in text and "Redigera" not in text
    assert f'href="{ROOT}"' in page(visitor, "/kampanjer/verkstader/")


def test_the_published_figures_no_longer_move(closed: Scene, writer: Client) -> None:
    report = finish(closed, writer)
    publish(closed)
    from samsyn.campaigns.models import Tally

    Tally.objects.all().delete()
    assert "58" in page(closed.world.client())
    assert Report.objects.get().figures == report.figures


def test_the_figures_come_as_a_file_for_a_swedish_spreadsheet(
    closed: Scene, writer: Client
) -> None:
    finish(closed, writer)
    publish(closed)
    answer = closed.world.client().get(f"{ROOT}siffror.csv")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines[0] == "nummer;fraga;A;UA;EK;EA;bedomda_n;andel_avvikelse;dolt;kontor"
    assert lines[1] == ";Finns säkerhetsdatablad?;7;5;0;0;12;0,5833;nej;"


@pytest.mark.parametrize("role", [Role.OFFICER, Role.MANAGER, Role.CONTACT])
def test_offices_do_not_write(closed: Scene, writer: Client, role: Role) -> None:
    client = closed.world.client(closed.world.actor("lo", role, closed.world.habo))
    writer.post(f"{ROOT}remiss/", {"until": today()})
    for what in ("utkast/", "siffror/", "remiss/", "fardig/", "oppna/", "avsnitt/result/"):
        assert client.post(f"{ROOT}{what}").status_code == 403, what
    assert "Redigera" not in page(client)


def test_the_page_asks_the_same_number_of_questions_however_many_comments(
    closed: Scene, writer: Client, django_assert_max_num_queries
) -> None:
    writer.post(f"{ROOT}remiss/", {"until": today()})
    officer = closed.world.client(closed.officer)
    officer.post(f"{ROOT}kommentera/aneby/", {"text": "Ett"})
    writer.get(ROOT)
    with django_assert_max_num_queries(60) as first:
        writer.get(ROOT)
        asked = len(first)
    for word in ("Två", "Tre", "Fyra"):
        officer.post(f"{ROOT}kommentera/aneby/", {"text": word})
    with django_assert_max_num_queries(asked):
        writer.get(ROOT)
