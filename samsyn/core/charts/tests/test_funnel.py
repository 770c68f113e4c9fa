import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.core.charts import colours
from samsyn.core.charts.interface import FunnelPoint, funnel
from samsyn.core.charts.tests.factories import (
    OFFICES,
    TITLE,
    a_funnel,
    elements,
    texts_of,
    words_of,
)
from samsyn.lib.funnel import limits_up_to


def dots(svg):
    return elements(svg, "circle", fill=colours.VATTEN)


def rings(svg):
    return elements(svg, "circle", r="8")


def test_every_office_is_a_dot_of_the_same_colour_good_or_bad():
    chart = a_funnel()
    assert len(dots(chart.wide)) == len(dots(chart.narrow)) == len(OFFICES)
    assert {e.get("fill") for e in elements(chart.wide, "circle")} == {
        colours.VATTEN,
        colours.WHITE,
    }


def test_an_office_outside_has_a_ring_and_its_count_beside_its_name():
    for svg in (a_funnel().wide, a_funnel().narrow):
        assert len(rings(svg)) == 1
        assert "Vetlanda 8 av 9" in words_of(svg)


def test_all_twelve_offices_of_a_county_are_named():
    words = words_of(a_funnel().wide)
    assert all(name in words for name in OFFICES if name != "Vetlanda")


def test_the_95_band_is_solid_and_the_998_band_dashed_and_both_are_named():
    svg = a_funnel().wide
    assert len(elements(svg, "polyline", stroke_dasharray="4 3")) == 2
    assert len(elements(svg, "polyline")) == 4
    assert {"95\u00a0%-gräns", "99,8\u00a0%-gräns", "Länet 39\u00a0%"} <= set(words_of(svg))


def test_limits_are_drawn_as_given_and_never_computed_here():
    class Limit:
        def __init__(self, n, low, high):
            self.n, self.low, self.high = n, low, high

    chart = funnel(
        "t",
        TITLE,
        [FunnelPoint("X", 1, 1)],
        county=0.5,
        limits_95=[Limit(1, 0.25, 0.75), Limit(2, 0.25, 0.75)],
        limits_998=[],
    )
    upper, lower = elements(chart.wide, "polyline")
    (high,) = {point.split(",")[1] for point in upper.get("points").split()}
    (low,) = {point.split(",")[1] for point in lower.get("points").split()}
    (dot,) = dots(chart.wide)
    county = elements(chart.wide, "line", stroke=colours.VATTEN)[0]
    assert (float(high) + float(low)) / 2 == pytest.approx(float(county.get("y1")), abs=0.02)
    assert float(dot.get("cy")) < float(high)


def test_where_an_office_stands_is_said_in_words():
    chart = a_funnel(outside={"Vetlanda": "998", "Jönköping": "95"})
    standing = {row[0]: row[-1] for row in chart.rows}
    assert standing["Vetlanda"] == "utanför 99,8\u00a0%"
    assert standing["Jönköping"] == "utanför 95\u00a0%, innanför 99,8\u00a0%"
    assert standing["Aneby"] == "innanför 95\u00a0%-gränserna"


def test_many_offices_in_one_place_still_name_the_one_outside():
    crowd = {f"Kontor {number}": (10, 20) for number in range(60)}
    chart = a_funnel(crowd, outside={"Kontor 7": "95"})
    for svg in (chart.wide, chart.narrow):
        assert "Kontor 7 10 av 20" in words_of(svg)
        assert len(dots(svg)) == 60


@given(
    st.dictionaries(
        st.sampled_from(sorted(OFFICES)),
        st.integers(1, 40).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
        min_size=1,
    ),
    st.sets(st.sampled_from(sorted(OFFICES)), max_size=3),
)
def test_labels_never_cover_each_other(offices, outside):
    chart = a_funnel(offices, outside=dict.fromkeys(outside, "95"))
    for svg in (chart.wide, chart.narrow):
        texts = texts_of(svg)
        for place, text in enumerate(texts):
            assert not any(text.overlaps(other) for other in texts[place + 1 :])
        assert len(rings(svg)) == len(outside & set(offices))


def test_a_county_share_is_rounded_half_up():
    county = 0.125
    chart = funnel(
        "t",
        TITLE,
        [FunnelPoint("X", 1, 8)],
        county=county,
        limits_95=limits_up_to(county, 9),
        limits_998=limits_up_to(county, 9, level=0.998),
    )
    assert "Länet 13\u00a0%" in words_of(chart.wide)


@pytest.mark.parametrize(("deviating", "assessed"), [(0, 0), (3, 2), (-1, 2)])
def test_what_is_no_share_is_refused(deviating, assessed):
    with pytest.raises(ValueError, match="not a share"):
        FunnelPoint("X", deviating, assessed)


def test_no_offices_are_refused():
    with pytest.raises(ValueError, match="no offices"):
        funnel("t", TITLE, [], county=0.5, limits_95=[], limits_998=[])
