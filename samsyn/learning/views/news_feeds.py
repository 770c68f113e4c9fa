"""Events to come as RSS and Atom, for everyone: of the whole county or of one area."""

from datetime import datetime

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.translation import gettext as _

from samsyn.core.clock.interface import localtime
from samsyn.learning.models import Event
from samsyn.learning.queries import public_events_to_come
from samsyn.lib.swedish import format_date
from samsyn.network.interface import Area, area_labels
from samsyn.organisations.interface import Collaboration, public

IN_FEED = 50
Chosen = tuple[Collaboration, str]


class EventFeed(Feed[Event, Chosen]):
    """What has been opened last, first; as RSS."""

    feed_type: type[SyndicationFeed] = Rss201rev2Feed

    def get_object(
        self, request: HttpRequest, *args: object, area: str = "", **kwargs: object
    ) -> Chosen:
        if area and area not in Area.values:
            raise Http404
        return request.collaboration, area  # type: ignore[attr-defined]  # Django's feeds name its own request

    def title(self, obj: Chosen) -> str:
        name = _("Courses and meetings of %(name)s") % {"name": obj[0].name}
        return f"{name}: {Area(obj[1]).label}" if obj[1] else name

    def description(self, obj: Chosen) -> str:
        return _("Courses, officers' meetings and workshops of the collaboration.")

    def link(self, obj: Chosen) -> str:
        return reverse("learning:calendar")

    def items(self, obj: Chosen) -> list[Event]:
        return public_events_to_come(obj[0], area=obj[1])[:IN_FEED]

    def item_title(self, item: Event) -> str:
        return f"{item.title} (exempeldata)" if item.is_example else item.title

    def item_description(self, item: Event) -> str:
        when = format_date(localtime(item.starts_at).date())
        return f"{item.get_kind_display()}, {when}. {item.place} {item.summary}".strip()

    def item_link(self, item: Event) -> str:
        return reverse("learning:event", args=[item.slug])

    def item_pubdate(self, item: Event) -> datetime:
        return item.made_at

    def item_categories(self, item: Event) -> list[str]:
        return area_labels(item.areas)


class AtomEventFeed(EventFeed):
    """The same as Atom."""

    feed_type = Atom1Feed
    subtitle = EventFeed.description


rss = public(EventFeed())
atom = public(AtomEventFeed())
