"""What has been answered among the questions, and what a person has answered, for her page."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.clock.interface import localtime
from samsyn.core.registry.interface import Happening, Viewer
from samsyn.network.models import Answer
from samsyn.network.queries import settled_since
from samsyn.organisations.interface import Actor


def news_of(viewer: Viewer, since: date) -> Iterable[Happening]:
    """Questions between officers that got an answer that settles them."""
    for answer in settled_since(since, viewer.collaboration_id):
        yield _line(answer, _("Answer: %(weight)s") % {"weight": answer.get_weight_display()})


def done_by(viewer: Viewer, since: date) -> Iterable[Happening]:
    """The answers that she has given to questions between officers."""
    if not isinstance(viewer, Actor):
        return
    given = Answer.objects.filter(
        question__collaboration_id=viewer.collaboration_id,
        question__subject_type="",
        answered_by_id=viewer.user_id,
        answered_at__date__gte=since,
    )
    for answer in given.select_related("question"):
        yield _line(answer, _("You have answered the question"))


def _line(answer: Answer, detail: str) -> Happening:
    return Happening(
        title=answer.question.text,
        url=reverse("network:question", args=[answer.question_id]),
        day=localtime(answer.answered_at).date(),
        detail=detail,
        exempeldata=answer.question.is_example,
    )
