"""What other packages use of the web."""

from samsyn.web.models import InfoPage, NewsPage, Topic

__all__ = ["InfoPage", "NewsPage", "Topic"]
