"""Question forms: XLSForm in and out, and the server's own validation of what was answered."""

from samsyn.lib.xform.compare import Change, compare_forms
from samsyn.lib.xform.compile import compile_form
from samsyn.lib.xform.definition import Choice, FormDefinition, Item
from samsyn.lib.xform.evaluate import validate
from samsyn.lib.xform.outcome import Fault, Outcome
from samsyn.lib.xform.own_columns import OWN_COLUMNS, READY_LIST, Own
from samsyn.lib.xform.problems import FormRefused, Problem, SubmissionRejected
from samsyn.lib.xform.ready import Compiled, compile_evaluation
from samsyn.lib.xform.submission import Instance, Limits, parse_submission
from samsyn.lib.xform.workbook import Workbook, check_archive, read_workbook
from samsyn.lib.xform.write import write_workbook

__all__ = [
    "OWN_COLUMNS",
    "READY_LIST",
    "Change",
    "Choice",
    "Compiled",
    "Fault",
    "FormDefinition",
    "FormRefused",
    "Instance",
    "Item",
    "Limits",
    "Outcome",
    "Own",
    "Problem",
    "SubmissionRejected",
    "Workbook",
    "check_archive",
    "compare_forms",
    "compile_evaluation",
    "compile_form",
    "parse_submission",
    "read_workbook",
    "validate",
    "write_workbook",
]
