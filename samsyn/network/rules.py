"""Who answers with what weight, and what a question may hold."""

import re
from datetime import date, timedelta

from samsyn.network.models import Answer
from samsyn.organisations.interface import Role

# Twelve-digit and ten-digit personal identity numbers, e-mail addresses and phone numbers: a question is read by all
# members, so what can identify somebody is pointed out before it is asked.
_IDENTITY_NUMBER = re.compile(r"\b(?:19|20)?\d{6}[-+ ]?\d{4}\b")
_EMAIL = re.compile(r"\b[\w.+-]+@[\w-]+\.\w{2,}\b")
_PHONE = re.compile(r"\b0\d{1,3}[- ]?\d{2,3}[ ]?\d{2}[ ]?\d{2}\b")


PROFILE_FIELDS = ("areas", "languages", "ask_me", "hosts", "lends_hours")
LETTERS_PER_DAY, LETTERS_PER_PERSON_AND_DAY = (
    6,
    3,
)  # more than that is not read, and ends in a blocked sender
WAITS_TOO_LONG = timedelta(days=5)  # then an unanswered question goes to the coordinator


def weight_of(roles: set[str], *, source: str = "") -> str:
    """The weight of an answer, by the highest role of who gives it; a court's judgment by a named source."""
    if source.strip():
        return Answer.Weight.COURT
    if Role.GUIDANCE_OFFICER in roles:
        return Answer.Weight.COUNTY_BOARD
    if Role.COORDINATOR in roles:
        return Answer.Weight.COORDINATOR
    return Answer.Weight.COLLEAGUE


def personal_traces(text: str) -> list[str]:
    """Kinds of personal data that a text seems to hold: identity_number, email, phone."""
    found = [
        ("identity_number", _IDENTITY_NUMBER),
        ("email", _EMAIL),
        ("phone", _PHONE),
    ]
    return [kind for kind, pattern in found if pattern.search(text)]


def is_valid(valid_until: date | None, day: date) -> bool:
    """Whether an answer still holds that day."""
    return valid_until is None or day <= valid_until
