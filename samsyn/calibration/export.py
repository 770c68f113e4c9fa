"""The result as CSV: counts and raw agreement per question and round. No reasons, since they are free text."""

import csv
import io

from django.utils.translation import gettext as _

from samsyn.calibration.result import ExerciseResult

MARK = "\ufeff"  # Excel reads the file as UTF-8 with it
# A cell that begins so would be read as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def result_csv(result: ExerciseResult, *, is_example: bool) -> bytes:
    """One row per round, question and answer, for rounds that may be shown."""
    lines = io.StringIO()
    lines.write(MARK)
    writer = csv.writer(lines, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        [_("Round"), _("Question"), _("Text"), _("Clause of the guidance"), _("Given answer"), _("Number"), "n",
         _("Alike"), _("Interval from"), _("Interval to")]
    )  # fmt: skip
    for found in result.rounds:
        for one in found.questions:
            raw = one.agreement.raw if one.agreement else None
            measures = [_number(getattr(raw, name, None)) for name in ("value", "low", "high")]
            clause = one.key.clause_label if one.key else ""
            for label, number in one.rows:
                writer.writerow(
                    [found.round.number, one.question.number, _cell(one.question.label), _cell(clause),
                     _cell(label), number, one.n, *measures]
                )  # fmt: skip
    if is_example:
        writer.writerow(["exempeldata", _("Exempeldata: the answers are invented.")])
    return lines.getvalue().encode()


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}".replace(".", ",")
