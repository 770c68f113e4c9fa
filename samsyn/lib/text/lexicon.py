"""The Swedish words that search knows: which forms belong together, and how compounds are put together.

Built once from the hunspell dictionary of the npm package `dictionary-sv` (LGPL 3, never copied into the repository):

    python -m samsyn.lib.text.lexicon NODE_MODULES TARGET

TARGET is a folder; both have defaults, seen from the folder where the command runs: `node_modules`, `build/lexicon`.
"""

import argparse
import sys
from collections import defaultdict
from pathlib import Path

from samsyn.lib.text.hunspell import Entry, read_affixes, read_entries
from samsyn.lib.text.known_words import FILE, SHORTEST_FIRST, SHORTEST_LAST, root_of, stem

# Dictionary words up to this length are taken as simple: "bassäng" is not "bas" and "säng".
LONGEST_SIMPLE = 7
# With three parts or more chance strikes oftener, so the first ones must be longer.
SHORTEST_OF_MANY = 4
FIELD_WORDS = Path(__file__).with_name("field_words.txt")


def build(node_modules: Path, target: Path) -> Path:
    """Write the lexicon file and return its path. FileNotFoundError when the dictionary is not there."""
    source = node_modules / "dictionary-sv"
    affixes = read_affixes(source / "index.aff")
    # Names are written with a capital; search treats them as they are.
    entries = [e for e in read_entries(source / "index.dic", affixes) if _is_plain(e.word)]
    every_root = _roots(entries)
    firsts = _firsts(entries, every_root)
    _add_field_words(firsts, every_root)
    simple = _simple(entries, firsts)
    roots = _roots(simple)
    _add_field_words(firsts, roots)
    ends = {root_of(f.text, roots) for e in simple if e.ends for f in e.forms if f.text.isalpha()}
    others = {root_of(e.word, roots) for e in simple if not e.forms[0].only_in_compound} - ends
    lines = [f"> {form} {root}" for form, root in sorted(firsts.items())]
    lines += [f"+ {root}" for root in sorted(ends)]
    lines += [f"= {root}" for root in sorted(others)]
    lines += [f"~ {form} {root}" for form, root in sorted(roots.items())]
    target.mkdir(parents=True, exist_ok=True)
    path = target / FILE
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _is_plain(word: str) -> bool:
    return word == word.lower() and word.replace("-", "").isalpha()


def _simple(entries: list[Entry], firsts: dict[str, str]) -> list[Entry]:
    """The words that cannot be understood from first parts and an end that stand here too."""
    ends = {e.word for e in entries if e.ends and not e.forms[0].only_in_compound}
    return [
        entry
        for entry in entries
        if len(entry.word) <= LONGEST_SIMPLE or not _is_compound(entry.word, firsts, ends)
    ]


def _is_compound(word: str, firsts: dict[str, str], ends: set[str]) -> bool:
    """Whether the word is a first part and an end, or several first parts, all long, and an end."""
    for cut in range(SHORTEST_FIRST, len(word) - SHORTEST_LAST + 1):
        if word[:cut] not in firsts:
            continue
        # Of three like letters only two are written: "buss" and "station".
        rests = [word[cut:], word[cut - 1 :]] if word[cut - 1] == word[cut - 2] else [word[cut:]]
        if any(rest in ends for rest in rests):
            return True
        may_go_on = cut >= SHORTEST_OF_MANY and len(word) - cut > LONGEST_SIMPLE
        if may_go_on and any(_is_compound(rest, firsts, ends) for rest in rests):
            return True
    return False


def _roots(entries: list[Entry]) -> dict[str, str]:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for entry in entries:
        if entry.forms[0].only_in_compound:
            continue
        own = stem(entry.word)
        for form in entry.forms:
            owners[stem(form.text)].add(own)
    # A stem that several words share belongs to none of them: to choose would join what is not alike.
    return {
        form: next(iter(own)) for form, own in owners.items() if len(own) == 1 and form not in own
    }


def _firsts(entries: list[Entry], roots: dict[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in entries:
        for form in entry.forms:
            text = form.text
            if form.begins and len(text) >= SHORTEST_FIRST and text.isalpha():
                # The word itself decides before another word's ending: "skol" of "skola" and of "skol".
                found.setdefault(text, root_of(entry.word, roots))
    return found


def _add_field_words(firsts: dict[str, str], roots: dict[str, str]) -> None:
    rows = [line.split() for line in FIELD_WORDS.read_text(encoding="utf-8").splitlines()]
    known = [row for row in rows if row and row[0] in {"first", "form"}]
    for kind, form, word in sorted(
        known, reverse=True
    ):  # forms before firsts, whose roots they decide
        if kind == "first":
            firsts[form] = root_of(word, roots)
        elif stem(form) != stem(word):
            roots[stem(form)] = stem(word)
    for form, root in firsts.items():
        firsts[form] = roots.get(root, root)


def main(arguments: list[str]) -> None:
    """The build command."""
    parser = argparse.ArgumentParser(description="Build the Swedish lexicon of search.")
    parser.add_argument("node_modules", nargs="?", type=Path, default=Path("node_modules"))
    parser.add_argument("target", nargs="?", type=Path, default=Path("build/lexicon"))
    chosen = parser.parse_args(arguments)
    path = build(chosen.node_modules, chosen.target)
    sys.stdout.write(f"{path}: {path.stat().st_size // 1024} kB\n")


if __name__ == "__main__":
    main(sys.argv[1:])
