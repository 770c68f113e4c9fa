"""Checklists for tests, made through the same actions that people use."""

from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from samsyn.checklists.actions import make_checklist, publish_version, upload_version
from samsyn.checklists.models import Checklist, ChecklistVersion
from samsyn.lib.xform import Workbook, write_workbook
from samsyn.organisations.interface import Actor
from samsyn.organisations.tests.factories import World

SV = "label::Svenska (sv)"
Rows = list[dict[str, Any]]


def rows(*extra: dict[str, Any], q1: str = "Finns säkerhetsdatablad?") -> Rows:
    """Two questions in one section, and what a test adds."""
    return [
        {"type": "begin group", "name": "kem", SV: "Kemikalier"},
        {
            "type": "select_one ua_a_ek_ea", "name": "q1", SV: q1, "samsyn_number": "1",
            "samsyn_law": "MB 26 kap. 19 §", "samsyn_purpose": "Kunskap om riskerna.",
            "samsyn_sanction_fee": "yes", "samsyn_guidance": "https://exempel.se/vagledning",
        },
        {"type": "integer", "name": "antal", SV: "Antal fat"},
        *extra,
        {"type": "end group"},
    ]  # fmt: skip


def xlsx(survey: Rows | None = None) -> bytes:
    return write_workbook(Workbook(survey=survey or rows()))


def faulty() -> bytes:
    """Row 3 has an unknown type and row 4 a name that is taken."""
    return xlsx(
        [
            {"type": "integer", "name": "antal", SV: "Antal fat"},
            {"type": "drömfråga", "name": "q2", SV: "Vad?"},
            {"type": "integer", "name": "antal", SV: "Antal igen"},
        ]
    )


def own_questions(name: str = "egen_1") -> bytes:
    return xlsx([{"type": "integer", "name": name, SV: "Antal hästar"}])


def as_file(content: bytes, name: str = "kem.xlsx") -> dict[str, SimpleUploadedFile]:
    return {"workbook": SimpleUploadedFile(name, content)}


@dataclass
class Shelf:
    """A coordinator with one checklist, `kem`, that has no version yet."""

    world: World
    coordinator: Actor
    checklist: Checklist

    @property
    def client(self) -> Client:
        return self.world.client(self.coordinator)

    def draft(self, survey: Rows | None = None) -> ChecklistVersion:
        return upload_version(
            by=self.coordinator, checklist=self.checklist, name="kem.xlsx", content=xlsx(survey)
        )

    def published(self, survey: Rows | None = None, **given: Any) -> ChecklistVersion:
        return publish_version(by=self.coordinator, version=self.draft(survey), **given)

    def second(self) -> ChecklistVersion:
        """A second version: one question worded anew, one new."""
        new = {"type": "text", "name": "kommentar", SV: "Kommentar i övrigt"}
        return self.published(
            rows(new, q1="Finns aktuella säkerhetsdatablad?"),
            change_note="Tydligare fråga efter fälttestet.",
            asked_by={"q1": "Miljökontoret Aneby"},
        )


def make_shelf(world: World) -> Shelf:
    coordinator = world.coordinator()
    checklist = make_checklist(
        by=coordinator,
        collaboration=world.collaboration,
        slug="kem",
        title="Kemikalier",
        purpose="Se hur kemikalier förvaras.",
        source="Eget arbete, https://exempel.se/kalla",
    )
    return Shelf(world, coordinator, checklist)
