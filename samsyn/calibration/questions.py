"""The questions of an exercise: the single-choice ones of a checklist version, as they are read on a page."""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import get_language

from samsyn.calibration.refusals import Refused
from samsyn.checklists.interface import ChecklistVersion, definition_of
from samsyn.lib.xform import Item

DEVIATION_CODES = ("a", "ua", "ek", "ea")


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its possible answers (code and label) in the order of the checklist."""

    name: str
    number: str
    label: str
    hint: str
    law: str
    answers: tuple[tuple[str, str], ...]

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(code for code, _label in self.answers)

    @property
    def is_judged(self) -> bool:
        """Whether its answers are those of inspection: deviation, none, not checked, not applicable."""
        return set(self.codes) == set(DEVIATION_CODES)

    def label_of(self, code: str) -> str:
        """The words of an answer; its code where the checklist has none."""
        return dict(self.answers).get(code, code)


def questions_of(version: ChecklistVersion) -> list[Question]:
    """The questions that an exercise with this version asks."""
    return list(_read(version.pk, version.content_hash, get_language() or "sv"))


@lru_cache(maxsize=64)
def _read(version_id: int, content_hash: str, language: str) -> tuple[Question, ...]:
    # A published version never changes, so what was read of it stays true.
    form = definition_of(ChecklistVersion.objects.get(pk=version_id))
    return tuple(
        Question(
            name=item.name,
            number=item.own.number or str(place),
            label=_text(item.label, language),
            hint=_text(item.hint, language),
            law=", ".join(item.own.law),
            answers=tuple(
                (one.name, _text(one.label, language) or one.name)
                for one in form.choices.get(item.choices, ())
            ),
        )
        for place, item in enumerate(_asked(form.coded_questions()), start=1)
    )


def _asked(items: list[Item]) -> list[Item]:
    return [item for item in items if item.label]


def check_version(version: ChecklistVersion) -> None:
    """Raises Refused unless everyone can answer every question of it."""
    form = definition_of(version)
    asked = _asked(form.coded_questions())
    if not asked:
        raise Refused("no_questions", field="version")
    depending = [item.own.number or item.name for item in asked if _depends(item, form.by_path)]
    if depending:
        raise Refused("questions_depend", {"names": ", ".join(depending)}, field="version")


def _depends(item: Item, by_path: dict[str, Item]) -> bool:
    while True:
        if item.relevant:
            return True
        parent = by_path.get(item.path.rpartition("/")[0])
        if parent is None:
            return False
        item = parent


def _text(texts: dict[str, str], language: str) -> str:
    return texts.get(language) or texts.get("sv") or next(iter(texts.values()), "")
