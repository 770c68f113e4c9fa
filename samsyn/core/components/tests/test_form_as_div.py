"""`{{ form.as_div }}` draws any form in the look of the house, also those of libraries."""

import lxml.html
import pytest
from django import forms
from django.template import engines


class Sample(forms.Form):
    name = forms.CharField(label="Namn", help_text="Som i registret.")
    choice = forms.ChoiceField(
        label="Urval", choices=[("risk", "Risk"), ("plan", "Plan")], widget=forms.RadioSelect
    )
    text = forms.CharField(label="Text", max_length=300, widget=forms.Textarea, required=False)
    secret = forms.CharField(widget=forms.HiddenInput, required=False)


@pytest.fixture(params=[None, {}], ids=["fresh", "sent"])
def drawn(request):
    template = engines["django"].from_string("{{ form.as_div }}")
    html = template.render({"form": Sample(request.param)})
    return lxml.html.fragment_fromstring(html, create_parent="form")


def test_every_control_is_named_by_its_label(drawn):
    controls = drawn.xpath(".//input[not(@type='hidden')] | .//textarea")
    assert len(controls) == 4
    for control in controls:
        labels = drawn.xpath(f".//label[@for='{control.get('id')}']")
        assert labels
        assert labels[0].text_content().strip()


def test_ids_are_unique_and_all_descriptions_are_there(drawn):
    ids = drawn.xpath(".//@id")
    assert len(ids) == len(set(ids))
    for described in drawn.xpath(".//@aria-describedby"):
        assert set(described.split()) <= set(ids)


def test_hidden_fields_go_along(drawn):
    assert drawn.xpath(".//input[@name='secret']/@type") == ["hidden"]


def test_errors_stand_above_and_at_the_field_once_the_form_is_sent(drawn):
    summary = drawn.xpath(".//ds-error-summary")
    marked = set(drawn.xpath(".//*[@aria-invalid='true']/@name"))
    assert bool(summary) == bool(marked)
    if summary:
        assert drawn[0].tag == "ds-error-summary"
        assert marked == {"name", "choice"}
