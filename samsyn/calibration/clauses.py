"""The clauses of the guidance that questions test, and the wordings that exercises propose for them."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.calibration.models import Key
from samsyn.core.registry.interface import Panel, Viewer
from samsyn.guidance.interface import (
    EditionClause,
    GuidanceDocument,
    clauses_in_force,
    may_see_draft,
)
from samsyn.organisations.interface import Actor, Collaboration

KEPT = "kept"
Choices = list[tuple[str, Any]]


def clause_choices(clauses: Sequence[EditionClause], held: Key | None) -> Choices:
    """The clauses by document. One that the key holds and that is no longer in force can be kept."""
    choices: Choices = [("", _("No clause"))]
    if held and held.clause_label and chosen_clause(clauses, held) == KEPT:
        choices.append((KEPT, _("%(clause)s (not in force)") % {"clause": held.clause_label}))
    by_document: dict[str, list[tuple[str, str]]] = {}
    for one in clauses:
        title = one.edition.document.title
        by_document.setdefault(title, []).append((str(one.clause.uuid), str(one)))
    return [*choices, *by_document.items()]


def chosen_clause(clauses: Sequence[EditionClause], held: Key | None) -> str:
    """Which of the choices a key holds."""
    if held is None or not held.clause_label:
        return ""
    in_force = {one.clause.uuid for one in clauses}
    return str(held.clause_id) if held.clause_id in in_force else KEPT


def clause_values(clauses: Sequence[EditionClause], chosen: str) -> dict[str, Any]:
    """What a key keeps of the clause that was chosen; nothing when it keeps the one it has."""
    if chosen == KEPT:
        return {}
    found = next((one for one in clauses if str(one.clause.uuid) == chosen), None)
    if found is None:
        return {"clause_guide": "", "clause_id": None, "clause_label": ""}
    document = found.edition.document
    label = _("%(guide)s, clause %(number)s") % {"guide": document.title, "number": found.number}
    return {
        "clause_guide": document.slug, "clause_id": found.clause.uuid, "clause_label": label,
    }  # fmt: skip


def clauses_to_test(collaboration: Collaboration) -> list[EditionClause]:
    """The clauses in force, in the order of their documents."""
    found = clauses_in_force(collaboration)
    return sorted(found, key=lambda one: (one.edition.document.title, one.pk))


def proposed_wordings(of: object, viewer: Viewer | None) -> Iterable[Panel]:
    """On a draft of guidance: how exercises want its clauses to read, until an edition has come after."""
    actor = viewer if isinstance(viewer, Actor) else None
    if not isinstance(of, GuidanceDocument) or not may_see_draft(actor, of):
        return []
    found = _waiting(of)
    if not found:
        return []
    rows = [
        {"key": key, "url": reverse("calibration:exercise", args=[key.round.exercise.slug])}
        for key in found
    ]
    context = {"rows": rows}
    return [Panel(_("Wordings proposed by exercises"), "calibration/partials/wordings.html", context)]  # fmt: skip


def _waiting(document: GuidanceDocument) -> QuerySet[Key]:
    newest = document.editions.order_by("-published_at").first()
    since = Q(agreed_at__gt=newest.published_at) if newest else Q()
    return (
        Key.objects.filter(
            since,
            round__exercise__collaboration_id=document.collaboration_id,
            clause_guide=document.slug,
        )
        .exclude(proposed_clause="")
        .select_related("round__exercise")
        .order_by("clause_label", "pk")
    )
