"""Handing one letter to the mail server, and telling apart the three ways in which that goes wrong.

A letter that the server said no to has not left, and may be tried again (RFC 5321, section 4.2.1: codes 4xx are passing, 5xx
lasting). When the line breaks after the letter was begun nobody can know whether it left; then it is not sent again.
"""

import smtplib
from contextlib import suppress

from django.core.mail import EmailMessage, get_connection

# Lasting refusals that speak of the mailbox; other 5xx answers are about us or the letter and pass when that is mended.
NO_SUCH_ADDRESS = frozenset({550, 551, 553})


class NotTaken(Exception):
    """The server did not take the letter; its text is the server's own words."""

    def __init__(self, words: str, *, no_such_address: bool, may_have_left: bool) -> None:
        super().__init__(words)
        self.no_such_address, self.may_have_left = no_such_address, may_have_left


def hand_over(message: EmailMessage) -> None:
    """Gives the letter to the server. Raises NotTaken."""
    connection = get_connection()
    try:
        connection.open()
    except OSError as error:  # smtplib's errors are OSErrors too
        raise _not_taken(error) from error
    message.connection = connection
    try:
        message.send()
    except OSError as error:
        raise _not_taken(error, may_have_left=not _said_no(error)) from error
    finally:
        with suppress(OSError):  # the letter is taken; how the goodbye goes is no matter
            connection.close()


def _said_no(error: OSError) -> bool:
    """Whether the server answered no, or never answered at all: the letter is still here."""
    answered = smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused
    return isinstance(error, (*answered, smtplib.SMTPNotSupportedError, ConnectionRefusedError))


def _not_taken(error: OSError, *, may_have_left: bool = False) -> NotTaken:
    words = f"{type(error).__name__}: {error}"
    no_such_address = False
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        answers = list(error.recipients.values())
        words = "; ".join(f"{code} {_text(said)}" for code, said in answers)
        no_such_address = any(code in NO_SUCH_ADDRESS for code, _said in answers)
    elif isinstance(error, smtplib.SMTPResponseException):
        words = f"{error.smtp_code} {_text(error.smtp_error)}"
    return NotTaken(words, no_such_address=no_such_address, may_have_left=may_have_left)


def _text(said: bytes | str) -> str:
    return said.decode(errors="replace") if isinstance(said, bytes) else said
