"""Forms of the checklist pages; the rules stand in the actions."""

from collections.abc import Sequence

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from samsyn.checklists.changes import ChangeRow
from samsyn.checklists.models import ChecklistVersion
from samsyn.checklists.rules import NEW_WORD, names_once

ASKED = "asked_"


class ChecklistForm(forms.Form):
    """A new checklist, before its first upload."""

    title = forms.CharField(label=_("Title"), max_length=160)
    slug = forms.SlugField(
        label=_("Short name in addresses"),
        max_length=80,
        help_text=_("For example kemikalier-verkstad. It stays."),
    )
    purpose = forms.CharField(
        label=_("Purpose"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    source = forms.CharField(
        label=_("Source"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Where the questions come from, with address."),
    )

    def clean_slug(self) -> str:
        """The word of the page that makes checklists cannot be a checklist's."""
        slug = str(self.cleaned_data["slug"])
        if slug == NEW_WORD:
            raise forms.ValidationError(_("This short name cannot be used. Choose another one."))
        return slug


class WorkbookForm(forms.Form):
    """An uploaded workbook."""

    workbook = forms.FileField(
        label=_("Workbook (.xlsx)"),
        help_text=_("An XLSForm: an Excel workbook with the sheets survey, choices and settings."),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        error_messages={
            "required": _("Choose a workbook."),
            "empty": _("The file is empty. Choose another one."),
        },
    )


class PublishForm(forms.Form):
    """What changed and why, and who asked for each changed item.

    `draft` is the draft that the person has looked at; another one may have been uploaded since.
    """

    draft = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        data: QueryDict | None,
        *,
        draft: ChecklistVersion,
        is_first: bool,
        rows: Sequence[ChangeRow],
    ) -> None:
        super().__init__(data, initial={"draft": draft.pk})
        self._draft = draft
        if is_first:
            return
        self.fields["change_note"] = forms.CharField(
            label=_("What changed and why"),
            max_length=4000,
            widget=forms.Textarea(attrs={"rows": 3}),
        )
        labels = {row.name: row.label for row in rows}
        for name in names_once(row.name for row in rows):
            self.fields[f"{ASKED}{name}"] = forms.CharField(
                label=_("Who asked for the change of “%(label)s”?") % {"label": labels[name]},
                max_length=200,
                required=False,
            )

    def clean_draft(self) -> int:
        """The draft that was read is the one that will be published."""
        if self.cleaned_data["draft"] != self._draft.pk:
            raise forms.ValidationError(
                _("A new draft was uploaded after you opened this page. Go back and read it first.")
            )
        return self._draft.pk

    @property
    def asked_by(self) -> dict[str, str]:
        """Who asked, by item; items that nobody was written for are left out."""
        return {
            name.removeprefix(ASKED): value
            for name, value in self.cleaned_data.items()
            if name.startswith(ASKED) and value
        }


class WithdrawForm(forms.Form):
    """Why a version is taken out of use."""

    reason = forms.CharField(
        label=_("Why is it taken out of use?"),
        max_length=500,
        error_messages={"required": _("Write why the version is taken out of use.")},
    )
