"""Reading references to law as officers write them: `MB 26 kap. 19 §`, `26 kap 19 § miljöbalken`, `SFS 1998:901 6 §`."""

import re
from dataclasses import dataclass

from samsyn.lib.text import fold, law_places, normalised

_LAW_NAMES = {
    "miljöbalken": "MB",
    "miljöbalk": "MB",
    "miljötillsynsförordningen": "MTF",
    "mpf": "MPF",
    "mb": "MB",
}
_NUMBER = re.compile(r"(?:\b[A-ZÅÄÖ]{2,8}(?:-FS)?\s+)?\b(\d{4}:\d{1,4})\b")
_CHAPTER = re.compile(r"\b(\d{1,2}\s?[a-z]?)\s*kap\.?", re.IGNORECASE)
_SECTION = re.compile(r"\b(\d{1,3}\s?[a-z]?)\s*(?:och\s+\d+\s*)?§", re.IGNORECASE)
_SHORT = re.compile(r"\b(MB|MTF|MPF|FMH|FVE)\b")


@dataclass(frozen=True, slots=True)
class LawReference:
    """One reference: the law's short code or number, chapter and section; empty parts mean the whole."""

    law: str
    chapter: str
    section: str

    def touches(self, *, law: str, chapter: str, section: str) -> bool:
        """Whether a change of the given law, chapter and section concerns this reference."""
        if self.law.casefold() != law.casefold():
            return False
        if chapter and self.chapter and chapter != self.chapter:
            return False
        return not (section and self.section and section != self.section)


def read_reference(text: str) -> LawReference | None:
    """The reference in a short text, or nothing when no law can be told."""
    law = _law_of(text)
    chapter = _CHAPTER.search(text)
    section = _SECTION.search(text)
    if law is None:
        return None
    return LawReference(
        law=law,
        chapter=chapter.group(1).replace(" ", "") if chapter else "",
        section=section.group(1).replace(" ", "") if section else "",
    )


def reference_in(text: str, *, law: str, chapter: str, section: str) -> str:
    """How a running text first names what a change of this law, chapter and section concerns; nothing when it does not."""
    asked = {place.law for place in law_places(fold(normalised(law)))}
    whole = normalised(text)
    for place in law_places(fold(whole)):
        reference = LawReference("", place.chapter.strip("0"), place.section)
        if place.law in asked and reference.touches(law="", chapter=chapter, section=section):
            return whole[place.start : place.end]
    return ""


def _law_of(text: str) -> str | None:
    short = _SHORT.search(text)
    if short:
        return short.group(1)
    for name, code in _LAW_NAMES.items():
        if re.search(rf"\b{name}s?\b", text, re.IGNORECASE):
            return code
    number = _NUMBER.search(text)
    return number.group(1) if number else None
