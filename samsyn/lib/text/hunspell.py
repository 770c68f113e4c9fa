"""Reads the part of a hunspell dictionary that search needs: the forms of each word and how they join in compounds.

The format is described in the manual page hunspell(5). Prefixes and compound rules for numerals are left out: they give
no forms that Swedish search lacks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

# Flags and options of the affix file that say what a flag letter means.
_MEANINGS = ("COMPOUNDBEGIN", "COMPOUNDMIDDLE", "COMPOUNDEND", "ONLYINCOMPOUND", "FORBIDDENWORD")
_SUFFIX_FIELDS = 5


@dataclass(frozen=True, slots=True)
class Suffix:
    """One ending: what is cut off, what is put on, which words it fits, and the flags of what comes out."""

    strip: str
    add: str
    fits: re.Pattern[str]
    flags: frozenset[str]

    def on(self, word: str) -> str | None:
        """The word with this ending, or nothing when the ending does not fit."""
        if not word.endswith(self.strip) or not self.fits.search(word):
            return None
        return word[: len(word) - len(self.strip)] + self.add


@dataclass(slots=True)
class Affixes:
    """The affix file: endings by flag, and the flag letter of each meaning."""

    suffixes: dict[str, list[Suffix]] = field(default_factory=dict)
    letters: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Form:
    """A word as written somewhere, with what it may do in a compound."""

    text: str
    begins: bool
    only_in_compound: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of the dictionary with all its forms, itself first; `ends` when it may end a compound."""

    word: str
    forms: tuple[Form, ...]
    ends: bool


def read_affixes(path: Path) -> Affixes:
    """The affix file (UTF-8, one letter a flag)."""
    found = Affixes()
    for line in path.read_text(encoding="utf-8").splitlines():
        words = line.split("#")[0].split()
        if len(words) == 2 and words[0] in _MEANINGS:
            found.letters[words[0]] = words[1]
        elif len(words) >= _SUFFIX_FIELDS and words[0] == "SFX":
            strip, (add, _, flags) = words[2], words[3].partition("/")
            suffix = Suffix(
                strip="" if strip == "0" else strip,
                add="" if add == "0" else add,
                fits=re.compile(f"(?:{words[4]})$"),
                flags=frozenset(flags),
            )
            found.suffixes.setdefault(words[1], []).append(suffix)
    return found


def read_entries(path: Path, affixes: Affixes) -> Iterator[Entry]:
    """All words of the dictionary file in its order; forbidden words are left out."""
    letters = affixes.letters
    begin = {letters["COMPOUNDBEGIN"], letters["COMPOUNDMIDDLE"]}
    lines = path.read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:  # the first line is their number
        word, _, written = line.split("\t")[0].strip().partition("/")
        flags = frozenset(written)
        if not word or letters["FORBIDDENWORD"] in flags:
            continue
        only = letters["ONLYINCOMPOUND"]
        forms = [Form(word, begins=bool(flags & begin), only_in_compound=only in flags)]
        for flag in written:
            for suffix in affixes.suffixes.get(flag, ()):
                text = suffix.on(word)
                if text:
                    forms.append(
                        Form(
                            text, bool(suffix.flags & begin), only_in_compound=only in suffix.flags
                        )
                    )
        yield Entry(word, tuple(forms), ends=letters["COMPOUNDEND"] in flags)
