"""What the network tells the ground at start-up."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.core.audit.interface import register_verbs
from samsyn.core.jobs.interface import DAY, register_schedule
from samsyn.core.registry.interface import (
    NavItem,
    Retention,
    SearchSource,
    citations,
    done_work,
    hand_over,
    nav_items,
    news,
    open_work,
    retentions,
    search_sources,
    waiting_items,
)
from samsyn.core.subscriptions.interface import Rhythm, Topic, register_topics
from samsyn.network.citing import cited_in_questions
from samsyn.network.handover import (
    hand_over_networks,
    hand_over_reviews,
    networks_held_by,
    reviews_held_by,
)
from samsyn.network.latest import done_by, news_of
from samsyn.network.retention import NOTES_KEPT_DAYS, erase_review_notes
from samsyn.network.searching import KIND, question_documents
from samsyn.network.telling_questions import ANSWERED, ASKED, UNANSWERED, tell_unanswered
from samsyn.network.waiting import proposed_networks, waiting_for, waiting_reviews


def _menu(request: HttpRequest) -> Iterable[NavItem]:
    url = reverse("network:questions")
    return [NavItem(label=_("Questions"), url=url, order=50, prefix=url)]


citations.register("network.questions", cited_in_questions)
nav_items.register("network.questions", _menu)
done_work.register("network.done", done_by)
news.register("network.news", news_of)
waiting_items.register("network.waiting", waiting_for)
waiting_items.register("network.proposed", proposed_networks)
register_schedule("network.unanswered", every=DAY, run=tell_unanswered)
open_work.register("network.contact", networks_held_by)
hand_over.register("network.contact", hand_over_networks)
open_work.register("network.reviews", reviews_held_by)
hand_over.register("network.reviews", hand_over_reviews)
waiting_items.register("network.reviews", waiting_reviews)
search_sources.register(
    "network.questions",
    SearchSource(KIND, gettext_lazy("Questions and answers"), question_documents),
)
retentions.register(
    "network.review_notes",
    Retention(
        what=gettext_lazy("Notes of visits between offices"),  # type: ignore[arg-type]  # lazy on purpose
        days=NOTES_KEPT_DAYS,
        reason=gettext_lazy("The two must be able to go back to them at the next visit."),  # type: ignore[arg-type]
        erase=erase_review_notes,
    ),
)
register_verbs(
    {
        "network.asked": gettext_lazy("asked a question"),
        "network.answered": gettext_lazy("answered the question"),
        "network.shared": gettext_lazy("made it an agreed answer in the guidance"),
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
        "network.wished": gettext_lazy("offered or asked for a visit"),
        "network.wish_withdrawn": gettext_lazy("took a wish for a visit back"),
        "network.review_proposed": gettext_lazy("proposed a visit between offices"),
        "network.review_accepted": gettext_lazy("said yes to the visit"),
        "network.review_declined": gettext_lazy("said no to the visit"),
        "network.review_planned": gettext_lazy("planned the visit"),
        "network.review_noted": gettext_lazy("finished her notes of the visit"),
        "network.review_compared": gettext_lazy("compared the notes of the visit"),
        "network.review_ended": gettext_lazy("ended the visit"),
        "network.review_called_off": gettext_lazy("called the visit off"),
        "network.lesson_written": gettext_lazy("wrote what others can learn"),
        "network.lesson_shared": gettext_lazy("shared what others can learn"),
        "network.left": gettext_lazy("left the network"),
        "network.help_made": gettext_lazy("asked for or offered hours"),
        "network.help_answered": gettext_lazy("answered about hours"),
        "network.help_agreed": gettext_lazy("agreed about hours"),
        "network.help_done": gettext_lazy("told how many hours it became"),
        "network.help_withdrawn": gettext_lazy("took the notice back"),
    }
)
register_topics(
    [
        Topic(
            ASKED,
            gettext_lazy("New questions in my areas"),
            gettext_lazy("The areas of your profile and of your networks."),
            Rhythm.DAILY,
        ),
        Topic(
            ANSWERED,
            gettext_lazy("Answers to my questions"),
            gettext_lazy(
                "Somebody answers a question of yours, or the county agrees on an answer."
            ),
            Rhythm.AT_ONCE,
        ),
        Topic(
            UNANSWERED,
            gettext_lazy("Questions that nobody answers"),
            gettext_lazy(
                "Told to the county coordinator when a question has waited for five days."
            ),
            Rhythm.AT_ONCE,
        ),
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
        Topic(
            "network.reviews",
            gettext_lazy("My visits between offices"),
            gettext_lazy("The other one has answered, planned or finished her notes."),
            Rhythm.AT_ONCE,
        ),
    ]
)
