"""One letter per occasion, sent after the act is committed, tried again when the server is away."""

from datetime import timedelta

import pytest
from django.core.mail.backends.locmem import EmailBackend
from django.db import transaction

from samsyn.core.clock.interface import now
from samsyn.core.mail.interface import (
    LETTERS_KEPT_DAYS,
    Mail,
    erase_old_letters,
    queue,
    retry_waiting,
    send_waiting,
    without_letters,
)
from samsyn.core.mail.sending import MOST_ATTEMPTS, send_one

pytestmark = pytest.mark.django_db


def letter(key: str = "reminder:1", **changes: str) -> bool:
    fields = {"to": "eva@exempel.se", "subject": "Påminnelse", "body": "Hej!", **changes}
    return queue(key=key, **fields)


def the_letter() -> Mail:
    return Mail.objects.get()


class Away(EmailBackend):
    """A server that does not answer."""

    def send_messages(self, messages):
        raise ConnectionRefusedError("no answer")


@pytest.fixture
def server_away(settings) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Away"


def test_the_same_occasion_is_queued_once(django_capture_on_commit_callbacks) -> None:
    assert letter()
    assert not letter(subject="Something else")
    assert the_letter().subject == "Påminnelse"


def test_an_undone_act_sends_nothing() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        letter()
        raise ZeroDivisionError
    assert not Mail.objects.exists()


def test_a_letter_is_sent_once_and_its_text_is_not_kept(mailoutbox) -> None:
    letter()
    send_one(the_letter().pk)
    send_one(the_letter().pk)
    assert [message.subject for message in mailoutbox] == ["Påminnelse"]
    assert (the_letter().state, the_letter().body) == (Mail.State.SENT, "")


def test_a_subject_cannot_smuggle_in_a_header(mailoutbox) -> None:
    letter(subject="Hej\nBcc: alla@exempel.se")
    send_one(the_letter().pk)
    assert mailoutbox[0].subject == "Hej Bcc: alla@exempel.se"
    assert mailoutbox[0].recipients() == ["eva@exempel.se"]


def test_a_server_that_is_away_leaves_the_letter_waiting_with_the_reason(server_away) -> None:
    letter()
    send_one(the_letter().pk)
    assert the_letter().state == Mail.State.WAITING
    assert the_letter().error == "ConnectionRefusedError: no answer"


def test_the_hourly_job_tries_again(settings, server_away, mailoutbox) -> None:
    letter()
    send_one(the_letter().pk)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert retry_waiting() == 1
    assert len(mailoutbox) == 1
    assert retry_waiting() == 0


def test_a_letter_is_given_up_after_the_last_attempt(server_away) -> None:
    letter()
    for _ in range(MOST_ATTEMPTS):
        send_one(the_letter().pk)
    assert the_letter().state == Mail.State.FAILED
    assert retry_waiting() == 0


def test_a_letter_that_got_stuck_counts_as_failed_and_is_not_sent_again(clock) -> None:
    letter()
    Mail.objects.update(state=Mail.State.SENDING)
    clock.shift(timedelta(minutes=16))
    assert retry_waiting() == 0
    assert the_letter().state == Mail.State.FAILED
    assert "may have left" in the_letter().error


def test_an_old_letter_forgets_who_got_it_but_is_not_sent_again(clock, mailoutbox) -> None:
    letter()
    send_one(the_letter().pk)
    clock.shift(timedelta(days=LETTERS_KEPT_DAYS + 1))
    assert erase_old_letters(now() - timedelta(days=LETTERS_KEPT_DAYS)) == 1
    assert (the_letter().to, the_letter().subject) == ("", "")
    assert not letter()


def test_held_acts_cause_no_letters_and_those_after_do() -> None:
    with without_letters():
        assert letter() is False
    assert not Mail.objects.exists()
    assert letter() is True


def test_a_letter_that_cannot_be_written_is_marked_and_stops_no_other(mailoutbox) -> None:
    letter("a")
    Mail.objects.update(calendar="{no invitation")
    letter("b")
    assert send_waiting() == 2
    assert [mail.state for mail in Mail.objects.order_by("pk")] == ["failed", "sent"]
    assert "Not written" in Mail.objects.get(key="a").error


def test_the_worker_may_be_told_to_stop_between_two_letters(mailoutbox) -> None:
    letter("a")
    letter("b")
    assert send_waiting(go_on=lambda: False) == 1
    assert [mail.state for mail in Mail.objects.order_by("pk")] == ["sent", "waiting"]
    assert send_waiting() == 1
    assert send_waiting() == 0
    assert len(mailoutbox) == 2
