"""Setting up a campaign on its pages: kinds of objects, important days, project group, other collaborations."""

from datetime import timedelta

import pytest

from samsyn.campaigns.actions.participation import answer_participation
from samsyn.campaigns.codes import CampaignState
from samsyn.campaigns.models import Campaign, Participation
from samsyn.campaigns.queries import group_of
from samsyn.campaigns.tests.factories import Scene, in_state, make_scene
from samsyn.core.clock.interface import today
from samsyn.organisations.interface import Actor, Role
from samsyn.organisations.tests.factories import World


@pytest.fixture
def draft(world: World) -> Scene:
    return make_scene(world, to=CampaignState.REFERRAL)


def rows(*given: dict[str, str], had: int = 0) -> dict[str, str]:
    """What a browser sends for a form of rows."""
    sent = {"row-TOTAL_FORMS": str(len(given)), "row-INITIAL_FORMS": str(had)}
    return sent | {f"row-{n}-{name}": v for n, row in enumerate(given) for name, v in row.items()}


def send(scene: Scene, page: str, data: dict[str, str], by: Actor | None = None):
    client = scene.world.client(by or scene.coordinator)
    return client.post(f"/kampanjer/{scene.campaign.slug}/{page}/", data)


def names(scene: Scene) -> list[tuple[str, str]]:
    return [*scene.campaign.object_types.values_list("key", "name")]


def test_kinds_of_objects_are_added_renamed_and_taken_away(draft: Scene) -> None:
    had = {"key": "verkstad", "name": "Verkstad, liten"}
    answer = send(
        draft, "objektstyper", rows(had, {"name": "Lackering", "level": "C"}, {"name": ""}, had=1)
    )
    assert answer.status_code == 302
    assert names(draft) == [("verkstad", "Verkstad, liten"), ("lackering", "Lackering")]
    gone = {**had, "DELETE": "on"}
    send(draft, "objektstyper", rows(gone, {"key": "lackering", "name": "Lackering"}, had=2))
    assert names(draft) == [("lackering", "Lackering")]


def test_the_same_kind_twice_is_said_and_nothing_typed_is_lost(draft: Scene) -> None:
    answer = send(draft, "objektstyper", rows({"name": "Bad"}, {"name": "bad "}))
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "står på två rader" in text
    assert 'value="Bad"' in text
    assert names(draft) == [("verkstad", "Verkstad")]


def test_kinds_of_objects_stand_when_the_form_is_in_use(draft: Scene) -> None:
    scene = in_state(draft, CampaignState.OPEN)
    answer = send(scene, "objektstyper", rows({"name": "Bad"}))
    assert answer.status_code == 422
    assert "Formuläret används" in answer.content.decode()


def test_important_days_stand_on_the_first_page(draft: Scene) -> None:
    day = (today() + timedelta(days=5)).isoformat()
    send(draft, "viktiga-dagar", rows({"kind": "training", "date": day, "place": "Jönköping"}))
    page = draft.world.client(draft.officer).get("/kampanjer/verkstader/").content.decode()
    assert "Jönköping" in page


def test_another_day_needs_what_happens(draft: Scene) -> None:
    answer = send(draft, "viktiga-dagar", rows({"kind": "other", "date": "2026-12-01"}))
    assert answer.status_code == 422
    assert "vad som händer" in answer.content.decode()
    assert not draft.campaign.dates.exists()


def test_the_project_group_runs_the_campaign_from_then_on(draft: Scene) -> None:
    nina = draft.world.actor("nina", Role.OFFICER, draft.world.habo)
    page = "/kampanjer/verkstader/redigera/"
    assert draft.world.client(nina).get(page).status_code == 403
    send(draft, "projektgrupp", {"leader": str(nina.person.pk), "members": [str(nina.person.pk)]})
    assert group_of(draft.campaign) == [nina.person.name]
    assert draft.world.client(nina).get(page).status_code == 200
    send(draft, "projektgrupp", {"leader": ""})
    assert group_of(draft.campaign) == []


def test_another_collaboration_joins_and_leaves(draft: Scene) -> None:
    far = draft.world.client(host="annan.localhost")
    boss = draft.world.person("bo", Role.COORDINATOR, other=True)
    far.force_login(boss.user)
    page = "/kampanjer/verkstader/kontor/"
    assert far.get(page).status_code == 404
    send(draft, "oppna-for", {"collaboration": draft.world.other.slug})
    assert far.get(page).status_code == 200
    send(draft, "oppna-for/ta-bort", {"collaboration": draft.world.other.slug})
    assert far.get(page).status_code == 404


def test_a_collaboration_whose_office_has_answered_stays(draft: Scene) -> None:
    send(draft, "oppna-for", {"collaboration": draft.world.other.slug})
    campaign = Campaign.objects.get(pk=draft.campaign.pk)
    answer_participation(
        by=draft.coordinator, campaign=campaign, office=draft.world.far, takes_part=True, planned=2
    )
    send(draft, "oppna-for/ta-bort", {"collaboration": draft.world.other.slug})
    assert campaign.open_to.exists()
    assert Participation.objects.filter(office=draft.world.far).exists()


def test_a_leader_sets_up_but_does_not_open_to_others(draft: Scene) -> None:
    nina = draft.world.actor("nina", Role.OFFICER, draft.world.habo)
    send(draft, "projektgrupp", {"leader": str(nina.person.pk)})
    client = draft.world.client(nina)
    assert client.get("/kampanjer/verkstader/objektstyper/").status_code == 200
    assert client.get("/kampanjer/verkstader/oppna-for/").status_code == 403
