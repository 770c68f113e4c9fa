"""What a leaving person holds in the network, and giving it to the next one."""

from collections.abc import Iterable

from django.urls import reverse

from samsyn.core.registry.interface import OpenWork, Viewer
from samsyn.network.models import Network, NetworkMember
from samsyn.organisations.interface import Actor


def networks_held_by(viewer: Viewer) -> Iterable[OpenWork]:
    """The networks that she is the contact person of."""
    for network in _networks(viewer):
        yield OpenWork(network.name, reverse("network:network", args=[network.slug]))


def hand_over_networks(leaving: Viewer, taking: Viewer, by: object) -> int:
    """The next one answers for the networks and is a member of them. The caller writes the trail of the hand-over."""
    if not isinstance(taking, Actor):
        return 0
    networks = list(_networks(leaving))
    for network in networks:
        network.contact = taking.person
        network.save(update_fields=["contact"])
        NetworkMember.objects.get_or_create(network=network, person=taking.person)
    return len(networks)


def _networks(viewer: Viewer) -> Iterable[Network]:
    return Network.objects.filter(contact_id=viewer.pk).exclude(state=Network.State.CLOSED)
