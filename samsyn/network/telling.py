"""What people are told by the network, and the words of the letters."""

from django.template.loader import render_to_string
from django.urls import reverse

from samsyn.network.models import Network, NetworkLetter
from samsyn.organisations.interface import Actor


def network_path(network: Network) -> str:
    """The path of a network's page."""
    return reverse("network:network", args=[network.slug])


def network_letter_text(letter: NetworkLetter, by: Actor) -> str:
    """The letter as plain text: who writes, to which network, and where an answer goes."""
    return render_to_string(
        "network/mail/letter.txt",
        {"letter": letter, "network": letter.network, "sender": by.person, "office": by.office},
    )
