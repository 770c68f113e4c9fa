"""A decision as a value that lower packages can demand without knowing who decides."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import models


@dataclass(frozen=True, slots=True)
class DecisionRef:
    """Which body decided, on what day, in which paragraph of its minutes, and where it can be read."""

    body: str
    date: date
    paragraph: str = ""
    address: str = ""

    def to_json(self) -> dict[str, str]:
        return {**asdict(self), "date": self.date.isoformat()}

    @classmethod
    def from_json(cls, value: dict[str, str]) -> "DecisionRef":
        return cls(
            body=value["body"],
            date=date.fromisoformat(value["date"]),
            paragraph=value.get("paragraph", ""),
            address=value.get("address", ""),
        )

    def __str__(self) -> str:
        paragraph = f" §\N{NO-BREAK SPACE}{self.paragraph}" if self.paragraph else ""
        return f"{self.body} {self.date.isoformat()}{paragraph}"


class DecisionRefField(models.JSONField):
    """Stores a DecisionRef, or nothing."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("null", True)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> DecisionRef | None:
        loaded = super().from_db_value(value, expression, connection)
        return DecisionRef.from_json(loaded) if loaded else None

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if isinstance(value, DecisionRef):
            value = value.to_json()
        return super().get_db_prep_value(value, connection, prepared)

    def value_to_string(self, obj: models.Model) -> Any:
        value = self.value_from_object(obj)
        return value.to_json() if isinstance(value, DecisionRef) else value
