"""Putting letters in the queue and sending them."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F, Q
from django_tasks import task

from samsyn.core.clock.interface import now
from samsyn.core.mail.models import Mail
from samsyn.core.mail.server import NotTaken, hand_over

MOST_ATTEMPTS = 48  # once an hour for two days: a mail server may be away over a weekend night
LETTERS_KEPT_DAYS = 180
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
    calendar: str = "",
    calendar_method: str = "",
) -> bool:
    """Puts a letter in the queue, sent after the transaction is committed. False when this occasion has one already.

    `calendar` is an iCalendar text that goes with the letter; `calendar_method` says what it does (REQUEST, CANCEL).
    """
    if _held.get():
        return False
    mail, created = Mail.objects.get_or_create(
        key=key,
        defaults={
            "to": to,
            "subject": " ".join(subject.split())[:200],
            "body": body,
            "collaboration_id": collaboration_id,
            "calendar": calendar,
            "calendar_method": calendar_method,
        },
    )
    if created:
        transaction.on_commit(lambda: _enqueue(mail.pk))
    return created


def _enqueue(pk: int) -> None:
    send_one.enqueue(pk)


@task(queue_name="mail")  # type: ignore[untyped-decorator]  # django-tasks is skipped by the type check
def send_one(pk: int) -> None:
    """Sends one letter, once: whoever turns it from waiting to sending owns it."""
    taken = Mail.objects.filter(pk=pk, state=Mail.State.WAITING).update(
        state=Mail.State.SENDING, attempts=F("attempts") + 1
    )
    if not taken:
        return
    mail = Mail.objects.get(pk=pk)
    try:
        hand_over(_message_of(mail))
    except NotTaken as error:
        state = _state_after(error, mail.attempts)
        Mail.objects.filter(pk=pk).update(state=state, error=str(error)[:500])
        return
    Mail.objects.filter(pk=pk).update(
        state=Mail.State.SENT, sent_at=now(), error="", body="", calendar=""
    )


def _state_after(error: NotTaken, attempts: int) -> Mail.State:
    """Another try only when the letter surely did not leave and may be taken later."""
    if error.no_such_address:
        return Mail.State.REFUSED
    if error.may_have_left or attempts >= MOST_ATTEMPTS:
        return Mail.State.FAILED
    return Mail.State.WAITING


def _message_of(mail: Mail) -> EmailMessage:
    """The letter, with an identity that stays the same if it is tried again."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">") or "localhost"
    message = EmailMessage(
        subject=mail.subject,
        body=mail.body,
        to=[mail.to],
        headers={"Message-ID": f"<letter-{mail.pk}@{domain}>"},
    )
    if mail.calendar:
        message.attach(
            "inbjudan.ics", mail.calendar, f"text/calendar; method={mail.calendar_method}"
        )
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
    for pk in waiting:
        send_one.call(pk)
    return len(waiting)
