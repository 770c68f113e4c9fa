"""News: the list, and the feeds."""

from datetime import datetime

from django.contrib.syndication.views import Feed
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.translation import gettext as _

from samsyn.organisations.interface import Collaboration, SamsynRequest, public
from samsyn.web.models import NewsPage, Topic
from samsyn.web.newsletter import news_of

PER_PAGE = 20
IN_FEED = 30


@public
def news(request: SamsynRequest) -> HttpResponse:
    """All news, newest first, of one topic when one is chosen."""
    topic = request.GET.get("amne", "")
    found = [one for one in news_of(request.collaboration) if not topic or one.topic == topic]
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("sida"))
    context = {"page": page, "topic": topic, "topics": Topic.choices}
    return render(request, "web/news.html", context)


class NewsFeed(Feed[NewsPage, Collaboration]):
    """The newest thirty, as RSS."""

    feed_type: type[SyndicationFeed] = Rss201rev2Feed

    def get_object(self, request: HttpRequest, *args: object, **kwargs: object) -> Collaboration:
        return request.collaboration  # type: ignore[attr-defined,no-any-return]

    def title(self, obj: Collaboration) -> str:
        return _("News from %(name)s") % {"name": obj.name}

    def description(self, obj: Collaboration) -> str:
        return _("Campaigns, guidance, courses and key figures.")

    def link(self, obj: Collaboration) -> str:
        return reverse("web:news")

    def items(self, obj: Collaboration) -> list[NewsPage]:
        return news_of(obj)[:IN_FEED]

    def item_title(self, item: NewsPage) -> str:
        return str(item.title)

    def item_description(self, item: NewsPage) -> str:
        return str(item.summary)

    def item_link(self, item: NewsPage) -> str:
        return item.own_path

    def item_pubdate(self, item: NewsPage) -> datetime | None:
        return item.first_published_at  # type: ignore[no-any-return]  # Wagtail has no types

    def item_updateddate(self, item: NewsPage) -> datetime | None:
        return item.last_published_at  # type: ignore[no-any-return]

    def item_categories(self, item: NewsPage) -> list[str]:
        return [str(item.get_topic_display())]


class AtomNewsFeed(NewsFeed):
    """The same as Atom."""

    feed_type = Atom1Feed
    subtitle = NewsFeed.description


rss = public(NewsFeed())
atom = public(AtomNewsFeed())
