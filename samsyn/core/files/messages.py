"""Sentences for files that were not let in."""

from django.utils.translation import gettext as _

from samsyn.core.files.rules import MEGABYTE, FileRefused


def refusal_text(refused: FileRefused) -> str:
    """What is wrong with the file and what to do."""
    if refused.code == "empty":
        return _("The file %(name)s is empty. Choose another one.") % {"name": refused.name}
    if refused.code == "too_large":
        return _("The file %(name)s is larger than %(limit)d MB. Make it smaller or divide it.") % {
            "name": refused.name,
            "limit": refused.limit // MEGABYTE,
        }
    if refused.code == "wrong_type":
        return _(
            "The file %(name)s is of a kind we do not take here. Choose one of %(allowed)s."
        ) % {
            "name": refused.name,
            "allowed": refused.allowed,
        }
    return _(
        "The file %(name)s is damaged or is not what its name says. Save it again and try once more."
    ) % {"name": refused.name}
