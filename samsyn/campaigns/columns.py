"""The columns of a campaign's form: what each question is called, how it is coded, and what its codes mean.

Made once when the form is made and stored with it (`CampaignForm.columns`), so that counting, exports and reports
never read the form itself.
"""

from dataclasses import asdict, dataclass, field
from typing import Any

DEVIATION, COMPLIANT, NOT_CHECKED, NOT_APPLICABLE = "A", "UA", "EK", "EA"


@dataclass(frozen=True, slots=True)
class Code:
    """One answer that can be chosen; `role` says what it is in the result: A, UA, EK, EA, or empty for neither."""

    code: str
    label: str
    label_en: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One question. `kind`: assessed (has deviations), choice, choices, number, text, date, photo or place.

    `codes` is empty for what is not coded. A `header` column is about the visit and not part of the checklist.
    """

    name: str
    path: str
    label: str
    kind: str
    label_en: str = ""
    number: str = ""
    section: str = ""
    header: bool = False
    codes: tuple[Code, ...] = ()
    law: tuple[str, ...] = ()
    purpose: str = ""
    comment: str = ""
    sanction_fee: bool = False
    multiple: bool = field(default=False)

    @property
    def is_assessed(self) -> bool:
        return self.kind == "assessed"

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "Column":
        codes = tuple(Code(**code) for code in value["codes"])
        return cls(**{**value, "codes": codes, "law": tuple(value["law"])})

    def codes_in_role(self, role: str) -> list[str]:
        return [code.code for code in self.codes if code.role == role]


def columns_of(stored: list[dict[str, Any]]) -> list[Column]:
    """The columns of a stored form."""
    return [Column.from_json(value) for value in stored]
