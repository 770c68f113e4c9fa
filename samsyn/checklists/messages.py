"""Sentences for what is wrong with a workbook, an answer or a submission: what is wrong, and what to do."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.lib.xform import Fault, Item, Problem, SubmissionRejected

PROBLEMS = {
    "not_a_workbook": gettext_lazy(
        "The file is not an Excel workbook (.xlsx), or it is damaged. Save it again."
    ),
    "too_large": gettext_lazy(
        "The workbook is too large. A form needs a few hundred kilobytes at most."
    ),
    "unpacks_too_large": gettext_lazy(
        "The workbook unpacks to far more than a form needs. It was not read."
    ),
    "has_macros": gettext_lazy("The workbook holds macros. Save it as .xlsx without macros."),
    "has_entities": gettext_lazy("The workbook holds references to other files. It was not read."),
    "no_survey_sheet": gettext_lazy("There is no sheet named survey. Found: %(found)s."),
    "too_many_rows": gettext_lazy("The sheet has more than %(most)s rows."),
    "formula_in_cell": gettext_lazy("The cell holds a formula. Write its value as text."),
    "cell_too_long": gettext_lazy(
        "The text in the cell is longer than %(most)s characters. Shorten it."
    ),
    "no_questions": gettext_lazy("The sheet survey has no questions."),
    "no_type": gettext_lazy(
        "The row has no type. Write for example text, integer or select_one ua_a_ek_ea."
    ),
    "unknown_type": gettext_lazy(
        "The type %(type)s is not known. See the list of types in the help."
    ),
    "no_name": gettext_lazy(
        "The question has no name. Write a short one without spaces in the column name."
    ),
    "bad_name": gettext_lazy(
        "The name %(name)s cannot be used. Use letters a–z, digits and _, starting with a letter."
    ),
    "duplicate_name": gettext_lazy(
        "The name %(name)s is used already in row %(first)s. Give each question its own name."
    ),
    "unknown_list": gettext_lazy("There is no list %(list)s in the sheet choices."),
    "no_label": gettext_lazy("The question %(name)s has no text. Write it in the column label."),
    "bad_choice_name": gettext_lazy("The answer's name %(name)s is missing or has spaces."),
    "duplicate_choice": gettext_lazy("The answer %(name)s stands twice in the same list."),
    "end_without_begin": gettext_lazy("The row ends a group that was never begun (%(type)s)."),
    "begin_without_end": gettext_lazy("The group that begins here is never ended (%(type)s)."),
    "bad_expression": gettext_lazy("The expression cannot be read near “%(found)s”."),
    "unknown_function": gettext_lazy("The function %(function)s() does not exist here."),
    "unknown_reference": gettext_lazy(
        "The expression refers to %(path)s, which the form does not have."
    ),
    "bad_pattern": gettext_lazy("The pattern in regex() cannot be used: it is wrong or too heavy."),
    "circle": gettext_lazy("The calculations go in a circle: %(circle)s."),
    "not_a_form": gettext_lazy("The form cannot be made: %(why)s"),
}

FAULTS = {
    "required": gettext_lazy("Answer the question “%(label)s”."),
    "constraint": gettext_lazy("The answer to “%(label)s” is not within what the question allows."),
    "type": gettext_lazy("The answer to “%(label)s” is not of the right kind: %(value)s."),
    "choice": gettext_lazy(
        "The answer to “%(label)s” is not one of those to choose from: %(value)s."
    ),
    "unknown_question": gettext_lazy(
        "The form has no question %(name)s. It may be another version of the checklist."
    ),
    "too_many_repeats": gettext_lazy("There are more than %(most)s of “%(label)s”."),
    "not_evaluated": gettext_lazy("The answer to “%(label)s” could not be checked here."),
    "not_relevant": gettext_lazy(
        "“%(label)s” was answered although it should not have been asked."
    ),
    "calculated": gettext_lazy(
        "“%(label)s” was calculated to %(given)s by the app and to %(computed)s here."
    ),
}

REFUSALS = {
    "slug_taken": gettext_lazy(
        "Another checklist has this short name already. Choose another one."
    ),
    "already_published": gettext_lazy("The version is published already. Upload a new draft."),
    "nothing_changed": gettext_lazy(
        "The draft asks exactly what the published version asks. There is nothing to publish."
    ),
    "change_note_needed": gettext_lazy("Write what is changed and why."),
    "not_published": gettext_lazy("The version is not in use. Choose a published version."),
    "reason_needed": gettext_lazy("Write why the version is taken out of use."),
    "too_many_local": gettext_lazy("The office can have at most 40 questions of its own."),
    "local_name_taken": gettext_lazy(
        "A question has the same name as one in the checklist. Give it another name in the column name."
    ),
}

REJECTIONS = {
    "too_large": gettext_lazy(
        "The submission is larger than 2 MB. Send photos as files beside it."
    ),
    "nul": gettext_lazy("The submission holds characters that no text has."),
    "not_utf8": gettext_lazy("The submission is not text in UTF-8."),
    "doctype": gettext_lazy("The submission holds a DOCTYPE, which is not allowed."),
    "not_xml": gettext_lazy("The submission is not XML that can be read."),
    "too_deep": gettext_lazy("The submission is nested deeper than %(most)s levels."),
    "too_many_elements": gettext_lazy("The submission has more than %(most)s elements."),
    "too_many_attributes": gettext_lazy(
        "An element of the submission has more than %(most)s attributes."
    ),
}


def problem_text(problem: Problem) -> str:
    """What is wrong in a workbook and what to do; sheet, row and column stand beside it."""
    return str(PROBLEMS[problem.code]) % problem.params


def fault_text(fault: Fault, item: Item | None, language: str = "sv") -> str:
    """What is wrong with an answer; the author's own message where the form has one."""
    own = None
    if item and fault.code == "constraint":
        own = item.constraint_message
    if item and fault.code == "required":
        own = item.required_message
    if own:
        return own.get(language) or own.get("sv") or next(iter(own.values()))
    label = label_of(item, language) if item else fault.name
    return str(FAULTS[fault.code]) % {"name": fault.name, "label": label, **fault.params}


def label_of(item: Item, language: str = "sv") -> str:
    """A question's text in a language, else in the first it has."""
    return (
        item.label.get(language)
        or item.label.get("sv")
        or next(iter(item.label.values()), item.name)
    )


def rejection_text(rejected: SubmissionRejected) -> str:
    """Why a submission was not looked at."""
    return str(REJECTIONS.get(rejected.code, _("The submission cannot be read."))) % rejected.params


def refusal_text(code: str) -> str:
    """Why an act on a checklist was refused, and what to do."""
    return str(REFUSALS[code])
