"""What search finds of campaigns, by state and reader; what the acts write is what a rebuilt index holds."""

import pytest
from django.core.management import CommandError, call_command

from samsyn.campaigns.actions.campaign import make_campaign, open_to_collaboration
from samsyn.campaigns.actions.talk import answer_in_campaign, ask_in_campaign
from samsyn.core.search.interface import Narrowing, Reader, search
from samsyn.organisations.interface import Role, actor_of, reader_of


def found(question, actor, collaboration):
    hits = search(question, reader_of(actor, collaboration)).hits
    return sorted((hit.kind, hit.url) for hit in hits)


@pytest.fixture
def member(world):
    return world.actor("eva", Role.OFFICER, world.aneby)


@pytest.fixture
def draft(world, member):
    return make_campaign(
        by=member,
        collaboration=world.collaboration,
        slug="tvattar",
        title="Fordonstvättar",
        purpose="Se hur oljeavskiljare sköts.",
    )


def test_a_draft_is_found_by_members_only(world, draft, member):
    wanted = [("kampanj", "/kampanjer/tvattar/")]
    assert found("oljeavskiljaren", member, world.collaboration) == wanted
    assert found("oljeavskiljaren", None, world.collaboration) == []


def test_an_open_campaign_and_its_checklist_are_found_by_all(world, scene):
    assert found("kemikalieförvaring", None, world.collaboration) == []
    assert found("kemikalier", None, world.collaboration) == [
        ("checklista", "/kampanjer/verkstader/checklista/"),
        ("kampanj", "/kampanjer/verkstader/"),
    ]
    assert found("invallningar", None, world.collaboration) == [
        ("checklista", "/kampanjer/verkstader/checklista/")
    ]


def test_what_a_visitor_finds_she_can_open(world, scene):
    for _, url in found("kemikalier", None, world.collaboration):
        assert world.client().get(url).status_code == 200


def test_a_question_is_found_by_its_answer_too_and_by_members_only(world, draft, member):
    question = ask_in_campaign(by=member, campaign=draft, text="Räknas en rutin som skriftlig?")
    wanted = [("fraga", "/kampanjer/tvattar/fragor/")]
    assert found("skriftliga rutiner", member, world.collaboration) == wanted
    assert found("städbolag", member, world.collaboration) == []
    answer_in_campaign(
        by=member, campaign=draft, question=question, text="Ja, hos städbolaget.", settles=False
    )
    assert found("städbolag", member, world.collaboration) == wanted
    assert found("städbolag", None, world.collaboration) == []


def test_a_question_asked_on_the_page_is_found(world, draft, member):
    client = world.client(member)
    client.post(
        "/kampanjer/tvattar/fragor/", {"text": "Gäller det hamnar?", "details": "", "item": ""}
    )
    assert found("hamn", member, world.collaboration) == [("fraga", "/kampanjer/tvattar/fragor/")]


def test_opened_to_another_collaboration_it_is_found_there(world, draft, member):
    away = actor_of(world.person("olle", Role.OFFICER, world.far, other=True))
    ask_in_campaign(by=member, campaign=draft, text="Gäller det hamnar?")
    assert found("fordonstvätt", away, world.other) == []
    open_to_collaboration(by=member, campaign=draft, collaboration=world.other)
    assert found("fordonstvätt", away, world.other) == [("kampanj", "/kampanjer/tvattar/")]
    assert found("hamn", away, world.other) == [("fraga", "/kampanjer/tvattar/fragor/")]


def everything(world):
    reader = Reader(world.collaboration.pk, is_member=True)
    return [
        (hit.kind, hit.key, hit.title, hit.snippet)
        for question in ("kemikalier", "invallning", "hamn", "Aneby", "Mullsjö")
        for hit in search(question, reader).hits
    ]


def test_a_rebuilt_index_holds_what_the_acts_wrote(world, scene, capsys):
    ask_in_campaign(by=scene.officer, campaign=scene.campaign, text="Gäller det hamnar?")
    before = everything(world)
    assert len(before) >= 5
    call_command("reindex")
    assert everything(world) == before
    assert "lan: 5 documents" in capsys.readouterr().out


def test_one_kind_can_be_rebuilt_and_an_unknown_one_is_told(world, scene, capsys):
    before = everything(world)
    call_command("reindex", "kampanj")
    assert everything(world) == before
    with pytest.raises(CommandError, match=r"The kinds are: .*kampanj"):
        call_command("reindex", "kampanjer")


def test_a_campaign_is_found_by_the_area_of_guidance_that_its_own_lies_in(world, member):
    make_campaign(
        by=member, collaboration=world.collaboration, slug="mark", title="Nedlagda deponier",
        legal_areas=["contaminated"],
    )  # fmt: skip
    reader = reader_of(member, world.collaboration)
    for area, total in (("hazardous", 1), ("health", 0)):
        assert search("deponier", reader, narrowed=Narrowing(area=area)).total == total
