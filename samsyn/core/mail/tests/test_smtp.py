"""Letters over the wire to a real mail server: sent once, tried again when it says later, marked when it says never."""

import smtplib
import socket
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope
from django.db import connection, connections

from samsyn.core.mail.interface import Mail, not_arrived, queue, retry_waiting
from samsyn.core.mail.sending import send_one

pytestmark = pytest.mark.django_db
WORKERS = 4


class Inbox:
    """Keeps what arrives. What is set in `answers` it says to an address, or to the letter, in place of yes."""

    def __init__(self) -> None:
        self.arrived: list[EmailMessage] = []
        self.answers: dict[str, str] = {"borta@exempel.se": "550 no such mailbox"}
        self.breaks_the_line = False
        self.seconds_to_take = 0.0

    async def handle_RCPT(self, server, session, envelope: Envelope, address: str, options) -> str:
        if refusal := self.answers.get(address):
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope: Envelope) -> str:
        time.sleep(self.seconds_to_take)
        self.arrived.append(BytesParser(policy=default).parsebytes(envelope.content))
        if self.breaks_the_line:
            server.transport.abort()
        return "250 OK"


@pytest.fixture
def inbox(settings) -> Iterator[Inbox]:
    inbox = Inbox()
    with socket.socket() as probe:  # the server wants to know its port beforehand
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(inbox, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = port
    try:
        yield inbox
    finally:
        controller.stop()


def send(to: str) -> Mail:
    queue(
        key=to,
        to=to,
        subject="Påminnelse om nyckeltal",
        body="Hej Åsa!\n\nSvara senast 1 mars.",
        collaboration_id=1,
    )
    send_one(Mail.objects.get(key=to).pk)
    return Mail.objects.get(key=to)


def test_swedish_letters_arrive_as_they_were_written(inbox: Inbox) -> None:
    assert send("asa@exempel.se").state == Mail.State.SENT
    arrived = inbox.arrived[0]
    assert arrived["subject"] == "Påminnelse om nyckeltal"
    assert arrived["to"] == "asa@exempel.se"
    assert "Hej Åsa!" in arrived.get_content()


def test_a_letter_is_handed_over_once_however_often_it_is_asked_for(inbox: Inbox) -> None:
    mail = send("asa@exempel.se")
    send("asa@exempel.se")
    send_one(mail.pk)
    assert retry_waiting() == 0
    assert len(inbox.arrived) == 1


def test_try_again_later_leaves_the_letter_waiting_and_the_next_hour_sends_it_once(
    inbox: Inbox,
) -> None:
    inbox.answers["asa@exempel.se"] = "451 try again later"
    mail = send("asa@exempel.se")
    assert (mail.state, mail.error) == (Mail.State.WAITING, "451 try again later")
    assert retry_waiting() == 1
    assert inbox.arrived == []
    del inbox.answers["asa@exempel.se"]
    assert retry_waiting() == 1
    assert retry_waiting() == 0
    mail.refresh_from_db()
    assert (mail.state, mail.attempts, len(inbox.arrived)) == (Mail.State.SENT, 3, 1)
    assert not_arrived(1) == []


def test_an_address_that_does_not_exist_is_marked_and_not_tried_again(inbox: Inbox) -> None:
    mail = send("borta@exempel.se")
    assert mail.state == Mail.State.REFUSED
    assert retry_waiting() == 0
    assert inbox.arrived == []
    (found,) = not_arrived(1)
    assert (found.address, found.words, found.is_refused) == (
        "borta@exempel.se",
        "550 no such mailbox",
        True,
    )
    assert not_arrived(2) == [], "another collaboration's addresses are not told"


def test_a_letter_that_arrives_later_takes_the_mark_away(inbox: Inbox, clock) -> None:
    send("borta@exempel.se")
    clock.shift(timedelta(days=1))
    inbox.answers.clear()
    queue(key="next", to="borta@exempel.se", subject="Ny", body="Hej!", collaboration_id=1)
    send_one(Mail.objects.get(key="next").pk)
    assert not_arrived(1) == []


def test_a_full_mailbox_says_later_with_a_lasting_code_and_is_tried_again(inbox: Inbox) -> None:
    inbox.answers["asa@exempel.se"] = "552 mailbox full"
    assert send("asa@exempel.se").state == Mail.State.WAITING


def test_when_the_line_breaks_the_letter_may_have_left_and_is_not_sent_again(inbox: Inbox) -> None:
    inbox.breaks_the_line = True
    mail = send("asa@exempel.se")
    assert len(inbox.arrived) == 1
    assert mail.state == Mail.State.FAILED
    assert retry_waiting() == 0
    assert len(inbox.arrived) == 1
    assert [found.is_refused for found in not_arrived(1)] == [False]


def test_a_goodbye_that_goes_wrong_does_not_undo_a_taken_letter(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rude(self: smtplib.SMTP) -> None:
        self.close()
        raise smtplib.SMTPResponseException(421, b"gone")

    monkeypatch.setattr(smtplib.SMTP, "quit", rude)
    assert send("asa@exempel.se").state == Mail.State.SENT


@pytest.mark.django_db(transaction=True)
def test_workers_at_the_same_moment_hand_a_letter_over_once(inbox: Inbox, tmp_path: Path) -> None:
    inbox.seconds_to_take = 0.05
    queue(key="one", to="asa@exempel.se", subject="En gång", body="Hej!")
    Mail.objects.update(state=Mail.State.WAITING, sent_at=None, body="Hej!")
    inbox.arrived.clear()
    pk = Mail.objects.get().pk
    settings = connections.settings["default"]
    before = settings["NAME"]
    if connection.vendor == "sqlite":  # threads cannot share the one in memory: a copy on disk
        connection.cursor().execute("VACUUM INTO %s", [str(tmp_path / "mail.sqlite3")])
        settings["NAME"] = str(tmp_path / "mail.sqlite3")
    gate, wrong = threading.Barrier(WORKERS), []

    def work() -> None:
        try:
            gate.wait()
            send_one(pk)
        except Exception as error:  # whatever it is, the test must see it
            wrong.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _worker in range(WORKERS)]
    try:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        settings["NAME"] = before
    assert wrong == []
    assert len(inbox.arrived) == 1
