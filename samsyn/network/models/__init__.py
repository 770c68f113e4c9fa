"""Tables of questions, profiles, networks and visits between offices."""

from samsyn.network.models.helping import HelpAnswer, HelpNotice
from samsyn.network.models.networks import Network, NetworkFile, NetworkLetter, NetworkMember
from samsyn.network.models.people import Profile
from samsyn.network.models.questions import Answer, Question
from samsyn.network.models.reviews import Kind, Review, ReviewNote, ReviewQuestion, Side, Wish

__all__ = [
    "Answer",
    "HelpAnswer",
    "HelpNotice",
    "Kind",
    "Network",
    "NetworkFile",
    "NetworkLetter",
    "NetworkMember",
    "Profile",
    "Question",
    "Review",
    "ReviewNote",
    "ReviewQuestion",
    "Side",
    "Wish",
]
