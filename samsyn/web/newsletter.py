"""News that is written once goes to the addresses that want its topic (core.subscriptions), when its page is published."""

from django.core.management import call_command
from django.db import transaction
from wagtail.models import Page

from samsyn.core.audit.interface import record
from samsyn.core.subscriptions.interface import write_to_subscribers
from samsyn.organisations.interface import Collaboration, root_page_of, site_address_of
from samsyn.web.models import Mailing, NewsPage


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
    mailing.letters = write_to_subscribers(
        collaboration_id=collaboration.pk,
        topic=page.topic,
        key=f"news:{page.pk}",
        subject=page.title,
        text=page.summary,
        url=page.own_path,
        at=site_address_of(collaboration),
    )
    mailing.save(update_fields=["letters"])
    record(by=None, verb="web.news_mailed", obj=page, collaboration_id=collaboration.pk)
    return mailing.letters


def _root_slug(page: NewsPage) -> str:
    root = page.get_ancestors().filter(depth=2).first()
    return root.slug if root is not None else ""


def publish_due_pages() -> None:
    """Publishes and takes down the pages whose hour has come."""
    call_command("publish_scheduled", verbosity=0)
