"""The form in which a person says which column of her file is which question."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.campaigns.imports.fields import SAME, Field, must_have


class UploadForm(forms.Form):
    """An office's own file."""

    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "Excel (.xlsx) or CSV, one row for each object and headings in the first row. At most 5,000 rows."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
    )


class MappingForm(forms.Form):
    """One choice for each question: a column of the file, or the same answer for all rows."""

    def __init__(self, *args: Any, fields: list[Field], headings: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        columns = [(heading, heading) for heading in headings]
        for field in fields:
            choices: list[Any] = [("", _("Not in the file")), (_("Columns of the file"), columns)]
            if field.item.type in {"select_one", "select_multiple"}:
                same = [
                    (f"{SAME}{choice.name}", choice.label.get("sv", choice.name))
                    for choice in field.choices
                ]
                choices.append((_("The same for all rows"), same))
            self.fields[field.name] = forms.ChoiceField(
                label=field.label, choices=choices, required=must_have(field)
            )
