"""What an office reports as totals: which questions are asked, and whether the answers add up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from samsyn.campaigns.columns import Column, columns_of
from samsyn.campaigns.form import MEASURES
from samsyn.campaigns.models import Campaign, CampaignForm, OfficeTotals


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A question whose answers are more or fewer than the inspected objects. `multiple`: one answer is more than them."""

    question: str
    label: str
    total: int
    inspected: int
    multiple: bool = False

    @property
    def is_impossible(self) -> bool:
        """More answers than objects cannot be; fewer can, where a question is not asked of all."""
        return self.total > self.inspected


def totals_of(campaign: Campaign, offices: Iterable[int] | None = None) -> QuerySet[OfficeTotals]:
    """What offices have reported as totals and not withdrawn, of some offices when given."""
    found = OfficeTotals.objects.filter(campaign=campaign, objects_inspected__gt=0)
    return found if offices is None else found.filter(office_id__in=list(offices))


def asked_of_offices(form: CampaignForm) -> list[Column]:
    """The questions an office answers with totals: those that are counted."""
    return [column for column in columns_of(form.columns) if column.codes]


def numbers_of(totals: OfficeTotals, column: Column) -> Mapping[str, int]:
    """What an office reported for a question, by code; empty when it was left out."""
    found: Mapping[str, int] = (
        totals.measures if column.name == MEASURES else totals.totals.get(column.name, {})
    )
    return found


def compare_with_objects(
    column: Column, numbers: Mapping[str, int], inspected: int
) -> Disagreement | None:
    """Nothing when the question adds up or was left out entirely.

    One choice: the answers together are the inspected objects. Several choices: none is more than they are.
    """
    if not numbers:
        return None
    if column.multiple:
        most = max(numbers.values())
        wrong = most > inspected
        return Disagreement(column.name, column.label, most, inspected, True) if wrong else None
    total = sum(numbers.values())
    return Disagreement(column.name, column.label, total, inspected) if total != inspected else None


def disagreements(totals: OfficeTotals) -> list[Disagreement]:
    """The questions that do not add up."""
    compared = (
        compare_with_objects(column, numbers_of(totals, column), totals.objects_inspected)
        for column in asked_of_offices(totals.form)
    )
    return [found for found in compared if found]
