"""Short names of networks in addresses."""

from itertools import count

from django.urls import resolve, reverse
from django.utils.text import slugify

from samsyn.network.models import Network
from samsyn.organisations.interface import Collaboration

LONGEST = 70


def free_slug(collaboration: Collaboration, name: str) -> str:
    """A short name that no other network has, and that is not the address of another page."""
    wanted = slugify(name)[:LONGEST].strip("-") or "natverk"
    taken = set(
        Network.objects.filter(collaboration=collaboration, slug__startswith=wanted).values_list(
            "slug", flat=True
        )
    )
    numbered = (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))
    return next(slug for slug in numbered if slug not in taken and not _is_page(slug))


def _is_page(slug: str) -> bool:
    return resolve(reverse("network:network", args=[slug])).url_name != "network"
