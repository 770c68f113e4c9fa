"""The build goes through the acts, all or nothing, and leaves a county in which everybody can work."""

import pytest
from django.test import Client

from samsyn.core.audit.interface import AuditEntry
from samsyn.core.mail.interface import Mail
from samsyn.demo import cast, county
from samsyn.demo.build import Step, build
from samsyn.organisations.interface import (
    COLLABORATION_ROLES,
    Permission,
    Role,
    actor_of,
)

OFFICE_SIGN_INS = 3


def signed_in(email, *, host="testserver"):
    client = Client(headers={"host": host})
    client.post("/konto/login/", {"login": email, "password": cast.PASSWORD})
    return client


def test_everything_was_done_by_acts_that_left_their_trail(demo):
    made = AuditEntry.objects.filter(verb="organisations.make_office", reason="samsyn demo")
    assert made.count() == len(county.OFFICES) + len(county.OTHER_OFFICES)
    roles = sum(len(member.roles) for member in (*cast.CAST, *cast.OTHER_CAST))
    assert AuditEntry.objects.filter(verb="organisations.give_role").count() == roles


def test_nobody_gets_a_letter(demo):
    assert not Mail.objects.exists()


@pytest.mark.parametrize("member", cast.CAST, ids=lambda member: member.email)
def test_everybody_of_the_cast_has_her_roles_where_they_belong(demo, member):
    actor = actor_of(demo.people[member.email])
    held = {(held.role, held.office.slug if held.office else "") for held in actor.memberships}
    assert held == {(role.value, office) for role, office in member.roles}
    assert actor.person.name == member.name


@pytest.mark.parametrize("member", cast.CAST, ids=lambda member: member.email)
def test_an_offices_role_is_held_in_an_office(member):
    for role, office in member.roles:
        assert office or role in COLLABORATION_ROLES


@pytest.mark.parametrize(
    "email", [*(member.email for member in cast.COLLABORATION), "kontakt.habo-mullsjo@exempel.se"]
)
def test_every_sign_in_leads_to_a_page_of_her_own(demo, email):
    answer = signed_in(email).get("/min-sida/")
    assert answer.status_code == 200
    assert demo.people[email].name.split()[0] in answer.content.decode()


@pytest.mark.parametrize("email", ["redaktor@exempel.se", "samordnare@exempel.se"])
def test_those_who_write_come_into_the_editing_pages(demo, email):
    assert signed_in(email).get("/redaktion/").status_code == 200


def test_the_coordinator_keeps_people_and_the_region_runs_nothing(demo):
    coordinator = actor_of(demo.people["samordnare@exempel.se"])
    assert coordinator.may(Permission.RUN_COLLABORATION)
    region = actor_of(demo.people["region@exempel.se"])
    allowed = {permission for permission in Permission if region.may(permission)}
    assert allowed == {Permission.SEE_MEMBER_PAGES}


def test_every_offices_page_opens(demo):
    client = signed_in("samordnare@exempel.se")
    for plan in county.OFFICES:
        assert client.get(f"/organisation/{plan.slug}/").status_code == 200


def test_the_other_collaboration_answers_at_its_host_and_knows_nothing_of_the_county(demo):
    client = signed_in("samordnare.annan@exempel.se", host=county.OTHER_HOST)
    page = client.get("/organisation/").content.decode()
    assert "Norrexempel" in page and "Jönköping" not in page
    assert client.get("/organisation/jonkoping/").status_code == 404


def test_nobody_signs_in_across(demo):
    client = signed_in("samordnare@exempel.se", host=county.OTHER_HOST)
    assert client.get("/min-sida/").status_code == 403
    assert client.get("/organisation/norrexempel/").status_code == 403


def test_each_step_is_told_before_it_works(db):
    order = []
    steps = [
        Step("one", lambda demo: order.append("work one")),
        Step("two", lambda demo: order.append("work two")),
    ]
    build(order.append, steps)
    assert order == ["1/2 one", "work one", "2/2 two", "work two"]


def test_each_planned_office_has_three_sign_ins_of_its_own_in_the_cast():
    for plan in county.ENVIRONMENTAL_OFFICES:
        own = [m for m in cast.OFFICERS if m.email.split("@")[0].endswith(f".{plan.slug}")]
        roles = {role for member in own for role, _office in member.roles}
        assert roles == {Role.OFFICER, Role.CONTACT, Role.MANAGER}
        assert len(own) >= OFFICE_SIGN_INS


def test_short_names_have_no_dots_and_fit_into_addresses():
    for plan in county.OFFICES:
        assert plan.slug.isascii() and plan.slug == plan.slug.lower()
        assert "å" not in plan.slug and "." not in plan.slug
