"""`/varfor/` and `/roller/`: the rules in their own words."""

import pytest

from samsyn.organisations.roles import Permission, Role


def ask(world, asker, person, permission, office=None):
    values = {"person": person.pk, "permission": permission, "office": office.pk if office else ""}
    return world.client(asker).get("/varfor/", values)


def test_yes_and_by_which_role(world):
    person = world.person("eva", Role.CONTACT, world.aneby)
    text = ask(world, person, person, Permission.PLAN_FOR_OFFICE, world.aneby).content.decode()
    assert "Ja, Eva Provman får göra detta" in text
    assert "kontaktperson" in text


def test_no_and_which_roles_would(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    text = ask(world, person, person, Permission.RUN_CAMPAIGNS).content.decode()
    assert "Nej, Eva Provman får inte göra detta" in text
    answer = text[text.index('id="answer"') :]
    assert "<strong>Länssamordnare</strong>" in answer
    assert "<strong>Redaktör</strong>" not in answer


def test_the_place_matters(world):
    person = world.person("eva", Role.CONTACT, world.aneby)
    text = ask(world, person, person, Permission.PLAN_FOR_OFFICE, world.habo).content.decode()
    assert "Nej, Eva Provman" in text


def test_one_asks_about_ones_own_office_and_not_about_others(world):
    asker = world.person("eva", Role.OFFICER, world.aneby)
    colleague = world.person("olle", Role.OFFICER, world.aneby)
    stranger = world.person("nils", Role.OFFICER, world.habo)
    page = world.client(asker).get("/varfor/").content.decode()
    assert colleague.name in page and stranger.name not in page
    refused = ask(world, asker, stranger, Permission.RUN_CAMPAIGNS).content.decode()
    assert 'id="answer"' not in refused


def test_the_coordinator_asks_about_everybody_here(world):
    stranger = world.person("nils", Role.OFFICER, world.habo)
    far = world.person("fia", Role.OFFICER, world.far, other=True)
    page = world.client(world.coordinator()).get("/varfor/").content.decode()
    assert stranger.name in page and far.name not in page


@pytest.mark.parametrize("permission", list(Permission))
def test_every_permission_can_be_asked_about(world, permission):
    person = world.person("eva", Role.OFFICER, world.aneby)
    answer = ask(world, person, person, permission)
    assert answer.status_code == 200
    assert 'id="answer"' in answer.content.decode()


def test_nonsense_is_no_answer_and_no_crash(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    answer = world.client(person).get("/varfor/?person=x&permission=fly&office=9999")
    assert answer.status_code == 200
    assert 'id="answer"' not in answer.content.decode()


def test_all_roles_are_told_in_swedish_even_to_a_lecturer(world):
    text = world.client(world.person("gunnar", Role.LECTURER)).get("/roller/").content.decode()
    for role in Role:
        assert f'id="{role.value}"' in text
    assert "Leder samverkan: kampanjer" in text


def test_visitors_are_asked_to_sign_in(world):
    for address in ("/varfor/", "/roller/"):
        assert world.client().get(address).status_code == 302
