"""One place where a person says what she wants to be told, and how often."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samsyn.core.subscriptions.interface import Rhythm, all_topics, choices_of, choose
from samsyn.organisations.http import MemberRequest


def _form(request: MemberRequest, chosen: dict[str, str]) -> forms.Form:
    form = forms.Form(request.POST if request.method == "POST" else None, initial=chosen)
    for topic in all_topics():
        form.fields[topic.code] = forms.ChoiceField(
            label=str(topic.label), help_text=str(topic.detail), choices=Rhythm.choices
        )
    return form


def notices(request: MemberRequest) -> HttpResponse:
    """The topics with her choice of each."""
    who = {"user_id": request.actor.user_id, "collaboration_id": request.actor.collaboration_id}
    form = _form(request, choices_of(**who))
    if request.method == "POST" and form.is_valid():
        choose(**who, choices=form.cleaned_data)
        messages.success(request, _("Your choices are saved."))
        return redirect("organisations:notices")
    status = 422 if form.errors else 200
    return render(request, "organisations/notices.html", {"form": form}, status=status)
