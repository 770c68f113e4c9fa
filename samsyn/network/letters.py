"""Letters about help between offices: to those who speak for the offices concerned."""

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.mail.interface import queue
from samsyn.lib.swedish import format_period
from samsyn.network.models import HelpAnswer, HelpNotice
from samsyn.network.queries import offices_that_can
from samsyn.organisations.interface import Office, speakers_of


def write_about_notice(notice: HelpNotice) -> None:
    """To the offices where somebody has said that she knows the area and that her hours can be lent."""
    for office in offices_that_can(notice):
        _write(
            notice,
            office,
            "notice",
            _("%(office)s: %(what)s") % {"office": notice.office.name, "what": notice.purpose},
        )


def write_about_answer(answer: HelpAnswer) -> None:
    """To the office whose notice was answered."""
    subject = _("%(office)s answers about help") % {"office": answer.office.name}
    _write(answer.notice, answer.notice.office, f"answer:{answer.pk}", subject)


def write_about_agreement(notice: HelpNotice) -> None:
    """To the office whose answer was taken."""
    assert notice.partner is not None
    subject = _("%(office)s agrees about help") % {"office": notice.office.name}
    _write(notice, notice.partner, "agreed", subject)


def _write(notice: HelpNotice, office: Office, occasion: str, subject: str) -> None:
    for email in sorted(_addresses(office)):
        queue(
            key=f"help:{notice.pk}:{occasion}:{email}",
            to=email,
            subject=subject,
            body="\n\n".join(_body(notice)),
            collaboration_id=notice.collaboration_id,
        )


def _addresses(office: Office) -> set[str]:
    return {person.user.email for person in speakers_of(office)}


def _body(notice: HelpNotice) -> Iterable[str]:
    yield notice.purpose
    yield _("%(area)s, %(days)s, %(hours)d hours.") % {
        "area": notice.get_area_display(),
        "days": format_period(notice.starts, notice.ends),
        "hours": notice.hours,
    }
    address = str(settings.WAGTAILADMIN_BASE_URL).rstrip("/")
    yield address + reverse("network:help_notice", args=[notice.pk])
