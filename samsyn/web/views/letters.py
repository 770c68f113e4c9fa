"""The newsletter's pages: ask for it, confirm, stop."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from samsyn.organisations.interface import SamsynRequest, public
from samsyn.web.forms import SubscribeForm
from samsyn.web.models import Topic
from samsyn.web.newsletter import (
    Expired,
    TooManyLetters,
    ask_to_subscribe,
    read_request,
    subscribe,
    subscription_of,
)
from samsyn.web.newsletter import unsubscribe as end_subscription


def _base_url(request: SamsynRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")


@public
@never_cache
def newsletter(request: SamsynRequest) -> HttpResponse:
    """Asks for the newsletter. The answer is the same whether the address subscribes already or not."""
    form = SubscribeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            ask_to_subscribe(
                collaboration=request.collaboration,
                base_url=_base_url(request),
                **form.cleaned_data,
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
        email, topics = read_request(token, request.collaboration)
    except Expired as fault:
        raise Http404 from fault
    if request.method == "POST":
        subscribe(collaboration=request.collaboration, email=email, topics=topics)
        messages.success(request, _("You get the newsletter from now on. Each letter can stop it."))
        return redirect("web:newsletter")
    labels = [str(Topic(topic).label) for topic in topics]
    return render(request, "web/confirm.html", {"email": email, "topics": labels})


@public
@never_cache
def unsubscribe(request: SamsynRequest, token: str) -> HttpResponse:
    """Stops the newsletter; a link that was used before says that it is stopped."""
    try:
        subscription = subscription_of(token, request.collaboration)
    except Expired as fault:
        raise Http404 from fault
    if request.method == "POST":
        if subscription is not None:
            end_subscription(subscription=subscription)
        messages.success(request, _("You get no more letters. We keep nothing of your address."))
        return redirect("web:newsletter")
    return render(request, "web/unsubscribe.html", {"subscription": subscription})
