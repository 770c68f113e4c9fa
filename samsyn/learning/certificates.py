"""A certificate as a tagged PDF."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samsyn.core.pdf.interface import Document, Fact, Facts, Footer, Paragraph, render
from samsyn.learning.letters import site_address
from samsyn.learning.models import Certificate
from samsyn.lib.swedish import format_date, format_number


def certificate_pdf(certificate: Certificate) -> bytes:
    """Who was at what, when and for how long, and where the number can be verified."""
    event = certificate.registration.event
    organisation = event.collaboration.name
    verify = f"{site_address()}/intyg/?nummer={certificate.number}"
    facts = [
        Fact(_("Name"), certificate.name),
        Fact(_("Attended"), certificate.event_title),
        Fact(_("Day"), format_date(certificate.held_on)),
        Fact(_("Hours"), format_number(certificate.hours)),
        Fact(_("Lecturers"), ", ".join(one.name for one in event.lecturers.all()) or "–"),
        Fact(pgettext("certificate", "Number"), certificate.number),
    ]
    return render(
        Document(
            title=_("Certificate of attendance"),
            kind=_("Certificate"),
            organisation=organisation,
            facts=(),
            footer=Footer(certificate.number, format_date(certificate.issued_on), verify),
            exempeldata=event.is_example,
            blocks=(
                Facts(tuple(facts)),
                Paragraph(
                    _("%(organisation)s certifies the attendance. Verify the number at %(address)s")
                    % {"organisation": organisation, "address": verify}
                ),
            ),
        )
    )
