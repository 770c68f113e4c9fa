"""The newsletter: news that is written once goes to the addresses that have confirmed that they want its topic.

Nothing is kept of an address until its owner has opened the link in the letter and said yes (double opt-in), and nothing
after she has said stop. The letters hold no picture and no address of their own for each reader but the one to stop, so
nobody can see who has opened them.
"""

from collections.abc import Sequence
from datetime import timedelta
from uuid import uuid4

from django.core import signing
from django.core.management import call_command
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from samsyn.core.audit.interface import record
from samsyn.core.clock.interface import now
from samsyn.core.mail.interface import Mail, queue
from samsyn.organisations.interface import Collaboration, root_page_of, site_address_of
from samsyn.web.models import Mailing, NewsPage, Subscription, Topic

CONFIRM_SALT = "samsyn.web.confirm"
STOP_SALT = "samsyn.web.stop"
CONFIRM_WITHIN = timedelta(days=7)
LETTERS_PER_HOUR = 60
LETTERS_PER_ADDRESS = 3


class TooManyLetters(Exception):
    """More asked for letters in an hour than people do; somebody may be misusing the form."""


class Expired(Exception):
    """The link is too old, or not one of ours."""


def ask_to_subscribe(
    *, collaboration: Collaboration, email: str, topics: Sequence[str], base_url: str
) -> None:
    """Mails the link that confirms; says nothing of whether the address subscribes already. Raises TooManyLetters."""
    hour = now() - timedelta(hours=1)
    prefix = f"subscribe:{collaboration.pk}:"
    recent = Mail.objects.filter(key__startswith=prefix, queued_at__gt=hour)
    if recent.count() >= LETTERS_PER_HOUR:
        raise TooManyLetters
    if recent.filter(to__iexact=email).count() >= LETTERS_PER_ADDRESS:
        return
    token = signing.dumps([collaboration.pk, email.lower(), list(topics)], salt=CONFIRM_SALT)
    body = _(
        "Somebody, we hope you, asked for news from %(name)s.\n\nOpen this page and confirm within seven days:\n"
        "%(url)s\n\nIf it was not you: do nothing. Then we keep nothing about you.\n"
    ) % {"name": collaboration.name, "url": base_url + reverse("web:confirm", args=[token])}
    subject = _("Confirm that you want news from %(name)s") % {"name": collaboration.name}
    queue(
        key=f"{prefix}{uuid4()}",
        to=email,
        subject=subject,
        body=body,
        collaboration_id=collaboration.pk,
    )


def read_request(token: str, collaboration: Collaboration) -> tuple[str, list[str]]:
    """The address and the topics of a confirming link. Raises Expired."""
    try:
        pk, email, topics = signing.loads(token, salt=CONFIRM_SALT, max_age=CONFIRM_WITHIN)
    except (signing.BadSignature, ValueError) as fault:
        raise Expired from fault
    if pk != collaboration.pk:
        raise Expired
    return email, [topic for topic in topics if topic in Topic.values]


@transaction.atomic
def subscribe(*, collaboration: Collaboration, email: str, topics: Sequence[str]) -> Subscription:
    """The address wants these topics from now on; asked again it changes them."""
    subscription, _made = Subscription.objects.update_or_create(
        collaboration=collaboration, email=email, defaults={"topics": list(topics)}
    )
    record(by=None, verb="web.subscribed", obj=subscription, collaboration_id=collaboration.pk)
    return subscription


def stop_link(subscription: Subscription, base_url: str) -> str:
    """The address that ends a subscription; it holds for as long as the subscription."""
    token = signing.dumps(subscription.pk, salt=STOP_SALT)
    return base_url + reverse("web:unsubscribe", args=[token])


def subscription_of(token: str, collaboration: Collaboration) -> Subscription | None:
    """The subscription that a stopping link is about; None when it has ended. Raises Expired for a link not ours."""
    try:
        pk = signing.loads(token, salt=STOP_SALT)
    except signing.BadSignature as fault:
        raise Expired from fault
    return Subscription.objects.filter(pk=pk, collaboration=collaboration).first()


@transaction.atomic
def unsubscribe(*, subscription: Subscription) -> None:
    """Nothing is kept of the address."""
    record(
        by=None,
        verb="web.unsubscribed",
        obj=subscription,
        collaboration_id=subscription.collaboration_id,
    )
    subscription.delete()


def news_of(collaboration: Collaboration) -> list[NewsPage]:
    """The collaboration's published news, newest first."""
    root = root_page_of(collaboration)
    if root is None:
        return []
    return list(
        NewsPage.objects.live().public().descendant_of(root).order_by("-first_published_at", "-pk")
    )


def mail_published(sender: object, instance: Page, **_signal: object) -> None:
    """What Wagtail calls when a page is published: news that is to be mailed is mailed, once."""
    if isinstance(instance, NewsPage) and instance.by_mail:
        mail_news(page=instance)


@transaction.atomic
def mail_news(*, page: NewsPage) -> int:
    """A letter to every address that wants the topic; returns how many. The same news is never mailed again."""
    mailing, is_new = Mailing.objects.get_or_create(page_id=page.pk)
    collaboration = Collaboration.objects.filter(slug=_root_slug(page)).first()
    if not is_new or collaboration is None:
        return 0
    base_url = site_address_of(collaboration)
    subscribers = Subscription.objects.filter(collaboration=collaboration).order_by("pk")
    for subscription in subscribers.iterator():
        if page.topic in subscription.topics:
            mailing.letters += _letter(page, subscription, base_url)
    mailing.save(update_fields=["letters"])
    record(by=None, verb="web.news_mailed", obj=page, collaboration_id=collaboration.pk)
    return mailing.letters


def _root_slug(page: NewsPage) -> str:
    root = page.get_ancestors().filter(depth=2).first()
    return root.slug if root is not None else ""


def _letter(page: NewsPage, subscription: Subscription, base_url: str) -> int:
    body = _("%(summary)s\n\nRead it all: %(url)s\n\nStop the newsletter: %(stop)s\n") % {
        "summary": page.summary,
        "url": base_url + page.own_path,
        "stop": stop_link(subscription, base_url),
    }
    made = queue(
        key=f"news:{page.pk}:{subscription.pk}",
        to=subscription.email,
        subject=page.title,
        body=body,
        collaboration_id=subscription.collaboration_id,
    )
    return int(made)


def publish_due_pages() -> None:
    """Publishes and takes down the pages whose hour has come."""
    call_command("publish_scheduled", verbosity=0)
