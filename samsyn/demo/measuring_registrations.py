"""A course for measuring (`make bench`), and officers who are signed in and ready to register for it."""

import secrets
from datetime import timedelta
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from samsyn.core.accounts.interface import User
from samsyn.core.clock.interface import now, today
from samsyn.demo.measuring import the_county
from samsyn.learning.interface import make_event, open_event
from samsyn.organisations.interface import (
    Membership,
    Person,
    Role,
    actor_of,
    offices_of,
    people_with_role,
)

DAYS_LEFT = 30


def open_course(*, number: int, seats: int) -> str:
    """An open course with so many seats; its short name."""
    here = the_county()
    coordinator = actor_of(people_with_role(here, Role.COORDINATOR)[0])
    starts = now() + timedelta(days=DAYS_LEFT)
    event = make_event(
        by=coordinator, collaboration=here, slug=f"matning-{number}", kind="course", is_example=True,
        title=f"Mätning {number}", starts_at=starts, ends_at=starts + timedelta(hours=3), seats=seats,
        place="Mätningen", last_day=today() + timedelta(days=DAYS_LEFT - 1),
        questions="Vad vill du att vi tar upp?", asks_needs=True,
    )  # fmt: skip
    open_event(by=coordinator, event=event)
    return event.slug


def signed_in_officers(many: int) -> list[str]:
    """So many officers, spread over the county's offices, each with the key of a session of hers."""
    here = the_county()
    offices = list(offices_of(here))
    users = User.objects.bulk_create(
        User(email=f"matning-{secrets.token_hex(6)}@exempel.se") for _ in range(many)
    )
    people = Person.objects.bulk_create(
        Person(user=user, collaboration=here, name=f"Mätning {user.pk}") for user in users
    )
    Membership.objects.bulk_create(
        Membership(person=person, office=offices[i % len(offices)], role=Role.OFFICER)
        for i, person in enumerate(people)
    )
    return [_session_of(user) for user in users]


def _session_of(user: User) -> str:
    session: Any = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return str(session.session_key)
