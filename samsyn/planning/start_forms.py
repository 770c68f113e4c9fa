"""What is asked when an activity's work is started: what the plan does not know, filled in with a suggestion."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import today
from samsyn.guidance.interface import Area
from samsyn.planning.models import PlanItem
from samsyn.planning.work import FIELD_OF, work_to_link

SUNDAY = 6
SUGGESTED_SEATS = 30
DAYS_BEFORE = 14
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class StartForm(forms.Form):
    """The short name of the work; title, background, period and owner come from the plan."""

    slug = forms.SlugField(
        label=_("Short name in addresses"), max_length=80,
        help_text=_("Lower-case letters, digits and hyphens, such as sma-avlopp-2027."),
    )  # fmt: skip

    @staticmethod
    def suggestion(item: PlanItem) -> dict[str, Any]:
        """What stands in the form when it is opened."""
        return {"slug": f"{slugify(item.title)[:70].strip('-')}-{item.plan_year.year}"}

    @property
    def values(self) -> dict[str, Any]:
        """What the action wants."""
        return dict(self.cleaned_data)


class StartEventForm(StartForm):
    """A course, a meeting or a workshop: its day and its seats."""

    day = forms.DateField(label=_("Day"), widget=DAY)
    starts = forms.TimeField(label=_("Starts"), widget=forms.TimeInput(attrs={"type": "time"}))
    ends = forms.TimeField(label=_("Ends"), widget=forms.TimeInput(attrs={"type": "time"}))
    seats = forms.IntegerField(label=_("Seats"), min_value=1, max_value=5000)
    last_day = forms.DateField(label=_("Last day to register"), widget=DAY)

    @staticmethod
    def suggestion(item: PlanItem) -> dict[str, Any]:
        """The first weekday of its months that is still to come."""
        day = max(date(item.plan_year.year, item.first_month, 1), today() + timedelta(days=1))
        while day.weekday() >= SUNDAY - 1:
            day += timedelta(days=1)
        last = max(day - timedelta(days=DAYS_BEFORE), today())
        return StartForm.suggestion(item) | {
            "day": day, "starts": "09:00", "ends": "16:00", "seats": SUGGESTED_SEATS, "last_day": last,
        }  # fmt: skip

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("starts") and values.get("ends") and values["ends"] <= values["starts"]:
            self.add_error("ends", _("The end is before the start. Change one of them."))
        if values.get("day") and values.get("last_day") and values["last_day"] > values["day"]:
            self.add_error("last_day", _("The last day to register is after the start. Change it."))
        return values

    @property
    def values(self) -> dict[str, Any]:
        """What the action wants."""
        values = self.cleaned_data
        return {
            "slug": values["slug"],
            "starts_at": _moment(values["day"], values["starts"]),
            "ends_at": _moment(values["day"], values["ends"]),
            "seats": values["seats"],
            "last_day": values["last_day"],
        }


class StartGuidanceForm(StartForm):
    """A guidance: the area it belongs to."""

    area = forms.ChoiceField(label=_("Area"), choices=Area.choices)


class LinkForm(forms.Form):
    """Something that is there already and carries out the activity."""

    work = forms.ModelChoiceField(label=_("What carries it out"), queryset=PlanItem.objects.none())

    def __init__(self, *args: Any, item: PlanItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["work"].queryset = work_to_link(item)  # type: ignore[attr-defined]


def start_form_of(item: PlanItem) -> type[StartForm]:
    """The form for the type of an activity."""
    forms_of = {"event": StartEventForm, "document": StartGuidanceForm}
    return forms_of.get(FIELD_OF.get(item.activity_type, ""), StartForm)


def _moment(day: date, clock: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, clock))
