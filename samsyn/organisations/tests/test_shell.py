"""What the page shell is told: whose collaboration, which words of the menu, who is signed in."""

from samsyn.core.registry.interface import NavItem, nav_items
from samsyn.organisations.models import Person
from samsyn.organisations.roles import Role


def shell(world, person=None, address="/om/"):
    return world.client(person).get(address).context["shell"]


def test_a_visitor_has_no_name_and_the_visitors_menu(world, monkeypatch):
    items = [
        NavItem("Sist", "/om/", 2, audience="visitor"),
        NavItem("Först", "/kalender/", 1, audience="visitor"),
        NavItem("Inne", "/min-sida/", 1),
    ]
    monkeypatch.setattr(nav_items, "_providers", {"test.menu": lambda request: items})
    told = shell(world)
    assert told["person"] is None
    assert [item["label"] for item in told["nav"]] == ["Först", "Sist"]
    assert [item["active"] for item in told["nav"]] == [False, True]


def test_a_member_is_named_with_her_office(world):
    told = shell(world, world.person("eva", Role.OFFICER, world.aneby))
    assert told["person"]["name"] == "Eva Provman"
    assert told["person"]["initials"] == "EP"
    assert told["person"]["office"] == "Miljökontoret Aneby"


def test_a_demo_says_so(world):
    assert shell(world)["demo"] is False
    world.collaboration.is_demo = True
    world.collaboration.save()
    assert shell(world)["demo"] is True


def test_initials_of_one_and_of_three_names():
    assert Person(name="Eva").initials == "E"
    assert Person(name="Eva Maria Provman").initials == "EP"
    assert Person(name="").initials == ""
