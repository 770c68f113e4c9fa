"""Working out the picture of equal supervision anew."""

import hashlib

import orjson
from django.db import transaction

from samsyn.core.audit.interface import record
from samsyn.core.clock.interface import now, today
from samsyn.equality.gathering import gather
from samsyn.equality.models import Overview
from samsyn.organisations.interface import Actor, Collaboration


@transaction.atomic
def renew_overview(*, by: Actor | None, collaboration: Collaboration) -> Overview:
    """This year's picture as the data are now; nothing is written when nothing has changed. Earlier years stay."""
    content = gather(collaboration)
    basis = hashlib.sha256(orjson.dumps(content, option=orjson.OPT_SORT_KEYS)).hexdigest()
    year = today().year
    found = Overview.objects.filter(collaboration=collaboration, year=year).first()
    if found is not None and found.basis == basis:
        return found
    overview, _made = Overview.objects.update_or_create(
        collaboration=collaboration,
        year=year,
        defaults={"content": content, "basis": basis, "made_at": now()},
    )
    record(
        by=by.user_id if by else None,
        verb="equality.renewed",
        obj=overview,
        collaboration_id=collaboration.pk,
        details={"year": year},
    )
    return overview
