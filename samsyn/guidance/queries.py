"""Named reads of guidance, including what a person may see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.urls import reverse
from django.utils.text import slugify

from samsyn.core.clock.interface import today
from samsyn.guidance.codes import AdoptionState, AnswerState, DocumentState
from samsyn.guidance.models import (
    Adoption,
    AgreedAnswer,
    Citation,
    Clause,
    Comment,
    DraftPage,
    Edition,
    EditionClause,
    GuidanceDocument,
    OfficeStand,
    OtherGuidance,
    Picture,
    ReadReceipt,
)
from samsyn.guidance.searching import documents_matching
from samsyn.organisations.interface import (
    Actor,
    Collaboration,
    Office,
    Permission,
    Person,
    Role,
    offices_of,
    people_with_role,
    reader_of,
)

PUBLISHED = (DocumentState.IN_FORCE, DocumentState.REPLACED, DocumentState.WITHDRAWN)


def documents_seen_by(
    actor: Actor | None, collaboration: Collaboration
) -> QuerySet[GuidanceDocument]:
    """Published documents; those for members only for members; drafts for those who write them."""
    documents = GuidanceDocument.objects.filter(collaboration=collaboration)
    if actor is not None and actor.may(Permission.EDIT_PAGES):
        return documents
    if actor is not None and actor.may(Permission.SEE_MEMBER_PAGES):
        return documents.filter(
            Q(state__in=PUBLISHED)
            | Q(state=DocumentState.REFERRAL)
            | Q(editions__isnull=False)
            | Q(referrals__isnull=False)
            | Q(writers=actor.pk)
            | Q(owner=actor.pk)
        ).distinct()
    return documents.filter(members_only=False, editions__isnull=False).distinct()


def listed_documents(
    actor: Actor | None,
    collaboration: Collaboration,
    *,
    area: str = "",
    state: str = "",
    law: str = "",
    question: str = "",
    year: str = "",
) -> list[GuidanceDocument]:
    """Documents for the list with their latest edition and number of adoptions; in force when nothing is chosen.

    With a question they stand best first, found as the search page finds them.
    """
    found = documents_seen_by(actor, collaboration)
    found = found.filter(state=state or DocumentState.IN_FORCE)
    if area:
        found = found.filter(area=area)
    if year:
        found = found.filter(editions__in_force_from__year=int(year))
    if law:
        found = found.filter(
            clauses__in=Citation.objects.filter(law=law, clause__removed=False).values("clause")
        )
    order: list[int] = []
    if question:
        ended = state in (DocumentState.REPLACED, DocumentState.WITHDRAWN)
        order = documents_matching(question, reader_of(actor, collaboration), ended=ended)
        # What is not decided is not in the index: those who write find it by its title.
        drafts = Q(state__in=(DocumentState.DRAFT, DocumentState.REFERRAL))
        found = found.filter(Q(pk__in=order) | drafts & Q(title__icontains=question))
    adopted = Count(
        "adoptions",
        filter=Q(adoptions__state__in=[AdoptionState.ADOPTED, AdoptionState.DEVIATES]),
        distinct=True,
    )
    ids = found.values("pk")
    rows = list(
        GuidanceDocument.objects.filter(pk__in=ids)
        .annotate(adopted=adopted)
        .prefetch_related(Prefetch("editions", Edition.objects.defer("html")))
    )
    place = {pk: number for number, pk in enumerate(order)}
    return sorted(rows, key=lambda row: place.get(row.pk, len(place)))


def newest_editions(collaboration: Collaboration, number: int, *, area: str = "") -> list[Edition]:
    """The editions that everybody may read and that came into force last, one per document, with `adopted` boards."""
    adopted = Count(
        "document__adoptions",
        filter=Q(document__adoptions__state__in=[AdoptionState.ADOPTED, AdoptionState.DEVIATES]),
        distinct=True,
    )
    in_force = Edition.objects.filter(
        document__collaboration=collaboration,
        document__state=DocumentState.IN_FORCE,
        document__members_only=False,
        in_force_from__lte=today(),
    )
    if area:
        in_force = in_force.filter(document__area=area)
    later = in_force.filter(
        Q(in_force_from__gt=OuterRef("in_force_from"))
        | Q(in_force_from=OuterRef("in_force_from"), pk__gt=OuterRef("pk")),
        document=OuterRef("document"),
    )
    newest = in_force.filter(~Exists(later)).select_related("document")
    # Counting drops the order of the model, so it is said here.
    newest = newest.defer("html").annotate(adopted=adopted)
    return list(newest.order_by("-in_force_from", "-pk")[:number])


def cited_laws(collaboration: Collaboration) -> list[str]:
    """The laws that published documents cite, for the filter."""
    return list(
        Citation.objects.filter(
            clause__document__collaboration=collaboration,
            clause__document__state=DocumentState.IN_FORCE,
            clause__document__members_only=False,
            clause__removed=False,
        )
        .exclude(law="")
        .values_list("law", flat=True)
        .order_by("law")
        .distinct()
    )


def years_of(actor: Actor | None, collaboration: Collaboration) -> list[int]:
    """The years in which editions came into force that the actor may see, the latest first."""
    seen = Edition.objects.filter(document__in=documents_seen_by(actor, collaboration).values("pk"))
    days = seen.order_by().values_list("in_force_from", flat=True).distinct()
    return sorted({day.year for day in days}, reverse=True)


def editions_of(document: GuidanceDocument) -> list[Edition]:
    """All editions, the latest first, without their long text."""
    return list(document.editions.defer("html").select_related("pdf"))


def is_published(picture: Picture) -> bool:
    """Whether an edition shows the picture."""
    address = reverse("guidance:picture", args=[picture.document.slug, picture.pk])
    return EditionClause.objects.filter(
        edition__document=picture.document_id, html__contains=f'"{address}"'
    ).exists()


@dataclass(frozen=True, slots=True)
class Saved:
    """Who saved a draft last, and when; one row a person."""

    name: str
    at: datetime


def saved_by(document: GuidanceDocument) -> list[Saved]:
    """Those who have saved the draft, the latest first: two who write at once see each other."""
    page = DraftPage.objects.filter(document=document).first()
    if page is None:
        return []
    found: dict[int, datetime] = {}
    for user, moment in page.revisions.order_by("-created_at").values_list("user", "created_at")[
        :200
    ]:
        if user is not None:
            found.setdefault(user, moment)
    names = dict(Person.objects.filter(user__in=found).values_list("user", "name"))
    return [Saved(names[user], moment) for user, moment in found.items() if user in names]


def unanswered_comments(document: GuidanceDocument) -> QuerySet[Comment]:
    """What offices have said and handed in, and got no reply to."""
    return Comment.objects.filter(
        answer__referral__document=document, answer__handed_in_at__isnull=False, replied_at=None
    )


def clauses_of(edition: Edition) -> list[EditionClause]:
    """The clauses of an edition in order."""
    return list(edition.clauses.select_related("clause"))


def agreed_by_clause(
    edition: Edition, *, with_members: bool
) -> Mapping[int, Sequence[AgreedAnswer]]:
    """The agreed answers that hold, by the clause they stand at."""
    answers = AgreedAnswer.objects.filter(
        clause__document=edition.document_id, state=AnswerState.IN_FORCE
    ).prefetch_related("stands")
    if not with_members:
        answers = answers.filter(members_only=False)
    found: dict[int, list[AgreedAnswer]] = {}
    for answer in answers:
        found.setdefault(answer.clause_id or 0, []).append(answer)
    return found


@dataclass(frozen=True, slots=True)
class OfficeAdoption:
    """What one office's board has done; nothing yet without a row."""

    office: Office
    adoption: Adoption | None
    may_enter: bool = False


def adopting_offices(collaboration: Collaboration) -> list[Office]:
    """The offices whose boards adopt guidance: the municipal ones."""
    return offices_of(collaboration, kind=Office.Kind.ENVIRONMENTAL_OFFICE)


def adoptions_of(document: GuidanceDocument) -> list[OfficeAdoption]:
    """Every municipal office with what its board has done, in alphabetical order."""
    rows = {row.office_id: row for row in document.adoptions.all()}
    return [
        OfficeAdoption(office, rows.get(office.pk))
        for office in adopting_offices(document.collaboration)
    ]


def officers_of(collaboration: Collaboration) -> list[Person]:
    """Those who are to read new editions: the case officers."""
    return list(people_with_role(collaboration, Role.OFFICER))


def readers_of(edition: Edition) -> dict[int, ReadReceipt]:
    """Who has said that she has read the edition, by person."""
    return {receipt.person_id: receipt for receipt in edition.receipts.all()}


def answers_seen_by(actor: Actor | None, collaboration: Collaboration) -> QuerySet[AgreedAnswer]:
    """Agreed answers, with how many offices stand behind and aside."""
    answers = AgreedAnswer.objects.filter(collaboration=collaboration)
    if actor is None or not actor.may(Permission.SEE_MEMBER_PAGES):
        answers = answers.filter(members_only=False)
    return answers.annotate(
        behind=Count("stands", filter=Q(stands__stands_behind=True)),
        aside=Count("stands", filter=Q(stands__stands_behind=False)),
    )


def clauses_to_choose(collaboration: Collaboration) -> QuerySet[Clause]:
    """The clauses of documents in force, for an answer that belongs to one."""
    return Clause.objects.filter(
        document__collaboration=collaboration,
        document__state=DocumentState.IN_FORCE,
        removed=False,
    ).order_by("document__title", "position")


def free_answer_slug(collaboration: Collaboration, question: str) -> str:
    """An address made from the question that no other answer has."""
    stem = slugify(question)[:60].strip("-") or "samsynsfraga"
    taken = set(
        AgreedAnswer.objects.filter(collaboration=collaboration, slug__startswith=stem).values_list(
            "slug", flat=True
        )
    )
    free = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return stem if stem not in taken else next(slug for slug in free if slug not in taken)


def stands_of(answer: AgreedAnswer) -> list[OfficeStand]:
    """The offices' stands by name."""
    return list(answer.stands.select_related("office").order_by("office__name"))


def reviews_due(collaboration: Collaboration) -> list[GuidanceDocument]:
    """Documents in force by the day they are to be reviewed, the most overdue first."""
    return list(
        GuidanceDocument.objects.filter(collaboration=collaboration, state=DocumentState.IN_FORCE)
        .select_related("owner")
        .prefetch_related("reviews", Prefetch("editions", Edition.objects.defer("html")))
        .order_by("review_due", "title")
    )


def others_of(collaboration: Collaboration) -> list[OtherGuidance]:
    """What other collaborations have published and we use."""
    return list(OtherGuidance.objects.filter(collaboration=collaboration, document=None))


def clauses_in_force(collaboration: Collaboration) -> list[EditionClause]:
    """The clauses of all editions in force today, for others to point at."""
    editions = Edition.objects.filter(
        document__collaboration=collaboration,
        document__state=DocumentState.IN_FORCE,
        in_force_from__lte=today(),
    )
    # Oldest first, so that the newest of each document is what is left.
    newest = dict(editions.order_by("in_force_from", "id").values_list("document_id", "pk"))
    clauses = EditionClause.objects.filter(edition__in=newest.values())
    return list(
        clauses.select_related("edition__document", "clause").order_by(
            "edition__document__title", "edition", "id"
        )
    )


def clause_by_uuid(collaboration: Collaboration, uuid: str) -> Clause | None:
    """A clause of the collaboration by its identity for good."""
    return (
        Clause.objects.filter(document__collaboration=collaboration, uuid=uuid)
        .select_related("document")
        .first()
    )
