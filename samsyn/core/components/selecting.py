"""A drop-down list written in one go: a template for each of a thousand people took most of a page's time."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.safestring import SafeString, mark_safe

from samsyn.core.components.inputs import attributes, escaped


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
        options = "".join(_options(self.choices, chosen))
        own = attributes({"name": name, **self.attrs, **(attrs or {})})
        return mark_safe(f"<select{own}>{options}</select>")


def _options(choices: Iterable[Any], chosen: set[str]) -> Iterable[str]:
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield f'<optgroup label="{escaped(value)}">'
            yield from _options(label, chosen)
            yield "</optgroup>"
        else:
            text = "" if value is None else str(value)
            mark = " selected" if text in chosen else ""
            yield f'<option value="{escaped(text)}"{mark}>{escaped(label)}</option>'
