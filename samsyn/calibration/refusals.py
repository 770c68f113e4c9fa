"""Why an act on an exercise was refused, as one exception that pages turn into a sentence."""

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Refused(Exception):
    """A refused act: `code` names the reason, `params` what its sentence needs; `field` is where it shows."""

    code: str
    params: dict[str, Any] = field(default_factory=dict)
    field: str | None = None

    def __str__(self) -> str:
        return self.code
