"""Why an act on an event was refused, as one exception that pages turn into a sentence."""

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Refused(Exception):
    """A refused act: `code` names the reason, `params` what its sentence needs."""

    code: str
    params: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.code
