"""Who may do what, from the roles held and the day alone."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest

from samsyn.organisations.refusals import SENTENCES
from samsyn.organisations.roles import (
    COLLABORATION_ROLES,
    OFFICE_ROLES,
    PERMISSION_SENTENCES,
    ROLE_PERMISSIONS,
    ROLE_SENTENCES,
    Permission,
    Role,
)
from samsyn.organisations.rules import (
    invitation_state,
    is_current,
    keeps_people,
    may,
    roles_that_may,
    roles_to_give,
    token_hash,
)

DAY = date(2026, 11, 23)
HERE, ELSEWHERE = 1, 2


@dataclass
class Held:
    role: str
    office_id: int | None = None
    starts: date = DAY - timedelta(days=10)
    ends: date | None = None


def test_a_role_holds_from_its_first_day():
    assert is_current(Held(Role.OFFICER, starts=DAY), DAY)
    assert not is_current(Held(Role.OFFICER, starts=DAY + timedelta(days=1)), DAY)


def test_the_last_day_is_not_included():
    assert not is_current(Held(Role.OFFICER, ends=DAY), DAY)
    assert is_current(Held(Role.OFFICER, ends=DAY + timedelta(days=1)), DAY)


def test_an_offices_role_counts_only_in_that_office():
    contact = [Held(Role.CONTACT, HERE)]
    assert may(contact, Permission.PLAN_FOR_OFFICE, office_id=HERE, day=DAY)
    assert not may(contact, Permission.PLAN_FOR_OFFICE, office_id=ELSEWHERE, day=DAY)


def test_a_collaborations_role_counts_in_every_office():
    coordinator = [Held(Role.COORDINATOR, HERE)]
    assert may(coordinator, Permission.INVITE_TO_OFFICE, office_id=ELSEWHERE, day=DAY)


def test_a_refusal_says_which_roles_would_allow_it():
    answer = may([Held(Role.OFFICER, HERE)], Permission.RUN_CAMPAIGNS, day=DAY)
    assert not answer
    assert answer.would_need == (Role.COORDINATOR,)


def test_an_approval_says_which_role_allows_it():
    answer = may([Held(Role.OFFICER, HERE), Held(Role.EDITOR)], Permission.EDIT_PAGES, day=DAY)
    assert answer and answer.role == Role.EDITOR


@pytest.mark.parametrize("role", [Role.CONTACT, Role.MANAGER])
def test_contact_and_manager_give_the_offices_roles_in_their_own_office(role):
    assert roles_to_give([Held(role, HERE)], office_id=HERE, day=DAY) == OFFICE_ROLES
    assert roles_to_give([Held(role, HERE)], office_id=ELSEWHERE, day=DAY) == ()
    assert roles_to_give([Held(role, HERE)], office_id=None, day=DAY) == ()


def test_the_coordinator_gives_every_role_but_administrator():
    coordinator = [Held(Role.COORDINATOR)]
    assert set(roles_to_give(coordinator, office_id=HERE, day=DAY)) == set(Role) - {
        Role.ADMINISTRATOR
    }
    assert set(roles_to_give(coordinator, office_id=None, day=DAY)) == COLLABORATION_ROLES - {
        Role.ADMINISTRATOR
    }


def test_only_an_administrator_makes_an_administrator():
    assert Role.ADMINISTRATOR in roles_to_give([Held(Role.ADMINISTRATOR)], office_id=None, day=DAY)


@pytest.mark.parametrize(
    "role",
    [
        Role.OFFICER,
        Role.STEERING,
        Role.GUIDANCE_OFFICER,
        Role.REGION,
        Role.LECTURER,
        Role.EDITOR,
    ],
)
def test_others_give_nothing(role):
    assert roles_to_give([Held(role, HERE)], office_id=HERE, day=DAY) == ()


def test_an_ended_role_gives_nothing():
    assert roles_to_give([Held(Role.COORDINATOR, ends=DAY)], office_id=None, day=DAY) == ()


def test_coordinator_and_administrator_keep_people_and_nobody_else_does():
    assert {role for role in Role if keeps_people(role)} == {Role.COORDINATOR, Role.ADMINISTRATOR}


@pytest.mark.parametrize(
    ("accepted", "withdrawn", "hours", "state"),
    [
        (False, False, 1, "open"),
        (False, False, 0, "expired"),
        (False, True, 1, "withdrawn"),
        (True, False, -1, "used"),
    ],
)
def test_the_state_of_an_invitation(accepted, withdrawn, hours, state):
    moment = datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert (
        invitation_state(
            accepted=accepted,
            withdrawn=withdrawn,
            expires_at=moment + timedelta(hours=hours),
            moment=moment,
        )
        == state
    )


def test_every_reason_that_an_invitation_is_closed_has_a_sentence():
    assert {"invitation_used", "invitation_withdrawn", "invitation_expired"} <= set(SENTENCES)


def test_a_tokens_hash_tells_nothing_and_is_the_same_each_time():
    assert token_hash("abc") == token_hash("abc") != token_hash("abd")
    assert "abc" not in token_hash("abc") and len(token_hash("abc")) == 64


def test_every_role_has_a_sentence_and_permissions():
    assert set(ROLE_SENTENCES) == set(ROLE_PERMISSIONS) == set(Role)


def test_every_permission_has_a_sentence_and_somebody_who_has_it():
    assert set(PERMISSION_SENTENCES) == set(Permission)
    assert all(roles_that_may(permission) for permission in Permission)
