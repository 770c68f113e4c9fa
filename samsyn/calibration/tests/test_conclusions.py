"""The sentences: what is said of the figures, and what is left unsaid."""

import pytest

from samsyn.calibration.conclusions import conclusion_of, groups_sentence
from samsyn.calibration.queries import exercises_seen_by
from samsyn.calibration.result import result_of
from samsyn.calibration.tests.factories import Scene
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db


def concluded(scene: Scene):
    exercise = exercises_seen_by(scene.coordinator).get(pk=scene.exercise.pk)
    result = result_of(exercise)
    return result, conclusion_of(result)


def test_nobody_answered(scene: Scene) -> None:
    scene.close()
    result, said = concluded(scene)
    assert (result.first.n, result.is_shown, said) == (0, False, None)


def test_an_open_round_is_no_result(scene: Scene) -> None:
    scene.five_answer()
    assert concluded(scene)[0].rounds == []


def test_everyone_alike_is_said_without_a_measure_of_certainty(scene: Scene) -> None:
    scene.five_answer(split=False)
    scene.close()
    result, said = concluded(scene)
    assert said.strong == "Alla svarade lika på allt."
    assert result.first.most_split is None
    assert not any("intervall" in limit for limit in said.limits)


def test_one_round_names_the_question_that_split_people(scene: Scene) -> None:
    scene.five_answer()
    scene.close()
    result, said = concluded(scene)
    assert said.strong == "Fråga 3 delade handläggarna mest."
    assert "3 frågor är lite" in " ".join(said.limits)
    assert result.first.questions[2].counts == {"ua": 3, "a": 2, "ek": 0, "ea": 0}


def test_reasons_stand_by_answer_and_alphabet_so_no_sheet_can_be_put_together(scene: Scene) -> None:
    for word, reason in zip(["anna", "bo", "cilla", "dan", "eva"], "edcba", strict=True):
        scene.answers(word, "a ua ek", reason=reason)
    scene.close()
    first = concluded(scene)[0].first.questions[0]
    assert [group.texts for group in first.reasons] == [["a f1", "b f1", "c f1", "d f1", "e f1"]]


def test_late_sheets_and_drafts_do_not_count(scene: Scene) -> None:
    scene.five_answer()
    scene.close()
    scene.answers("sen", "ek ek ek")
    assert concluded(scene)[0].first.n == 5


def test_a_second_round_without_answers_leaves_the_first_to_speak(scene: Scene) -> None:
    scene.five_answer()
    scene.close()
    scene.close(scene.second())
    result, said = concluded(scene)
    assert result.change is None
    assert said.strong == "Fråga 3 delade handläggarna mest."


def test_other_people_in_the_second_round_is_said(scene: Scene) -> None:
    scene.five_answer()
    scene.close()
    second = scene.second()
    for word in ("fia", "gun", "hans", "ivar", "jan"):
        scene.answers(word, "a ua ua", round_=second)
    scene.close(second)
    said = concluded(scene)[1]
    assert "För få svarade i båda omgångarna" in " ".join(said.limits)


def test_with_one_office_nothing_is_said_of_offices(scene: Scene) -> None:
    scene.five_answer()
    scene.close()
    assert "enskilda handläggares svar" in groups_sentence(concluded(scene)[0].first)


def test_the_world_has_no_exercise_at_first(world: World) -> None:
    assert not exercises_seen_by(world.coordinator()).exists()


def test_an_office_is_shown_by_itself_from_the_smallest_group_on(scene: Scene) -> None:
    scene.five_answer()
    scene.close()
    (one,) = concluded(scene)[0].first.by_office
    assert (one.office, one.n) == ("Aneby", 5)
    page = scene.world.client(scene.coordinator).get("/samsyn/ekvagen/").content.decode()
    assert "Överensstämmelse inom varje kontor" in page
    assert "går att säga för få" in page
    assert "Så räknas det" in page
    assert scene.world.client(scene.coordinator).get("/samsyn/sa-raknas-det/").status_code == 200
