"""What organisations tell the ground: names of acts, personal data, and how long invitations are kept."""

from django.utils.translation import gettext_lazy as _

from samsyn.core.audit.interface import register_verbs
from samsyn.core.jobs.interface import register_schedule
from samsyn.core.registry.interface import (
    Retention,
    SearchSource,
    personal_erasers,
    personal_extracts,
    retentions,
    search_sources,
    waiting_items,
)
from samsyn.organisations.letters import waiting_for_addresses
from samsyn.organisations.privacy import (
    INVITATION_KEPT_DAYS,
    erase_old_invitations,
    erase_person,
    extract_person,
)
from samsyn.organisations.searching import KIND, LOOKS_EVERY, office_documents, renew_indexes

register_verbs(
    {
        "organisations.make_collaboration": _("The collaboration was added"),
        "organisations.change_collaboration": _("The collaboration's details were changed"),
        "organisations.make_office": _("The office was added"),
        "organisations.make_municipality": _("The municipality was added"),
        "organisations.change_office": _("The office's details were changed"),
        "organisations.add_person": _("The person was added"),
        "organisations.change_own_details": _("The person changed her own details"),
        "organisations.disable_user": _("The sign-in was closed"),
        "organisations.enable_user": _("The sign-in was opened"),
        "organisations.give_role": _("A role was given"),
        "organisations.end_membership": _("A role was ended"),
        "organisations.invite": _("An invitation was sent"),
        "organisations.accept_invitation": _("An invitation was accepted"),
        "organisations.withdraw_invitation": _("An invitation was withdrawn"),
    }
)
search_sources.register(
    "organisations.offices", SearchSource(KIND, _("Member organisations"), office_documents)
)
register_schedule("organisations.search", every=LOOKS_EVERY, run=renew_indexes)
waiting_items.register("organisations.letters", waiting_for_addresses)
personal_extracts.register("organisations.person", extract_person)
personal_erasers.register("organisations.person", erase_person)
retentions.register(
    "organisations.invitations",
    Retention(
        what=_("Names and addresses in invitations"),  # type: ignore[arg-type]  # lazy on purpose
        days=INVITATION_KEPT_DAYS,
        reason=_(  # type: ignore[arg-type]  # each reader sees her own language
            "Who was invited must be possible to see while the membership is new."
        ),
        erase=erase_old_invitations,
    ),
)
