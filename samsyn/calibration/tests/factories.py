"""An exercise with officers for tests, made through the actions that people use."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from samsyn.calibration.actions.answering import send_answers
from samsyn.calibration.actions.arranging import close_round, make_exercise, make_round, open_round
from samsyn.calibration.models import Exercise, Round, Sheet
from samsyn.checklists.interface import (
    ChecklistVersion,
    make_checklist,
    publish_version,
    upload_version,
)
from samsyn.checklists.tests.factories import SV, Rows, xlsx
from samsyn.core.clock.interface import today
from samsyn.organisations.interface import Actor, Office, Role
from samsyn.organisations.tests.factories import World


def judged(name: str, text: str, **more: str) -> dict[str, Any]:
    return {"type": "select_one ua_a_ek_ea", "name": name, SV: text, **more}


QUESTIONS: Rows = [
    judged("f1", "Säkerhetsdatablad saknas"),
    judged("f2", "Fat utan invallning"),
    judged("f3", "Dubbelmantlad IBC utan läckagelarm"),
    {"type": "text", "name": "ovrigt", SV: "Övrigt"},
]


def make_version(
    world: World, by: Actor, survey: Rows | None = None, slug: str = "tvatthall"
) -> ChecklistVersion:
    checklist = make_checklist(
        by=by, collaboration=world.collaboration, slug=slug, title="Tvätthallar"
    )
    draft = upload_version(
        by=by, checklist=checklist, name="x.xlsx", content=xlsx(survey or QUESTIONS)
    )
    return publish_version(by=by, version=draft)


@dataclass
class Scene:
    """An exercise with one open round; `answers("anna", "a ua a")` is one officer who answers the three questions so."""

    world: World
    coordinator: Actor
    version: ChecklistVersion
    exercise: Exercise
    round: Round
    officers: dict[str, Actor] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"/samsyn/{self.exercise.slug}/"

    def case_url(self, number: int = 1) -> str:
        return f"{self.url}omgang/{number}/"

    def officer(self, word: str, office: Office | None = None) -> Actor:
        if word not in self.officers:
            self.officers[word] = self.world.actor(word, Role.OFFICER, office or self.world.aneby)
        return self.officers[word]

    def answers(
        self, word: str, codes: str, *, round_: Round | None = None, office: Office | None = None,
        reason: str = "Skäl",
    ) -> Sheet:  # fmt: skip
        given = dict(zip(("f1", "f2", "f3"), codes.split(), strict=True))
        return send_answers(
            by=self.officer(word, office),
            round_=round_ or self.round,
            answers={name: (code, f"{reason} {name}") for name, code in given.items()},
        )

    def five_answer(self, round_: Round | None = None, *, split: bool = True) -> None:
        """Alike on the first two questions; on the third two against three unless not split."""
        for place, word in enumerate(["anna", "bo", "cilla", "dan", "eva"]):
            third = "a" if split and place < 2 else "ua"
            self.answers(word, f"a ua {third}", round_=round_)

    def close(self, round_: Round | None = None) -> Round:
        closed = close_round(by=self.coordinator, round_=round_ or self.round)
        if round_ is None:
            self.round = closed
        return closed

    def second(self, **values: Any) -> Round:
        made = make_round(
            by=self.coordinator,
            exercise=self.exercise,
            version=self.version,
            case_title="Biltvätten i Tallbacken",
            case_text="En annan tvätthall.",
            deadline=today() + timedelta(days=10),
            **values,
        )
        return open_round(by=self.coordinator, round_=made)

    def form(self, codes: str, what: str = "send", **changed: str) -> dict[str, str]:
        data = {"what": what}
        for name, code in zip(("f1", "f2", "f3"), codes.split(), strict=True):
            data |= {f"{name}-answer": code, f"{name}-reason": f"Därför {name}"}
        return {**data, **changed}


def make_scene(world: World, *, opened: bool = True, **values: Any) -> Scene:
    coordinator = world.coordinator()
    version = make_version(world, coordinator)
    exercise = make_exercise(
        by=coordinator,
        collaboration=world.collaboration,
        slug="ekvagen",
        **{
            "title": "Tvätthallen vid Ekvägen",
            "lead": "Alla bedömer samma tvätthall.",
            "offices": [world.aneby, world.habo],
            **values,
        },
    )
    made = make_round(
        by=coordinator,
        exercise=exercise,
        version=version,
        case_title="Tvätthallen",
        case_text="Du kommer till en tvätthall.\n\nDär står en IBC.",
        deadline=today() + timedelta(days=10),
    )
    if opened:
        made = open_round(by=coordinator, round_=made)
    return Scene(world, coordinator, version, exercise, made)
