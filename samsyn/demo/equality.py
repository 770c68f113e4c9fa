"""The county's picture of equal supervision, and the offices of the open campaign compared, of what the demo holds."""

from samsyn.campaigns.interface import campaigns_seen_by
from samsyn.demo.plan import Demo
from samsyn.equality.interface import renew_comparison, renew_overview
from samsyn.organisations.interface import actor_of


def overview(demo: Demo) -> None:
    """This year's picture, and the comparisons that the hourly job would make."""
    coordinator = actor_of(demo.people["samordnare@exempel.se"])
    campaigns = campaigns_seen_by(coordinator, demo.county).filter(
        is_historical=False, state="open"
    )
    for campaign in campaigns:
        renew_comparison(by=None, campaign=campaign)
    renew_overview(by=None, collaboration=demo.county)
