"""Every refusal has a sentence, in Swedish, and every sentence is used."""

import ast
from pathlib import Path

import pytest

from samsyn.organisations import actions
from samsyn.organisations.refusals import SENTENCES, Refused

PACKAGE = Path(actions.__file__).parent.parent


def raised_codes():
    """The codes that the package's own code refuses with."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        if "tests" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refused":
                argument = node.args[0]
                if isinstance(argument, ast.Constant):
                    found.add(argument.value)
    return found


def test_what_is_raised_has_its_sentence():
    assert raised_codes() <= set(SENTENCES)


def test_no_sentence_is_left_over():
    made_from_state = {"invitation_used", "invitation_withdrawn", "invitation_expired"}
    assert set(SENTENCES) - made_from_state == raised_codes() - made_from_state


@pytest.mark.parametrize("code", SENTENCES)
def test_it_says_itself_in_swedish(code):
    sentence = Refused(code).sentence
    assert sentence.endswith(".")
    assert not {"the", "That", "There", "You"} & set(sentence.split())
