"""My page tells what she has begun, what she has done and what is new; never what only somebody else may see."""

import re

import pytest

from samsyn.campaigns.tests.factories import make_scene
from samsyn.core.clock.interface import today
from samsyn.guidance.tests.factories import published
from samsyn.network.interface import Area, answer_question, ask_question
from samsyn.organisations.interface import Role
from samsyn.planning.interface import Line, answer_vote
from samsyn.planning.tests.factories import make_scene as make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def files_in_a_folder_of_their_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def scene(world):
    return make_scene(world)


def text(client, address="/min-sida/"):
    answer = client.get(address)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def begin(scene, client, **answers):
    page = f"/kampanjer/{scene.campaign.slug}/kontor/{scene.office.slug}/"
    key = client.get(f"{page}nytt/").headers["Location"].rstrip("/").rpartition("/")[2]
    saved = client.post(f"{page}{key}/utkast/", scene.xml(key, **answers), content_type="text/xml")
    assert saved.status_code in {200, 201, 204}
    return f"{page}{key}/"


class TestOwnObjects:
    def test_a_draft_shows_how_much_is_answered_and_leads_on(self, scene):
        client = scene.world.client(scene.officer)
        address = begin(scene, client, reference="DNR-7")
        assert f'href="{address}"' in client.get("/min-sida/").content.decode()
        assert "DNR-7" in text(client)
        assert (
            re.search(r"\d+ av \d+ frågor besvarade", text(client))[0] == "2 av 3 frågor besvarade"
        )

    def test_her_own_are_counted_beside_the_office_and_the_county(self, scene):
        client = scene.world.client(scene.officer)
        begin(scene, client)
        assert scene.send(scene.xml()).status_code == 201
        assert "Dina objekt 1 av 2" in text(client)

    def test_a_colleague_sees_none_of_it(self, scene):
        begin(scene, scene.world.client(scene.officer), reference="DNR-7")
        colleague = scene.world.client(scene.world.actor("nils", Role.OFFICER, scene.office))
        assert "DNR-7" not in text(colleague)
        assert "Dina objekt" not in text(colleague)


class TestDone:
    def test_what_is_reported_answered_read_and_voted_stands_there_for_her_only(self, scene):
        world, client = scene.world, scene.world.client(scene.officer)
        assert scene.send(scene.xml(reference="DNR-8")).status_code == 201
        document = published(scene.coordinator, start=today())
        client.post(f"/handlaggarstod/{document.slug}/last/", {"edition": "1.0"})
        asker = world.actor("nils", Role.OFFICER, world.habo)
        question = ask_question(by=asker, text="Gäller det dammar?", area=Area.WASTE)
        answer_question(by=scene.officer, question=question, text="Ja.", settles=False)
        page = text(client, "/min-sida/klart/")
        assert "DNR-8 Du har rapporterat det i Verkstäder" in page
        assert "Fordonstvättar Du har läst version 1.0" in page
        assert "Gäller det dammar? Du har svarat på frågan" in page
        assert "Visa klart (3)" in text(client)
        colleague = world.client(world.actor("olle", Role.OFFICER, scene.office))
        assert "Inget är klart än" in text(colleague, "/min-sida/klart/")
        assert "Visa klart" not in text(colleague)

    def test_an_answered_vote_is_done(self, world):
        plan = make_plan(world)
        vote = plan.vote()
        lines = {item.pk: Line(stance="yes") for item in vote.items.all()}
        answer_vote(by=plan.contact, vote=vote, office=world.aneby, lines=lines, revision=0)
        assert vote.title in text(world.client(plan.contact), "/min-sida/klart/")

    def test_what_is_older_than_three_months_is_left_out(self, scene, clock):
        assert scene.send(scene.xml(reference="DNR-8")).status_code == 201
        clock.shift(92 * 24 * 3600)
        assert "DNR-8" not in text(scene.world.client(scene.officer), "/min-sida/klart/")

    def test_a_visitor_is_asked_to_sign_in(self, world):
        assert world.client().get("/min-sida/klart/").status_code == 302


class TestNews:
    def test_editions_and_answers_are_new_for_members(self, scene):
        world = scene.world
        published(scene.coordinator, start=today())
        asker = world.actor("nils", Role.OFFICER, world.habo)
        question = ask_question(by=asker, text="Gäller det dammar?", area=Area.WASTE)
        answer_question(by=scene.coordinator, question=question, text="Ja.", settles=True)
        page = text(world.client(scene.officer))
        assert "Nytt för dig" in page
        assert "Fordonstvättar Handläggarstöd, version 1.0" in page
        assert "Gäller det dammar?" in page
        lecturer = world.client(world.person("gun", Role.LECTURER))
        assert "Gäller det dammar?" not in text(lecturer)

    def test_another_collaboration_hears_nothing(self, scene):
        published(scene.coordinator, start=today())
        other = scene.world.other
        stranger = scene.world.client(
            scene.world.person("annan", Role.COORDINATOR, other=True), host=other.host
        )
        assert "Fordonstvättar" not in text(stranger)

    def test_after_a_month_it_is_no_news(self, scene, clock):
        published(scene.coordinator, start=today())
        clock.shift(31 * 24 * 3600)
        assert "Nytt för dig" not in text(scene.world.client(scene.officer))
