"""Letters to anybody: ask for them and confirm. The page that stops them is core's."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from samsyn.core.subscriptions.interface import (
    Expired,
    TooManyLetters,
    ask_to_subscribe,
    letter_labels,
    read_request,
    subscribe,
)
from samsyn.organisations.interface import SamsynRequest, public
from samsyn.web.forms import SubscribeForm


@public
@never_cache
def newsletter(request: SamsynRequest) -> HttpResponse:
    """Asks for letters; `?amne=` ticks a topic. The answer is the same whether the address subscribes already or not."""
    form = SubscribeForm(
        request.POST if request.method == "POST" else None, chosen=request.GET.get("amne", "")
    )
    if request.method == "POST" and form.is_valid():
        try:
            ask_to_subscribe(
                collaboration_id=request.collaboration.pk,
                name=request.collaboration.name,
                email=form.cleaned_data["email"],
                topics=form.topics(),
                confirm_url=lambda token: request.build_absolute_uri(
                    reverse("web:confirm", args=[token])
                ),
            )
        except TooManyLetters:
            form.add_error(None, _("Many have subscribed in the last hour. Try again later."))
        else:
            messages.success(
                request, _("We have mailed you a link. Open it within seven days to confirm.")
            )
            return redirect("web:newsletter")
    status = 422 if form.errors else 200
    return render(request, "web/newsletter.html", {"form": form}, status=status)


@public
@never_cache
def confirm(request: SamsynRequest, token: str) -> HttpResponse:
    """The link of the letter: a button, since programs that look at letters open links."""
    try:
        email, topics = read_request(token, request.collaboration.pk)
    except Expired as fault:
        raise Http404 from fault
    if request.method == "POST":
        subscribe(collaboration_id=request.collaboration.pk, email=email, topics=topics)
        messages.success(request, _("You get the letters from now on. Each of them can stop them."))
        return redirect("web:newsletter")
    return render(request, "web/confirm.html", {"email": email, "topics": letter_labels(topics)})


@public
def unsubscribe(request: SamsynRequest, token: str) -> HttpResponse:
    """Where the letters that were sent before core had the page lead."""
    return redirect("core:stop_letters", token)
