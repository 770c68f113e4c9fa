"""The members as everybody may see them: the office, how to reach it, what it takes part in."""

from dataclasses import dataclass

from samsyn.campaigns.interface import Campaign, campaigns_joined
from samsyn.organisations.interface import Collaboration, Office, offices_of


@dataclass(frozen=True, slots=True)
class Member:
    """One office and the public campaigns that it has said yes to, newest first."""

    office: Office
    campaigns: list[Campaign]


def members_with_campaigns(collaboration: Collaboration) -> list[Member]:
    """Every office in Swedish order; in two questions, however many they are."""
    joined = campaigns_joined(collaboration)
    return [Member(office, joined.get(office.pk, [])) for office in offices_of(collaboration)]
