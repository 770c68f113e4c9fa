"""What has been built of the demo so far."""

from dataclasses import dataclass, field

from samsyn.demo import county
from samsyn.organisations.interface import Collaboration, Office, Person


@dataclass
class Demo:
    """What has been built so far, for the steps that come after."""

    password_hash: str = ""
    collaborations: dict[str, Collaboration] = field(default_factory=dict)
    offices: dict[str, Office] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)

    @property
    def county(self) -> Collaboration:
        return self.collaborations[county.COUNTY_SLUG]
