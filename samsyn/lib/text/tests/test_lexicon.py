"""The lexicon: built from a hunspell dictionary, read once, and honest when it is missing."""

import subprocess
import sys
from pathlib import Path

import pytest

from samsyn.lib.text import LexiconMissing, analyser
from samsyn.lib.text.hunspell import read_affixes, read_entries
from samsyn.lib.text.known_words import Lexicon, load
from samsyn.lib.text.lexicon import build

AFFIXES = """SET UTF-8
FORBIDDENWORD %
COMPOUNDBEGIN X  # first
COMPOUNDMIDDLE U
COMPOUNDEND Y
ONLYINCOMPOUND Z
SFX D Y 2
SFX D 0 en .
SFX D a or a
SFX v Y 1
SFX v 0 s/WXZ [^s]
"""


@pytest.fixture
def dictionary(tmp_path: Path) -> Path:
    folder = tmp_path / "node_modules" / "dictionary-sv"
    folder.mkdir(parents=True)
    (folder / "index.aff").write_text(AFFIXES, encoding="utf-8")
    (folder / "index.dic").write_text(
        "5\nflaska/DY\ntillsyn/DvY\nStockholm/Y\nvilse/%\nskol/XZ\n", encoding="utf-8"
    )
    return tmp_path / "node_modules"


def entries(dictionary: Path):
    folder = dictionary / "dictionary-sv"
    return {
        e.word: e for e in read_entries(folder / "index.dic", read_affixes(folder / "index.aff"))
    }


def test_forms_follow_the_affix_rules(dictionary):
    forms = [form.text for form in entries(dictionary)["flaska"].forms]
    assert forms == ["flaska", "flaskaen", "flaskor"]


def test_a_joining_s_may_begin_a_compound_and_stands_nowhere_else(dictionary):
    joining = entries(dictionary)["tillsyn"].forms[-1]
    assert (joining.text, joining.begins, joining.only_in_compound) == ("tillsyns", True, True)


def test_the_end_of_a_compound_is_told_apart_from_its_beginning(dictionary):
    found = entries(dictionary)
    assert found["tillsyn"].ends
    assert not found["skol"].ends
    assert found["skol"].forms[0].begins


def test_forbidden_words_are_left_out(dictionary):
    assert "vilse" not in entries(dictionary)


def test_names_are_not_in_the_lexicon(dictionary, tmp_path):
    text = build(dictionary, tmp_path / "out").read_text(encoding="utf-8")
    assert "tillsyn" in text
    assert "tockholm" not in text


def test_without_a_lexicon_the_error_names_the_command_that_builds_it(tmp_path):
    with pytest.raises(
        LexiconMissing, match=r"python -m samsyn\.lib\.text\.lexicon node_modules build/lexicon"
    ):
        analyser(tmp_path)


def test_without_the_dictionary_nothing_is_written(tmp_path):
    with pytest.raises(FileNotFoundError):
        build(tmp_path / "no_modules", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_the_command_builds_into_the_folder_it_is_given(dictionary, tmp_path):
    target = tmp_path / "made" / "lexicon"
    said = subprocess.run(
        [
            sys.executable,
            "-W",
            "error",
            "-m",
            "samsyn.lib.text.lexicon",
            str(dictionary),
            str(target),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.startswith(str(target))
    assert load(target).firsts["tillsyns"] == "tillsyn"


@pytest.fixture(scope="module")
def real(lexicon_folder) -> Lexicon:
    return load(lexicon_folder)


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("anläggningars", "anläggning"),
        ("kontoret", "kontor"),
        ("miljön", "miljö"),
        ("förbjöd", "förbjuda"),
        ("medier", "medium"),
        ("kemikaliernas", "kemikalie"),
        ("avgifterna", "avgift"),
        ("tvättarnas", "tvätt"),
    ],
)
def test_forms_of_one_word_share_a_root(real, form, word):
    assert real.root(form) == real.root(word)


@pytest.mark.parametrize(("one", "other"), [("bad", "badda"), ("skola", "sko"), ("avgift", "gift")])
def test_words_that_only_look_alike_stay_apart(real, one, other):
    assert real.root(one) != real.root(other)


def test_how_a_first_part_is_written_leads_to_its_word(real):
    assert real.firsts["tillsyns"] == real.root("tillsyn")
    assert real.firsts["medie"] == real.root("medium")
    assert real.firsts["tvätts"] == real.root("tvätt")


def test_the_lexicon_is_compact(lexicon_folder):
    assert (lexicon_folder / "swedish.txt").stat().st_size < 4_000_000
