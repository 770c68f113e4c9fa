"""What people are told by the network, and the words of the letters."""

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now
from samsyn.core.subscriptions.interface import tell
from samsyn.network.models import Network, NetworkLetter, Review
from samsyn.organisations.interface import Actor, site_address_of

REVIEW_TITLES = {
    "proposed": _("Answer: %(office)s proposes a visit between your offices"),
    "accepted": _("%(office)s says yes to the visit"),
    "declined": _("%(office)s cannot take part in the visit"),
    "planned": _("The visit with %(office)s has a day and questions"),
    "noted": _("%(office)s has finished the notes of the visit"),
    "compare": _("Compare your notes with %(office)s"),
    "lesson": _("Read what others can learn of the visit with %(office)s"),
    "shared": _("What you learnt with %(office)s is shared with all members"),
    "called_off": _("The visit with %(office)s is called off"),
}


def network_path(network: Network) -> str:
    """The path of a network's page."""
    return reverse("network:network", args=[network.slug])


def network_letter_text(letter: NetworkLetter, by: Actor) -> str:
    """The letter as plain text: who writes, to which network, and where an answer goes."""
    return render_to_string(
        "network/mail/letter.txt",
        {"letter": letter, "network": letter.network, "sender": by.person, "office": by.office},
    )


def tell_of_review(review: Review, by: Actor, code: str, *, needs_answer: bool = False) -> None:
    """Tells the other one of the two what has happened. The letter names the office and the area, nothing of the case."""
    is_host = review.host_id == by.pk
    other = review.guest if is_host else review.host
    office = review.host_office if is_host else review.guest_office
    tell(
        users=[other.user],
        collaboration_id=review.collaboration_id,
        topic="network.reviews",
        key=f"review:{review.pk}:{code}:{now():%Y%m%d%H%M%S}",
        title=str(REVIEW_TITLES[code]) % {"office": office.short_name},
        text=str(review.get_area_display()),
        url=reverse("network:review", args=[review.pk]),
        at=site_address_of(review.collaboration),
        needs_answer=needs_answer,
    )
