"""What checklists tell the ground at start-up."""

from django.utils.translation import gettext_lazy as _

from samsyn.core.audit.interface import register_verbs

register_verbs(
    {
        "checklists.made": _("made the checklist"),
        "checklists.uploaded": _("uploaded a draft"),
        "checklists.published": _("published a version"),
        "checklists.withdrawn": _("took a version out of use"),
        "checklists.local_set": _("set an office's own questions"),
    }
)
