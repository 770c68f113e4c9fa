"""News of questions: new ones in one's areas, answers to one's own, and what nobody has answered for five days."""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.accounts.interface import User
from samsyn.core.subscriptions.interface import tell
from samsyn.network.models import Answer, NetworkMember, Profile, Question
from samsyn.network.queries import waiting_too_long
from samsyn.organisations.interface import (
    Collaboration,
    Permission,
    all_collaborations,
    coordinators_of,
    current_memberships,
    roles_that_may,
    site_address_of,
)

ASKED, ANSWERED, UNANSWERED = "network.questions", "network.answers", "network.unanswered"


def tell_asked(question: Question) -> None:
    """To members who have said that they know the question's area, or are in a network about it; not to who asks."""
    if question.subject_type or not question.area:
        return
    _tell(
        question,
        [user for user in _who_know(question) if user.pk != question.asked_by_id],
        topic=ASKED,
        key="asked",
        title=_("Question about %(area)s: %(question)s")
        % {"area": question.get_area_display().lower(), "question": question.text},
    )


def tell_answered(answer: Answer, url: str = "") -> None:
    """To who asked, unless she answers herself."""
    question = answer.question
    if question.asked_by is None or question.asked_by_id == answer.answered_by_id:
        return
    _tell(
        question,
        [question.asked_by],
        topic=ANSWERED,
        key=f"answered:{answer.pk}",
        title=_("Answer to your question: %(question)s") % {"question": question.text},
        text=str(answer.get_weight_display()),
        url=url,
    )


def tell_agreed(answer: Answer) -> None:
    """To who asked: the county has agreed on an answer."""
    question = answer.question
    if question.asked_by is None:
        return
    _tell(
        question,
        [question.asked_by],
        topic=ANSWERED,
        key=f"agreed:{answer.pk}",
        title=_("Agreed answer to your question: %(question)s") % {"question": question.text},
    )


def tell_unanswered() -> int:
    """The job of each day: to the coordinators, once for each question that has waited too long."""
    return sum(_unanswered_in(here) for here in all_collaborations())


def _unanswered_in(here: Collaboration) -> int:
    questions = list(waiting_too_long(here.pk).select_related("collaboration"))
    users = [person.user for person in coordinators_of(here)] if questions else []
    for question in questions:
        _tell(
            question,
            users,
            topic=UNANSWERED,
            key="unanswered",
            title=_("Unanswered for five days: %(question)s") % {"question": question.text},
        )
    return len(questions)


def _who_know(question: Question) -> list[User]:
    held = current_memberships(question.collaboration).filter(
        role__in=roles_that_may(Permission.SEE_MEMBER_PAGES)
    )
    # Asked here and not in the database: SQLite cannot look into a list of areas.
    profiles = Profile.objects.filter(person__collaboration=question.collaboration)
    know = [row.person_id for row in profiles if question.area in row.areas]
    inside = NetworkMember.objects.filter(
        network__area=question.area, network__collaboration=question.collaboration
    ).values("person_id")
    rows = held.filter(Q(person_id__in=know) | Q(person_id__in=inside))
    return list(User.objects.filter(pk__in=rows.values("person__user_id")))


def _tell(
    question: Question,
    users: list[User],
    *,
    topic: str,
    key: str,
    title: str,
    text: str = "",
    url: str = "",
) -> None:
    tell(
        users=users,
        collaboration_id=question.collaboration_id,
        topic=topic,
        key=f"question:{question.pk}:{key}",
        title=title[:200],
        text=text,
        url=url or reverse("network:question", args=[question.pk]),
        at=site_address_of(question.collaboration),
    )
