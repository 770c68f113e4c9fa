"""A letter over the wire to a real mail server, and what it says when it refuses."""

import socket
from collections.abc import Iterator
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope

from samsyn.core.mail.interface import Mail, queue
from samsyn.core.mail.sending import send_one

pytestmark = pytest.mark.django_db


class Inbox:
    """Keeps what arrives; refuses one address."""

    def __init__(self) -> None:
        self.arrived: list[EmailMessage] = []

    async def handle_RCPT(self, server, session, envelope: Envelope, address: str, options) -> str:
        if address.startswith("borta@"):
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope: Envelope) -> str:
        self.arrived.append(BytesParser(policy=default).parsebytes(envelope.content))
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
    queue(key=to, to=to, subject="Påminnelse om nyckeltal", body="Hej Åsa!\n\nSvara senast 1 mars.")
    send_one.call(Mail.objects.get(key=to).pk)
    return Mail.objects.get(key=to)


def test_swedish_letters_arrive_as_they_were_written(inbox: Inbox) -> None:
    assert send("asa@exempel.se").state == Mail.State.SENT
    arrived = inbox.arrived[0]
    assert arrived["subject"] == "Påminnelse om nyckeltal"
    assert arrived["to"] == "asa@exempel.se"
    assert "Hej Åsa!" in arrived.get_content()


def test_a_refused_address_is_kept_with_the_servers_own_words(inbox: Inbox) -> None:
    mail = send("borta@exempel.se")
    assert mail.state == Mail.State.WAITING
    assert "no such mailbox" in mail.error
    assert inbox.arrived == []
