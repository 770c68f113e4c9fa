"""Wagtail's rights follow our roles, and each collaboration's pages stand apart."""

from wagtail.models import Page, Site

from samsyn.organisations.actions import end_membership
from samsyn.organisations.editing import root_page_of
from samsyn.organisations.roles import Role


def test_an_editor_comes_into_the_editing_pages_and_an_officer_does_not(world):
    editor = world.client(world.person("sofia", Role.EDITOR))
    assert editor.get("/redaktion/").status_code == 200
    officer = world.client(world.person("eva", Role.OFFICER, world.aneby))
    assert officer.get("/redaktion/").status_code == 302


def test_a_visitor_is_sent_to_our_own_sign_in(world):
    assert world.client().get("/redaktion/")["Location"].startswith("/konto/login/")


def test_the_editing_pages_speak_swedish_and_fetch_nothing_from_elsewhere(world):
    text = world.client(world.person("sofia", Role.EDITOR)).get("/redaktion/").content.decode()
    assert 'lang="sv"' in text
    assert "gravatar" not in text
    assert "releases.wagtail" not in text


def test_access_to_editing_ends_with_the_role(world):
    world.coordinator()
    person = world.person("sofia", Role.EDITOR)
    officer = world.person("sofia", Role.OFFICER, world.aneby)
    client = world.client(officer)
    end_membership(by=None, membership=world.membership(person))
    assert client.get("/redaktion/").status_code == 302
    assert not person.user.groups.exists()


def test_an_editor_writes_under_her_own_collaborations_root_only(world):
    person = world.person("sofia", Role.EDITOR)
    own, other = root_page_of(world.collaboration), root_page_of(world.other)
    assert own.permissions_for_user(person.user).can_add_subpage()
    assert own.permissions_for_user(person.user).can_publish_subpage()
    assert not other.permissions_for_user(person.user).can_add_subpage()


def test_each_host_has_its_own_site(world):
    assert Site.objects.get(hostname="annan.localhost").root_page == Page.objects.get(slug="annat")
    assert Site.objects.get(is_default_site=True).root_page == Page.objects.get(slug="lan")
