"""What other packages use of the campaigns."""

from samsyn.campaigns.models import Campaign
from samsyn.campaigns.queries import campaigns_seen_by
from samsyn.campaigns.result import Picture, picture_of

__all__ = ["Campaign", "Picture", "campaigns_seen_by", "picture_of"]
