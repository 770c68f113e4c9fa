"""The demo's samsynsövningar, all invented: one done in two rounds with what was agreed, and one open for answers."""

import random
from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from samsyn.calibration.interface import (
    Exercise,
    Round,
    agree,
    clause_values,
    clauses_to_test,
    close_round,
    make_exercise,
    make_round,
    open_round,
    send_answers,
    set_key,
    share,
)
from samsyn.checklists.interface import (
    ChecklistVersion,
    make_checklist,
    publish_version,
    upload_version,
)
from samsyn.core.clock.interface import as_of, today
from samsyn.demo.plan import Demo
from samsyn.guidance.interface import Area, EditionClause, clause_by_uuid
from samsyn.lib.xform import Workbook, write_workbook
from samsyn.organisations.interface import Actor, Office, actor_of

SV = "label::Svenska (sv)"
GUIDE = "fordonstvattar"
# Question, clause, expected answer and why, and how likely officers are to give it in the first and second round.
QUESTIONS = (
    ("Säkerhetsdatablad saknas för en produkt", "Kemikalier", "a", "Alla produkter ska ha ett aktuellt blad.", 0.93, 0.96),
    ("Fat utan invallning nära golvbrunn", "Förvaring", "a", "Ett läckage når brunnen.", 0.84, 0.95),
    ("Kemikalieförteckning förd i kalkylblad", "Kemikalier", "ua", "Formen är fri, innehållet räknas.", 0.78, 0.9),
    ("Spillolja i trasig behållare utomhus", "Förvaring", "a", "Behållaren ska vara hel och under tak.", 0.9, 0.97),
    ("Dubbelmantlad behållare utan läckagelarm", "Förvaring", "a", "Utan larm märks inte läckaget.", 0.48, 0.85),
    ("Absorptionsmedel i nästa lokal", "Spill", "ua", "Det finns nära till hands.", 0.88, 0.95),
    ("Larm finns men är inte provat", "Avloppsvatten", "a", "Ett larm som inte provas går inte att lita på.", 0.66, 0.82),
    ("Journal över tömning av slam saknas", "Journal", "a", "Tömningen ska kunna visas.", 0.75, 0.88),
)  # fmt: skip
WHY = {
    "a": ("Risken är inte omhändertagen.", "Verksamheten kan inte visa hur den gör.", "Kravet är tydligt."),
    "ua": ("Skyddet räcker som det är.", "Verksamheten har koll på frågan.", "Stödet kräver inte mer."),
    "ek": ("Det framgår inte av fallet.",),
}  # fmt: skip
CASES = (
    ("Tvätthallen vid Ekvägen", (
        "En tvätthall för lastbilar. I lokalen står fyra fat på golvet, två meter från en golvbrunn. Utomhus står en "
        "spricka behållare med spillolja.\n\nI ett rum bredvid finns absorptionsmedel. En dubbelmantlad behållare har "
        "inget läckagelarm. Oljeavskiljarens larm är installerat men ingen minns när det provades."
    )),
    ("Biltvätten i Tallbacken", (
        "En automattvätt vid en bensinstation. Tre fat med avfettning står intill en brunn. En dubbelmantlad tank för "
        "spolarvätska saknar läckagelarm.\n\nFörteckningen över kemikalier finns i ett kalkylblad. Journal över tömning "
        "finns för i år men inte för förra året."
    )),
)  # fmt: skip


def exercises(demo: Demo) -> None:
    """Both exercises."""
    by = actor_of(demo.people["samordnare@exempel.se"])
    officers = [
        actor_of(person) for email, person in demo.people.items()
        if email.startswith(("handlaggare.", "handlaggare2.", "handlaggare3.", "kontakt."))
        and person.collaboration_id == demo.county.pk
    ]  # fmt: skip
    dice = random.Random(2026)  # noqa: S311  # the same demo each time
    with as_of(_days_ago(240)):
        version = _version(demo, by)
        exercise = _exercise(demo, by, "tvatthallen", "Tvätthallen vid Ekvägen",
                             "Alla bedömer samma fall var för sig. Sedan prövar vi ett likvärdigt fall.")  # fmt: skip
    first = _round(by, exercise, version, 0, days_ago=238)
    _answer(dice, officers[:24], first, 4, days_ago=230)
    with as_of(_days_ago(220)):
        close_round(by=by, round_=first)
    with as_of(_days_ago(200)):
        agree(
            by=by, round_=first, question="f5", answer="a",
            reason="Dubbel mantel räcker bara om ett läckage märks. Då behövs larm eller uppsikt.",
            proposed_clause="En dubbelmantlad behållare är invallad om den har läckagelarm eller hålls under uppsikt.",
        )  # fmt: skip
        drain = agree(
            by=by, round_=first, question="f2", answer="a",
            reason="Ett läckage når brunnen innan någon hinner hindra det.",
        )  # fmt: skip
        share(
            by=by, key=drain, question="Är ett fat utan invallning nära en golvbrunn en avvikelse?",
            answer="Ja. Så snart ett läckage kan nå brunnen är det en avvikelse, även om fatet är helt.",
            reasons=drain.agreed_reason, area=Area.HAZARDOUS, behind=_our_offices(demo),
            clause=clause_by_uuid(demo.county, str(drain.clause_id)),
        )  # fmt: skip
    second = _round(by, exercise, version, 1, days_ago=120)
    _answer(dice, officers[:23], second, 5, days_ago=112)
    with as_of(_days_ago(100)):
        close_round(by=by, round_=second)
    with as_of(_days_ago(90)):
        agree(
            by=by,
            round_=second,
            question="f7",
            answer="a",
            reason="Larmet ska provas enligt tillverkaren.",
            proposed_clause="Larm och nivåvakt ska vara i drift och provas enligt tillverkaren, minst en gång om året.",
        )
    current = _exercise(
        demo, by, "biltvatten-i-hamnen", "Biltvätten i hamnen", "Ett nytt fall för alla kontor."
    )
    opened = _round(by, current, version, 1, days_ago=0)
    _answer(dice, officers[3:12], opened, 5, days_ago=0)


def _our_offices(demo: Demo) -> list[Office]:
    return [one for one in demo.offices.values() if one.collaboration_id == demo.county.pk]


def _days_ago(days: int) -> datetime:
    return timezone.make_aware(datetime.combine(today() - timedelta(days=days), time(10)))


def _exercise(demo: Demo, by: Actor, slug: str, title: str, lead: str) -> Exercise:
    return make_exercise(
        by=by, collaboration=demo.county, slug=slug, title=title, lead=lead, is_example=True, offices=_our_offices(demo)
    )  # fmt: skip


def _version(demo: Demo, by: Actor) -> ChecklistVersion:
    checklist = make_checklist(
        by=by, collaboration=demo.county, slug="samsyn-fordonstvattar", title="Samsyn fordonstvättar",
        purpose="Frågor till samsynsövningar om kemikalier i fordonstvättar.", is_example=True,
    )  # fmt: skip
    survey = [
        {
            "type": "select_one ua_a_ek_ea",
            "name": f"f{place}",
            SV: row[0],
            "samsyn_number": str(place),
        }
        for place, row in enumerate(QUESTIONS, start=1)
    ]
    draft = upload_version(
        by=by, checklist=checklist, name="samsyn-fordonstvattar.xlsx",
        content=write_workbook(Workbook(survey=survey)),
    )  # fmt: skip
    return publish_version(by=by, version=draft)


def _round(
    by: Actor, exercise: Exercise, version: ChecklistVersion, case: int, *, days_ago: int
) -> Round:
    title, text = CASES[case]
    clauses = clauses_to_test(exercise.collaboration)
    with as_of(_days_ago(days_ago)):
        made = make_round(
            by=by, exercise=exercise, version=version, case_title=title, case_text=text,
            deadline=today() + timedelta(days=11),
        )  # fmt: skip
        for place, (_label, clause, expected, why, *_chances) in enumerate(QUESTIONS, start=1):
            values = {
                "expected": expected, "expected_reason": why, **_clause(clauses, clause),
            }  # fmt: skip
            set_key(by=by, round_=made, question=f"f{place}", values=values)
        return open_round(by=by, round_=made)


def _clause(clauses: list[EditionClause], heading: str) -> dict[str, Any]:
    found = next(
        one for one in clauses
        if one.edition.document.slug == GUIDE and one.heading == heading
    )  # fmt: skip
    return clause_values(clauses, str(found.clause.uuid))


def _answer(
    dice: random.Random, officers: list[Actor], round_: Round, chance: int, *, days_ago: int
) -> None:
    with as_of(_days_ago(days_ago)):
        for officer in officers:
            answers = {}
            for place, row in enumerate(QUESTIONS, start=1):
                expected = str(row[2])
                other = "ua" if expected == "a" else "a"
                likely = float(str(row[chance]))
                code = dice.choices(
                    [expected, other, "ek"], [likely, 0.9 - likely * 0.9, 0.1 - likely * 0.1]
                )[0]
                answers[f"f{place}"] = (code, dice.choice(WHY[code]))
            send_answers(by=officer, round_=round_, answers=answers)
