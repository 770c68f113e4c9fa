"""Figures that others have published: shown as they stand, and checked for whether they add up, in the open."""

from dataclasses import dataclass

from samsyn.campaigns.models import Campaign, PublishedFigure


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """The published figures, and each sum that they should make: parts, their sum, the total, and whether they agree."""

    figures: list[PublishedFigure]
    parts: list[PublishedFigure]
    total: int | None
    sum_of_parts: int

    @property
    def agrees(self) -> bool:
        return self.total is not None and self.sum_of_parts == self.total


def reconciliation_of(campaign: Campaign) -> Reconciliation:
    """The campaign's published figures. Figures marked as parts of the whole are added and held against it."""
    figures = list(campaign.published_figures.all())
    parts = [figure for figure in figures if figure.is_part and figure.numerator is not None]
    totals = {figure.denominator for figure in parts}
    return Reconciliation(
        figures=figures,
        parts=parts,
        total=totals.pop() if len(totals) == 1 else None,
        sum_of_parts=sum(figure.numerator or 0 for figure in parts),
    )
