"""What in guidance cites a section of law: for law events and for anyone who asks."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.law.interface import LawReference
from samsyn.core.registry.interface import CitedBy
from samsyn.guidance.codes import AnswerState, DocumentState
from samsyn.guidance.models import AnswerCitation, Citation


def cited_in_guidance(collaboration_id: int, key: str) -> Iterable[CitedBy]:
    """Clauses and agreed answers in force that cite `law|chapter|section`; an empty part means the whole."""
    law, chapter, section = key.split("|")
    asked = LawReference(law, chapter, section)
    yield from _clauses(collaboration_id, asked)
    yield from _answers(collaboration_id, asked)


def _clauses(collaboration_id: int, asked: LawReference) -> Iterable[CitedBy]:
    found: QuerySet[Citation] = Citation.objects.filter(
        clause__document__collaboration_id=collaboration_id,
        clause__document__state=DocumentState.IN_FORCE,
        clause__removed=False,
        law__iexact=asked.law,
    ).select_related("clause__document")
    for citation in _touched(found, asked):
        document = citation.clause.document
        yield CitedBy(
            kind=_("Guidance"),
            title=f"{document.title}: {citation.clause}",
            url=f"{reverse('guidance:document', args=[document.slug])}#{citation.clause.uuid}",
            reference=citation.label,
        )


def _answers(collaboration_id: int, asked: LawReference) -> Iterable[CitedBy]:
    found: QuerySet[AnswerCitation] = AnswerCitation.objects.filter(
        agreed_answer__collaboration_id=collaboration_id,
        agreed_answer__state=AnswerState.IN_FORCE,
        law__iexact=asked.law,
    ).select_related("agreed_answer")
    for citation in _touched(found, asked):
        yield CitedBy(
            kind=_("Agreed answer"),
            title=citation.agreed_answer.question,
            url=reverse("guidance:answer", args=[citation.agreed_answer.slug]),
            reference=citation.label,
        )


def _touched(found, asked):  # type: ignore[no-untyped-def]
    if asked.chapter:
        found = found.filter(Q(chapter="") | Q(chapter=asked.chapter))
    if asked.section:
        found = found.filter(Q(section="") | Q(section=asked.section))
    return found
