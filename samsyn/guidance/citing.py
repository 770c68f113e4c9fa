"""What in guidance cites a section of law: for law events and for anyone who asks."""

from collections.abc import Iterable

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.law.interface import LawReference
from samsyn.core.registry.interface import CitedBy, citations
from samsyn.guidance.codes import AnswerState, DocumentState
from samsyn.guidance.models import AnswerCitation, Citation
from samsyn.organisations.interface import Actor, Collaboration, Permission


def cited_in_guidance(collaboration_id: int, key: str) -> Iterable[CitedBy]:
    """Clauses and agreed answers in force that cite `law|chapter|section`; an empty part means the whole."""
    asked = LawReference(*key.split("|"))
    yield from _clauses(collaboration_id, asked)
    yield from _answers(collaboration_id, asked)


def cited_by_section(
    collaboration: Collaboration, law: str, chapter: str, section: str, *, actor: Actor | None
) -> list[CitedBy]:
    """The same for a reader's page: a member gets what all packages have registered, a visitor what is public here."""
    if not law:
        return []
    if actor is not None and actor.may(Permission.SEE_MEMBER_PAGES):
        key = f"{law}|{chapter}|{section}"
        return [found for give in citations.providers() for found in give(collaboration.pk, key)]
    asked = LawReference(law, chapter, section)
    return [
        *_clauses(collaboration.pk, asked, only_public=True),
        *_answers(collaboration.pk, asked, only_public=True),
    ]


def _clauses(
    collaboration_id: int, asked: LawReference, *, only_public: bool = False
) -> Iterable[CitedBy]:
    found = Citation.objects.filter(
        _touched(asked),
        clause__document__collaboration_id=collaboration_id,
        clause__document__state=DocumentState.IN_FORCE,
        clause__removed=False,
    ).select_related("clause__document")
    if only_public:
        found = found.filter(clause__document__members_only=False)
    for citation in found:
        document = citation.clause.document
        yield CitedBy(
            kind=_("Guidance"),
            title=f"{document.title}: {citation.clause}",
            url=f"{reverse('guidance:document', args=[document.slug])}#{citation.clause.uuid}",
            reference=citation.label,
        )


def _answers(
    collaboration_id: int, asked: LawReference, *, only_public: bool = False
) -> Iterable[CitedBy]:
    found = AnswerCitation.objects.filter(
        _touched(asked),
        agreed_answer__collaboration_id=collaboration_id,
        agreed_answer__state=AnswerState.IN_FORCE,
    ).select_related("agreed_answer")
    if only_public:
        found = found.filter(agreed_answer__members_only=False)
    for citation in found:
        yield CitedBy(
            kind=_("County agreement"),
            title=citation.agreed_answer.question,
            url=reverse("guidance:answer", args=[citation.agreed_answer.slug]),
            reference=citation.label,
        )


def _touched(asked: LawReference) -> Q:
    """As `LawReference.touches`, in the database."""
    query = Q(law__iexact=asked.law)
    if asked.chapter:
        query &= Q(chapter__in=["", asked.chapter])
    if asked.section:
        query &= Q(section__in=["", asked.section])
    return query
