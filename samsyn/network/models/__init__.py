"""Tables of questions, profiles and networks."""

from samsyn.network.models.helping import HelpAnswer, HelpNotice
from samsyn.network.models.people import Network, NetworkMember, Profile
from samsyn.network.models.questions import Answer, Question

__all__ = ["Answer", "HelpAnswer", "HelpNotice", "Network", "NetworkMember", "Profile", "Question"]
