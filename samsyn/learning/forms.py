"""What is asked on the pages of events."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samsyn.learning.codes import Change, EventKind, Phase
from samsyn.learning.models import Event
from samsyn.network.interface import Area, Network, active_networks
from samsyn.organisations.interface import Collaboration, Person

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def _moment() -> forms.DateTimeInput:
    return forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class EventForm(forms.Form):
    """An event."""

    title = forms.CharField(label=_("Title"), max_length=160)
    slug = forms.SlugField(
        label=_("Short name in addresses"),
        max_length=80,
        help_text=_("For example hygienlokaler-2027. It stays."),
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=EventKind.choices)
    summary = forms.CharField(
        label=_("What it is about"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    network = forms.ModelChoiceField(
        label=_("Network"), queryset=Network.objects.none(), required=False,
        empty_label=pgettext_lazy("no network", "None"),
        help_text=_("If it is a network's meeting: it then stands on the network's page."),
    )  # fmt: skip
    series = forms.CharField(label=_("Series"), required=False, max_length=120)
    target_group = forms.CharField(label=_("Who it is for"), required=False, max_length=240)
    prior_knowledge = forms.CharField(label=_("Prior knowledge"), required=False, max_length=240)
    areas = forms.MultipleChoiceField(
        label=_("Competence areas"),
        choices=Area.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    starts_at = forms.DateTimeField(label=_("Starts"), widget=_moment())
    ends_at = forms.DateTimeField(label=_("Ends"), widget=_moment())
    hours = forms.DecimalField(
        label=_("Hours of learning"), max_digits=5, decimal_places=1, min_value=0, initial=0
    )
    place = forms.CharField(label=_("Place"), required=False, max_length=240)
    video_link = forms.URLField(
        label=_("Video link"), required=False, assume_scheme="https",
        help_text=_("Shown only to those who have a seat."),
    )  # fmt: skip
    recording = forms.URLField(label=_("Recording"), required=False, assume_scheme="https")
    price = forms.IntegerField(label=_("Price in kronor"), min_value=0, initial=0)
    seats = forms.IntegerField(label=_("Seats"), min_value=1, max_value=5000)
    seats_per_office = forms.IntegerField(
        label=_("Most seats for an office at first"), required=False, min_value=1,
        help_text=_("Leave empty if there need not be a limit."),
    )  # fmt: skip
    released_on = forms.DateField(label=_("All seats for all from"), required=False, widget=DAY)
    last_day = forms.DateField(label=_("Last day to register"), widget=DAY)
    late_from = forms.DateField(label=_("Cancelling is late from"), required=False, widget=DAY)
    hours_to_answer = forms.IntegerField(
        label=_("Hours to answer an offered seat"), min_value=1, max_value=336, initial=48
    )
    question = forms.CharField(
        label=_("Question asked at registration"), required=False, max_length=300
    )
    asks_needs = forms.BooleanField(label=_("Ask about food and access"), required=False)
    is_public = forms.BooleanField(label=_("Everyone may see it"), required=False)
    takes_guests = forms.BooleanField(label=_("Guests may register"), required=False)

    def __init__(self, *args: Any, collaboration: Collaboration, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["network"].queryset = active_networks(collaboration)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        starts, ends, last = (values.get(name) for name in ("starts_at", "ends_at", "last_day"))
        if starts and ends and ends <= starts:
            self.add_error("ends_at", _("The end is before the start. Change one of them."))
        if starts and last and last > starts.date():
            self.add_error("last_day", _("The last day to register is after the start. Change it."))
        return values


class RegisterForm(forms.Form):
    """Her own registration, or a guest's."""

    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(label=_("E-mail"))
    organisation = forms.CharField(label=_("Organisation"), max_length=160)
    answer = forms.CharField(
        required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    food = forms.CharField(
        label=_("Food you cannot eat"), required=False, max_length=300,
        help_text=_("Only the organiser sees it. It is erased a week after the event."),
    )  # fmt: skip
    access = forms.CharField(
        label=_("What you need to take part"), required=False, max_length=300,
        help_text=_("For example hearing loop or a place for a wheelchair. Erased a week after the event."),
    )  # fmt: skip

    def __init__(self, *args: Any, event: Event, is_guest: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        left_out = [] if is_guest else ["name", "email", "organisation"]
        if event.question:
            self.fields["answer"].label = event.question
        else:
            left_out.append("answer")
        if not event.asks_needs:
            left_out += ["food", "access"]
        for name in left_out:
            del self.fields[name]


class ColleaguesForm(forms.Form):
    """Several of an office, registered by those who speak for it."""

    people = forms.MultipleChoiceField(
        label=_("Who comes?"), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one colleague.")},
    )  # fmt: skip

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["people"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(person.pk), person.name) for person in people]


class SwapForm(forms.Form):
    """Which colleague takes the seat over."""

    person = forms.ChoiceField(label=_("Who comes instead?"))

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(person.pk), person.name) for person in people]


class ReasonForm(forms.Form):
    """Why an event is called off."""

    reason = forms.CharField(label=_("Why is it called off?"), max_length=300)


class LecturerForm(forms.Form):
    """A lecturer and what is asked of her."""

    name = forms.CharField(label=_("Name"), max_length=120)
    organisation = forms.CharField(label=_("Organisation"), required=False, max_length=160)
    email = forms.EmailField(
        label=_("E-mail of her sign-in"), required=False,
        help_text=_("If she has a sign-in she sees her own course and its evaluation."),
    )  # fmt: skip
    asked = forms.CharField(
        label=_("What we ask of her"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    agreement = forms.FileField(label=_("Agreement"), required=False)


class MaterialForm(forms.Form):
    """A file to read before or after."""

    title = forms.CharField(label=_("Title"), max_length=160)
    phase = forms.ChoiceField(label=_("When to read it"), choices=Phase.choices)
    file = forms.FileField(label=_("File"))


class EvaluationForm(forms.Form):
    """The same four questions after every event, so that events can be compared."""

    overall = forms.IntegerField(label=_("The whole"), min_value=1, max_value=10)
    expectation = forms.IntegerField(label=_("Met my expectations"), min_value=1, max_value=10)
    lecturer = forms.IntegerField(label=_("The lecturer"), min_value=1, max_value=10)
    usefulness = forms.IntegerField(label=_("Useful in my work"), min_value=1, max_value=10)
    comment = forms.CharField(
        label=_("What should be better next time?"), required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Write so that nobody can be recognised. The lecturer reads it."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("overall", "expectation", "lecturer", "usefulness"):
            self.fields[name].help_text = _("From 1 (not at all) to 10 (fully).")


class FollowUpForm(forms.Form):
    """Did practice change?"""

    change = forms.ChoiceField(
        label=_("Do you work differently after the event?"),
        choices=Change.choices,
        widget=forms.RadioSelect,
    )
    what = forms.CharField(
        label=_("What is different?"), required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


class NumberForm(forms.Form):
    """A certificate's number."""

    nummer = forms.CharField(label=_("The certificate's number"), max_length=30)
