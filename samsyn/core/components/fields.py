"""What a form's fields look like: which part draws which widget, and the list of errors above the form."""

from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

from samsyn.core.components.selecting import drawn_quickly

# A list of more choices than this scrolls in its own box.
MANY_CHOICES = 12


@dataclass(frozen=True, slots=True)
class FieldError:
    """One error of the summary, with a link to the field it is about; none for an error of the whole form."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class DrawnField:
    """A field as its template wants it: `kind` is line, choices, tick or file."""

    bound: BoundField
    kind: str
    counter: int | None = None
    scrolls: bool = False

    @property
    def tag(self) -> SafeString:
        """The widget with the classes of our look; labels, help and errors are drawn around it."""
        attrs: dict[str, str | bool] = {}
        if self.bound.use_fieldset and self.describedby:
            attrs["aria-describedby"] = self.describedby
        return self.bound.as_widget(drawn_quickly(self.bound.field.widget), attrs=attrs)

    @property
    def help_id(self) -> str:
        return f"{self.bound.auto_id}_helptext"

    @property
    def error_id(self) -> str:
        return f"{self.bound.auto_id}_error"

    @property
    def describedby(self) -> str:
        """What a group of choices is described by; a single widget carries this itself."""
        return str(self.bound.aria_describedby or "")

    @property
    def is_optional(self) -> bool:
        return not self.bound.field.required and self.kind != "tick"


def draw_field(bound: BoundField) -> DrawnField:
    """The field prepared for `core/components/field.html`."""
    widget = bound.field.widget
    widget.attrs.setdefault("class", "ds-input")
    # The label says what goes in; a placeholder goes away as soon as something is typed.
    widget.attrs.pop("placeholder", None)
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        choices: Sequence[object] = list(getattr(widget, "choices", ()))
        return DrawnField(bound, "choices", scrolls=len(choices) > MANY_CHOICES)
    if isinstance(widget, forms.CheckboxInput):
        return DrawnField(bound, "tick")
    if isinstance(widget, forms.FileInput):
        return DrawnField(bound, "file")
    if isinstance(widget, forms.NumberInput):
        _let_anything_be_typed(widget)
    if isinstance(widget, forms.Textarea):
        # The counter says how much is too much; the field takes it all, so that nothing typed is cut.
        limit = widget.attrs.pop("maxlength", None)
        return DrawnField(bound, "line", counter=int(limit) if limit else None)
    return DrawnField(bound, "line")


def _let_anything_be_typed(widget: forms.NumberInput) -> None:
    """A browser empties a number field of "tolv"; a text field keeps it, so that the error can be understood."""
    widget.input_type = "text"
    whole = str(widget.attrs.get("step", "1")).isdigit()
    for name in ("min", "max", "step"):
        widget.attrs.pop(name, None)
    widget.attrs["inputmode"] = "numeric" if whole else "decimal"
    widget.attrs["class"] = "ds-input short"


def form_errors(form: forms.BaseForm) -> list[FieldError]:
    """Every error of a form in the order of its fields, those of the whole form first."""
    found = [FieldError(str(text)) for text in form.non_field_errors()]
    for bound in form:
        label = f"{bound.label}: " if bound.is_hidden else ""
        href = "" if bound.is_hidden else f"#{_target(bound)}"
        found += [FieldError(f"{label}{text}", href) for text in bound.errors]
    return found


def _target(bound: BoundField) -> str:
    """The element that the link goes to: the first choice of a list, else the field itself."""
    if isinstance(bound.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return f"{bound.auto_id}_0"
    return bound.id_for_label or bound.auto_id
