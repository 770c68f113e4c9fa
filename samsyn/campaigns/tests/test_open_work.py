"""Somebody who leaves hands over her drafts and her places in project groups; nothing is left without a keeper."""

import pytest

from samsyn.campaigns.actions.campaign import set_project_group
from samsyn.campaigns.models import ProjectMember, Submission
from samsyn.organisations.interface import Role


@pytest.fixture
def leaving(scene):
    """Maja has begun a visit and leads the project group."""
    text = scene.world.client(scene.officer).get(f"{page(scene)}nytt/").headers["Location"]
    key = text.rstrip("/").rpartition("/")[2]
    answer = scene.world.client(scene.officer).post(
        f"{page(scene)}{key}/utkast/", scene.xml(key), content_type="text/xml"
    )
    assert answer.status_code in {200, 201, 204}
    set_project_group(
        by=scene.coordinator, campaign=scene.campaign, leader=scene.officer.person, members=[]
    )
    return scene.officer


def page(scene):
    return f"/kampanjer/{scene.campaign.slug}/kontor/{scene.office.slug}/"


def end_page(person):
    return f"/organisation/uppdrag/{person.memberships.get().pk}/avsluta/"


def leave(scene, person, successor, by=None):
    values = {"successor": successor.pk if successor else "", "reason": "Ny tjänst"}
    return scene.world.client(by or scene.coordinator).post(end_page(person), values)


def test_the_page_says_what_is_open(scene, leaving):
    text = scene.world.client(scene.coordinator).get(end_page(leaving.person)).content.decode()
    assert "1 utkast i Verkstäder" in text
    assert f'href="{page(scene)}"' in text
    assert "Leder projektgruppen för Verkstäder" in text


def test_without_a_successor_she_cannot_leave(scene, leaving):
    answer = leave(scene, leaving.person, None)
    assert answer.status_code in {200, 422}
    assert leaving.person.memberships.get().ends is None
    assert ProjectMember.objects.get(ends=None).person == leaving.person


def test_a_colleague_takes_the_draft_and_the_group(scene, leaving):
    nils = scene.world.actor("nils", Role.OFFICER, scene.office)
    leave(scene, leaving.person, nils.person)
    assert Submission.objects.get().author_id == nils.user_id
    place = ProjectMember.objects.get(ends=None)
    assert (place.person, place.is_leader) == (nils.person, True)
    assert ProjectMember.objects.get(person=leaving.person).ends is not None
    client = scene.world.client(nils)
    assert client.get(f"/kampanjer/{scene.campaign.slug}/redigera/").status_code == 200


def test_the_same_day_she_is_out(scene, leaving):
    nils = scene.world.actor("nils", Role.OFFICER, scene.office)
    client = scene.world.client(leaving)
    assert client.get(page(scene)).status_code == 200
    leave(scene, leaving.person, nils.person)
    assert client.get(page(scene)).status_code == 302


def test_a_successor_of_another_office_takes_the_group_but_not_the_offices_draft(scene, leaving):
    other = scene.world.actor("olle", Role.OFFICER, scene.world.habo)
    leave(scene, leaving.person, other.person)
    assert Submission.objects.get().author_id == leaving.user_id
    assert ProjectMember.objects.get(ends=None).person == other.person


def test_a_successor_who_is_in_the_group_becomes_its_leader(scene, leaving):
    nils = scene.world.actor("nils", Role.OFFICER, scene.office)
    set_project_group(
        by=scene.coordinator, campaign=scene.campaign, leader=leaving.person, members=[nils.person]
    )
    leave(scene, leaving.person, nils.person)
    place = ProjectMember.objects.get(ends=None)
    assert (place.person, place.is_leader) == (nils.person, True)


def test_what_she_has_submitted_stays_hers(scene):
    scene.send(scene.xml())
    nils = scene.world.actor("nils", Role.OFFICER, scene.office)
    leave(scene, scene.officer.person, nils.person)
    assert Submission.objects.get().author_id == scene.officer.user_id
