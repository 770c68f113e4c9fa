"""What the network tells the ground at start-up."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.core.audit.interface import register_verbs
from samsyn.core.registry.interface import (
    NavItem,
    SearchSource,
    citations,
    nav_items,
    search_sources,
    waiting_items,
)
from samsyn.network.citing import cited_in_questions
from samsyn.network.searching import KIND, question_documents
from samsyn.network.waiting import waiting_for


def _menu(request: HttpRequest) -> Iterable[NavItem]:
    url = reverse("network:questions")
    return [NavItem(label=_("Questions"), url=url, order=50, prefix=url)]


citations.register("network.questions", cited_in_questions)
nav_items.register("network.questions", _menu)
waiting_items.register("network.waiting", waiting_for)
search_sources.register(
    "network.questions",
    SearchSource(KIND, gettext_lazy("Questions and answers"), question_documents),
)
register_verbs(
    {
        "network.asked": gettext_lazy("asked a question"),
        "network.answered": gettext_lazy("answered the question"),
        "network.agreed": gettext_lazy("made it an agreed answer"),
        "network.profile_set": gettext_lazy("changed the profile"),
        "network.made": gettext_lazy("made the network"),
        "network.joined": gettext_lazy("joined the network"),
        "network.left": gettext_lazy("left the network"),
        "network.help_made": gettext_lazy("asked for or offered hours"),
        "network.help_answered": gettext_lazy("answered about hours"),
        "network.help_agreed": gettext_lazy("agreed about hours"),
        "network.help_done": gettext_lazy("told how many hours it became"),
        "network.help_withdrawn": gettext_lazy("took the notice back"),
    }
)
