"""Visits between offices: put together, planned, judged separately, compared, and a lesson for all."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.test import Client

from samsyn.core.audit.interface import AuditEntry
from samsyn.core.clock.interface import now
from samsyn.core.mail.interface import Mail
from samsyn.network.actions import make_wish
from samsyn.network.models import Review, ReviewNote, Wish
from samsyn.network.retention import NOTES_KEPT_DAYS, erase_review_notes
from samsyn.network.waiting import waiting_reviews
from samsyn.organisations.interface import Actor, Role, end_membership
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db
JANUARY, FEBRUARY, APRIL = date(2027, 1, 1), date(2027, 2, 1), date(2027, 4, 1)
QUESTIONS = "Finns rutin för städning?\nÄr ventilationen kontrollerad?"
SECRET = "Bygglimmet stod öppet"


def text(answer) -> str:
    return answer.content.decode()


@dataclass
class Two:
    """Anna of Aneby and Bo of Habo, each with her browser."""

    world: World
    anna: Actor
    bo: Actor
    hers: Client
    his: Client

    def wish(self, who: Actor, part: str = "either", month: date = JANUARY, **changes: str) -> Wish:
        values = {"kind": "inspection", "area": "schools", **changes}
        return make_wish(by=who, part=part, month=month, **values)

    def propose(self, mine: Wish, other: Wish):
        return self.hers.post(f"/granskning/onskemal/{mine.pk}/med/{other.pk}/")

    def booked(self, month: date = JANUARY) -> Review:
        """Anna has proposed and Bo said yes."""
        self.propose(self.wish(self.anna, "host", month), self.wish(self.bo, "guest", month))
        review = Review.objects.latest("pk")
        self.his.post(f"/granskning/{review.pk}/steg/", {"what": "accept"})
        return review

    def planned(self) -> Review:
        review = self.booked()
        form = {"day": "2027-01-14", "programme": "Kl. 9 vid skolan", "questions": QUESTIONS}
        assert self.hers.post(f"/granskning/{review.pk}/planera/", form).status_code == 302
        return review

    def notes(self, client: Client, review: Review, *judged: str, what: str = "finish", note=""):
        keys = list(review.questions.values_list("pk", flat=True))
        form = {f"judgement_{pk}": word for pk, word in zip(keys, judged, strict=False)}
        form |= {f"text_{keys[0]}": note, "what": what}
        return client.post(f"/granskning/{review.pk}/anteckningar/", form)

    def compared(self) -> Review:
        review = self.planned()
        self.notes(self.hers, review, "fulfilled", "deficient", note=SECRET)
        self.notes(self.his, review, "fulfilled", "fulfilled")
        return review


@pytest.fixture
def two(world: World) -> Two:
    anna = world.actor("anna", Role.OFFICER, world.aneby)
    bo = world.actor("bo", Role.OFFICER, world.habo)
    return Two(world, anna, bo, world.client(anna), world.client(bo))


def state(review: Review) -> str:
    review.refresh_from_db()
    return review.state


def test_an_offer_is_made_seen_and_taken_back(two: Two) -> None:
    form = {"kind": "inspection", "part": "host", "area": "schools", "month": "2027-01-01"}
    assert two.hers.post("/granskning/ny/", form).status_code == 302
    assert "Miljökontoret Aneby" in text(two.his.get("/granskning/"))
    again = two.hers.post("/granskning/ny/", form | {"text": "Städning"})
    assert again.status_code == 422
    assert "Städning" in text(again), "nothing typed is lost"
    assert two.hers.post("/granskning/ny/", form | {"month": "2026-10-01"}).status_code == 422
    wish = Wish.objects.get()
    assert two.his.post(f"/granskning/onskemal/{wish.pk}/ta-tillbaka/").status_code == 404
    two.hers.post(f"/granskning/onskemal/{wish.pk}/ta-tillbaka/")
    assert "Miljökontoret Aneby" not in text(two.his.get("/granskning/"))
    coordinator = two.world.client(two.world.coordinator())
    assert coordinator.post("/granskning/ny/", form).status_code == 422, "she has no office"


@pytest.mark.parametrize(
    ("part", "month", "changes", "suits"),
    [
        ("guest", JANUARY, {}, True),
        ("either", FEBRUARY, {}, True),
        ("host", JANUARY, {}, False),
        ("guest", APRIL, {}, False),
        ("guest", JANUARY, {"area": "noise"}, False),
        ("guest", JANUARY, {"kind": "peer_review"}, False),
    ],
)
def test_who_suits_is_suggested(
    two: Two, part: str, month: date, changes: dict[str, str], suits: bool
) -> None:
    mine, other = two.wish(two.anna, "host"), two.wish(two.bo, part, month, **changes)
    button = f"/granskning/onskemal/{mine.pk}/med/{other.pk}/"
    assert (button in text(two.hers.get("/granskning/"))) is suits
    two.propose(mine, other)
    assert Review.objects.exists() is suits


def test_an_office_does_not_meet_itself(two: Two) -> None:
    mine = two.wish(two.anna, "host")
    other = two.wish(two.world.actor("cia", Role.OFFICER, two.world.aneby), "guest")
    two.propose(mine, other)
    assert not Review.objects.exists()


def test_the_other_answers_before_anything_is_booked_and_is_mailed_at_once(two: Two) -> None:
    mine, other = two.wish(two.anna, "host"), two.wish(two.bo, "guest")
    for _twice in range(2):
        two.propose(mine, other)
    review = Review.objects.get()
    assert (review.host_id, review.guest_id) == (two.anna.pk, two.bo.pk)
    assert [mail.to for mail in Mail.objects.all()] == ["bo@exempel.se"]
    assert [item.url for item in waiting_reviews(two.bo)] == [f"/granskning/{review.pk}/"]
    assert list(waiting_reviews(two.anna)) == []
    two.hers.post(f"/granskning/{review.pk}/steg/", {"what": "accept"})
    assert state(review) == "proposed", "she cannot answer for him"
    two.his.post(f"/granskning/{review.pk}/steg/", {"what": "accept"})
    assert state(review) == "planned"


def test_after_a_no_both_look_further_but_not_at_each_other(two: Two) -> None:
    mine, other = two.wish(two.anna, "host"), two.wish(two.bo, "guest")
    two.propose(mine, other)
    review = Review.objects.get()
    two.his.post(f"/granskning/{review.pk}/steg/", {"what": "decline"})
    assert state(review) == "called_off"
    assert set(Wish.objects.values_list("state", flat=True)) == {"open"}
    assert f"/med/{other.pk}/" not in text(two.hers.get("/granskning/"))


def test_the_same_two_offices_do_not_meet_twice_in_a_row(two: Two) -> None:
    first = two.booked()
    mine = two.wish(two.anna, "host", FEBRUARY)
    two.propose(mine, two.wish(two.bo, "guest", FEBRUARY))
    assert Review.objects.count() == 1
    two.hers.post(f"/granskning/{first.pk}/steg/", {"what": "call_off", "text": "Sjukdom"})
    assert state(first) == "called_off"
    two.propose(mine, Wish.objects.get(person_id=two.bo.pk, month=FEBRUARY))
    assert Review.objects.count() == 2, "a visit that was called off does not count"


def test_nobody_but_the_two_sees_a_visit(two: Two) -> None:
    review = two.compared()
    others = [
        two.world.coordinator(),
        two.world.actor("chef", Role.MANAGER, two.world.aneby),
        two.world.actor("cia", Role.OFFICER, two.world.aneby),
    ]
    for other in others:
        client = two.world.client(other)
        for page in ("", "planera/", "anteckningar/"):
            assert client.get(f"/granskning/{review.pk}/{page}").status_code == 404
        step = client.post(f"/granskning/{review.pk}/steg/", {"what": "end"})
        assert step.status_code == 404
        assert f"/granskning/{review.pk}/" not in text(client.get("/granskning/"))
    trail = str(list(AuditEntry.objects.values_list("changes", "reason")))
    assert SECRET not in trail
    assert "Kl. 9 vid skolan" not in trail


def test_each_judges_without_seeing_the_other(two: Two) -> None:
    review = two.planned()
    two.notes(two.hers, review, "fulfilled", what="save", note=SECRET)
    assert SECRET in text(two.hers.get(f"/granskning/{review.pk}/anteckningar/"))
    unfinished = two.notes(two.hers, review, "fulfilled", note=SECRET)
    assert unfinished.status_code == 422, "every question is judged"
    assert SECRET in text(unfinished)
    two.notes(two.hers, review, "fulfilled", "deficient", note=SECRET)
    for page in ("", "anteckningar/"):
        assert SECRET not in text(two.his.get(f"/granskning/{review.pk}/{page}"))
    again = two.notes(two.hers, review, "deficient", "deficient")
    assert again.status_code == 422, "finished notes stay"
    two.notes(two.his, review, "fulfilled", "fulfilled")
    assert state(review) == "comparing"
    assert SECRET in text(two.his.get(f"/granskning/{review.pk}/"))


def test_questions_stay_when_notes_are_written(two: Two) -> None:
    review = two.planned()
    two.notes(two.his, review, "fulfilled", what="save")
    form = {"day": "2027-01-15", "programme": "", "questions": "Något annat?"}
    assert two.hers.post(f"/granskning/{review.pk}/planera/", form).status_code == 422
    review.refresh_from_db()
    assert review.day == date(2027, 1, 14), "all or nothing"
    kept = two.hers.post(f"/granskning/{review.pk}/planera/", form | {"questions": QUESTIONS})
    assert kept.status_code == 302
    assert ReviewNote.objects.exists()


def test_where_they_judged_differently_they_say_why(two: Two) -> None:
    review = two.compared()
    first, second = review.questions.all()
    page = text(two.hers.get(f"/granskning/{review.pk}/"))
    ticked = [
        tag for tag in re.findall("<input[^>]*>", page) if "differs_" in tag and "checked" in tag
    ]
    assert [f"differs_{second.pk}" in tag for tag in ticked] == [True], "it looks different already"
    silent = two.hers.post(f"/granskning/{review.pk}/", {f"differs_{second.pk}": "on"})
    assert silent.status_code == 422
    said = {f"differs_{second.pk}": "on", f"why_{second.pk}": "Olika syn på intervallet"}
    assert two.hers.post(f"/granskning/{review.pk}/", said).status_code == 302
    assert "Olika syn på intervallet" in text(two.his.get(f"/granskning/{review.pk}/"))
    first.refresh_from_db()
    assert first.differs is False


def test_a_lesson_is_for_all_when_both_agree_and_names_nobody(two: Two) -> None:
    review = two.compared()
    step = f"/granskning/{review.pk}/steg/"
    lesson = {"what": "lesson", "lesson": "Begär intervallet skriftligt.", "confirmed": "on"}
    two.hers.post(step, lesson)
    reader = two.world.client(two.world.actor("cia", Role.OFFICER, two.world.aneby))
    assert "Begär intervallet" not in text(reader.get("/granskning/lardomar/"))
    two.hers.post(step, {"what": "share", "text": lesson["lesson"]})
    assert state(review) == "comparing", "she cannot agree for him"
    two.hers.post(step, lesson | {"lesson": "Begär intervallet skriftligt, alltid."})
    two.his.post(step, {"what": "share", "text": lesson["lesson"]})
    assert state(review) == "comparing", "he agreed to another text"
    two.his.post(step, {"what": "share", "text": "Begär intervallet skriftligt, alltid."})
    assert state(review) == "ended"
    page = text(reader.get("/granskning/lardomar/"))
    assert "Begär intervallet skriftligt, alltid." in page
    for hidden in ("Anna Provman", "Bo Provman", "Habo", SECRET):
        assert hidden not in page


@pytest.mark.parametrize(
    "changes", [{"confirmed": ""}, {"lesson": "Ring 070-123 45 67"}, {"lesson": " "}]
)
def test_a_lesson_that_may_point_at_somebody_goes_nowhere(two: Two, changes) -> None:
    review = two.compared()
    form = {"what": "lesson", "lesson": "Begär det skriftligt.", "confirmed": "on", **changes}
    assert two.hers.post(f"/granskning/{review.pk}/steg/", form).status_code == 422
    review.refresh_from_db()
    assert review.lesson == ""


def test_a_colleague_takes_over_and_without_one_the_other_is_told(two: Two) -> None:
    review = two.booked()
    cia = two.world.actor("cia", Role.OFFICER, two.world.aneby)
    end_membership(
        by=None, membership=two.world.membership(two.anna), successor=cia.person, reason="Slutar"
    )
    review.refresh_from_db()
    assert (review.host_id, review.state) == (cia.pk, "planned")
    dan = two.world.actor("dan", Role.OFFICER, two.world.aneby)
    end_membership(
        by=None, membership=two.world.membership(two.bo), successor=dan.person, reason="Slutar"
    )
    assert state(review) == "called_off", "Dan is not of Bo's office"
    assert Mail.objects.latest("pk").to == "cia@exempel.se"
    left = Wish.objects.filter(person_id=two.bo.pk).values_list("state", flat=True)
    assert list(left) == ["withdrawn"], "who has left offers nothing"


def test_notes_are_erased_after_two_years_and_the_lesson_stays(two: Two, clock) -> None:
    review = two.compared()
    Review.objects.update(lesson="Begär det skriftligt.")
    clock.shift(timedelta(days=NOTES_KEPT_DAYS + 60))
    assert erase_review_notes(now() - timedelta(days=NOTES_KEPT_DAYS)) == 4
    review.refresh_from_db()
    assert (review.programme, review.lesson) == ("", "Begär det skriftligt.")


def test_the_page_asks_the_database_as_often_for_many_wishes(
    two: Two, django_assert_max_num_queries
) -> None:
    areas = ["noise", "waste", "water", "health", "energy"]
    for area in areas:
        two.wish(two.bo, "host", area=area)
        two.wish(two.anna, "guest", area=area)
    two.hers.get("/granskning/")
    with django_assert_max_num_queries(22):
        assert text(two.hers.get("/granskning/")).count("/med/") == len(areas)
