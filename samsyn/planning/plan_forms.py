"""Forms of the plan, its projects and its annual reports."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.organisations.interface import Collaboration, Office, Person, holders_of, offices_of
from samsyn.planning.codes import ActivityType, FeeKey, GoalResult, ItemState, LineKind
from samsyn.planning.economy import paying_offices
from samsyn.planning.models import Decision, Goal, PlanItem, PlanYear
from samsyn.planning.months import MONTHS, month_name
from samsyn.planning.queries import plan_years, usable_decisions

MOST_HOURS = 9999


def _area(
    label: Any, *, rows: int = 3, required: bool = False, help_text: Any = ""
) -> forms.CharField:
    return forms.CharField(label=label, required=required, max_length=20000, help_text=help_text,
                           widget=forms.Textarea(attrs={"rows": rows}))  # fmt: skip


def _months() -> list[tuple[int, str]]:
    return [(month, month_name(month)) for month in MONTHS]


class ActivityForm(forms.Form):
    """An activity of the plan. Each office that takes part has its hours."""

    title = forms.CharField(label=_("Activity"), max_length=160)
    activity_type = forms.ChoiceField(label=_("Type"), choices=ActivityType.choices)
    description = _area(_("Description"))
    strategy = forms.CharField(
        label=_("Link to the national strategy"), max_length=200, required=False
    )
    plan_year = forms.ModelChoiceField(
        label=_("Year"), queryset=PlanYear.objects.none(), to_field_name="year"
    )
    first_month = forms.TypedChoiceField(label=_("First month"), coerce=int, choices=_months)
    last_month = forms.TypedChoiceField(label=_("Last month"), coerce=int, choices=_months)
    owner = forms.ModelChoiceField(label=_("Owner"), queryset=Person.objects.none(), required=False)
    budget = forms.IntegerField(label=_("Budget, kronor"), min_value=0, required=False)
    goals = _area(_("Goals"), help_text=_("One on each line, so that it can be followed up."))
    decision = forms.ModelChoiceField(
        label=_("The decision behind it"), queryset=Decision.objects.none(), required=False,
        help_text=_("Needed when the year is decided."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, collaboration: Collaboration, item: PlanItem | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choices: dict[str, Any] = {
            "plan_year": plan_years(collaboration),
            "owner": holders_of(collaboration).order_by("name"),
            "decision": usable_decisions(collaboration),
        }
        for name, queryset in choices.items():
            self.fields[name].queryset = queryset  # type: ignore[attr-defined]
        if item is not None:
            del self.fields["goals"]
        stored = {share.office_id: share.hours for share in item.shares.all()} if item else {}
        self.offices = {f"hours-{office.slug}": office for office in offices_of(collaboration)}
        for name, office in self.offices.items():
            self.fields[name] = forms.IntegerField(
                label=_("Hours, %(office)s") % {"office": office.short_name}, min_value=0,
                max_value=MOST_HOURS, required=False, initial=stored.get(office.pk),
            )  # fmt: skip

    @property
    def values(self) -> dict[str, Any]:
        """What the actions want: the values, and hours by office."""
        values = dict(self.cleaned_data)
        shares: dict[Office, int] = {
            office: values.pop(name) or 0 for name, office in self.offices.items()
        }
        values["budget"] = values["budget"] or 0
        if "goals" in values:
            values["goals"] = values["goals"].splitlines()
        return {**values, "shares": shares}


class FollowUpForm(forms.Form):
    """How an activity went."""

    state = forms.ChoiceField(label=_("State"), choices=ItemState.choices)
    result = _area(
        _("Result"), help_text=_("One or two sentences. They stand in the annual report.")
    )
    spent = forms.IntegerField(label=_("Spent, kronor"), min_value=0, required=False)
    work_address = forms.CharField(
        label=_("Address of the work"), max_length=200, required=False,
        help_text=_("The page of the course, the guidance or the exercise, from the first slash."),
    )  # fmt: skip

    def __init__(self, *args: Any, item: PlanItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goals: dict[str, Goal] = {f"goal-{goal.pk}": goal for goal in item.goals.all()}
        for name, goal in self.goals.items():
            self.fields[name] = forms.ChoiceField(
                label=_("Goal: %(text)s") % {"text": goal.text},
                choices=GoalResult.choices,
                initial=goal.result,
            )
            self.fields[f"{name}-comment"] = forms.CharField(
                label=_("How it went"), max_length=400, required=False, initial=goal.comment
            )
        self.shares = {f"spent-{share.pk}": share for share in item.shares.all()}
        for name, share in self.shares.items():
            self.fields[name] = forms.IntegerField(
                label=_("Hours spent, %(office)s") % {"office": share.office.short_name}, min_value=0,
                max_value=MOST_HOURS, required=False, initial=share.spent,
            )  # fmt: skip

    def clean_work_address(self) -> str:
        """A path of this site: nothing here leads elsewhere."""
        given = str(self.cleaned_data["work_address"]).strip()
        if given and (not given.startswith("/") or given.startswith("//")):
            raise forms.ValidationError(
                _("Write the address from the first slash, such as /handlaggarstod/.")
            )
        return given

    @property
    def values(self) -> dict[str, Any]:
        """What the action wants."""
        values = self.cleaned_data
        return {
            "state": values["state"],
            "result": values["result"],
            "spent": values["spent"],
            "work_address": values["work_address"],
            "goals": {
                goal: (values[name], values[f"{name}-comment"]) for name, goal in self.goals.items()
            },
            "hours": {share.office: values[name] for name, share in self.shares.items()},
        }


class ReportForm(forms.Form):
    """The coordinator's words of an annual report."""

    summary = _area(_("Summary"), rows=8, required=True)
    looking_ahead = _area(_("Lessons and what comes next"), rows=6)


class FeeForm(forms.Form):
    """The member fee: the sum, the key that the members have agreed on, and what it counts from."""

    fee_sum = forms.IntegerField(label=_("Member fees in all, kronor"), min_value=0, required=False)
    fee_key = forms.ChoiceField(
        label=_("Key of the member fee"),
        choices=FeeKey.choices,
        help_text=_(
            "The key that the members have agreed on. Per inhabitant needs the numbers below."
        ),
    )

    def __init__(self, *args: Any, plan_year: PlanYear, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        numbers = dict(plan_year.fee_bases.values_list("office_id", "number"))
        self.bases = {f"basis-{office.slug}": office for office in paying_offices(plan_year)}
        for name, office in self.bases.items():
            self.fields[name] = forms.IntegerField(
                label=_("Inhabitants, %(office)s") % {"office": office.short_name}, min_value=1,
                required=False, initial=numbers.get(office.pk),
            )  # fmt: skip

    @property
    def values(self) -> dict[str, Any]:
        """What the action wants."""
        return {
            "fee_sum": self.cleaned_data["fee_sum"] or 0,
            "fee_key": self.cleaned_data["fee_key"],
            "bases": {office: self.cleaned_data[name] for name, office in self.bases.items()},
        }


class EconomyForm(forms.Form):
    """The lines of the budget, and one new line of income or cost."""

    def __init__(self, *args: Any, plan_year: PlanYear, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = {f"line-{line.pk}": line for line in plan_year.budget_lines.all()}
        for name, line in self.lines.items():
            self.fields[f"{name}-planned"] = _kronor(
                _("%(what)s, planned") % {"what": line.title}, line.planned
            )
            self.fields[f"{name}-actual"] = _kronor(
                _("%(what)s, outcome") % {"what": line.title}, line.actual
            )
        self.fields["new_kind"] = forms.ChoiceField(
            label=_("New line: kind"), choices=LineKind.choices, initial=LineKind.COST
        )
        self.fields["new_title"] = forms.CharField(
            label=_("New line: what"), max_length=120, required=False
        )
        self.fields["new_planned"] = _kronor(_("New line: planned, kronor"), None)

    @property
    def values(self) -> dict[str, Any]:
        """What the action wants."""
        values = self.cleaned_data
        new = (values["new_kind"], values["new_title"], values["new_planned"] or 0)
        return {
            "lines": {
                line: (values[f"{name}-planned"] or 0, values[f"{name}-actual"])
                for name, line in self.lines.items()
            },
            "new": new if values["new_title"].strip() else None,
        }


def _kronor(label: Any, initial: int | None) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, required=False, initial=initial)
