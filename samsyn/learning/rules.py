"""Who gets a seat, who is next, what is late: decided from values alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

SMALLEST_GROUP = 5  # anonymous answers are shown when at least so many have answered
FOLLOW_UP_AFTER = timedelta(days=90)
NEEDS_KEPT_DAYS = 7
REMINDER_DAYS = (7, 1)


@dataclass(frozen=True, slots=True)
class Room:
    """The seats of an event on a day, and who holds them. `held_by_office` leaves out guests (office None)."""

    seats: int
    per_office: int | None
    released_on: date | None
    held: int
    held_by_office: dict[int, int]

    @property
    def left(self) -> int:
        """Seats nobody holds; never below zero, also when the number was lowered."""
        return max(0, self.seats - self.held)

    def shares_fairly(self, day: date) -> bool:
        """Whether an office can still hold only its own number."""
        return self.per_office is not None and (self.released_on is None or day < self.released_on)

    def has_place_for(self, office_id: int | None, day: date) -> bool:
        """Whether somebody from this office can take a seat; before the release date guests cannot."""
        if not self.left:
            return False
        if not self.shares_fairly(day):
            return True
        if office_id is None:
            return False
        return self.held_by_office.get(office_id, 0) < (self.per_office or 0)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One in the waiting list."""

    pk: int
    office_id: int | None


def gets_seat(room: Room, waiting: Sequence[Waiting], *, office_id: int | None, day: date) -> bool:
    """Whether a newcomer gets a seat now. She never passes somebody who waits for a seat that he could take."""
    return 0 in next_in_line(room, [*waiting, Waiting(0, office_id)], day=day)


def next_in_line(room: Room, waiting: Sequence[Waiting], *, day: date) -> list[int]:
    """Whom the free seats are offered to, in the order they came. An office at its number is passed over, not removed."""
    held, left, chosen = dict(room.held_by_office), room.left, []
    for one in waiting:
        if not left:
            break
        now_held = Room(
            seats=left, per_office=room.per_office, released_on=room.released_on, held=0,
            held_by_office=held,
        )  # fmt: skip
        if now_held.has_place_for(one.office_id, day):
            chosen.append(one.pk)
            left -= 1
            if one.office_id is not None:
                held[one.office_id] = held.get(one.office_id, 0) + 1
    return chosen


def refusal_to_register(
    *, state: str, last_day: date, starts_at: datetime, moment: datetime, day: date
) -> str:
    """Why nobody can register now, or empty."""
    if state == "cancelled":
        return "called_off"
    if state != "open":
        return "not_open"
    if starts_at <= moment:
        return "has_started"
    if day > last_day:
        return "too_late"
    return ""


def offer_ends(moment: datetime, hours: int, starts_at: datetime) -> datetime:
    """Until when an offered seat is held: some hours, but never past the start."""
    return min(moment + timedelta(hours=hours), starts_at)


def is_late(late_from: date | None, day: date) -> bool:
    """Whether cancelling now is late by the event's own rule."""
    return late_from is not None and day >= late_from


# Without letters and digits that are mistaken for each other when read aloud or typed off paper.
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def certificate_number(random: int, year: int) -> str:
    """A certificate's number, `2026-7HQ2-M4KP`, from 40 random bits: nobody guesses one that is in use."""
    letters = []
    for _position in range(8):
        random, remainder = divmod(random, len(_ALPHABET))
        letters.append(_ALPHABET[remainder])
    text = "".join(letters)
    return f"{year}-{text[:4]}-{text[4:]}"


def number_as_typed(text: str) -> str:
    """A certificate's number as somebody typed it, in the form it is kept in."""
    kept = "".join(sign for sign in text.upper() if sign.isalnum())
    return f"{kept[:4]}-{kept[4:8]}-{kept[8:]}" if len(kept) == 12 else text.strip().upper()
