"""What the web tells the ground: its words in the menu and the names of its acts."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.signals import page_published, page_unpublished

from samsyn.core.audit.interface import register_verbs
from samsyn.core.jobs.interface import HOUR, register_schedule
from samsyn.core.registry.interface import (
    NavItem,
    SearchSource,
    link_sources,
    nav_items,
    search_sources,
)
from samsyn.core.subscriptions.interface import LetterGroup, register_letters
from samsyn.web.linking import links_of_pages
from samsyn.web.models import Topic
from samsyn.web.newsletter import mail_published, publish_due_pages
from samsyn.web.searching import PAGE, find_published, lose_unpublished, page_documents
from samsyn.web.views.pictures import note_pictures


def menu(request: HttpRequest) -> Iterable[NavItem]:
    """My page, the calendar and about us. Parts that are still to come register their own words when they exist."""
    return (
        NavItem(label=_("My page"), url="/min-sida/", order=10),
        NavItem(label=_("News"), url="/nyheter/", order=10, audience="visitor"),
        NavItem(label=_("Calendar"), url="/kalender/", order=80),
        NavItem(label=_("Calendar"), url="/kalender/", order=80, audience="visitor"),
        NavItem(label=_("About us"), url="/om/", order=90, audience="visitor"),
    )


link_sources.register("web.pages", links_of_pages)
nav_items.register("web.menu", menu)
search_sources.register(
    "web.pages", SearchSource(PAGE, gettext_lazy("Pages and news"), page_documents)
)
page_published.connect(find_published, dispatch_uid="web.find_published")
page_published.connect(note_pictures, dispatch_uid="web.note_pictures")
page_unpublished.connect(lose_unpublished, dispatch_uid="web.lose_unpublished")
page_published.connect(mail_published, dispatch_uid="web.mail_published")
register_letters(LetterGroup("topics", gettext_lazy("News about"), Topic.choices))
register_schedule("web.publish_scheduled", every=HOUR, run=publish_due_pages)
register_verbs(
    {
        "web.send_feedback": gettext_lazy("A visitor told us what does not work"),
        "web.end_tour": gettext_lazy("The tour was ended"),
        "web.news_mailed": gettext_lazy("mailed the news to its subscribers"),
    }
)
