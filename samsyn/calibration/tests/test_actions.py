"""What is refused, and what an act keeps to itself."""

from datetime import timedelta

import pytest

from samsyn.calibration.actions.agreeing import agree
from samsyn.calibration.actions.answering import save_answers, send_answers
from samsyn.calibration.actions.arranging import (
    add_case_file,
    change_exercise,
    change_round,
    close_round,
    make_exercise,
    make_round,
    open_round,
    set_key,
)
from samsyn.calibration.models import Key, Round, Sheet
from samsyn.calibration.refusals import Refused
from samsyn.calibration.tests.factories import QUESTIONS, Scene, judged, make_scene, make_version
from samsyn.checklists.tests.factories import SV
from samsyn.core.audit.interface import AuditEntry
from samsyn.core.clock.interface import as_of, now, today
from samsyn.core.registry.interface import personal_erasers, personal_extracts
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db
CASE = {"case_title": "Ett annat", "case_text": "Ett annat fall."}


def refused(act, **values) -> str:
    with pytest.raises(Refused) as found:
        act(**values)
    return found.value.code


def later(scene: Scene, **values) -> str:
    return refused(
        make_round, by=scene.coordinator, exercise=scene.exercise,
        **{"version": scene.version, "deadline": today() + timedelta(days=5), **CASE, **values},
    )  # fmt: skip


def test_a_short_name_is_taken_once(scene: Scene) -> None:
    values = {"collaboration": scene.world.collaboration, "slug": "ekvagen", "title": "x"}
    assert refused(make_exercise, by=scene.coordinator, **values) == "slug_taken"
    # Words of addresses are taken from the start.
    assert refused(make_exercise, by=scene.coordinator, **values | {"slug": "ny"}) == "slug_taken"


def test_a_new_round_waits_for_the_one_before(scene: Scene) -> None:
    assert later(scene) == "round_not_over"


def test_a_new_round_asks_the_same_questions(scene: Scene) -> None:
    scene.close()
    other = make_version(scene.world, scene.coordinator, QUESTIONS[:2], slug="annan")
    assert later(scene, version=other) == "other_questions"


def test_a_checklist_without_choices_is_refused(scene: Scene) -> None:
    scene.close()
    survey = [{"type": "text", "name": "fritt", SV: "Skriv fritt"}]
    assert (
        later(scene, version=make_version(scene.world, scene.coordinator, survey, "fri"))
        == "no_questions"
    )


def test_a_checklist_with_conditions_is_refused(scene: Scene) -> None:
    scene.close()
    survey = [judged("f1", "Ett"), judged("f2", "Två", relevant="${f1} = 'a'")]
    version = make_version(scene.world, scene.coordinator, survey, "villkor")
    assert later(scene, version=version) == "questions_depend"


@pytest.mark.parametrize(
    ("values", "code"),
    [({"deadline": None}, "deadline_passed"), ({"film_url": "http://film.se"}, "film_not_https")],
)
def test_a_case_is_checked(scene: Scene, values: dict, code: str) -> None:
    scene.close()
    if "deadline" in values:
        values = {"deadline": today() - timedelta(days=1)}
    assert later(scene, **values) == code


def test_a_round_without_anybody_invited_does_not_open(world: World) -> None:
    scene = make_scene(world, opened=False, offices=[])
    assert refused(open_round, by=scene.coordinator, round_=scene.round) == "nobody_invited"


def test_opening_and_closing_twice_is_once(scene: Scene) -> None:
    open_round(by=scene.coordinator, round_=scene.round)
    close_round(by=scene.coordinator, round_=scene.round)
    close_round(by=scene.coordinator, round_=scene.round)
    verbs = list(
        AuditEntry.objects.filter(verb__startswith="calibration.").values_list("verb", flat=True)
    )
    assert verbs.count("calibration.opened") == verbs.count("calibration.closed") == 1


def test_a_draft_cannot_be_closed(world: World) -> None:
    scene = make_scene(world, opened=False)
    assert refused(close_round, by=scene.coordinator, round_=scene.round) == "not_open"


def test_the_case_of_an_open_round_stays_but_its_last_day_moves(scene: Scene) -> None:
    day = today() + timedelta(days=20)
    assert (
        change_round(by=scene.coordinator, round_=scene.round, values={"deadline": day}).deadline
        == day
    )
    changed = {"by": scene.coordinator, "round_": scene.round, "values": {"case_text": "Nytt"}}
    assert refused(change_round, **changed) == "not_draft"


def test_files_come_before_the_round_opens(scene: Scene) -> None:
    file = {"description": "x", "name": "x.png", "content": b"x", "is_picture": True}
    assert refused(add_case_file, by=scene.coordinator, round_=scene.round, **file) == "not_draft"


def test_a_key_names_a_question_and_one_of_its_answers(scene: Scene) -> None:
    by, values = scene.coordinator, {"expected": "kanske"}
    assert refused(set_key, by=by, round_=scene.round, question="f9", values={}) == "no_such_answer"
    assert (
        refused(set_key, by=by, round_=scene.round, question="f1", values=values)
        == "no_such_answer"
    )


def test_what_is_expected_is_settled_before_anybody_answers(world: World) -> None:
    scene = make_scene(world, opened=False)
    values = {"by": scene.coordinator, "round_": scene.round, "question": "f1"}
    set_key(**values, values={"expected": "a", "expected_reason": "Så är det."})
    values["round_"] = open_round(by=scene.coordinator, round_=scene.round)
    assert refused(set_key, **values, values={"expected": "ua"}) == "key_settled"
    key = set_key(**values, values={"expected": "a", "clause_label": "Punkt 3.2"})
    assert (key.expected, key.clause_label) == ("a", "Punkt 3.2")


def test_the_second_round_keeps_the_clauses_and_asks_for_new_keys(scene: Scene) -> None:
    Key.objects.create(round=scene.round, question="f1", expected="a", clause_label="Punkt 3.2")
    scene.close()
    key = scene.second().keys.get()
    assert (key.clause_label, key.expected, key.expected_reason) == ("Punkt 3.2", "", "")


def test_a_draft_round_takes_no_answers(world: World) -> None:
    scene = make_scene(world, opened=False)
    values = {"by": scene.officer("anna"), "round_": scene.round, "answers": {}}
    assert refused(save_answers, **values) == "not_open"
    assert refused(send_answers, **values) == "not_open"


def test_who_answers_after_the_last_day_is_late_and_does_not_count(scene: Scene) -> None:
    with as_of(now() + timedelta(days=11)):
        assert scene.answers("anna", "a ua a").is_late
    assert not scene.answers("bo", "a ua a").is_late


def test_an_office_that_is_no_longer_invited_keeps_its_answers(scene: Scene) -> None:
    scene.answers("anna", "a ua a")
    change_exercise(
        by=scene.coordinator, exercise=scene.exercise, title="Ny", lead="", offices=[scene.world.habo], network=None
    )  # fmt: skip
    assert Sheet.objects.count() == 1
    assert [one.office for one in scene.exercise.invited.all()] == [scene.world.habo]


def test_nothing_is_agreed_on_before_everyone_has_judged(scene: Scene) -> None:
    values = {
        "by": scene.coordinator,
        "round_": scene.round,
        "question": "f1",
        "answer": "a",
        "reason": "x",
    }
    assert refused(agree, **values) == "round_not_over"
    values["round_"] = scene.close()
    assert refused(agree, **{**values, "reason": "  "}) == "reason_needed"
    assert refused(agree, **{**values, "answer": "kanske"}) == "no_such_answer"
    agree(**values)
    assert Round.objects.get().discussed_on == today()


def test_a_person_gets_her_answers_out_and_has_them_erased(scene: Scene) -> None:
    scene.answers("anna", "a ua a")
    scene.answers("bo", "a ua a")
    user = scene.officer("anna").user_id
    extracts = dict(zip(personal_extracts.owners(), personal_extracts.providers(), strict=True))
    told = extracts["calibration.sheets"](user)
    assert told["sheets"][0]["answers"]["f1"] == ["a", "Skäl f1"]
    erasers = dict(zip(personal_erasers.owners(), personal_erasers.providers(), strict=True))
    assert erasers["calibration.sheets"](user) == 1
    assert Sheet.objects.get().person_id == scene.officer("bo").pk
