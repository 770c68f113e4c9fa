"""Submissions as clients and attackers send them, before anything looks at the answers."""

import time

import pytest

from samsyn.lib.xform import Limits, SubmissionRejected, parse_submission


def rejection(xml: bytes) -> str:
    with pytest.raises(SubmissionRejected) as caught:
        parse_submission(xml)
    return caught.value.code


def nested(levels: int) -> bytes:
    return b"<a>" * levels + b"</a>" * levels


def test_what_the_root_says_is_read_whatever_namespace_the_client_uses():
    instance = parse_submission(
        b'<?xml version="1.0"?><d:data xmlns:d="http://a" xmlns:o="http://openrosa.org/xforms" id="prov" version="7">'
        b"<d:a>x</d:a><o:meta><o:instanceID>uuid:1-2</o:instanceID></o:meta></d:data>"
    )
    assert (instance.form_id, instance.version, instance.instance_id) == ("prov", "7", "1-2")
    assert instance.root.findtext("a") == "x"


def test_an_instance_id_may_stand_on_the_root():
    assert parse_submission(b'<data instanceID="uuid:9"/>').instance_id == "9"
    assert parse_submission(b"<data/>").instance_id == ""


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        (b"<data>" + b"x" * 2 * 1024 * 1024 + b"</data>", "too_large"),
        (b"<data>\x00</data>", "nul"),
        (b"<!DOCTYPE data><data/>", "doctype"),
        (b'<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><d>&a;</d>', "doctype"),
        (b"<data>\xff\xfe</data>", "not_utf8"),
        (b"<data>\xc3</data>", "not_utf8"),
        ("<data>å</data>".encode("utf-16"), "nul"),
        ('<?xml version="1.0" encoding="latin-1"?><data>å</data>'.encode("latin-1"), "not_utf8"),
        (b"", "not_xml"),
        (b"hello", "not_xml"),
        (b"<data><a></data>", "not_xml"),
        (b"<data>&unknown;</data>", "not_xml"),
        (b"<data/><data/>", "not_xml"),
        (b"<data>" + b"<a/>" * 5000 + b"</data>", "too_many_elements"),
        (
            b"<data " + b" ".join(b'a%d="x"' % n for n in range(201)) + b"/>",
            "too_many_attributes",
        ),
        (nested(65), "too_deep"),
    ],
)  # fmt: skip
def test_what_is_not_looked_at(xml, code):
    assert rejection(xml) == code


@pytest.mark.parametrize(
    "xml",
    [
        nested(64),
        b"<data>" + b"<a/>" * 4999 + b"</data>",
        b"<data " + b" ".join(b'a%d="x"' % n for n in range(200)) + b"/>",
        b"<data>" + b"x" * (2 * 1024 * 1024 - 13) + b"</data>",
    ],
    ids=["64 levels", "5 000 elements", "200 attributes", "2 MB"],
)
def test_at_the_limit_all_is_well(xml):
    assert parse_submission(xml).root is not None


def test_two_million_levels_are_refused_at_once():
    started = time.perf_counter()
    assert rejection(b"<a>" * 600_000) in {"not_xml", "too_deep"}
    assert time.perf_counter() - started < 2


def test_comments_and_instructions_are_no_answers():
    instance = parse_submission(b"<data><!-- x --><?php y?><a>b<!-- c -->d</a></data>")
    assert len(instance.root) == 1
    assert "".join(instance.root[0].itertext()) == "bd"


def test_the_limits_can_be_others():
    with pytest.raises(SubmissionRejected) as caught:
        parse_submission(b"<a><b/></a>", Limits(elements=1))
    assert caught.value.params == {"most": 1}
