import pytest

from samsyn.core.charts import colours
from samsyn.core.charts.interface import AnswerRow, answer_bars
from samsyn.core.charts.tests.factories import TITLE, elements, some_answers, texts_of, words_of
from samsyn.lib.rates import Share


def one(share, **options):
    return answer_bars("svar", TITLE, [AnswerRow("Fråga", share)], **options)


def bars(svg, fill):
    """The parts of one colour, without the legend's."""
    return [e for e in elements(svg, "rect", fill=fill) if float(e.get("width")) != 20]


def width(element):
    return float(element.get("width"))


def test_parts_are_as_long_as_their_counts():
    chart = one(Share(30, 60, 0, 10))
    for svg in (chart.wide, chart.narrow):
        (a,), (ua,) = bars(svg, colours.DEVIATION), bars(svg, colours.COMPLIANT)
        assert width(ua) == pytest.approx(2 * width(a), rel=0.001)
        assert float(a.get("x")) < float(ua.get("x"))


def test_all_bars_are_as_long_whatever_the_counts():
    chart = answer_bars(
        "svar", TITLE, [AnswerRow("1", Share(1, 2)), AnswerRow("2", Share(100, 200))]
    )
    few, many = bars(chart.wide, colours.DEVIATION)
    assert width(few) == width(many)


def test_the_share_counts_assessed_only_and_stands_with_its_n():
    words = words_of(one(Share(1, 3, 5, 7)).wide)
    assert "25\u00a0%" in words
    assert "n\u00a0=\u00a04" in words


def test_ek_is_hatched_and_ea_empty_with_an_edge():
    svg = one(Share(10, 10, 10, 10)).wide
    hatched = elements(svg, "rect", fill="url(#svar-wide-ek)")
    assert [e.get("stroke") for e in hatched] == [colours.EDGE] * 2  # the legend's and the bar's
    assert len(elements(svg, "pattern", id="svar-wide-ek")) == 1


def test_in_print_every_part_carries_its_code_even_when_it_is_thin():
    svg = one(Share(1, 500, 1, 1), codes=True).wide
    assert {"A 1", "UA 500", "EK 1", "EA 1"} <= set(words_of(svg))


def test_thin_parts_at_the_end_do_not_write_over_each_other_or_the_edge():
    for chart in (one(Share(500, 1, 1, 1), codes=True), one(Share(1, 1, 1, 500), codes=True)):
        for svg in (chart.wide, chart.narrow):
            texts = [t for t in texts_of(svg) if t.text[:2] in ("A ", "UA", "EK", "EA")]
            for place, text in enumerate(texts):
                assert not any(text.overlaps(other) for other in texts[place + 1 :])


def test_few_answers_are_hidden_everywhere_also_in_the_words():
    chart = answer_bars("svar", TITLE, [AnswerRow("Fråga", None)], smallest=5)
    assert "Visas när minst 5 har svarat" in words_of(chart.wide)
    assert chart.rows == (("Fråga (Visas när minst 5 har svarat)", "", "", "", "", "", ""),)
    assert not bars(chart.wide, colours.DEVIATION)


def test_nothing_assessed_has_no_share():
    chart = one(Share(0, 0, 3, 4))
    assert chart.rows[0] == ("Fråga", "0", "0", "3", "4", "0", "")


def test_nothing_answered_is_said():
    assert "Inga svar än" in words_of(one(Share(0, 0)).narrow)


def test_the_legend_has_the_bars_own_order():
    words = words_of(some_answers().wide)
    assert words[:4] == ["A avvikelse", "UA utan avvikelse", "EK ej kontrollerad", "EA ej aktuell"]


def test_questions_keep_their_order():
    chart = answer_bars(
        "svar", TITLE, [AnswerRow("9. Ö", Share(9, 1)), AnswerRow("1. A", Share(1, 9))]
    )
    assert [row[0] for row in chart.rows] == ["9. Ö", "1. A"]


def test_a_long_question_takes_three_lines_and_then_ends_in_an_ellipsis():
    chart = answer_bars("svar", TITLE, [AnswerRow("Kemikalieförteckning " * 12, Share(1, 2))])
    lines = [t for t in words_of(chart.wide) if t.startswith("Kemikalie")]
    assert len(lines) == 3
    assert lines[-1].endswith("…")
