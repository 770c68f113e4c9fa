"""A field says its label, help and error to everyone, and keeps what was typed."""

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.forms.renderers import TemplatesSetting
from django.template import Context, Template

from samsyn.core.components.fields import draw_field, form_errors


class Form(forms.Form):
    planned = forms.IntegerField(label="Planerade objekt", help_text="Enligt er plan.", min_value=0)
    hours = forms.DecimalField(label="Timmar", required=False)
    comment = forms.CharField(
        label="Kommentar", widget=forms.Textarea, max_length=300, required=False
    )
    how = forms.ChoiceField(
        label="Urval",
        help_text="Välj ett.",
        widget=forms.RadioSelect,
        choices=[("risk", "Efter risk"), ("plan", "Rutin")],
    )
    takes_part = forms.BooleanField(label="Deltar", required=False)
    key = forms.CharField(widget=forms.HiddenInput)
    email = forms.EmailField(
        label="E-post", widget=forms.EmailInput(attrs={"placeholder": "namn@"})
    )

    def clean(self):
        raise forms.ValidationError("Delarna ger 9, totalen säger 8.")


class Lists(forms.Form):
    office = forms.ChoiceField(
        label="Kontor",
        choices=[("", "Välj"), ("Norr", [("1", "A & B"), ("2", "Eksjö")]), (3, "<Nässjö>")],
    )


def drawn(form, name):
    text = Template("{% load samsyn %}{% field bound %}").render(Context({"bound": form[name]}))
    return BeautifulSoup(text, "html.parser")


def described(part, element):
    """The texts that a screen reader says after the element's name."""
    ids = element.get("aria-describedby", "").split()
    return [part.find(id=name).get_text().strip() for name in ids]


@pytest.fixture
def sent():
    return Form({"planned": "tolv", "email": "karin"})


def test_a_label_belongs_to_its_control():
    part = drawn(Form(), "planned")
    (label,) = part.select("label")
    assert part.find(id=label.get("for")).name == "input"


def test_help_and_error_are_said_with_the_control(sent):
    part = drawn(sent, "planned")
    (control,) = part.select("input")
    assert control.get("aria-invalid") == "true"
    assert described(part, control) == ["Enligt er plan.", "Fyll i ett heltal."]


def test_a_wrong_number_stays_so_that_the_error_can_be_understood(sent):
    (control,) = drawn(sent, "planned").select("input")
    assert (control.get("type"), control.get("value")) == ("text", "tolv")
    assert (control.get("inputmode"), control.get("min")) == ("numeric", None)


def test_a_number_with_decimals_gets_a_keyboard_with_a_comma():
    (control,) = drawn(Form(), "hours").select("input")
    assert control.get("inputmode") == "decimal"


def test_a_group_of_choices_is_one_question_with_its_help_and_error(sent):
    part = drawn(sent, "how")
    (group,) = part.select("fieldset")
    assert group.select("legend")[0].get_text().strip() == "Urval"
    assert described(part, group)[0] == "Välj ett."
    assert [label.get_text() for label in group.select("label")] == ["Efter risk", "Rutin"]


def test_what_may_be_left_empty_says_so_and_a_tick_never_does():
    assert "frivilligt" in drawn(Form(), "comment").get_text()
    assert "frivilligt" not in drawn(Form(), "planned").get_text()
    assert "frivilligt" not in drawn(Form(), "takes_part").get_text()


def test_a_long_text_is_told_its_limit_and_never_cut():
    part = drawn(Form(), "comment")
    assert "Högst 300 tecken." in part.get_text()
    assert part.select("textarea")[0].get("maxlength") is None


def test_a_placeholder_does_not_stand_in_for_a_label():
    assert drawn(Form(), "email").select("input")[0].get("placeholder") is None


def test_a_hidden_field_has_no_label():
    part = drawn(Form(), "key")
    assert part.select("input[type=hidden]")
    assert not part.select("label")


def test_a_long_list_of_choices_scrolls_in_its_own_box():
    class Long(forms.Form):
        office = forms.MultipleChoiceField(
            choices=[(n, str(n)) for n in range(13)], widget=forms.CheckboxSelectMultiple
        )

    assert draw_field(Long()["office"]).scrolls


class TestErrorSummary:
    def draw(self, form):
        text = Template("{% load samsyn %}{% error_summary form %}").render(Context({"form": form}))
        return BeautifulSoup(text, "html.parser")

    def test_a_fresh_form_has_none_since_it_takes_focus(self):
        assert not self.draw(Form()).select("ds-error-summary")

    def test_counts_the_errors_and_leads_to_each_field(self, sent):
        summary = self.draw(sent)
        assert summary.select("h2")[0].text == "Rätta 5 fel för att gå vidare"
        assert [a.get("href") for a in summary.select("a")] == [
            "#id_planned",
            "#id_how_0",
            "#id_email",
        ]

    def test_begins_with_what_is_wrong_with_the_whole_form(self, sent):
        assert form_errors(sent)[0].text == "Delarna ger 9, totalen säger 8."

    def test_names_a_hidden_field_and_does_not_link_to_it(self, sent):
        (hidden,) = [error for error in form_errors(sent) if error.text.startswith("Key")]
        assert hidden.href == ""


def test_a_list_is_written_as_django_writes_it_but_for_the_space_between():
    form = Lists({"office": "2"})
    ours = drawn(form, "office").find("select")
    theirs = BeautifulSoup(str(form["office"].as_widget()), "html.parser").find("select")
    theirs["class"] = ours["class"]
    assert [one.attrs for one in ours("option")] == [one.attrs for one in theirs("option")]
    assert [one.text for one in ours("option")] == [one.text for one in theirs("option")]
    assert ours.attrs == theirs.attrs
    assert ours.optgroup["label"] == "Norr"


def test_what_stands_in_a_list_is_text_and_nothing_else():
    select = drawn(Lists(), "office").find("select")
    assert select("option")[-1].text == "<Nässjö>"
    assert select.find("nässjö") is None
    assert select["required"] == ""


class Plain(forms.Form):
    name = forms.CharField(initial='Eva & "Ada"', widget=forms.TextInput(attrs={"maxlength": 9}))
    day = forms.DateField(initial="2026-12-01", disabled=True)
    hours = forms.DecimalField(initial="1.5", min_value=0)
    ready = forms.BooleanField(initial=True, required=False)
    key = forms.CharField(widget=forms.HiddenInput, required=False)
    secret = forms.CharField(widget=forms.PasswordInput)
    how = forms.ChoiceField(
        widget=forms.RadioSelect, choices=[("a", "<A>"), ("b", "B")], initial="b"
    )
    who = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple, choices=[(1, "Ett"), (2, "Två")], initial=[2]
    )


@pytest.mark.parametrize("name", list(Plain.base_fields))
def test_what_is_written_without_a_template_is_what_djangos_template_writes(name):
    ours, theirs = (
        BeautifulSoup(
            "".join(str(one.tag()) for one in form[name].subwidgets) or str(form[name]),
            "html.parser",
        )
        for form in (Plain(), Plain(renderer=TemplatesSetting()))
    )
    assert ours.find_all("input")
    assert [one.attrs for one in ours("input")] == [one.attrs for one in theirs("input")]
