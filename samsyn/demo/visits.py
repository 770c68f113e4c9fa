"""The demo's visits between offices: one with a lesson, one that is planned, some that are asked for. All invented."""

from datetime import date, timedelta

from samsyn.core.clock.interface import as_of, now, today
from samsyn.demo.plan import Demo
from samsyn.network.interface import (
    Review,
    answer_proposal,
    compare,
    make_wish,
    plan_review,
    propose_review,
    share_lesson,
    write_lesson,
    write_notes,
)
from samsyn.organisations.interface import Actor, actor_of

QUESTIONS = (
    "Finns rutiner för städning, och följs de?",
    "Är ventilationen anpassad till antalet barn?",
    "Behöver verksamheten föreläggas?",
)
# (judgement, note) of host and guest per question.
JUDGED = (
    (("fulfilled", "Rutin finns och följs."), ("fulfilled", "")),
    (("deficient", "Protokollet saknas."), ("deficient", "Inget protokoll.")),
    (("unsure", "Jag skulle begära in protokollet."), ("deficient", "Jag skulle förelägga.")),
)
LESSON = (
    "Exempeldata. Vi såg samma brist men valde olika väg: begära in uppgifter eller förelägga. "
    "Kom överens på kontoret om vad som räcker första gången."
)


def visits(demo: Demo) -> None:
    """Wishes of four offices, one visit under way and one that has ended."""
    _ended(demo)
    nassjo, vetlanda = _officer(demo, "nassjo"), _officer(demo, "vetlanda")
    planned = _together(nassjo, vetlanda, kind="peer_review", area="agriculture", month=today())
    plan_review(
        by=nassjo, review=planned, day=today() + timedelta(days=20), questions=QUESTIONS[2:],
        programme="Exempeldata. Kl. 9: vi läser tre beslut var för sig. Kl. 11: vi jämför.",
    )  # fmt: skip
    coming = today() + timedelta(days=62)
    for slug, part in (("jonkoping", "either"), ("tranas", "host"), ("gislaved", "guest")):
        make_wish(
            by=_officer(demo, slug), kind="inspection", part=part, area="hygiene", month=coming, is_example=True,
            text="Gärna en tatueringsstudio." if part == "guest" else "",
        )  # fmt: skip


def _ended(demo: Demo) -> None:
    host, guest = _officer(demo, "eksjo"), _officer(demo, "habo-mullsjo")
    with as_of(now() - timedelta(days=70)):
        review = _together(host, guest, kind="inspection", area="schools", month=today())
        review = plan_review(
            by=host, review=review, day=today() + timedelta(days=5), questions=QUESTIONS,
            programme="Exempeldata. Kl. 9 vid förskolan. Efteråt jämför vi på kontoret.",
        )  # fmt: skip
        questions = list(review.questions.all())
        for side, actor in enumerate((host, guest)):
            notes = {one.pk: said[side] for one, said in zip(questions, JUDGED, strict=True)}
            review = write_notes(by=actor, review=review, notes=notes, finished=True)
        why = {questions[2].pk: (True, "Olika vana vid att förelägga första gången.")}
        review = compare(by=host, review=review, found=why)
        review = write_lesson(by=host, review=review, text=LESSON)
        share_lesson(by=guest, review=review, text=LESSON)


def _together(host: Actor, guest: Actor, *, kind: str, area: str, month: date) -> Review:
    wishes = [
        make_wish(by=actor, kind=kind, part=part, area=area, month=month, is_example=True)
        for actor, part in ((host, "host"), (guest, "guest"))
    ]
    review = propose_review(by=host, mine=wishes[0], other=wishes[1])
    return answer_proposal(by=guest, review=review, accepts=True)


def _officer(demo: Demo, slug: str) -> Actor:
    return actor_of(demo.people[f"handlaggare.{slug}@exempel.se"])
