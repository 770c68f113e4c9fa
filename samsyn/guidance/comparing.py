"""A draft beside the edition before it: what is new, what is changed and how, and what is gone."""

from collections.abc import Sequence
from dataclasses import dataclass

from samsyn.guidance.cleaning import plain_text
from samsyn.guidance.drafting import ClauseDraft
from samsyn.guidance.models import Edition, EditionClause
from samsyn.guidance.queries import clauses_of
from samsyn.guidance.rules import Numbered, Piece, numbers_of, word_changes


@dataclass(frozen=True, slots=True)
class ComparedClause:
    """A clause of the draft: `change` is new, changed or nothing."""

    row: ClauseDraft
    place: Numbered
    change: str
    pieces: Sequence[Piece]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The draft's clauses in order, and those of the edition that it no longer has."""

    clauses: Sequence[ComparedClause]
    removed: Sequence[EditionClause]

    @property
    def changes(self) -> int:
        """How many clauses are new, changed or gone."""
        return sum(1 for clause in self.clauses if clause.change) + len(self.removed)


def compared(draft: Sequence[ClauseDraft], edition: Edition | None) -> Comparison:
    """Compares by the clauses' identity; without an edition nothing is a change."""
    before = {row.clause.uuid: row for row in clauses_of(edition)} if edition else {}
    places = numbers_of([clause.chapter for clause in draft])
    rows = [
        _compared(clause, place, before.get(clause.uuid) if clause.uuid else None, bool(edition))
        for clause, place in zip(draft, places, strict=True)
    ]
    kept = {clause.uuid for clause in draft}
    return Comparison(rows, [row for uuid, row in before.items() if uuid not in kept])


def _compared(
    clause: ClauseDraft, place: Numbered, before: EditionClause | None, has_edition: bool
) -> ComparedClause:
    if before is None:
        return ComparedClause(clause, place, "new" if has_edition else "", ())
    old, new = _words(before), _words(clause)
    pieces = word_changes(old, new) if old != new else ()
    law = [citation["label"] for citation in before.citations] != list(clause.citations)
    markup = before.html != clause.text
    return ComparedClause(clause, place, "changed" if pieces or law or markup else "", pieces)


def _words(clause: EditionClause | ClauseDraft) -> str:
    html = clause.html if isinstance(clause, EditionClause) else clause.text
    parts = (clause.heading, plain_text(html), clause.grounds, clause.example)
    return "\n".join(part for part in parts if part)
