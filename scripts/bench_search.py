"""Search in 20,000 and 100,000 documents: how long the search itself takes, for each kind of question."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scripts.bench import Installation

SIZES = (20_000, 100_000)
# At the first size; the most frequent words included.
AIM_P95 = 50


def measure(here: "Installation", *, quick: bool) -> list[dict[str, Any]]:
    """Each kind of question at each size. The last row of a size says the slowest p95."""
    rows: list[dict[str, Any]] = []
    there = 0
    for size in SIZES[:1] if quick else SIZES:
        here.command("measure", "documents", "--first", str(there), "--up-to", str(size))
        there = size
        found = here.command("measure", "search")["rows"]
        for row in found:
            print(
                f"  {size:>7} documents, {row['case']:<24} {row['hits']:>6} hits  p50 {row['p50']} ms  p95 {row['p95']} ms",
                flush=True,
            )
        slowest = max(row["p95"] for row in found)
        print(
            f"  {size:>7} documents, slowest p95 {slowest} ms (aim at 20,000: {AIM_P95} ms)",
            flush=True,
        )
        rows += [{"size": size, **row} for row in found]
    return rows
