"""Whether an office's totals add up: for each question the codes together are the inspected objects."""

from dataclasses import dataclass

from samsyn.campaigns.models import OfficeTotals


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A question whose answers are more or fewer than the inspected objects."""

    question: str
    total: int
    inspected: int


def disagreements(totals: OfficeTotals) -> list[Disagreement]:
    """The questions that do not add up; a question the office left out entirely is not one of them."""
    found = []
    for question, codes in totals.totals.items():
        total = sum(codes.values())
        if codes and total != totals.objects_inspected:
            found.append(Disagreement(question, total, totals.objects_inspected))
    return found
