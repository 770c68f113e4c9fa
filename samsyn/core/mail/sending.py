"""Putting letters in the queue and sending them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import F, Q

from samsyn.core.clock.interface import now
from samsyn.core.mail.invitations import Invitation, invitation_from_json, invitation_text
from samsyn.core.mail.models import Mail
from samsyn.core.mail.server import NotTaken, hand_over
from samsyn.core.rows.interface import insert_row, write_turn

MOST_ATTEMPTS = 48  # once an hour for two days: a mail server may be away over a weekend night
LETTERS_KEPT_DAYS = 180
# What is written to the database for a letter takes its turn among people's own acts: many letters leave in portions.
LETTERS_AT_A_TIME = 50
# A worker that died while sending leaves its letter in this state; after this time it counts as failed and is
# shown to the administrator rather than sent again, since it may have left.
STUCK_AFTER = timedelta(minutes=15)


_held: ContextVar[bool] = ContextVar("samsyn_letters_held", default=False)


@contextmanager
def without_letters() -> Iterator[None]:
    """Inside, acts cause no letters: the demo county does years of work that nobody is to hear of."""
    token = _held.set(True)
    try:
        yield
    finally:
        _held.reset(token)


def letters_are_held() -> bool:
    """Whether acts cause no letters now."""
    return _held.get()


def queue(
    *,
    key: str,
    to: str,
    subject: str,
    body: str,
    collaboration_id: int | None = None,
    invitation: Invitation | None = None,
) -> bool:
    """Puts a letter in the queue with the caller's transaction. False when this occasion has one already.

    `invitation` is what the reader's calendar takes in or away.
    """
    if _held.get():
        return False
    return insert_row(
        Mail(
            key=key,
            to=to,
            subject=" ".join(subject.split())[:200],
            body=body,
            collaboration_id=collaboration_id,
            calendar=invitation.as_json() if invitation else "",
            calendar_method=invitation.method if invitation else "",
        ),
        ignore_conflicts=True,
    )


def send_waiting(*, go_on: Callable[[], bool] = lambda: True) -> int:
    """Sends letters that nobody has tried yet, oldest first, some at a time. Returns how many were tried.

    What came of a letter and the claim on the next are written together. `go_on` is asked between two letters.
    """
    fresh = Mail.objects.filter(state=Mail.State.WAITING, attempts=0).order_by("queued_at", "pk")
    return _send(list(fresh.values_list("pk", flat=True)[:LETTERS_AT_A_TIME]), go_on)


def send_one(pk: int) -> None:
    """Sends one letter, once, if it still waits."""
    _send([pk], lambda: True)


def _send(pks: list[int], go_on: Callable[[], bool]) -> int:
    tried = 0
    changes: dict[int, dict[str, Any]] = {}
    for pk in pks:
        if tried and not go_on():
            break
        with write_turn(), transaction.atomic():
            _note(changes)
            mail = _claimed(pk)
        changes = _sent(mail) if mail is not None else {}
        tried += mail is not None
    _note(changes)
    return tried


def _claimed(pk: int) -> Mail | None:
    """Whoever turns a letter from waiting to sending owns it."""
    taken = Mail.objects.filter(pk=pk, state=Mail.State.WAITING).update(
        state=Mail.State.SENDING, attempts=F("attempts") + 1
    )
    return Mail.objects.get(pk=pk) if taken else None


def _sent(mail: Mail) -> dict[int, dict[str, Any]]:
    """Hands the letter over; what is to be noted about it, by its key."""
    try:
        message = _message_of(mail)
    except (
        ValueError,
        TypeError,
    ) as error:  # one letter that cannot be written must not stop the others
        return {mail.pk: {"state": Mail.State.FAILED, "error": f"Not written: {error}"[:500]}}
    try:
        hand_over(message)
    except NotTaken as error:
        state = _state_after(error, mail.attempts)
        return {mail.pk: {"state": state, "error": str(error)[:500]}}
    sent = {"state": Mail.State.SENT, "sent_at": now(), "error": "", "body": "", "calendar": ""}
    return {mail.pk: sent}


def _note(changes: dict[int, dict[str, Any]]) -> None:
    for pk, values in changes.items():
        Mail.objects.filter(pk=pk).update(**values)


def _state_after(error: NotTaken, attempts: int) -> Mail.State:
    """Another try only when the letter surely did not leave and may be taken later."""
    if error.no_such_address:
        return Mail.State.REFUSED
    if error.may_have_left or attempts >= MOST_ATTEMPTS:
        return Mail.State.FAILED
    return Mail.State.WAITING


def invitation_of(mail: Mail) -> str:
    """The invitation of a letter that has not left, as iCalendar."""
    return invitation_text(invitation_from_json(mail.calendar), made=mail.queued_at)


def _message_of(mail: Mail) -> EmailMultiAlternatives:
    """The letter, with an identity that stays the same if it is tried again."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">") or "localhost"
    message = EmailMultiAlternatives(
        subject=mail.subject,
        body=mail.body,
        to=[mail.to],
        headers={"Message-ID": f"<letter-{mail.pk}@{domain}>"},
    )
    if mail.calendar:
        text = invitation_of(mail)
        # Outlook and Exchange read it as another form of the text, others look for a file.
        message.attach_alternative(text, f"text/calendar; method={mail.calendar_method}")
        message.attach("inbjudan.ics", text, "application/ics")
    return message


def erase_old_letters(moment: datetime) -> int:
    """Erases address and subject of letters queued before `moment`; that one was sent stays, so it is not sent again."""
    old = Mail.objects.filter(queued_at__lt=moment).exclude(to="")
    return old.update(to="", subject="", body="", error="", calendar="")


def retry_waiting() -> int:
    """Sends what still waits (the hourly job) and marks as failed what got stuck. Returns how many were tried."""
    limit = now() - STUCK_AFTER
    Mail.objects.filter(Q(state=Mail.State.SENDING) & Q(queued_at__lt=limit)).update(
        state=Mail.State.FAILED, error="The worker stopped while sending; the letter may have left."
    )
    waiting = list(
        Mail.objects.filter(state=Mail.State.WAITING, attempts__gt=0).values_list("pk", flat=True)
    )
    return _send(waiting, lambda: True)
