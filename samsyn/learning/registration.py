"""What learning tells the ground at start-up."""

from django.utils.translation import gettext_lazy as _

from samsyn.core.audit.interface import register_verbs

register_verbs(
    {
        "learning.made": _("made the event"),
        "learning.opened": _("opened the registration"),
        "learning.changed": _("changed the event"),
        "learning.called_off": _("called the event off"),
        "learning.lecturer_added": _("added a lecturer"),
        "learning.agreement_kept": _("kept the agreement with a lecturer"),
        "learning.programme_set": _("set the programme"),
        "learning.material_added": _("added material"),
        "learning.registered": _("registered for the event"),
        "learning.took_offer": _("took the offered seat"),
        "learning.cancelled": _("cancelled"),
        "learning.swapped": _("handed the seat over to a colleague"),
        "learning.offer_ended": _("the offered seat was not taken in time"),
        "learning.attendance_noted": _("noted attendance"),
        "learning.needs_erased": _("erased food and access needs"),
        "learning.evaluated": _("An evaluation was answered"),
        "learning.followed_up": _("A follow-up was answered"),
        "learning.certified": _("issued a certificate"),
        "learning.feed_made": _("made a calendar address"),
        "learning.feed_revoked": _("closed a calendar address"),
    }
)
