"""Letters to addresses outside: nothing is kept of an address until its owner has opened the link in a letter and said
yes (double opt-in), and nothing after she has said stop. The letters hold no picture and no address of their own for each
reader but the one to stop, so nobody can see who has opened them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from samsyn.core.audit.interface import record
from samsyn.core.clock.interface import now
from samsyn.core.mail.interface import Mail, queue
from samsyn.core.subscriptions.models import LetterSubscription

# As the links of letters sent before the addresses moved here are signed.
CONFIRM_SALT = "samsyn.web.confirm"
STOP_SALT = "samsyn.web.stop"
CONFIRM_WITHIN = timedelta(days=7)
LETTERS_PER_HOUR = 60
LETTERS_PER_ADDRESS = 3


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """Topics that stand together in the form: a code, a question, and the topics' codes and labels."""

    code: str
    label: str | Promise
    topics: Sequence[tuple[str, str | Promise]]


_GROUPS: dict[str, LetterGroup] = {}


class TooManyLetters(Exception):
    """More asked for letters in an hour than people do; somebody may be misusing the form."""


class Expired(Exception):
    """The link is too old, or not one of ours."""


def register_letters(group: LetterGroup) -> None:
    """Adds topics that anybody can get letters about; the same code twice is a programming error."""
    if group.code in _GROUPS:
        raise ValueError(f"The letters {group.code} are registered twice.")
    _GROUPS[group.code] = group


def letter_groups() -> list[LetterGroup]:
    """All groups of topics, in the order of registration, which is that of the layers from below."""
    return list(_GROUPS.values())


def letter_labels(topics: Iterable[str]) -> list[str]:
    """What the topics are called, in the order of the form; unknown ones are left out."""
    wanted = set(topics)
    return [
        str(label) for group in letter_groups() for code, label in group.topics if code in wanted
    ]


def ask_to_subscribe(
    *,
    collaboration_id: int,
    name: str,
    email: str,
    topics: Sequence[str],
    confirm_url: Callable[[str], str],
) -> None:
    """Mails the link that confirms; says nothing of whether the address subscribes already. Raises TooManyLetters.

    `name` is whose letters they are, `confirm_url` makes the page's address of a token.
    """
    prefix = f"subscribe:{collaboration_id}:"
    recent = Mail.objects.filter(key__startswith=prefix, queued_at__gt=now() - timedelta(hours=1))
    if recent.count() >= LETTERS_PER_HOUR:
        raise TooManyLetters
    if recent.filter(to__iexact=email).count() >= LETTERS_PER_ADDRESS:
        return
    token = signing.dumps([collaboration_id, email.lower(), list(topics)], salt=CONFIRM_SALT)
    body = _(
        "Somebody, we hope you, asked for letters from %(name)s.\n\nOpen this page and confirm within seven days:\n"
        "%(url)s\n\nIf it was not you: do nothing. Then we keep nothing about you.\n"
    ) % {"name": name, "url": confirm_url(token)}
    queue(
        key=f"{prefix}{uuid4()}",
        to=email,
        subject=_("Confirm that you want letters from %(name)s") % {"name": name},
        body=body,
        collaboration_id=collaboration_id,
    )


def read_request(token: str, collaboration_id: int) -> tuple[str, list[str]]:
    """The address and the topics of a confirming link. Raises Expired."""
    try:
        pk, email, topics = signing.loads(token, salt=CONFIRM_SALT, max_age=CONFIRM_WITHIN)
    except (signing.BadSignature, ValueError) as fault:
        raise Expired from fault
    if pk != collaboration_id:
        raise Expired
    known = {code for group in letter_groups() for code, _label in group.topics}
    return email, [topic for topic in topics if topic in known]


@transaction.atomic
def subscribe(*, collaboration_id: int, email: str, topics: Sequence[str]) -> LetterSubscription:
    """The address wants these topics from now on; asked again it changes them."""
    subscription, _made = LetterSubscription.objects.update_or_create(
        collaboration_id=collaboration_id, email=email, defaults={"topics": list(topics)}
    )
    record(by=None, verb="core.subscribed", obj=subscription, collaboration_id=collaboration_id)
    return subscription


def stop_letters_path(subscription: LetterSubscription) -> str:
    """The page that ends a subscription; it holds for as long as the subscription."""
    return reverse("core:stop_letters", args=[signing.dumps(subscription.pk, salt=STOP_SALT)])


def subscription_of(token: str) -> LetterSubscription | None:
    """The subscription that a stopping link is about; None when it has ended. Raises Expired for a link not ours."""
    try:
        pk = signing.loads(token, salt=STOP_SALT)
    except signing.BadSignature as fault:
        raise Expired from fault
    return LetterSubscription.objects.filter(pk=pk).first()


@transaction.atomic
def unsubscribe(*, subscription: LetterSubscription) -> None:
    """Nothing is kept of the address."""
    record(
        by=None,
        verb="core.unsubscribed",
        obj=subscription,
        collaboration_id=subscription.collaboration_id,
    )
    subscription.delete()


@transaction.atomic
def write_to_subscribers(
    *, collaboration_id: int, topic: str, key: str, subject: str, text: str, url: str, at: str
) -> int:
    """A letter to every address that wants the topic, once per `key`; returns how many. `url` is a path at the site `at`."""
    subscriptions = LetterSubscription.objects.filter(collaboration_id=collaboration_id)
    sent = 0
    for one in subscriptions.order_by("pk").iterator():
        if topic in one.topics:
            body = _("%(text)s\n\nRead it all: %(url)s\n\nStop these letters: %(stop)s\n") % {
                "text": text.strip(),
                "url": at + url,
                "stop": at + stop_letters_path(one),
            }
            sent += queue(
                key=f"{key}:{one.pk}",
                to=one.email,
                subject=subject,
                body=body,
                collaboration_id=collaboration_id,
            )
    return sent
