"""A condition of an XLSForm in words, for those who read a checklist on paper or on a page."""

import re

from django.utils.translation import gettext as _

from samsyn.lib.xform import FormDefinition, Item

_PATH = re.compile(r"(?:/[A-Za-z_][\w.-]*)+")
_IS = re.compile(r"(?P<path>(?:/[A-Za-z_][\w.-]*)+)\s*(?P<sign>!?=)\s*(?P<code>'[^']*'|\"[^\"]*\")")
_CHOSEN = re.compile(
    r"selected\(\s*(?P<path>(?:/[A-Za-z_][\w.-]*)+)\s*,\s*(?P<code>'[^']*'|\"[^\"]*\")\s*\)"
)
_OPERATORS = (
    (re.compile(r"\s+and\s+"), " och ", " and "),
    (re.compile(r"\s+or\s+"), " eller ", " or "),
)  # fmt: skip


def condition_words(form: FormDefinition, item: Item, language: str) -> str:
    """When the item is asked, as a sentence; empty when it always is. What has no words of its own stays as written."""
    if not item.relevant:
        return ""
    text = item.relevant.strip()
    text = _CHOSEN.sub(lambda found: _is(form, found["path"], "=", found["code"], language), text)
    text = _IS.sub(
        lambda found: _is(form, found["path"], found["sign"], found["code"], language), text
    )
    text = _PATH.sub(lambda found: f"“{_label(form, found[0], language)}”", text)
    for pattern, swedish, english in _OPERATORS:
        text = pattern.sub(english if language == "en" else swedish, text)
    return _("Asked if %(condition)s.") % {"condition": " ".join(text.split())}


def _is(form: FormDefinition, path: str, sign: str, code: str, language: str) -> str:
    item = form.by_path.get(path)
    name = code[1:-1]
    answer = name
    if item is not None and item.choices:
        answers = {one.name: one.label for one in form.choices.get(item.choices, ())}
        label = answers.get(name, {})
        answer = label.get(language) or label.get("sv") or name
    words = {"question": _label(form, path, language), "answer": answer}
    if sign == "=":
        return _("the answer to “%(question)s” is %(answer)s") % words
    return _("the answer to “%(question)s” is not %(answer)s") % words


def _label(form: FormDefinition, path: str, language: str) -> str:
    item = form.by_path.get(path)
    if item is None:
        return path.rsplit("/", 1)[-1]
    label = item.label.get(language) or item.label.get("sv") or item.name
    return f"{item.own.number} {label}".strip()
