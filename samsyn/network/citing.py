"""What questions cite a section of law: for changes of law and for anyone who asks."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.law.interface import read_reference
from samsyn.core.registry.interface import CitedBy
from samsyn.network.models import Question


def cited_in_questions(collaboration_id: int, key: str) -> Iterable[CitedBy]:
    """Answered questions whose section of law touches `law|chapter|section`; an empty part means the whole."""
    law, chapter, section = key.split("|")
    answered = Question.objects.filter(
        collaboration_id=collaboration_id, state=Question.State.ANSWERED, subject_type=""
    ).exclude(law="")
    for question in answered:
        reference = read_reference(question.law)
        if reference and reference.touches(law=law, chapter=chapter, section=section):
            yield CitedBy(
                kind=_("Questions and answers"),
                title=question.text,
                url=reverse("network:question", args=[question.pk]),
                reference=question.law,
            )
