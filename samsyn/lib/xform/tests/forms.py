"""Small forms for tests, and answers to them."""

from typing import Any

from lxml import etree

from samsyn.lib.xform import (
    FormDefinition,
    FormRefused,
    Instance,
    Outcome,
    Problem,
    Workbook,
    compile_evaluation,
    compile_form,
    validate,
)
from samsyn.lib.xform.tests.parity.table import MOMENT

SV = "label::Svenska (sv)"


def rows(*listed: dict[str, Any]) -> list[dict[str, Any]]:
    """Rows of the survey sheet as the spreadsheet numbers them, with a label where none is given."""
    return [
        {
            **({} if row.get("type", "").startswith("end") else {SV: row.get("name", "")}),
            **row,
            "_row": number,
        }
        for number, row in enumerate(listed, 2)
    ]


def form(*listed: dict[str, Any], choices: dict[str, list[str]] | None = None) -> FormDefinition:
    sheet = [
        {"list_name": name, "name": code, SV: code.upper(), "_row": number}
        for name, codes in (choices or {"val": ["a", "b"]}).items()
        for number, code in enumerate(codes, 2)
    ]
    book = Workbook(survey=rows(*listed), choices=sheet)
    return compile_form(book, form_id="prov", version="1", title="Prov")


def problems(*listed: dict[str, Any], **more: Any) -> list[Problem]:
    """What is wrong with a form."""
    try:
        form(*listed, **more)
    except FormRefused as refused:
        return refused.problems
    return []


def judge(definition: FormDefinition, xml: str) -> Outcome:
    """The outcome of answers written as XML inside the root."""
    root = etree.fromstring(f"<data>{xml}</data>")
    return validate(compile_evaluation(definition), Instance(root, "prov", "1", ""), moment=MOMENT)


def faults(definition: FormDefinition, xml: str) -> list[tuple[str, str]]:
    return [(fault.path, fault.code) for fault in judge(definition, xml).faults]
