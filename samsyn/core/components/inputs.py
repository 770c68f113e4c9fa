"""How Django's form widgets are drawn: a plain input is written at once, what is more than that by its template.

A list of five hundred people to tick asked the template engine three times for each of them.
"""

from collections.abc import Mapping
from html import escape
from typing import Any

from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

_FOLDER = "django/forms/widgets/"
# Django's templates that write one <input> and nothing else.
_PLAIN = frozenset(
    f"{_FOLDER}{name}.html"
    for name in (
        "checkbox", "date", "datetime", "email", "hidden", "input", "number", "password", "text", "time", "url",
    )
)  # fmt: skip
# One choice of several: alone an <input>, or with a label around it.
_CHOICES = frozenset({f"{_FOLDER}checkbox_option.html", f"{_FOLDER}radio_option.html"})


class FormRenderer(TemplatesSetting):
    """Django's own, with a short way for what is drawn most."""

    def render(
        self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None
    ) -> str:
        widget = context.get("widget", {})
        is_alone = template_name in _CHOICES and not widget.get("wrap_label")
        if is_alone or template_name in _PLAIN:
            return _input(widget)
        return super().render(template_name, context, request)


def escaped(value: object) -> str:
    """The text as it may stand in a page; what is ready for it stays. Django's own takes three times as long."""
    return str(value) if hasattr(value, "__html__") else escape(str(value))


def attributes(values: Mapping[str, object]) -> str:
    """A widget's attributes: what is true has no value, what is false or nothing is left out."""
    return "".join(
        f" {name}" if value is True else f' {name}="{escaped(value)}"'
        for name, value in values.items()
        if value is not False and value is not None
    )


def _input(widget: Mapping[str, Any]) -> SafeString:
    value = None if widget["value"] is None else str(widget["value"])
    own = {"type": widget["type"], "name": widget["name"], "value": value}
    return mark_safe(f"<input{attributes(own)}{attributes(widget['attrs'])}>")
