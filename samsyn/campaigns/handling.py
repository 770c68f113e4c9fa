"""What the offices did where something was found: the measures of objects with at least one deviation."""

from dataclasses import dataclass

import numpy as np

from samsyn.campaigns.codes import Measure
from samsyn.campaigns.columns import DEVIATION
from samsyn.campaigns.cutting import Cut, cut_out
from samsyn.campaigns.form import MEASURES
from samsyn.campaigns.models import Campaign
from samsyn.campaigns.queries import done_by_office

FORMAL = (
    Measure.ORDER,
    Measure.ORDER_WITH_FINE,
    Measure.PROHIBITION,
    Measure.SANCTION_FEE,
    Measure.PROSECUTION,
)


@dataclass(frozen=True, slots=True)
class Handling:
    """One office's objects with a deviation: how many, how many of them got each measure, and how many a formal one."""

    office_id: int
    deviating: int
    by_measure: dict[str, int]
    formal: int


def handling_of(campaign: Campaign) -> list[Handling]:
    """Per office, of objects reported one by one; offices that found nothing have 0 deviating."""
    return [_of_office(campaign, office) for office in sorted(done_by_office(campaign))]


def _of_office(campaign: Campaign, office: int) -> Handling:
    cut = cut_out(campaign, Cut(offices=(office,)))
    if cut.sheet is None:
        return Handling(office, 0, {}, 0)
    deviations = {one.name: one.codes_in_role(DEVIATION) for one in cut.columns if one.is_assessed}
    found = cut.sheet.gave_any(deviations)
    took = {
        measure.value: found & cut.sheet.gave_any({f"{MEASURES}/{measure.value}": ["yes"]})
        for measure in Measure
    }
    formal = np.zeros(len(found), np.bool_)
    for measure in FORMAL:
        formal |= took[measure.value]
    return Handling(
        office_id=office,
        deviating=int(found.sum()),
        by_measure={code: int(rows.sum()) for code, rows in took.items()},
        formal=int(formal.sum()),
    )
