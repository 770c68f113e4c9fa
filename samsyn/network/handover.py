"""What a leaving person holds in the network, and giving it to the next one."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.registry.interface import OpenWork, Viewer
from samsyn.network.actions.reviews import leave_review
from samsyn.network.models import Network, NetworkMember, Review, Wish
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


def reviews_held_by(viewer: Viewer) -> Iterable[OpenWork]:
    """The visits that she has promised."""
    for review in _reviews(viewer):
        title = _("Visit: %(area)s") % {"area": review.get_area_display()}
        yield OpenWork(title, reverse("network:review", args=[review.pk]))


def hand_over_reviews(leaving: Viewer, taking: Viewer, by: object) -> int:
    """A colleague of the same office takes the visit over; otherwise it is called off and the other one is told.

    Her open wishes are withdrawn.
    """
    if not isinstance(taking, Actor) or not isinstance(leaving, Actor):
        return 0
    Wish.objects.filter(person_id=leaving.pk, state=Wish.State.OPEN).update(
        state=Wish.State.WITHDRAWN
    )
    offices = {office.pk for office in taking.offices}
    reviews = list(_reviews(leaving))
    for review in reviews:
        is_host = review.host_id == leaving.pk
        office, other = (
            (review.host_office_id, review.guest_id)
            if is_host
            else (review.guest_office_id, review.host_id)
        )
        if office in offices and taking.pk != other:
            setattr(review, "host" if is_host else "guest", taking.person)
            review.save(update_fields=["host", "guest"])
        else:
            leave_review(by=leaving, review=review)
    return len(reviews)


def _reviews(viewer: Viewer) -> QuerySet[Review]:
    going = Review.State.PROPOSED, Review.State.PLANNED, Review.State.COMPARING
    return Review.objects.filter(
        Q(host_id=viewer.pk) | Q(guest_id=viewer.pk), state__in=going
    ).select_related("host__user", "guest__user", "host_office", "guest_office", "collaboration")
