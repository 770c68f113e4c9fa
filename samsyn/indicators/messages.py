"""Sentences for what was refused or found among key figures: what is wrong, and what to do instead."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.indicators.refusals import Refused
from samsyn.indicators.rules import Finding
from samsyn.lib.swedish import format_number

REFUSALS = {
    "key_reserved": gettext_lazy("The key %(key)s is used by the program itself. Choose another."),
    "key_taken": gettext_lazy(
        "There is a key figure with the key %(key)s already. Choose another."
    ),
    "change_note_needed": gettext_lazy("Write what has changed since the version before."),
    "round_exists": gettext_lazy("There is a round for %(year)s already."),
    "nothing_to_collect": gettext_lazy(
        "No key figure is collected that year. Publish a definition with components first."
    ),
    "round_released": gettext_lazy(
        "The round is released. Ask the county coordinator to correct a figure."
    ),
    "already_signed": gettext_lazy(
        "The report is signed off. Ask the county coordinator to send it back if something must change."
    ),
    "conflict": gettext_lazy(
        "Somebody else has changed the same number. Nothing is saved yet: compare and choose below."
    ),
    "stops": gettext_lazy(
        "Some numbers cannot be right. Nothing is lost: change them and save again."
    ),
    "not_whole": gettext_lazy("The report is not whole yet. Fill in what is listed."),
    "reason_needed": gettext_lazy("Write a reason."),
    "nothing_chosen": gettext_lazy("Choose to accept, send back or remind."),
    "nothing_to_return": gettext_lazy("The report is with the office already."),
    "not_signed": gettext_lazy("The office's manager has not signed off the report."),
    "nothing_to_remind": gettext_lazy("The office has signed off already."),
    "nobody_left_to_remind": gettext_lazy(
        "Nobody is left to remind today: they have signed off, were reminded today, or have no contact person."
    ),
    "nobody_to_remind": gettext_lazy(
        "Nobody at %(office)s can be reminded. Invite a contact person first."
    ),
    "reminded_today": gettext_lazy("%(office)s has been reminded today. Try again tomorrow."),
    "reports_wait": gettext_lazy("Accept the reports first, or wait for the office: %(offices)s."),
    "nothing_to_release": gettext_lazy("No report is accepted. There is nothing to release."),
    "already_published": gettext_lazy(
        "There is a published figure for %(office)s %(year)s already. Correct it instead."
    ),
    "corrected_meanwhile": gettext_lazy("Somebody has just corrected this figure. Open it again."),
    "value_or_reason": gettext_lazy("Write the number, or choose why it is missing."),
    "nothing_changed": gettext_lazy("The figure is the same as before. Nothing to correct."),
}

FINDINGS = {
    "too_low": gettext_lazy("The number can be no lower than %(lowest)s."),
    "too_high": gettext_lazy("The number can be no higher than %(highest)s. Check the unit."),
    "too_many_decimals": gettext_lazy("Write the number with at most %(decimals)s decimals."),
    "jump": gettext_lazy(
        "%(percent)s %% from last year's %(last_year)s. Check, and write a comment that explains it."
    ),
    "jump_from_zero": gettext_lazy("Last year it was 0. Write a comment that explains the change."),
    "outlier": gettext_lazy(
        "Far from what the office has reported before (%(low)s–%(high)s). Check, and write a comment."
    ),
    "zero_denominator": gettext_lazy(
        "Nothing can be divided by 0. If there was none, choose “Not applicable”."
    ),
    "part_over_whole": gettext_lazy("The part is larger than the whole. Check both numbers."),
    "no_value": gettext_lazy("a number, or why it is missing"),
    "comment_needed": gettext_lazy("a comment"),
}


def refusal_text(refused: Refused) -> str:
    """The sentence of a refused act."""
    return str(REFUSALS.get(refused.code, _("This cannot be done now."))) % refused.params


def finding_text(finding: Finding) -> str:
    """The sentence of a finding, with its numbers written the Swedish way."""
    params = {
        name: format_number(value.normalize() if isinstance(value, Decimal) else value)
        if name != "decimals"
        else value
        for name, value in finding.params.items()
    }
    return str(FINDINGS[finding.code]) % params


def lacking_text(lacking: list[tuple[str, str]]) -> list[str]:
    """What a report lacks, one line each: "Kontrollbesök: ett tal, eller varför det saknas"."""
    return [f"{name}: {FINDINGS[code]}" for name, code in lacking]
