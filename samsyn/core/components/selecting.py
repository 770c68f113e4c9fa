"""A drop-down list written in one go: a template for each of a thousand people took most of a page's time."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe


def drawn_quickly(widget: forms.Widget) -> forms.Widget:
    """The same list with the same choices; any other widget as it is."""
    if type(widget) is not forms.Select:
        return widget
    quick = QuickSelect(attrs=widget.attrs)
    quick.choices = widget.choices
    quick.is_required = widget.is_required
    return quick


class QuickSelect(forms.Select):
    """Django's list but for how its options are written."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        chosen = set(self.format_value(value))
        options = mark_safe("".join(_options(self.choices, chosen)))
        return format_html(
            '<select name="{}"{}>{}</select>', name, flatatt({**self.attrs, **(attrs or {})}), options
        )  # fmt: skip


def _options(choices: Iterable[Any], chosen: set[str]) -> Iterable[str]:
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield f'<optgroup label="{conditional_escape(value)}">'
            yield from _options(label, chosen)
            yield "</optgroup>"
        else:
            text = "" if value is None else str(value)
            mark = " selected" if text in chosen else ""
            yield f'<option value="{conditional_escape(text)}"{mark}>{conditional_escape(label)}</option>'
