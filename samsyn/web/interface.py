"""What other packages use of the web."""

from samsyn.web.actions import end_tour
from samsyn.web.guides import GUIDES
from samsyn.web.models import InfoPage, NewsPage, Topic

__all__ = ["GUIDES", "InfoPage", "NewsPage", "Topic", "end_tour"]
