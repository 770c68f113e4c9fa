"""Of many comparisons only those stand that chance does not explain together."""

import pytest
from scipy.stats import binom
from statsmodels.stats.multitest import multipletests

from samsyn.lib.discovery import believed, p_value
from samsyn.lib.rates import Share


def test_the_p_value_is_twice_the_smaller_exact_tail():
    assert p_value(Share(8, 3), 0.39) == pytest.approx(2 * binom.sf(7, 11, 0.39))
    assert p_value(Share(0, 11), 0.39) == pytest.approx(2 * binom.cdf(0, 11, 0.39))
    assert p_value(Share(4, 6), 0.4) == 1


def test_where_all_are_alike_nothing_is_unusual():
    assert p_value(Share(0, 5), 0.0) == 1
    assert p_value(Share(1, 4), 0.0) == 0


def test_nothing_assessed_has_no_p_value_and_a_share_above_one_is_refused():
    assert p_value(Share(0, 0), 0.5) is None
    with pytest.raises(ValueError, match="no such share"):
        p_value(Share(1, 1), 1.5)


def test_the_example_of_benjamini_and_hochberg():
    # Their table of 15 p values (1995, section 3.2.1): four stand at 0.05, Bonferroni's three.
    p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240]
    p += [0.4262, 0.5719, 0.6528, 0.7590, 1.0]
    assert believed(p) == [True] * 4 + [False] * 11
    assert believed(p) == list(multipletests(p, 0.05, method="fdr_bh")[0])


def test_comparisons_that_could_not_be_made_never_stand_nor_count():
    assert believed([None, 0.04, None]) == [False, True, False]
    assert believed([]) == []
    assert believed([None]) == [False]
