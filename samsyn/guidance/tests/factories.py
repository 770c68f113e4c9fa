"""Guidance for tests, made by the actions that people use."""

from datetime import date
from typing import Any

from samsyn.core.decisions.interface import DecisionRef
from samsyn.guidance.actions import ClauseDraft, make_document, publish_edition, write_clauses
from samsyn.guidance.models import Edition, GuidanceDocument
from samsyn.organisations.interface import Actor

DECISION = DecisionRef("Styrgruppen", date(2024, 5, 12), "14")
FIRST = ClauseDraft(
    chapter="Bedömningsgrunder",
    heading="Förvaring",
    text="<p>Kemikalier förvaras invallat. Dubbelmantlade behållare bedöms från fall till fall.</p>",
    citations=("MB 2 kap. 3 §", "MÖD M 1234-20"),
)
SECOND = ClauseDraft(
    chapter="Egenkontroll",
    text="<p>Journalen visar datum för tömning.</p>",
    citations=("26 kap 19 § miljöbalken",),
)


def draft(by: Actor, **values: Any) -> GuidanceDocument:
    given = {
        "slug": "fordonstvattar",
        "title": "Fordonstvättar",
        "purpose": "Så bedömer vi tvätthallar.",
        "area": "hazardous",
        **values,
    }
    document = make_document(by=by, **given)
    write_clauses(by=by, document=document, clauses=[FIRST, SECOND])
    return document


def published(by: Actor, *, start: date = date(2024, 6, 1), **values: Any) -> GuidanceDocument:
    document = draft(by, **values)
    publish_edition(by=by, document=document, number="1.0", decision=DECISION, in_force_from=start)
    return document


def revise(by: Actor, document: GuidanceDocument, **values: Any) -> Edition:
    """A second edition with another text in the first clause."""
    first, second = document.clauses.all()
    write_clauses(
        by=by,
        document=document,
        clauses=[
            ClauseDraft(
                chapter=first.chapter,
                heading=first.heading,
                text="<p>Kemikalier förvaras invallat. En dubbelmantlad behållare räknas som invallad.</p>",
                citations=FIRST.citations,
                uuid=first.uuid,
            ),
            ClauseDraft(
                chapter=second.chapter,
                text=second.text,
                citations=SECOND.citations,
                uuid=second.uuid,
            ),
        ],
    )
    given: dict[str, Any] = {
        "number": "1.1",
        "decision": DecisionRef("Styrgruppen", date(2026, 6, 11), "14"),
        "in_force_from": date(2026, 6, 11),
        "change_summary": "Dubbelmantlade behållare",
        "change_reason": "Vi bedömde olika.",
        "clause_reasons": {first.uuid: "Elva av tjugoen svarade olika."},
        **values,
    }
    return publish_edition(by=by, document=document, **given)
