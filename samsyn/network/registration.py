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
    hand_over,
    nav_items,
    open_work,
    search_sources,
    waiting_items,
)
from samsyn.core.subscriptions.interface import Rhythm, Topic, register_topics
from samsyn.network.citing import cited_in_questions
from samsyn.network.handover import hand_over_networks, networks_held_by
from samsyn.network.searching import KIND, question_documents
from samsyn.network.waiting import proposed_networks, waiting_for


def _menu(request: HttpRequest) -> Iterable[NavItem]:
    url = reverse("network:questions")
    return [NavItem(label=_("Questions"), url=url, order=50, prefix=url)]


citations.register("network.questions", cited_in_questions)
nav_items.register("network.questions", _menu)
waiting_items.register("network.waiting", waiting_for)
waiting_items.register("network.proposed", proposed_networks)
open_work.register("network.contact", networks_held_by)
hand_over.register("network.contact", hand_over_networks)
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
        "network.proposed": gettext_lazy("proposed the network"),
        "network.started": gettext_lazy("started the network"),
        "network.closed": gettext_lazy("closed the network"),
        "network.changed": gettext_lazy("changed the network"),
        "network.file_added": gettext_lazy("added a file to the network"),
        "network.file_removed": gettext_lazy("took a file away from the network"),
        "network.wrote": gettext_lazy("wrote to the members of the network"),
        "network.left": gettext_lazy("left the network"),
    }
)
register_topics(
    [
        Topic(
            "network.letters",
            gettext_lazy("Letters in my networks"),
            gettext_lazy("What members write to all in a network that you are in."),
            Rhythm.AT_ONCE,
        ),
        Topic(
            "network.files",
            gettext_lazy("New files in my networks"),
            gettext_lazy("A member has added a file."),
            Rhythm.WEEKLY,
        ),
    ]
)
