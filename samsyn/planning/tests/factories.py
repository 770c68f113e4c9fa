"""Two offices with their people, and proposals and votes made through the actions that people use."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from samsyn.core.clock.interface import today
from samsyn.organisations.interface import Actor, Role
from samsyn.organisations.tests.factories import World
from samsyn.planning.actions.proposal import propose
from samsyn.planning.actions.vote import make_vote
from samsyn.planning.models import Proposal, Vote


@dataclass
class Scene:
    world: World
    coordinator: Actor
    steering: Actor
    officer: Actor
    contact: Actor
    manager: Actor
    neighbour: Actor

    def proposal(self, title: str = "Cisterner", **values: Any) -> Proposal:
        given = {"kind": "proposal", "background": "Gamla cisterner läcker.", **values}
        return propose(by=self.officer, office=self.world.aneby, title=title, **given)

    def vote(
        self, method: str = "yes_no", *, opens: int = -1, closes: int = 20, **values: Any
    ) -> Vote:
        proposals = [self.proposal("Cisterner"), self.proposal("Små avlopp")]
        return make_vote(
            by=self.coordinator, proposals=proposals, title="Vad gör vi 2028?", method=method, plan_year=2028,
            opens=today() + timedelta(days=opens), closes=today() + timedelta(days=closes), **values,
        )  # fmt: skip


def make_scene(world: World) -> Scene:
    return Scene(
        world=world,
        coordinator=world.coordinator(),
        steering=world.actor("styrgrupp", Role.STEERING),
        officer=world.actor("maja", Role.OFFICER, world.aneby),
        contact=world.actor("olle", Role.CONTACT, world.aneby),
        manager=world.actor("birgitta", Role.MANAGER, world.aneby),
        neighbour=world.actor("nils", Role.CONTACT, world.habo),
    )
