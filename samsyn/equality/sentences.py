"""Plain sentences by rule: what can and what cannot be concluded. No office is named here, and nothing is ranked."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from samsyn.core.language.interface import reader_language
from samsyn.lib.funnel import Code
from samsyn.lib.mixed import Why
from samsyn.lib.swedish import format_number

Numbers = Mapping[str, Any]


def number(value: float, decimals: int = 1) -> str:
    """A number with the decimals it needs."""
    rounded = round(value, decimals)
    return format_number(rounded, decimals if rounded % 1 else 0, language=reader_language())


def conclusion_of(one: Numbers) -> tuple[str, str]:
    """What a question's comparison says: first the short sentence, then what it rests on."""
    code, n = one["code"], one["assessed"]
    if code == Code.NOTHING_ASSESSED:
        return _("Nothing has been assessed yet."), _(
            "The comparison comes when offices have reported."
        )
    if code == Code.ONE_OFFICE:
        return _("Only one office has assessed the question."), _(
            "There is nothing to compare with."
        )
    if code == Code.ALL_ALIKE:
        alike = _("All have answered alike.") if one["label"] else _("All have the same share.")
        return alike, _("No office stands out, and no limits can be drawn.")
    if code == Code.TOO_FEW:
        return _("There are too few objects to tell."), _(
            "Not even the largest difference would show among so few."
        )
    if code == Code.INSIDE:
        return _("The differences can be chance."), _(
            "All %(n)d offices lie within what chance alone would give. It does not prove that they judge alike."
        ) % {"n": n}
    return _differing(code, one["outside"], n)


def _differing(code: str, outside: int, n: int) -> tuple[str, str]:
    where = ngettext(
        "%(outside)d of %(n)d offices lies outside the 95 per cent limits.",
        "%(outside)d of %(n)d offices lie outside the 95 per cent limits.",
        outside,
    ) % {"outside": outside, "n": n}
    if code == Code.MAY_BE_CHANCE:
        why = _("That many land there by chance often enough, even if all judge alike.")
        return _("The differences can be chance."), f"{where} {why}"
    first = (
        _("The offices differ more than chance gives.")
        if code == Code.DIFFERS
        else _("The offices differ more than chance usually gives.")
    )
    why = _("It does not tell why: the objects, how they were chosen, or judgement.")
    return first, f"{where} {why}"


def together_of(content: Numbers) -> str:
    """How many false alarms to expect over all comparisons, and how many differences stand."""
    if not content["comparisons"]:
        return _("There is nothing to compare yet: no question has been assessed by two offices.")
    return _(
        "%(comparisons)d comparisons of an office with the county were made, and %(outside)d lie outside the 95 per "
        "cent limits. If all judged alike, chance alone would put about %(expected)s there. %(stands)d differences "
        "stand when that is counted in."
    ) % {
        "comparisons": content["comparisons"],
        "outside": content["outside"],
        "expected": number(content["expected"]),
        "stands": sum(len(one["stands"]) for one in content["questions"]),
    }


def wider_of(one: Numbers) -> str:
    """What is left when the spread that all offices have is counted in; nothing where chance may be all there is."""
    if not one["tau"] or one["code"] not in (Code.MORE_THAN_CHANCE, Code.DIFFERS):
        return ""
    return ngettext(
        "The offices spread more than chance gives, nearly all of them. When that common spread is counted in "
        "(additive model), %(outside)d office lies outside.",
        "The offices spread more than chance gives, nearly all of them. When that common spread is counted in "
        "(additive model), %(outside)d offices lie outside.",
        one["outside_wider"],
    ) % {"outside": one["outside_wider"]}


def spread_of(spread: Numbers | None, *, is_question: bool = True) -> list[str]:
    """The median odds ratios as sentences anyone understands, or why there are none and what it would take."""
    what = _("a deviation") if is_question else pgettext("the odds of", "it")
    if spread is None:
        return [
            _("How much lies between offices cannot be told: no object is reported one by one.")
        ]
    if "why" in spread:
        return [_("How much lies between offices cannot be told.") + " " + _refused(spread)]
    said = [
        _odds(_("Take two offices at random and the same kind of object."), spread["office"], what)
    ]
    if "officer" in spread:
        pair = _("Take two officers of the same office at random and the same kind of object.")
        return [*said, _odds(pair, spread["officer"], what)]
    return [
        *said,
        _(
            "How much lies between officers of the same office cannot be told: it takes %(needs)d offices where two "
            "officers or more have reported, and there are %(has)d."
        )
        % spread["officers_why"],
    ]


def _odds(pair: str, odds: Numbers, what: str) -> str:
    high = _("without an upper end") if odds["high"] is None else number(odds["high"])
    said = _(
        "In the middle case the odds of %(what)s are %(value)s times as large with one as with the other (95 per "
        "cent interval %(low)s to %(high)s; 1 is no difference)."
    ) % {"what": what, "value": number(odds["value"]), "low": number(odds["low"]), "high": high}
    if odds["low"] <= 1:
        said += " " + _("It may be that there is no difference.")
    return f"{pair} {said}"


def _refused(spread: Numbers) -> str:
    needs = {
        Why.TOO_FEW_GROUPS: _(
            "It takes at least %(needs)d offices that have assessed the question; there are %(has)d."
        ),
        Why.TOO_FEW_OBJECTS: _("It takes at least %(needs)d assessed objects; there are %(has)d."),
        Why.TOO_FEW_EITHER: _(
            "It takes at least %(needs)d objects with deviation and as many without; the fewer of the two are %(has)d."
        ),
    }
    return needs[Why(spread["why"])] % spread
