"""The roles, each in one sentence, and what each may do. This file is meant to be read by a lawyer.

A permission says what is done; where it may be done follows from where the role is held: an office's role counts in
that office, a collaboration's role in the whole collaboration, a campaign's project group in that campaign.
"""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What a person can be. Project leader and project group are held per activity and stand there."""

    OFFICER = "officer", _("Case officer")
    MANAGER = "manager", _("Manager")
    CONTACT = "contact", _("Contact person")
    STEERING = "steering", _("Steering-group member")
    COORDINATOR = "coordinator", _("County coordinator")
    GUIDANCE_OFFICER = "guidance_officer", _("Supervisory-guidance officer")
    REGION = "region", _("Operations management of the Region")
    LECTURER = "lecturer", _("Lecturer")
    EDITOR = "editor", _("Editor")
    ADMINISTRATOR = "administrator", _("Administrator")


class Permission(StrEnum):
    """What can be done, in the words of the field."""

    SEE_MEMBER_PAGES = "see_member_pages"
    REPORT_SUBMISSIONS = "report_submissions"
    SEE_OWN_OFFICE = "see_own_office"
    PLAN_FOR_OFFICE = "plan_for_office"
    INVITE_TO_OFFICE = "invite_to_office"
    RUN_CAMPAIGNS = "run_campaigns"
    SEE_ALL_OFFICES = "see_all_offices"
    PUBLISH_CHECKLISTS = "publish_checklists"
    DECIDE = "decide"
    RUN_COLLABORATION = "run_collaboration"
    EDIT_PAGES = "edit_pages"
    ADMINISTER = "administer"


P = Permission
ROLE_SENTENCES: dict[str, str | Promise] = {
    Role.OFFICER: _("Inspects, fills in checklists and sees everything of her own office."),
    Role.MANAGER: _(
        "Leads an office: sees all of it, decides what it takes part in and invites people to it."
    ),
    Role.CONTACT: _(
        "Speaks for her office in the collaboration: says what it takes part in and invites people to it."
    ),
    Role.STEERING: _(
        "Sits in the steering group, which decides what the collaboration does and publishes."
    ),
    Role.COORDINATOR: _(
        "Runs the collaboration: campaigns, checklists, people and reports for all offices."
    ),
    Role.GUIDANCE_OFFICER: _(
        "Gives supervisory guidance at the county administrative board, and takes part where the board supervises."
    ),
    Role.REGION: _("Sees the whole as the Region's management, and runs nothing."),
    Role.LECTURER: _("Sees her own course and nothing else."),
    Role.EDITOR: _("Writes pages, news and guidance."),
    Role.ADMINISTRATOR: _("Keeps the installation: people, offices and settings, not the content."),
}
_MEMBER = {P.SEE_MEMBER_PAGES}
_OFFICER = _MEMBER | {P.REPORT_SUBMISSIONS, P.SEE_OWN_OFFICE}
_SPEAKER = _OFFICER | {P.PLAN_FOR_OFFICE, P.INVITE_TO_OFFICE}
ROLE_PERMISSIONS: dict[str, frozenset[Permission]] = {
    Role.OFFICER: frozenset(_OFFICER),
    Role.MANAGER: frozenset(_SPEAKER),
    Role.CONTACT: frozenset(_SPEAKER),
    Role.STEERING: frozenset(_MEMBER | {P.DECIDE}),
    Role.COORDINATOR: frozenset(
        _MEMBER
        | {
            P.RUN_CAMPAIGNS,
            P.SEE_ALL_OFFICES,
            P.PUBLISH_CHECKLISTS,
            P.RUN_COLLABORATION,
            P.EDIT_PAGES,
        }
        | {P.INVITE_TO_OFFICE}
    ),
    Role.GUIDANCE_OFFICER: frozenset(_OFFICER),
    Role.REGION: frozenset(_MEMBER),
    Role.LECTURER: frozenset(),
    Role.EDITOR: frozenset(_MEMBER | {P.EDIT_PAGES}),
    Role.ADMINISTRATOR: frozenset(_MEMBER | {P.ADMINISTER, P.INVITE_TO_OFFICE}),
}
# Held in the whole collaboration; the others are held in an office.
COLLABORATION_ROLES = frozenset(
    {Role.COORDINATOR, Role.STEERING, Role.REGION, Role.LECTURER, Role.EDITOR, Role.ADMINISTRATOR}
)
# What an office's own kontaktperson or chef may invite to.
OFFICE_ROLES = (Role.OFFICER, Role.CONTACT, Role.MANAGER)

PERMISSION_SENTENCES: dict[Permission, str | Promise] = {
    P.SEE_MEMBER_PAGES: _("See the pages for members"),
    P.REPORT_SUBMISSIONS: _("Report inspections in a campaign"),
    P.SEE_OWN_OFFICE: _("See everything of the own office"),
    P.PLAN_FOR_OFFICE: _("Say what the office takes part in and plan its number of objects"),
    P.INVITE_TO_OFFICE: _("Invite people to an office"),
    P.RUN_CAMPAIGNS: _("Make and run campaigns"),
    P.SEE_ALL_OFFICES: _("See every office's progress and results by name"),
    P.PUBLISH_CHECKLISTS: _("Publish checklists"),
    P.DECIDE: _("Take part in the steering group's decisions"),
    P.RUN_COLLABORATION: _("Keep the collaboration's offices and people"),
    P.EDIT_PAGES: _("Write pages and news"),
    P.ADMINISTER: _("Keep the installation"),
}
