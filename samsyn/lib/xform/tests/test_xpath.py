"""Reading expressions: what is XPath and what is not, what they refer to, and in what order they settle."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from samsyn.lib.xform.expressions import evaluation_order
from samsyn.lib.xform.functions import FUNCTIONS
from samsyn.lib.xform.tests.forms import form
from samsyn.lib.xform.xpath import BadExpression, absolute, anchored, calls, parse, paths, write

EXTENSIONS = {(None, name): function for name, function in FUNCTIONS.items()}
DATA = etree.fromstring("<data><a>3</a><b>4</b><g><a>5</a></g><r><x>1</x></r><r><x>7</x></r></data>")  # fmt: skip


def value(text):
    return etree.XPath(write(parse(text), lambda _: False), extensions=EXTENSIONS)(DATA)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("10 - 4 - 3", 3),
        ("8 div 4 div 2", 1),
        ("-2 + 5", 3),
        ("- - 2", 2),
        ("-(2 + 1)", -3),
        ("7 mod 4", 3),
        ("1 < 2 and 2 < 1 or 1 = 1", True),
        ("1 = 2 != false()", False),
        ("2 >= 2", True),
        (".5 + 1.", 1.5),
        ("a + b", 7),
        ("/data/a * /data/b", 12),
        ("count(r)", 2),
        ("sum(/data/r/x)", 8),
        ("r[2]/x + 0", 7),
        ("r[x > 5]/x + 0", 7),
        ("r[position() = last()]/x + 0", 7),
        ("(r/x)[1] + 0", 1),
        ("count(//a)", 2),
        ("string(g/a)", "5"),
        ("count(g/*)", 1),
        ("count(./child::a)", 1),
        ("g/../a = 3", True),
        ("concat(\"a'b\", 'c\"d')", "a'bc\"d"),
        ("boolean(div div mod)", False),
    ],
)
def test_expressions_come_to_what_xpath_says(text, result):
    assert value(text) == result


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "1 +", "* 2", "(1", "1)", "a b", "a = = b", "f(1,)", "f(,1)", "f(1", "'x", '"x', "a[", "a[]", "a]",
        "a/", "//", "$a", "a == b", "a && b", "a; b", "!a", "1 2", "{a}", "å = 1", "a" * 10_001, "(" * 70 + "1" + ")" * 70,
    ],
)  # fmt: skip
def test_what_is_no_expression_is_said(text):
    with pytest.raises(BadExpression):
        parse(text)


@given(st.text(alphabet="ab1 .+-*/()[]=<>!'\",@:|$divmodandor", max_size=30))
def test_any_text_is_read_or_refused_and_what_is_read_lxml_can_read(text):
    try:
        tree = parse(text)
    except BadExpression:
        return
    try:
        etree.XPath(write(tree, lambda _: False))
    except etree.XPathError as error:
        # Prefixes and axes that do not exist are the only things that our reader leaves to lxml.
        assert any(sign in text for sign in ":@")  or "not a function" in str(error)  # fmt: skip


def test_what_an_expression_calls_and_refers_to():
    tree = parse("if(selected(../a, 'x'), /data/b, ./c[. > ../d]) + r[x = /data/y]/z")
    assert calls(tree) == {"if", "selected"}
    assert paths(tree, "/data/g/q") == {
        "/data/g/a", "/data/b", "/data/g/q/c", "/data/g/q/d", "/data/g/q/r/z", "/data/g/q/r/z/x", "/data/y",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("path", "start", "found"),
    [
        ("/data/a", "/data/b", "/data/a"),
        ("../a", "/data/b", "/data/a"),
        ("..", "/data/g/b", "/data/g"),
        (".", "/data/b", "/data/b"),
        ("current()/../a", "/data/b", "/data/a"),
        ("../../../../a", "/data/b", ""),
    ],
)
def test_where_a_path_leads(path, start, found):
    assert absolute(path, start) == found


def test_dates_become_days_only_where_a_number_is_wanted():
    is_date = {"/data/d"}.__contains__
    assert write(parse("/data/d > today()"), is_date) == "(samsyn-days(/data/d) > samsyn-days(today()))"  # fmt: skip
    assert write(parse("/data/d = /data/x"), is_date) == "(/data/d = /data/x)"
    assert write(parse("/data/x < '2026-01-01'"), is_date) == "(/data/x < samsyn-days('2026-01-01'))"  # fmt: skip
    assert write(parse("concat(/data/d, 'x')"), is_date) == "samsyn-concat(/data/d, 'x')"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("regex(., 'a')", "regex(., '^(?:a)$')"),
        ("regex(., 'a') and . != 'a'", "regex(., '^(?:a)$') and . != 'a'"),
        ("regex(., '^(?:a)$')", "regex(., '^(?:a)$')"),
        ("regex(., ../b)", "regex(., ../b)"),
        (". = 'regex'", ". = 'regex'"),
    ],
)
def test_patterns_are_anchored_once(text, whole):
    assert anchored(text) == whole


def test_each_question_settles_after_what_it_depends_on():
    order = evaluation_order(
        form(
            {"type": "calculate", "name": "sist", "calculation": "sum(${r}/x)"},
            {"type": "text", "name": "b", "relevant": "${a} = 1"},
            {"type": "integer", "name": "a"},
            {"type": "begin repeat", "name": "r"},
            {"type": "calculate", "name": "x", "calculation": "${a} * 2"},
            {"type": "end repeat"},
        ).items
    )
    place = {path.rsplit("/", 1)[1]: number for number, path in enumerate(order)}
    assert place["a"] < place["b"]
    assert place["a"] < place["x"] < place["sist"]
    assert place["r"] < place["x"]


def test_a_chain_of_a_thousand_calculations_is_no_depth_too_many():
    links = [
        {"type": "calculate", "name": f"c{n}", "calculation": f"${{c{n + 1}}} + 1"}
        for n in range(1000)
    ]
    order = evaluation_order(form(*links, {"type": "integer", "name": "c1000"}).items)
    assert order[0] == "/data/c1000"
    assert order[-1] == "/data/c0"
