"""From the sheets of a workbook to a form, by pyxform and checks of our own.

pyxform is the reference for XLSForm; without Java it lets through bad XPath and circular calculations, so expressions are
read here. Every problem names its sheet, row and column.
"""

import hashlib
import json
import re
from typing import Any

from lxml import etree

from samsyn.lib.xform.definition import Choice, FormDefinition, Item
from samsyn.lib.xform.expressions import check_expressions
from samsyn.lib.xform.own_columns import (
    OWN_COLUMNS,
    READY_LIST,
    Own,
    expand_rows,
    is_yes,
    ready_choices,
)
from samsyn.lib.xform.problems import FormRefused, Problem
from samsyn.lib.xform.workbook import Workbook
from samsyn.lib.xform.xpath import anchored

__all__ = ["compile_form"]

TYPES = {
    "text": "text", "string": "text", "integer": "integer", "int": "integer", "decimal": "decimal", "date": "date",
    "time": "time", "datetime": "dateTime", "select_one": "select_one", "select_multiple": "select_multiple",
    "image": "image", "photo": "image", "geopoint": "geopoint", "location": "geopoint", "note": "note",
    "calculate": "calculate", "hidden": "hidden", "yes_no": "select_one",
}  # fmt: skip
METADATA = {"start", "end", "today", "deviceid", "username", "email", "phonenumber", "audit"}
_OPENS = {
    "begin group": "group",
    "begin_group": "group",
    "begin repeat": "repeat",
    "begin_repeat": "repeat",
}
_CLOSES = {
    "end group": "group",
    "end_group": "group",
    "end repeat": "repeat",
    "end_repeat": "repeat",
}
_NAME = re.compile(r"^[A-Za-z_][A-Za-z0-9_.-]*$")
YES_NO = "ja_nej"
_YES_NO_ROWS = [
    {"list_name": YES_NO, "name": "ja", "label::Svenska (sv)": "Ja", "label::English (en)": "Yes"},
    {"list_name": YES_NO, "name": "nej", "label::Svenska (sv)": "Nej", "label::English (en)": "No"},
]
_NS = {"h": "http://www.w3.org/1999/xhtml", "x": "http://www.w3.org/2002/xforms"}


def compile_form(workbook: Workbook, *, form_id: str, version: str, title: str) -> FormDefinition:
    """The form of a workbook; raises FormRefused with everything that is wrong at once, as far as it can be told."""
    survey = expand_rows([_plain_type(row) for row in workbook.survey])
    choices = _with_ready_lists(survey, workbook.choices)
    problems = _check_rows(survey, choices)
    if problems:
        raise FormRefused(problems)
    xform = _convert(
        survey, choices, workbook.settings, form_id=form_id, version=version, title=title
    )
    items = _items(survey, xform)
    problems = check_expressions(items)
    if problems:
        raise FormRefused(problems)
    xform = _whole_patterns(xform)
    listed = _choice_lists(choices)
    digest = hashlib.sha256(
        xform.encode() + json.dumps([str(item.own) for item in items]).encode()
    ).hexdigest()
    return FormDefinition(
        form_id, version, title, _languages(survey), xform, tuple(items), listed, digest
    )


def _plain_type(row: dict[str, Any]) -> dict[str, Any]:
    """`yes_no` is our shorthand for a single choice of yes and no."""
    words = str(row.get("type", "")).split()
    if words[:1] == ["yes_no"]:
        return {**row, "type": f"select_one {YES_NO}"}
    return {**row, "type": " ".join(words)}


def _with_ready_lists(
    survey: list[dict[str, Any]], choices: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    there = {_list_name(row) for row in choices}
    used = {
        row["type"].split()[1]
        for row in survey
        if row["type"].startswith("select_") and " " in row["type"]
    }
    extra: list[dict[str, Any]] = []
    if READY_LIST in used - there:
        extra += ready_choices()
    if YES_NO in used - there:
        extra += [dict(row) for row in _YES_NO_ROWS]
    return [*choices, *extra]


def _list_name(row: dict[str, Any]) -> str:
    return str(row.get("list_name") or row.get("list name") or "")


def _check_rows(survey: list[dict[str, Any]], choices: list[dict[str, Any]]) -> list[Problem]:
    problems: list[Problem] = []
    lists = {_list_name(row) for row in choices}
    seen: dict[str, int] = {}
    open_groups: list[tuple[str, int]] = []
    for row in survey:
        kind, number = row["type"], row.get("_row", 0)
        if kind in _CLOSES:
            if not open_groups or open_groups[-1][0] != _CLOSES[kind]:
                problems.append(
                    Problem("end_without_begin", "survey", number, "type", {"type": kind})
                )
            else:
                open_groups.pop()
            continue
        if kind in _OPENS:
            open_groups.append((_OPENS[kind], number))
        problems += _check_row(row, kind, lists, seen)
    problems += [
        Problem("begin_without_end", "survey", number, "type", {"type": kind})
        for kind, number in open_groups
    ]
    if not survey:
        problems.append(Problem("no_questions", "survey"))
    return problems + _check_choices(choices)


def _check_row(
    row: dict[str, Any], kind: str, lists: set[str], seen: dict[str, int]
) -> list[Problem]:
    number = row.get("_row", 0)
    word = kind.split(maxsplit=1)[0].lower() if kind else ""
    if not kind:
        return [Problem("no_type", "survey", number, "type")]
    if kind not in _OPENS and word not in TYPES and word not in METADATA:
        return [Problem("unknown_type", "survey", number, "type", {"type": kind})]
    name = str(row.get("name", ""))
    if not _NAME.match(name):
        return [
            Problem("bad_name" if name else "no_name", "survey", number, "name", {"name": name})
        ]
    problems = []
    if name.lower() in seen:
        problems.append(
            Problem(
                "duplicate_name",
                "survey",
                number,
                "name",
                {"name": name, "first": seen[name.lower()]},
            )
        )
    seen.setdefault(name.lower(), number)
    if word in {"select_one", "select_multiple"} and (kind.split()[1:2] or [""])[0] not in lists:
        wanted = (kind.split()[1:2] or [""])[0]
        problems.append(Problem("unknown_list", "survey", number, "type", {"list": wanted}))
    if (
        word not in METADATA | {"calculate", "hidden"}
        and kind not in _OPENS
        and not _label(row, "label")
    ):
        problems.append(Problem("no_label", "survey", number, "label", {"name": name}))
    return problems


def _check_choices(choices: list[dict[str, Any]]) -> list[Problem]:
    problems: list[Problem] = []
    seen: set[tuple[str, str]] = set()
    for row in choices:
        name, number = str(row.get("name", "")), row.get("_row", 0)
        if not name or any(character.isspace() for character in name):
            problems.append(Problem("bad_choice_name", "choices", number, "name", {"name": name}))
        elif (_list_name(row), name) in seen:
            problems.append(Problem("duplicate_choice", "choices", number, "name", {"name": name}))
        seen.add((_list_name(row), name))
    return problems


def _convert(
    survey: list[dict[str, Any]],
    choices: list[dict[str, Any]],
    settings: dict[str, str],
    **fixed: str,
) -> str:
    rows = [
        {k: v for k, v in row.items() if k not in OWN_COLUMNS and k != "_row" and v != ""}
        for row in survey
    ]
    listed = [{k: v for k, v in row.items() if k != "_row"} for row in choices]
    kept = {
        key: value
        for key, value in settings.items()
        if key in {"default_language", "instance_name"}
    }
    header = {
        **kept,
        "form_id": fixed["form_id"],
        "version": fixed["version"],
        "form_title": fixed["title"],
    }
    header.setdefault(
        "default_language",
        "Svenska (sv)" if any("Svenska (sv)" in k for r in rows for k in r) else "",
    )
    header = {key: value for key, value in header.items() if value}
    # 20 MB that only the upload of a workbook needs.
    from pyxform.errors import PyXFormError  # noqa: PLC0415
    from pyxform.xls2xform import convert  # noqa: PLC0415

    try:
        sheets = {"survey": rows, "choices": _even(listed), "settings": [header]}
        return str(convert(sheets, pretty_print=False).xform)
    except PyXFormError as error:
        raise FormRefused([_from_pyxform(str(error), survey)]) from error
    except (KeyError, ValueError, TypeError, AttributeError, IndexError) as error:
        raise FormRefused([Problem("not_a_form", params={"why": str(error)[:200]})]) from error


def _even(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with the same columns in the same order: pyxform reads the columns off the first row."""
    columns = dict.fromkeys(key for row in rows for key in row)
    return [{column: row.get(column, "") for column in columns} for row in rows]


def _from_pyxform(message: str, survey: list[dict[str, Any]]) -> Problem:
    """pyxform counts rows from its own list, which has no header; the spreadsheet's row is looked up."""
    match = re.search(r"\[row ?: ?(\d+)\]", message)
    place = int(match[1]) - 2 if match else -1
    number = survey[place].get("_row", 0) if 0 <= place < len(survey) else 0
    clean = re.sub(r"\s+", " ", re.sub(r"\[row ?: ?\d+\]\s*", "", message)).strip()
    return Problem("not_a_form", "survey", number, params={"why": clean[:300]})


def _items(survey: list[dict[str, Any]], xform: str) -> list[Item]:
    root = etree.fromstring(xform.encode())
    binds = {bind.get("nodeset"): bind for bind in root.iterfind(".//x:model/x:bind", _NS)}
    top = root.find(".//x:model/x:instance/*", _NS)
    if top is None:  # pragma: no cover - pyxform always writes a primary instance
        raise FormRefused([Problem("not_a_form")])
    trail = [f"/{etree.QName(top).localname}"]
    repeats = [""]
    items: list[Item] = []
    for row in survey:
        kind = row["type"]
        if kind in _CLOSES:
            trail.pop()
            repeats.pop()
            continue
        path = f"{trail[-1]}/{row['name']}"
        items.append(_item(row, kind, path, trail[-1], repeats[-1], binds.get(path)))
        if kind in _OPENS:
            trail.append(path)
            repeats.append(path if _OPENS[kind] == "repeat" else repeats[-1])
    return items


def _whole_patterns(xform: str) -> str:
    """The XForm with its patterns anchored, so that every client tries the whole text."""
    if "regex" not in xform:
        return xform
    root = etree.fromstring(xform.encode())
    for bind in root.iterfind(".//x:model/x:bind", _NS):
        for name in ("relevant", "constraint", "required", "calculate"):
            if "regex" in bind.get(name, ""):
                bind.set(name, anchored(bind.get(name, "")))
    return '<?xml version="1.0"?>' + etree.tostring(root, encoding="unicode")


def _item(row: dict[str, Any], kind: str, path: str, parent: str, repeat: str, bind: Any) -> Item:
    words = kind.split()
    calculated = row.get("calculation", "")
    found: dict[str, str] = dict(bind.attrib) if bind is not None else {}
    return Item(
        name=row["name"],
        path=path,
        type=_OPENS.get(kind) or TYPES.get(words[0].lower(), "metadata"),
        label=_label(row, "label"),
        hint=_label(row, "hint"),
        own=Own.of(row),
        parent=parent,
        repeat=repeat,
        choices=words[1] if words[0].startswith("select_") else "",
        relevant=found.get("relevant", "").strip(),
        constraint=found.get("constraint", "").strip(),
        constraint_message=_label(row, "constraint_message") or None,
        required=found.get("required", "").strip(),
        required_message=_label(row, "required_message") or None,
        calculate=found.get("calculate", "").strip() if calculated else "",
        default=str(row.get("default", "")),
        readonly=is_yes(row.get("readonly") or row.get("read_only")),
        appearance=str(row.get("appearance", "")),
        row=row.get("_row", 0),
    )


def _label(row: dict[str, Any], column: str) -> dict[str, str]:
    """The texts of a translated column by language code; a plain column is Swedish."""
    texts: dict[str, str] = {}
    for key, value in row.items():
        name, _, language = str(key).partition("::")
        if name.strip() != column or not value:
            continue
        match = re.search(r"\((\w+)\)", language)
        texts[(match[1] if match else language.strip() or "sv").lower()] = str(value)
    return texts


def _languages(survey: list[dict[str, Any]]) -> tuple[str, ...]:
    found = {language for row in survey for language in _label(row, "label")}
    return tuple(sorted(found, key=lambda language: (language != "sv", language))) or ("sv",)


def _choice_lists(choices: list[dict[str, Any]]) -> dict[str, tuple[Choice, ...]]:
    lists: dict[str, list[Choice]] = {}
    for row in choices:
        lists.setdefault(_list_name(row), []).append(Choice(str(row["name"]), _label(row, "label")))
    return {name: tuple(listed) for name, listed in lists.items()}
