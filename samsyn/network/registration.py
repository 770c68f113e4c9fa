"""What the network tells the ground at start-up."""

from django.utils.translation import gettext_lazy as _

from samsyn.core.audit.interface import register_verbs

register_verbs(
    {"network.asked": _("asked a question"), "network.answered": _("answered the question")}
)
