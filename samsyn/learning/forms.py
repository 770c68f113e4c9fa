"""What is asked on the pages of events."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samsyn.checklists.interface import ChecklistVersion, published_versions
from samsyn.learning.codes import Change, EventKind, Phase
from samsyn.learning.models import Event, Lecturer, Registration
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
    questions = forms.CharField(
        label=_("Questions asked at registration"), required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}), help_text=_("One question per line."),
    )  # fmt: skip
    asks_needs = forms.BooleanField(label=_("Ask about food and access"), required=False)
    is_public = forms.BooleanField(label=_("Everyone may see it"), required=False)
    takes_guests = forms.BooleanField(
        label=_("Guests may register"), required=False,
        help_text=_(
            "Without a sign-in, for example from other counties. They need the address if the event is not for all to see."
        ),
    )  # fmt: skip
    own_questions = forms.ModelChoiceField(
        label=_("Own questions in the evaluation"), queryset=ChecklistVersion.objects.none(),
        required=False, empty_label=pgettext_lazy("no questions", "None"),
        help_text=_("A published checklist whose questions are asked after the four that are always asked."),
    )  # fmt: skip

    def __init__(self, *args: Any, collaboration: Collaboration, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["network"].queryset = active_networks(collaboration)  # type: ignore[attr-defined]
        self.fields["own_questions"].queryset = published_versions(collaboration)  # type: ignore[attr-defined]

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
        self.questions = event.asked_questions
        asked = {
            f"answer_{number}": forms.CharField(
                label=question, required=False, max_length=2000,
                widget=forms.Textarea(attrs={"rows": 3}),
            )
            for number, question in enumerate(self.questions)
        }  # fmt: skip
        self.fields = {**self.fields, **asked}
        self.order_fields(["name", "email", "organisation", *asked])
        if not event.asks_needs:
            left_out += ["food", "access"]
        for name in left_out:
            del self.fields[name]

    def values(self) -> dict[str, Any]:
        """What the act of registering takes: the answers by question, the rest by name."""
        cleaned = getattr(self, "cleaned_data", {})
        kept = {name: value for name, value in cleaned.items() if not name.startswith("answer_")}
        given = {
            question: cleaned.get(f"answer_{number}", "").strip()
            for number, question in enumerate(self.questions)
        }
        return {**kept, "answers": {question: text for question, text in given.items() if text}}


def details_of(registration: Registration) -> dict[str, str]:
    """What she has answered, for the form to change it."""
    needs = getattr(registration, "needs", None)
    answers = {f"answer_{n}": text for n, text in enumerate(registration.answered())}
    return {**answers, "food": needs.food if needs else "", "access": needs.access if needs else ""}


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
    agreement = forms.FileField(
        label=_("Agreement"), required=False,
        help_text=_("Only the organiser and the lecturer herself can read it."),
    )  # fmt: skip


class AskedForm(forms.Form):
    """What is asked of a lecturer."""

    asked = forms.CharField(
        label=_("What we ask of her"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )


class AgreementForm(forms.Form):
    """The agreement as a file."""

    agreement = forms.FileField(label=_("Agreement"))


class SessionForm(forms.Form):
    """A part of the programme."""

    starts_at = forms.DateTimeField(label=_("Starts"), widget=_moment())
    ends_at = forms.DateTimeField(label=_("Ends"), widget=_moment())
    title = forms.CharField(label=_("Title"), max_length=160)
    lecturer = forms.ModelChoiceField(
        label=_("Lecturer"), queryset=Lecturer.objects.none(), required=False,
        empty_label=pgettext_lazy("no lecturer", "None"),
    )  # fmt: skip

    def __init__(
        self, *args: Any, event: Event, lecturers: list[tuple[Any, Any]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lecturer"].queryset = event.lecturers.all()  # type: ignore[attr-defined]
        # Read once for all sessions of the programme.
        self.fields["lecturer"].choices = lecturers  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        starts, ends = values.get("starts_at"), values.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", _("The end is before the start. Change one of them."))
        return values


ProgrammeForms = forms.formset_factory(SessionForm, extra=3, can_delete=True, max_num=60)


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
