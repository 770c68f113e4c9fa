"""What guidance tells the ground at start-up."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.core.audit.interface import register_verbs
from samsyn.core.jobs.interface import DAY, register_schedule
from samsyn.core.registry.interface import (
    NavItem,
    Retention,
    SearchSource,
    calendar_entries,
    citations,
    done_work,
    nav_items,
    news,
    retentions,
    search_sources,
    waiting_items,
)
from samsyn.core.subscriptions.interface import (
    LetterGroup,
    Rhythm,
    Topic,
    register_letters,
    register_topics,
)
from samsyn.guidance.citing import cited_in_guidance
from samsyn.guidance.codes import Area
from samsyn.guidance.latest import done_by, news_of
from samsyn.guidance.letters import topic_of_area
from samsyn.guidance.links import check_links
from samsyn.guidance.misses import KEPT_DAYS, forget_misses
from samsyn.guidance.searching import (
    ANSWER,
    DOCUMENT,
    answers_of,
    documents_of,
    index_what_came_into_force,
)
from samsyn.guidance.waiting import calendar_of, waiting_for


def _menu(request: HttpRequest) -> Iterable[NavItem]:
    url = reverse("guidance:list")
    return [
        NavItem(label=_("Guidance"), url=url, order=40, audience="visitor", prefix=url),
        NavItem(label=_("Guidance"), url=url, order=30, audience="member", prefix=url),
    ]


nav_items.register("guidance.list", _menu)
done_work.register("guidance.done", done_by)
news.register("guidance.news", news_of)
waiting_items.register("guidance.waiting", waiting_for)
calendar_entries.register("guidance.reviews", calendar_of)
citations.register("guidance.clauses", cited_in_guidance)
search_sources.register(
    "guidance.documents", SearchSource(DOCUMENT, gettext_lazy("Guidance"), documents_of)
)
search_sources.register(
    "guidance.answers", SearchSource(ANSWER, gettext_lazy("County agreements"), answers_of)
)
retentions.register(
    "guidance.misses",
    Retention(
        what=gettext_lazy("Words that were searched for in vain"),  # type: ignore[arg-type]  # lazy on purpose
        days=KEPT_DAYS,
        reason=gettext_lazy("The coordinator sees what the guidance lacks."),  # type: ignore[arg-type]
        erase=forget_misses,
    ),
)
register_topics(
    Topic(
        topic_of_area(area),
        format_lazy("{}: {}", gettext_lazy("Guidance"), area.label),
        gettext_lazy("New and changed guidance of this area, and what no longer applies."),
        Rhythm.NEVER,
    )
    for area in Area
)
register_letters(
    LetterGroup(
        "guidance",
        gettext_lazy("New and changed guidance about"),
        [(topic_of_area(area), area.label) for area in Area],
    )
)
register_schedule("guidance.in_force", every=DAY, run=index_what_came_into_force)
register_schedule("guidance.links", every=7 * DAY, run=check_links)
register_verbs(
    {
        "guidance.made": gettext_lazy("started the guidance"),
        "guidance.changed": gettext_lazy("changed the facts of the guidance"),
        "guidance.draft_opened": gettext_lazy("opened the draft for writing"),
        "guidance.writers_set": gettext_lazy("chose who writes the guidance"),
        "guidance.written": gettext_lazy("wrote in the guidance"),
        "guidance.word_brought_in": gettext_lazy("brought in a Word file as a draft"),
        "guidance.referral_opened": gettext_lazy("sent the draft out for comments"),
        "guidance.referral_noted": gettext_lazy("wrote on the office's answer to the draft"),
        "guidance.referral_answered": gettext_lazy("handed in the office's answer to the draft"),
        "guidance.referral_closed": gettext_lazy("ended the time for comments"),
        "guidance.comment_replied": gettext_lazy("replied to a comment on the draft"),
        "guidance.attached": gettext_lazy("attached a file to the guidance"),
        "guidance.attachment_removed": gettext_lazy("took a file away from the guidance"),
        "guidance.law_event": gettext_lazy("entered a change of law"),
        "guidance.other_listed": gettext_lazy("listed others' guidance"),
        "guidance.published": gettext_lazy("published an edition"),
        "guidance.ended": gettext_lazy("ended the guidance"),
        "guidance.reviewed": gettext_lazy("reviewed the guidance"),
        "guidance.adopted": gettext_lazy("entered the board's decision"),
        "guidance.read": gettext_lazy("confirmed having read the edition"),
        "guidance.agreed": gettext_lazy("registered an agreed answer"),
        "guidance.answer_reviewed": gettext_lazy("confirmed the agreed answer"),
        "guidance.answer_ended": gettext_lazy("ended the agreed answer"),
    }
)
