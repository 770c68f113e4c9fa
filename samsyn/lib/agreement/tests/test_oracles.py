"""The measures against irrCAC and the krippendorff package, on published and on wild ratings with gaps.

irrCAC 0.4.4 asks for a pandas too old to stand beside our other tools, so its answers are kept in `irrcac.json`, made by
`python irrcac.py` in an environment of its own; the krippendorff package runs live.
"""

import json
from pathlib import Path

import krippendorff
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from samsyn.lib.agreement import agreement

KEPT = json.loads((Path(__file__).parent / "irrcac.json").read_text())
ANSWERS = ["UA", "A", "EK"]

# Fleiss 1971, table 1: thirty patients, six psychiatrists, five diagnoses; counts per patient.
FLEISS = """00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031
00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006"""


def ratings_of(counts: str) -> list[list[str]]:
    return [
        [str(kind) for kind, number in enumerate(row) for _ in range(int(number))]
        for row in counts.split()
    ]


def by_krippendorff(ratings, categories, level: str) -> float:
    place = {category: i for i, category in enumerate(categories)}
    codes = [[np.nan if a is None else place[a] for a in item] for item in ratings]
    return krippendorff.alpha(
        reliability_data=np.array(codes).T,
        level_of_measurement=level,
        value_domain=list(range(len(categories))),
    )


wild = st.integers(3, 6).flatmap(
    lambda raters: st.lists(
        st.lists(st.sampled_from([None, *ANSWERS]), min_size=raters, max_size=raters),
        min_size=3,
        max_size=10,
    )
)


def test_fleiss_table_has_its_published_agreement():
    found = agreement(ratings_of(FLEISS), "01234")
    assert found.items == 30
    assert found.raw.value == pytest.approx(0.5556, abs=5e-5)  # Fleiss 1971: P = .556


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: f"{kept['name']}-{kept['scale']}")
def test_as_irrcac_has_it(kept):
    found = agreement(kept["ratings"], kept["categories"], scale=kept["scale"])
    assert found.raw.value == pytest.approx(kept["raw"], abs=1e-8)
    assert found.ac.value == pytest.approx(kept["ac"], abs=1e-8)


def test_what_irrcac_was_asked_is_the_published_table_and_wild_ratings():
    assert [kept["ratings"] for kept in KEPT if kept["name"] == "fleiss"] == [
        ratings_of(FLEISS)
    ] * 2
    assert len(KEPT) == 42


@pytest.mark.parametrize("scale", ["nominal", "ordinal"])
def test_fleiss_table_as_the_krippendorff_package_has_it(scale: str):
    ratings = ratings_of(FLEISS)
    found = agreement(ratings, "01234", scale=scale)
    assert found.alpha.value == pytest.approx(by_krippendorff(ratings, "01234", scale), abs=1e-9)


@pytest.mark.parametrize("scale", ["nominal", "ordinal"])
@settings(deadline=None, max_examples=60)
@given(wild)
def test_wild_ratings_with_gaps_as_the_krippendorff_package_has_them(scale: str, ratings):
    compared = [item for item in ratings if sum(a is not None for a in item) >= 2]
    assume(len({a for item in compared for a in item if a is not None}) > 1)
    found = agreement(ratings, ANSWERS, scale=scale)
    alpha = by_krippendorff(ratings, ANSWERS, scale)
    assert found.alpha.value == pytest.approx(alpha, abs=1e-8)
