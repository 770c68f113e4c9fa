"""What the page of a document shows: its clauses with changes, who has adopted it, its editions and its state."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.core.clock.interface import today
from samsyn.core.components.interface import Alert, Fact
from samsyn.core.registry.interface import GuidanceUse, guidance_uses, panels
from samsyn.guidance.access import may_adopt_for
from samsyn.guidance.cleaning import plain_text
from samsyn.guidance.codes import AdoptionState, DocumentState
from samsyn.guidance.models import AgreedAnswer, Edition, EditionClause, GuidanceDocument
from samsyn.guidance.queries import (
    OfficeAdoption,
    adoptions_of,
    agreed_by_clause,
    clauses_of,
    officers_of,
    readers_of,
)
from samsyn.guidance.rules import Piece, in_force_on, numbers_of, word_changes
from samsyn.lib.swedish import format_date
from samsyn.organisations.interface import Actor, Permission, Role

_DONE = (AdoptionState.ADOPTED, AdoptionState.DEVIATES)


@dataclass(frozen=True, slots=True)
class ShownClause:
    """A clause as the page shows it."""

    row: EditionClause
    chapter_number: int
    is_first: bool
    pieces: Sequence[Piece]
    agreed: Sequence[tuple[AgreedAnswer, str]]
    questions: Sequence[GuidanceUse]
    exercises: Sequence[GuidanceUse]
    is_first_change: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """A line of the table of contents."""

    number: int
    title: str
    anchor: str
    changed: bool


def edition_context(
    actor: Actor | None,
    document: GuidanceDocument,
    editions: Sequence[Edition],
    shown: Edition | None,
    as_of: date | None,
) -> dict[str, Any]:
    """All that the page of one edition shows to this reader."""
    current = in_force_on(editions, today(), document.ended_on)
    uses = _uses(actor, document)
    clauses = _shown_clauses(actor, shown, editions, uses) if shown else []
    reading = _reading(actor, shown, current)
    in_force = document.state == DocumentState.IN_FORCE
    rows = [
        OfficeAdoption(row.office, row.adoption, in_force and may_adopt_for(actor, row.office))
        for row in adoptions_of(document)
    ]
    return {
        "document": document,
        "edition": shown,
        "editions": _spans(editions, document),
        "before": next(
            (one for one in editions if shown and one.in_force_from < shown.in_force_from), None
        ),
        "clauses": clauses,
        "chapters": _chapters(clauses),
        "alerts": _alerts(document, current, shown, as_of),
        "status": _status(document, current, shown, actor, reading),
        "adoptions": rows,
        "boards": len(rows),
        "adopted": sum(1 for row in rows if row.adoption and row.adoption.state in _DONE),
        "adoption_parts": _adoption_parts(rows),
        "deviations": [row for row in rows if row.adoption and row.adoption.deviation],
        "attachments": list(document.attachments.select_related("stored")),
        "forerunners": list(document.forerunners.all()),
        "used_in": _places(uses),
        "panels": [panel for give in panels.providers() for panel in give(document, actor)],
        "reading": reading,
        "runs": bool(actor and actor.may(Permission.RUN_COLLABORATION)),
        "sees_readers": bool(
            actor
            and (
                actor.may(Permission.RUN_COLLABORATION)
                or actor.offices_where(Permission.PLAN_FOR_OFFICE)
            )
        ),
    }


def _shown_clauses(
    actor: Actor | None,
    shown: Edition,
    editions: Sequence[Edition],
    uses: Sequence[GuidanceUse],
) -> list[ShownClause]:
    rows = clauses_of(shown)
    earlier = [edition for edition in editions if edition.in_force_from < shown.in_force_from]
    before = {row.clause_id: row for row in clauses_of(earlier[0])} if earlier else {}
    agreed = agreed_by_clause(
        shown, with_members=bool(actor and actor.may(Permission.SEE_MEMBER_PAGES))
    )
    places = numbers_of([row.chapter for row in rows])
    first_change = next((row for row in rows if row.change == "changed"), None)
    return [
        ShownClause(
            row,
            place.chapter_number,
            place.is_first,
            _pieces(before.get(row.clause_id), row),
            [(one, _stands(one)) for one in agreed.get(row.clause_id, ())],
            [use for use in uses if use.clause == str(row.clause.uuid) and not use.explains],
            [use for use in uses if use.clause == str(row.clause.uuid) and use.explains],
            row == first_change,
        )
        for row, place in zip(rows, places, strict=True)
    ]


def _stands(answer: AgreedAnswer) -> str:
    """How many offices stand behind an agreed answer, and how many do not."""
    behind = sum(1 for one in answer.stands.all() if one.stands_behind)
    others = len(answer.stands.all()) - behind
    words = ngettext(
        "%(number)d office stands behind it", "%(number)d offices stand behind it", behind
    ) % {"number": behind}
    if not others:
        return words
    return words + ngettext(", %(number)d dissents", ", %(number)d dissent", others) % {
        "number": others
    }


def _uses(actor: Actor | None, document: GuidanceDocument) -> list[GuidanceUse]:
    asked = (document.collaboration_id, document.slug, actor)
    return [use for give in guidance_uses.providers() for use in give(*asked)]


def _places(uses: Sequence[GuidanceUse]) -> list[tuple[GuidanceUse, str]]:
    """Each place that uses the guidance, as its first use, and the line below its name."""
    numbers = Counter(use.place_url for use in uses if use.what)
    first = {use.place_url: use for use in reversed(uses)}
    places = sorted(first.values(), key=uses.index)
    return [(use, use.note or _questions(numbers[use.place_url])) for use in places]


def _questions(number: int) -> str:
    if not number:
        return ""
    return ngettext(
        "%(number)d question rests on the guidance",
        "%(number)d questions rest on the guidance",
        number,
    ) % {"number": number}


def _pieces(before: EditionClause | None, row: EditionClause) -> Sequence[Piece]:
    if row.change != "changed" or before is None:
        return ()
    return word_changes(_words(before), _words(row))


def _words(row: EditionClause) -> str:
    return "\n".join(
        part for part in (row.heading, plain_text(row.html), row.grounds, row.example) if part
    )


def _chapters(clauses: Sequence[ShownClause]) -> list[Chapter]:
    changed = {clause.chapter_number for clause in clauses if clause.row.change}
    return [
        Chapter(
            clause.chapter_number,
            clause.row.chapter,
            f"kapitel-{clause.chapter_number}",
            clause.chapter_number in changed,
        )
        for clause in clauses
        if clause.is_first
    ]


def _spans(
    editions: Sequence[Edition], document: GuidanceDocument
) -> list[tuple[Edition, date | None]]:
    """Each edition with the last day on which it applied."""
    ends = [document.ended_on, *(edition.in_force_from for edition in editions[:-1])]
    return [
        (edition, end - timedelta(days=1) if end else None)
        for edition, end in zip(editions, ends, strict=False)
    ]


def _alerts(
    document: GuidanceDocument, current: Edition | None, shown: Edition | None, as_of: date | None
) -> list[Alert]:
    alerts = [*_ended(document), *_not_current(document, current, shown, as_of)]
    if document.is_overdue and document.review_due:
        alerts.append(
            Alert(
                _("It should have been reviewed by %(day)s. Check the law before you rely on it.")
                % {"day": format_date(document.review_due)},
                "danger",
                strong=_("Review overdue."),
            )
        )
    return alerts


def _ended(document: GuidanceDocument) -> list[Alert]:
    if document.state == DocumentState.REPLACED and document.replaced_by:
        return [
            Alert(
                document.ended_reason,
                "warning",
                strong=_("This guidance has been replaced and no longer applies."),
                link=_("Read %(title)s, which applies now") % {"title": document.replaced_by.title},
                url=reverse("guidance:document", args=[document.replaced_by.slug]),
            )
        ]
    if document.state == DocumentState.WITHDRAWN:
        return [
            Alert(
                document.ended_reason,
                "warning",
                strong=_("This guidance has been withdrawn and no longer applies."),
            )
        ]
    return []


def _not_current(
    document: GuidanceDocument, current: Edition | None, shown: Edition | None, as_of: date | None
) -> list[Alert]:
    here = reverse("guidance:document", args=[document.slug])
    if as_of and shown is None:
        text = _("No edition was in force on %(day)s.") % {"day": format_date(as_of)}
        return [Alert(text, "warning", link=_("To the guidance as it is now"), url=here)]
    alerts = []
    if as_of and shown:
        text = _("On %(day)s edition %(number)s was in force.") % {
            "day": format_date(as_of),
            "number": shown.number,
        }
        alerts.append(Alert(text))
    if current and shown and shown.pk != current.pk:
        is_coming = shown.in_force_from > today()
        strong = (
            _("This edition does not apply yet.")
            if is_coming
            else _("This edition no longer applies.")
        )
        text = _("Edition %(number)s has been in force since %(day)s.") % {
            "number": current.number,
            "day": format_date(current.in_force_from),
        }
        alerts.append(
            Alert(text, "warning", strong=strong, link=_("Read the edition in force"), url=here)
        )
    return alerts


def _status(
    document: GuidanceDocument,
    current: Edition | None,
    shown: Edition | None,
    actor: Actor | None,
    reading: Mapping[str, Any] | None,
) -> list[Fact]:
    facts = [_state_fact(document, current, shown)]
    if shown:
        facts.append(Fact(_("Edition"), shown.number, "#versioner"))
        facts.append(Fact(_("Decided by"), str(shown.decision)))
        facts.append(Fact(_("In force from"), format_date(shown.in_force_from)))
    if document.review_due and (shown is None or shown == current):
        overdue = document.is_overdue
        facts.append(
            Fact(
                _("To be reviewed by"),
                format_date(document.review_due),
                icon="exclamationmark-triangle" if overdue else "",
                tone="stop" if overdue else "",
            )
        )
    if document.working_group or (document.owner and actor):
        owner = document.owner.name if document.owner and actor else ""
        facts.append(Fact(_("Owner"), document.working_group or owner))
    if reading:
        facts.append(Fact(_("Read by"), str(reading["share"]), "#reading"))
    return facts


def _state_fact(document: GuidanceDocument, current: Edition | None, shown: Edition | None) -> Fact:
    if document.state == DocumentState.IN_FORCE and shown is not None and shown == current:
        return Fact(_("State"), _("In force"), icon="checkmark-circle", tone="ok")
    if document.state in (DocumentState.DRAFT, DocumentState.REFERRAL):
        return Fact(_("State"), document.get_state_display(), icon="hourglass", tone="waits")
    if document.state == DocumentState.IN_FORCE and shown and shown.in_force_from > today():
        return Fact(_("State"), _("Not in force yet"), icon="hourglass", tone="waits")
    word = (
        _("No longer in force")
        if document.state == DocumentState.IN_FORCE
        else document.get_state_display()
    )
    return Fact(_("State"), word, icon="x-mark-octagon", tone="stop")


def _adoption_parts(rows: Sequence[OfficeAdoption]) -> list[tuple[str, str, str]]:
    """The bar: class, start and width as the picture wants them."""
    counts = {
        "ok": sum(1 for r in rows if r.adoption and r.adoption.state == AdoptionState.ADOPTED),
        "waits": sum(1 for r in rows if r.adoption and r.adoption.state == AdoptionState.DEVIATES),
        "going": sum(1 for r in rows if r.adoption and r.adoption.state == AdoptionState.SCHEDULED),
    }
    parts, start = [], 0.0
    for tone, count in counts.items():
        width = 100 * count / len(rows) if rows else 0.0
        if count:
            parts.append((tone, f"{start:.2f}%", f"{width:.2f}%"))
        start += width
    return parts


def _reading(
    actor: Actor | None, shown: Edition | None, current: Edition | None
) -> dict[str, Any] | None:
    """For a member: whether she is to confirm, when she did, and how many officers have."""
    if actor is None or shown is None or shown != current:
        return None
    officers = {person.pk for person in officers_of(actor.collaboration)}
    receipts = readers_of(shown)
    number = len(officers & set(receipts))
    return {
        "asked": any(held.role == Role.OFFICER for held in actor.memberships),
        "own": receipts.get(actor.pk),
        "share": ngettext(
            "%(number)d of %(all)d officer", "%(number)d of %(all)d officers", len(officers)
        )
        % {"number": number, "all": len(officers)},
        "words": ngettext(
            "%(number)d of %(all)d officer has read it",
            "%(number)d of %(all)d officers have read it",
            len(officers),
        )
        % {"number": number, "all": len(officers)},
    }
