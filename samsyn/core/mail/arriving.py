"""Letters that did not arrive, for those who keep the addresses."""

from dataclasses import dataclass
from datetime import datetime

from samsyn.core.mail.models import Mail

ENDED = (Mail.State.SENT, Mail.State.REFUSED, Mail.State.FAILED)


@dataclass(frozen=True, slots=True)
class NotArrived:
    """An address whose last letter did not arrive: when it was written, what the server said, and whether it refused."""

    address: str
    at: datetime
    words: str
    is_refused: bool


def not_arrived(collaboration_id: int) -> list[NotArrived]:
    """The addresses of a collaboration whose last letter did not arrive. A letter that arrives takes the mark away."""
    wrong = Mail.objects.filter(
        collaboration_id=collaboration_id, state__in=(Mail.State.REFUSED, Mail.State.FAILED)
    )
    addresses = set(wrong.exclude(to="").values_list("to", flat=True))
    if not addresses:
        return []
    last: dict[str, Mail] = {}
    for mail in Mail.objects.filter(to__in=addresses, state__in=ENDED).order_by("queued_at", "pk"):
        last[mail.to] = mail
    return [
        NotArrived(
            address=mail.to,
            at=mail.queued_at,
            words=mail.error,
            is_refused=mail.state == Mail.State.REFUSED,
        )
        for _address, mail in sorted(last.items())
        if mail.state != Mail.State.SENT
    ]
