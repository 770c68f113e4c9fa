"""Levels that do not move because other areas reported, and what a missing value can be."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2

from samsyn.lib.rounding import mean, median
from samsyn.lib.series import (
    balanced_panel,
    bounds_of_one_missing,
    byar,
    chained,
    is_outlier,
    quartiles,
)

# MSJ.13 per office as published (miljosamverkan.miljobarometern.se/msj); Värnamo is missing from 2019 on.
MSJ13 = {
    2019: ({"Aneby": 173, "Eksjö": 171, "Gislaved": 181, "Gnosjö": 215, "Habo-Mullsjö": 187, "Jönköping": 113,
            "Nässjö": 134, "Sävsjö": 136, "Tranås": 123, "Vaggeryd": 145, "Vetlanda": 177}, 163, 172, (195, 206)),
    2020: ({"Aneby": 162, "Eksjö": 226, "Gislaved": 175, "Gnosjö": 180, "Habo-Mullsjö": 164, "Jönköping": 134,
            "Nässjö": 127, "Sävsjö": 136, "Vaggeryd": 149, "Vetlanda": 186}, 163, 162, (149, 159)),
    2021: ({"Aneby": 82, "Eksjö": 225, "Gislaved": 180, "Gnosjö": 176, "Habo-Mullsjö": 200, "Jönköping": 121,
            "Nässjö": 143, "Sävsjö": 151, "Vetlanda": 191}, 165, 178, (179, 185)),
}  # fmt: skip


@pytest.mark.parametrize("year", MSJ13)
def test_the_value_missing_in_our_copy_is_bounded_by_what_was_published(year: int) -> None:
    known, published_mean, published_median, expected = MSJ13[year]
    found = bounds_of_one_missing(
        known, published_mean=published_mean, published_median=published_median
    )
    assert found is not None
    assert (found.low, found.high) == tuple(Decimal(end) for end in expected)


def test_no_value_fits_when_what_was_published_cannot_be() -> None:
    assert bounds_of_one_missing({"a": 1, "b": 2}, published_mean=50, published_median=1) is None
    with pytest.raises(ValueError, match="mean"):
        bounds_of_one_missing({"a": 1}, published_mean=None, published_median=1)


@given(
    st.lists(st.integers(0, 400), min_size=2, max_size=12),
    st.integers(0, 400),
)
def test_the_true_value_always_lies_within_the_bounds(known: list[int], hidden: int) -> None:
    names = {str(place): value for place, value in enumerate(known)}
    whole = {**names, "hidden": hidden}
    found = bounds_of_one_missing(names, published_mean=mean(whole), published_median=median(whole))
    assert found is not None
    assert found.low <= hidden <= found.high


PANEL = {"a": {2019: 10, 2020: 12, 2021: 14}, "b": {2019: 100, 2021: 100}, "c": {2020: 8, 2021: 8}}


def test_the_balanced_panel_names_those_with_every_year() -> None:
    found = balanced_panel(PANEL, [2019, 2020, 2021])
    assert found.areas == ("a",)
    assert found.means == {2019: 10, 2020: 12, 2021: 14}
    assert balanced_panel(PANEL, [2018, 2019]).means == {}


def test_a_large_area_that_leaves_does_not_move_the_chain() -> None:
    links = chained(PANEL, [2019, 2020, 2021])
    assert [link.value for link in links] == [55, 66, Fraction(66 * 22, 20)]
    assert [link.areas for link in links] == [(), ("a",), ("a", "c")]


def test_the_chain_ends_where_no_area_has_both_years() -> None:
    assert [link.year for link in chained({"a": {2019: 1}, "b": {2020: 1}}, [2019, 2020])] == [2019]
    assert [link.year for link in chained({"a": {2019: 1, 2021: 1}}, [2019, 2021])] == [2019]
    assert chained({}, [2019]) == []


@given(st.lists(st.integers(-1000, 1000), min_size=4, max_size=40))
def test_quartiles_are_those_of_numpy(values: list[int]) -> None:
    found = quartiles(values)
    assert found is not None
    assert [float(end) for end in found] == pytest.approx(np.percentile(values, [25, 75]))


def test_quartiles_of_three_are_not_said() -> None:
    assert quartiles([1, 2, 3]) is None


@pytest.mark.parametrize("count", [1, 5, 10, 39, 100, 1000])
def test_byars_interval_is_close_to_the_exact_one(count: int) -> None:
    found = byar(count)
    # Garwood's exact limits, half a chi-square quantile each.
    assert found.low == pytest.approx(chi2.ppf(0.025, 2 * count) / 2, rel=0.02, abs=0.13)
    assert found.high == pytest.approx(chi2.ppf(0.975, 2 * count + 2) / 2, rel=0.005)


def test_byars_interval_of_nothing_starts_at_nothing() -> None:
    assert byar(0).low == 0
    assert byar(0).high == pytest.approx(3.69, abs=0.05)
    with pytest.raises(ValueError, match="count"):
        byar(-1)


def test_an_outlier_is_judged_against_the_areas_own_history() -> None:
    history = [100, 104, 98, 102, 101]
    assert is_outlier(160, history)
    assert not is_outlier(105, history)
    assert not is_outlier(160, history[:3])
    assert is_outlier(12, [10, 10, 10, 10])
    assert not is_outlier(11, [10, 10, 10, 10])
