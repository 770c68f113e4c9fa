"""New editions as a feed, of all areas or of one."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.translation import gettext as _

from samsyn.guidance.codes import Area
from samsyn.guidance.models import Edition
from samsyn.guidance.queries import newest_editions
from samsyn.organisations.interface import Collaboration, public

IN_FEED = 30


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose editions, and of which area; all when `area` is empty."""

    collaboration: Collaboration
    area: str


class EditionFeed(Feed[Edition, Asked]):
    """The newest thirty that everybody may read, as RSS."""

    feed_type: type[SyndicationFeed] = Rss201rev2Feed

    def get_object(self, request: HttpRequest, *args: object, **kwargs: object) -> Asked:
        area = request.GET.get("omrade", "")
        return Asked(request.collaboration, area if area in Area.values else "")  # type: ignore[attr-defined]

    def title(self, obj: Asked) -> str:
        said = _("Guidance from %(name)s") % {"name": obj.collaboration.name}
        return f"{said}: {Area(obj.area).label}" if obj.area else said

    def description(self, obj: Asked) -> str:
        return _("New editions, and what has changed in them.")

    def link(self, obj: Asked) -> str:
        here = reverse("guidance:list")
        return f"{here}?omrade={obj.area}" if obj.area else here

    def items(self, obj: Asked) -> list[Edition]:
        return newest_editions(obj.collaboration, IN_FEED, area=obj.area)

    def item_title(self, item: Edition) -> str:
        return _("%(title)s, edition %(number)s") % {"title": item.title, "number": item.number}

    def item_description(self, item: Edition) -> str:
        return item.change_summary or item.purpose

    def item_link(self, item: Edition) -> str:
        return reverse("guidance:edition", args=[item.document.slug, item.number])

    def item_pubdate(self, item: Edition) -> datetime:
        return item.published_at

    def item_categories(self, item: Edition) -> list[str]:
        return [str(item.document.get_area_display())]


class AtomEditionFeed(EditionFeed):
    """The same as Atom."""

    feed_type = Atom1Feed
    subtitle = EditionFeed.description


rss = public(EditionFeed())
atom = public(AtomEditionFeed())
