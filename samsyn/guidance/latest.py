"""What is new in the guidance, and what a person has done with it, for her page."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.clock.interface import localtime, today
from samsyn.core.registry.interface import Happening, Viewer
from samsyn.guidance.codes import AnswerState, DocumentState
from samsyn.guidance.models import AgreedAnswer, Edition, ReadReceipt


def news_of(viewer: Viewer, since: date) -> Iterable[Happening]:
    """Editions that came into force and answers that the county agreed on, for members."""
    editions = Edition.objects.filter(
        document__collaboration_id=viewer.collaboration_id,
        document__state=DocumentState.IN_FORCE,
        in_force_from__range=(since, today()),
    )
    for edition in editions.defer("html").select_related("document"):
        yield Happening(
            title=edition.title,
            url=reverse("guidance:document", args=[edition.document.slug]),
            day=edition.in_force_from,
            detail=_("Guidance, edition %(number)s") % {"number": edition.number},
            exempeldata=edition.document.is_example,
        )
    agreed = AgreedAnswer.objects.filter(
        collaboration_id=viewer.collaboration_id,
        state=AnswerState.IN_FORCE,
        agreed_on__range=(since, today()),
    )
    for answer in agreed:
        yield Happening(
            title=answer.question,
            url=reverse("guidance:answer", args=[answer.slug]),
            day=answer.agreed_on,
            detail=_("Agreed in the county"),
            exempeldata=answer.is_example,
        )


def done_by(viewer: Viewer, since: date) -> Iterable[Happening]:
    """The editions that she has said she has read."""
    receipts = ReadReceipt.objects.filter(
        person_id=viewer.pk,
        read_at__date__gte=since,
        edition__document__collaboration_id=viewer.collaboration_id,
    )
    for receipt in receipts.select_related("edition__document").defer("edition__html"):
        document = receipt.edition.document
        yield Happening(
            title=receipt.edition.title,
            url=reverse("guidance:edition", args=[document.slug, receipt.edition.number]),
            day=localtime(receipt.read_at).date(),
            detail=_("You have read edition %(number)s") % {"number": receipt.edition.number},
            exempeldata=document.is_example,
        )
