"""Making an exercise and its rounds, and opening and closing them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from samsyn.calibration.models import CaseFile, Exercise, InvitedOffice, Key, Round
from samsyn.calibration.questions import check_version, questions_of
from samsyn.calibration.refusals import Refused
from samsyn.calibration.searching import index_exercise
from samsyn.calibration.telling import tell_closed, tell_opened
from samsyn.checklists.interface import ChecklistVersion
from samsyn.core.audit.interface import record, snapshot
from samsyn.core.clock.interface import today
from samsyn.core.files.interface import FileKind, store_upload
from samsyn.organisations.interface import Actor, Collaboration, Office

RESERVED = frozenset({"ny", "sa-raknas-det"})  # words of addresses
CASE = frozenset({"case_title", "case_text", "film_url", "deadline"})
KEY = frozenset({"expected", "expected_reason", "clause_guide", "clause_id", "clause_label"})


@transaction.atomic
def make_exercise(
    *,
    by: Actor,
    collaboration: Collaboration,
    slug: str,
    title: str,
    lead: str = "",
    scale: str = Exercise.Scale.NOMINAL,
    offices: Sequence[Office] = (),
    network: Any = None,
    is_example: bool = False,
) -> Exercise:
    """A new exercise without rounds; only those who run exercises see it until its first round opens."""
    if slug in RESERVED or Exercise.objects.filter(collaboration=collaboration, slug=slug).exists():
        raise Refused("slug_taken", field="slug")
    exercise = Exercise.objects.create(
        collaboration=collaboration,
        slug=slug,
        title=title,
        lead=lead,
        scale=scale,
        network=network,
        is_example=is_example,
        made_by_id=by.user_id,
    )
    InvitedOffice.objects.bulk_create(
        InvitedOffice(exercise=exercise, office=one) for one in offices
    )
    _record(by, "calibration.made", exercise, exercise)
    return exercise


@transaction.atomic
def change_exercise(
    *, by: Actor, exercise: Exercise, title: str, lead: str, offices: Sequence[Office], network: Any
) -> Exercise:
    """Changes its words and who is invited. Who has answered keeps her answers also when her office is left out."""
    before = snapshot(exercise)
    exercise.title, exercise.lead, exercise.network = title, lead, network
    exercise.save(update_fields=["title", "lead", "network"])
    wanted = {office.pk for office in offices}
    exercise.invited.exclude(office_id__in=wanted).delete()
    held = set(exercise.invited.values_list("office_id", flat=True))
    InvitedOffice.objects.bulk_create(
        InvitedOffice(exercise=exercise, office_id=pk) for pk in wanted - held
    )
    index_exercise(exercise)
    _record(by, "calibration.changed", exercise, exercise, before=before)
    return exercise


@transaction.atomic
def make_round(
    *,
    by: Actor,
    exercise: Exercise,
    version: ChecklistVersion,
    case_title: str,
    case_text: str,
    deadline: date,
    film_url: str = "",
) -> Round:
    """A further round as a draft, with the keys of the round before: what is expected is for the new case to say."""
    check_version(version)
    _check_case(deadline=deadline, film_url=film_url)
    earlier = list(exercise.rounds.order_by("number"))
    if earlier and not earlier[-1].is_over:
        raise Refused("round_not_over")
    if earlier and _asks(earlier[0].version) != _asks(version):
        raise Refused("other_questions", field="version")
    number = (exercise.rounds.aggregate(top=Max("number"))["top"] or 0) + 1
    made = Round.objects.create(
        exercise=exercise,
        number=number,
        version=version,
        case_title=case_title,
        case_text=case_text,
        film_url=film_url,
        deadline=deadline,
    )
    if earlier:
        _carry_clauses(earlier[-1], made)
    _record(by, "calibration.round_made", made, exercise)
    return made


@transaction.atomic
def change_round(*, by: Actor, round_: Round, values: Mapping[str, Any]) -> Round:
    """Changes the case of a draft, and of an open round only its last day."""
    round_ = Round.objects.select_for_update().select_related("exercise").get(pk=round_.pk)
    changed = {name for name in CASE & values.keys() if getattr(round_, name) != values[name]}
    if round_.state != Round.State.DRAFT and (changed - {"deadline"} or round_.is_over):
        raise Refused("not_draft")
    _check_case(
        deadline=values.get("deadline", round_.deadline),
        film_url=values.get("film_url", round_.film_url),
    )
    before = snapshot(round_)
    for name in changed:
        setattr(round_, name, values[name])
    round_.save()
    _record(by, "calibration.round_changed", round_, round_.exercise, before=before)
    return round_


@transaction.atomic
def add_case_file(
    *, by: Actor, round_: Round, description: str, name: str, content: bytes, is_picture: bool
) -> CaseFile:
    """A picture or document of the case; raises FileRefused, and Refused once the round is open."""
    if round_.state != Round.State.DRAFT:
        raise Refused("not_draft")
    kind = FileKind.PHOTO if is_picture else FileKind.DOCUMENT
    stored = store_upload(name=name, content=content, kind=kind, by=by.user_id)
    made = CaseFile.objects.create(
        round=round_, description=description, is_picture=is_picture, file=stored
    )
    _record(by, "calibration.file_added", round_, round_.exercise)
    return made


@transaction.atomic
def set_key(*, by: Actor, round_: Round, question: str, values: Mapping[str, Any]) -> Key:
    """What answer is expected and why, and which clause the question tests. An empty answer says that none is right.

    What is expected is settled before the round opens, so that nobody can fit it to what was answered.
    """
    asked = {one.name: one for one in questions_of(round_.version)}
    if question not in asked:
        raise Refused("no_such_answer")
    expected = values.get("expected", "")
    if expected and expected not in asked[question].codes:
        raise Refused("no_such_answer", field="expected")
    key, _made = Key.objects.get_or_create(round=round_, question=question)
    if round_.state != Round.State.DRAFT and expected != key.expected:
        raise Refused("key_settled", field="expected")
    for name in KEY & values.keys():
        setattr(key, name, values[name])
    key.save()
    _record(by, "calibration.key_set", round_, round_.exercise)
    return key


@transaction.atomic
def open_round(*, by: Actor, round_: Round) -> Round:
    """Opens a draft for answers; opening an open one changes nothing."""
    round_ = Round.objects.select_for_update().select_related("exercise").get(pk=round_.pk)
    if round_.state == Round.State.OPEN:
        return round_
    if round_.state != Round.State.DRAFT:
        raise Refused("not_draft")
    if round_.deadline < today():
        raise Refused("deadline_passed", field="deadline")
    if not round_.exercise.invited.exists() and round_.exercise.network is None:
        raise Refused("nobody_invited")
    round_.state, round_.opened_on = Round.State.OPEN, today()
    round_.save(update_fields=["state", "opened_on"])
    index_exercise(round_.exercise)
    _record(by, "calibration.opened", round_, round_.exercise)
    tell_opened(round_)
    return round_


@transaction.atomic
def close_round(*, by: Actor, round_: Round) -> Round:
    """Ends the answering before its last day, or notes that the day has passed; twice is once."""
    round_ = Round.objects.select_for_update().select_related("exercise").get(pk=round_.pk)
    if round_.state == Round.State.CLOSED:
        return round_
    if round_.state == Round.State.DRAFT:
        raise Refused("not_open")
    round_.state, round_.closed_on = Round.State.CLOSED, min(today(), round_.deadline)
    round_.save(update_fields=["state", "closed_on"])
    _record(by, "calibration.closed", round_, round_.exercise)
    tell_closed(round_)
    return round_


def _asks(version: ChecklistVersion) -> list[tuple[str, tuple[str, ...]]]:
    return [(question.name, question.codes) for question in questions_of(version)]


def _carry_clauses(earlier: Round, later: Round) -> None:
    Key.objects.bulk_create(
        Key(
            round=later,
            question=key.question,
            clause_guide=key.clause_guide,
            clause_id=key.clause_id,
            clause_label=key.clause_label,
        )
        for key in earlier.keys.all()
    )


def _check_case(*, deadline: date, film_url: str) -> None:
    if deadline < today():
        raise Refused("deadline_passed", field="deadline")
    if film_url and not film_url.startswith("https://"):
        raise Refused("film_not_https", field="film_url")


def _record(by: Actor, verb: str, obj: Any, exercise: Exercise, **more: Any) -> None:
    record(by=by.user_id, verb=verb, obj=obj, collaboration_id=exercise.collaboration_id, **more)
