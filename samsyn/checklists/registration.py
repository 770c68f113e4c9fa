"""What checklists tell the ground at start-up."""

from django.utils.translation import gettext_lazy as _

from samsyn.checklists.citing import cited_in_checklists
from samsyn.checklists.resting import uses_in_checklists
from samsyn.core.audit.interface import register_verbs
from samsyn.core.registry.interface import citations, guidance_uses

citations.register("checklists.questions", cited_in_checklists)
guidance_uses.register("checklists.questions", uses_in_checklists)
register_verbs(
    {
        "checklists.made": _("made the checklist"),
        "checklists.uploaded": _("uploaded a draft"),
        "checklists.published": _("published a version"),
        "checklists.withdrawn": _("took a version out of use"),
        "checklists.local_set": _("set an office's own questions"),
    }
)
