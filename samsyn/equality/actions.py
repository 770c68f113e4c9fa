"""Working out the picture of equal supervision, and the comparison of a campaign, anew."""

import hashlib
import logging
from typing import Any

import orjson
from django.conf import settings
from django.db import transaction

from samsyn.campaigns.interface import (
    Campaign,
    Measure,
    measure_name,
    measures_by_question,
    picture_of,
    spread_cells,
)
from samsyn.core.audit.interface import record
from samsyn.core.clock.interface import now, today
from samsyn.equality.comparing import compare, compare_measures, version_of
from samsyn.equality.gathering import gather
from samsyn.equality.models import CampaignComparison, Overview
from samsyn.equality.spreading import spread_of
from samsyn.organisations.interface import Actor, Collaboration

log = logging.getLogger(__name__)


def renew_overview(*, by: Actor | None, collaboration: Collaboration) -> Overview:
    """This year's picture as the data are now; nothing is written when nothing has changed. Earlier years stay.

    Worked out before the transaction: people who write meanwhile do not wait for it.
    """
    content = gather(collaboration)
    basis = hashlib.sha256(orjson.dumps(content, option=orjson.OPT_SORT_KEYS)).hexdigest()
    found = Overview.objects.filter(collaboration=collaboration, year=today().year).first()
    if found is not None and found.basis == basis:
        return found
    with transaction.atomic():
        return _keep_overview(by, collaboration, {"content": content, "basis": basis})


def _keep_overview(
    by: Actor | None, collaboration: Collaboration, values: dict[str, Any]
) -> Overview:
    overview, _made = Overview.objects.update_or_create(
        collaboration=collaboration,
        year=today().year,
        defaults={**values, "made_at": now()},
    )
    record(
        by=by.user_id if by else None,
        verb="equality.renewed",
        obj=overview,
        collaboration_id=collaboration.pk,
        details={"year": overview.year},
    )
    return overview


def renew_comparison(*, by: Actor | None, campaign: Campaign) -> CampaignComparison:
    """As kept where the counts are the same, else worked out and kept; may be repeated. Slow, since the spread is fitted
    for each question, and so before the transaction: people who write meanwhile do not wait for it.
    """
    picture = picture_of(campaign)
    version = version_of(picture, settings.SMALL_CELL_K)
    kept = CampaignComparison.objects.filter(campaign=campaign).first()
    if kept is not None and kept.version == version:
        return kept
    content = compare(picture, k=settings.SMALL_CELL_K)
    taken = measures_by_question(campaign)
    for one in content["questions"]:
        one["taken"] = {str(office): row for office, row in taken.get(one["name"], {}).items()}
    cells = {one.question: one for one in spread_cells(campaign)}
    measures = [found for each in Measure if (found := cells.get(measure_name(each)))]
    content["measures"] = compare_measures(measures, k=settings.SMALL_CELL_K)
    every = [*content["questions"], *content["measures"]["questions"]]
    for number, one in enumerate(every, start=1):
        found = cells.get(one["name"])
        one["spread"] = spread_of(found) if found else None
        log.info("%s: spread of %d of %d worked out", campaign.slug, number, len(every))
    with transaction.atomic():
        return _keep_comparison(by, campaign, {"version": version, "content": content})


def _keep_comparison(
    by: Actor | None, campaign: Campaign, values: dict[str, Any]
) -> CampaignComparison:
    made, _new = CampaignComparison.objects.update_or_create(
        campaign=campaign, defaults={**values, "made_at": now()}
    )
    record(
        by=by.user_id if by else None,
        verb="equality.compared",
        obj=made,
        collaboration_id=campaign.collaboration_id,
    )
    return made
