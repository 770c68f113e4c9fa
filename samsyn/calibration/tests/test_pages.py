"""The pages of exercises: who sees what, blind answers, the result and the loop."""

from datetime import timedelta

import pytest

from samsyn.calibration.models import Key, Round, Sheet
from samsyn.calibration.tests.factories import Scene, make_scene
from samsyn.core.audit.interface import AuditEntry
from samsyn.core.clock.interface import as_of, now
from samsyn.organisations.interface import Role
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db
RUN = ["redigera/", "ny-omgang/", "omgang/1/redigera/", "omgang/1/fraga/f1/"]


def text(answer) -> str:
    return answer.content.decode()


@pytest.mark.parametrize("path", ["", "omgang/1/", *RUN])
def test_the_coordinator_sees_every_page(scene: Scene, path: str) -> None:
    assert scene.world.client(scene.coordinator).get(scene.url + path).status_code == 200


@pytest.mark.parametrize("path", RUN)
def test_an_officer_does_not_arrange(scene: Scene, path: str) -> None:
    client = scene.world.client(scene.officer("anna"))
    assert client.get(scene.url + path).status_code == 403
    assert client.get("/samsyn/ny/").status_code == 403


def test_a_visitor_signs_in_first(scene: Scene) -> None:
    for path in ("/samsyn/", scene.url, scene.case_url()):
        assert scene.world.client().get(path).status_code == 302


def test_another_collaboration_knows_nothing_of_it(scene: Scene) -> None:
    world = scene.world
    stranger = world.person("annan", Role.COORDINATOR, other=True)
    client = world.client(stranger, host=world.other.host)
    assert client.get(scene.url).status_code == 404
    assert "Ekvägen" not in text(client.get("/samsyn/"))


def test_a_draft_is_known_to_the_coordinator_only(world: World) -> None:
    scene = make_scene(world, opened=False)
    officer = world.client(scene.officer("anna"))
    assert officer.get(scene.url).status_code == 404
    assert officer.get(scene.case_url()).status_code == 404
    client = world.client(scene.coordinator)
    assert "Ett utkast" in text(client.get(scene.url))
    client.post(scene.case_url() + "oppna/")
    assert officer.get(scene.case_url()).status_code == 200


def test_an_officer_saves_a_draft_and_goes_on(scene: Scene) -> None:
    client = scene.world.client(scene.officer("anna"))
    half = scene.form("a ua a", "save", **{"f2-answer": "", "f3-reason": ""})
    assert "Bara du ser ditt utkast" in text(client.post(scene.case_url(), half, follow=True))
    sheet = Sheet.objects.get()
    assert sheet.sent_at is None
    assert sheet.answers == {"f1": ["a", "Därför f1"], "f2": ["", "Därför f2"], "f3": ["a", ""]}
    page = text(client.get(scene.case_url()))
    assert "Därför f2" in page
    assert page.count("checked") == 2


def test_what_is_missing_is_said_and_nothing_typed_is_lost(scene: Scene) -> None:
    client = scene.world.client(scene.officer("anna"))
    answer = client.post(scene.case_url(), scene.form("a ua a", **{"f2-answer": ""}))
    assert answer.status_code == 422
    assert "Välj ett svar." in text(answer)
    assert "Därför f3" in text(answer)
    assert not Sheet.objects.filter(sent_at__isnull=False).exists()


def test_an_answer_that_does_not_exist_is_refused(scene: Scene) -> None:
    client = scene.world.client(scene.officer("anna"))
    assert client.post(scene.case_url(), scene.form("a ua kanske")).status_code == 422


def test_sent_answers_stay_and_the_trail_says_nothing_of_them(scene: Scene) -> None:
    client = scene.world.client(scene.officer("anna"))
    client.post(scene.case_url(), scene.form("a ua ek"))
    client.post(scene.case_url(), scene.form("a ua ek"))  # a double click
    assert client.post(scene.case_url(), scene.form("ua ua ek")).status_code == 422
    assert Sheet.objects.get().answers["f1"] == ["a", "Därför f1"]
    entry = AuditEntry.objects.get(verb="calibration.answered")
    assert entry.changes == {}
    assert entry.reason == ""
    assert "Därför f1" in text(client.get(scene.case_url()))


def test_nobody_sees_answers_while_the_round_is_open(scene: Scene) -> None:
    scene.five_answer()
    Key.objects.create(round=scene.round, question="f1", expected="a", expected_reason="FACIT")
    for person in (scene.coordinator, scene.officer("anna")):
        client = scene.world.client(person)
        page = text(client.get(scene.url))
        assert "5 har svarat hittills" in page
        assert "Skäl f3" not in page
        assert "FACIT" not in text(client.get(scene.case_url()))
        assert client.get(scene.case_url() + "visa/").status_code == 403
        assert client.get(scene.url + "resultat.csv").status_code == 404


def test_who_is_not_invited_reads_but_does_not_answer_until_it_is_over(world: World) -> None:
    scene = make_scene(world, offices=[world.habo])
    client = world.client(scene.officer("anna", world.aneby))
    assert 'name="f1-answer"' not in text(client.get(scene.case_url()))
    assert client.post(scene.case_url(), scene.form("a ua a")).status_code == 403
    scene.close()
    assert client.post(scene.case_url(), scene.form("a ua a")).status_code == 302
    assert Sheet.objects.get().is_late


def test_a_manager_and_the_steering_group_do_not_answer_for_officers(scene: Scene) -> None:
    steering = scene.world.actor("styr", Role.STEERING)
    client = scene.world.client(steering)
    assert client.get(scene.case_url()).status_code == 200
    assert client.post(scene.case_url(), scene.form("a ua a")).status_code == 403


def test_below_the_smallest_group_only_the_number_shows(scene: Scene) -> None:
    for word in ("anna", "bo", "cilla", "dan"):
        scene.answers(word, "a ua a")
    scene.close()
    for person in (scene.coordinator, scene.officer("anna")):
        client = scene.world.client(person)
        page = text(client.get(scene.url))
        assert "4 svarade" in page
        assert "Skäl f1" not in page
        assert "Skäl f1" not in text(client.get(scene.case_url() + "visa/"))
        assert client.get(scene.url + "resultat.csv").status_code == 404


def test_the_result_shows_what_split_people_and_why_without_names(scene: Scene) -> None:
    scene.five_answer()
    scene.close()
    page = text(scene.world.client(scene.coordinator).get(scene.url))
    assert "Fråga 3 delade handläggarna mest." in page
    assert "Skäl f3" in page
    for word in ("Anna", "Cilla"):
        assert word not in page
    assert "inte ett prov" in page


def test_a_deadline_that_has_passed_closes_by_itself(scene: Scene) -> None:
    scene.five_answer()
    with as_of(now() + timedelta(days=11)):
        assert "Fråga 3 delade handläggarna mest." in text(
            scene.world.client(scene.coordinator).get(scene.url)
        )


def test_a_new_employee_does_it_later_with_feedback_and_outside_the_result(scene: Scene) -> None:
    scene.five_answer()
    Key.objects.create(
        round=scene.round, question="f3", expected="ua", expected_reason="Larmet räcker."
    )
    scene.close()
    client = scene.world.client(scene.officer("ny"))
    assert "Larmet räcker." not in text(client.get(scene.case_url()))
    page = text(client.post(scene.case_url(), scene.form("a ua a"), follow=True))
    assert "Larmet räcker." in page
    assert "Inte som väntat" in page
    assert "2 av 5 andra svarade likadant" in page
    assert "5 svar" in text(client.get(scene.url))


def test_the_meeting_shows_the_most_divided_question_first_and_notes_what_was_agreed(
    scene: Scene,
) -> None:
    scene.five_answer()
    scene.close()
    client = scene.world.client(scene.coordinator)
    page = text(client.get(scene.case_url() + "visa/"))
    assert "3. Dubbelmantlad" in page
    assert "1/3" in page
    url = scene.case_url() + "visa/f3/"
    assert client.post(url, {"answer": "ua", "reason": " "}).status_code == 422
    given = {"answer": "ua", "reason": "Larm krävs inte.", "proposed_clause": "Ett larm är bra."}
    assert "Vi enades om" in text(client.post(url, given, follow=True))
    page = text(scene.world.client(scene.officer("ny")).get(scene.url))
    assert "Larm krävs inte." in page
    assert "Ett larm är bra." in page
    assert scene.world.client(scene.officer("ny")).get(url).status_code == 403


def test_the_second_round_tells_whether_agreement_rose(scene: Scene) -> None:
    scene.five_answer()
    scene.close()
    second = scene.second()
    scene.five_answer(second, split=False)
    scene.close(second)
    page = text(scene.world.client(scene.coordinator).get(scene.url))
    assert "Omgång 2, n = 5" in page
    assert (
        "Det går inte att säga" in page
    )  # two of three questions did not change: it may be chance
    assert "Fråga 3 förbättrades mest." in page
    assert "som svarade i båda omgångarna" in page


def test_the_file_holds_counts_and_no_reasons(scene: Scene) -> None:
    scene.five_answer()
    scene.close()
    answer = scene.world.client(scene.officer("ny")).get(scene.url + "resultat.csv")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Omgång;Fråga;")
    assert len(lines) == 1 + 3 * 4
    assert "Skäl" not in answer.content.decode()


def test_my_page_says_what_waits(scene: Scene) -> None:
    anna = scene.world.client(scene.officer("anna"))
    waits = "Bedöm fallet på egen hand"
    assert waits in text(anna.get("/min-sida/"))
    scene.answers("anna", "a ua a")
    assert waits not in text(anna.get("/min-sida/"))
    coordinator = scene.world.client(scene.coordinator)
    assert "Diskutera dem vid en träff" not in text(coordinator.get("/min-sida/"))
    scene.close()
    assert "Diskutera dem vid en träff" in text(coordinator.get("/min-sida/"))


def test_the_list_asks_as_many_queries_for_many_exercises(
    scene: Scene, django_assert_max_num_queries
) -> None:
    from samsyn.calibration.actions.arranging import make_exercise

    client = scene.world.client(scene.coordinator)
    for number in range(8):
        made = make_exercise(
            by=scene.coordinator, collaboration=scene.world.collaboration, slug=f"e{number}",
            title=f"Övning {number}", offices=[scene.world.aneby],
        )  # fmt: skip
        Round.objects.create(
            exercise=made, number=1, case_title="x", case_text="x", version=scene.version,
            deadline=scene.round.deadline, state="open",
        )  # fmt: skip
    client.get("/samsyn/")
    with django_assert_max_num_queries(14):
        assert "Övning 7" in text(client.get("/samsyn/"))
