"""The pages at the end of a letter's link: they stop the digests or the letters, without signing in."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from samsyn.core.subscriptions.addresses import Expired, subscription_of, unsubscribe
from samsyn.core.subscriptions.digests import read_stop_token
from samsyn.core.subscriptions.models import Rhythm
from samsyn.core.subscriptions.telling import choices_of, choose


@never_cache
def stop_notices(request: HttpRequest, token: str) -> HttpResponse:
    """A button, since programs that look at letters open links."""
    found = read_stop_token(token)
    if found is None:
        raise Http404
    user_id, collaboration_id = found
    if request.method == "POST":
        choose(
            user_id=user_id,
            collaboration_id=collaboration_id,
            choices=dict.fromkeys(choices_of(user_id, collaboration_id), Rhythm.NEVER),
        )
        messages.success(request, _("You get no more letters with news."))
        return redirect("core:stop_notices", token)
    stopped = set(choices_of(user_id, collaboration_id).values()) <= {Rhythm.NEVER}
    return render(request, "core/stop_notices.html", {"stopped": stopped})


@never_cache
def stop_letters(request: HttpRequest, token: str) -> HttpResponse:
    """Ends an address's subscription; a link that was used before says that it has ended."""
    try:
        subscription = subscription_of(token)
    except Expired as fault:
        raise Http404 from fault
    if request.method == "POST":
        if subscription is not None:
            unsubscribe(subscription=subscription)
        messages.success(request, _("You get no more letters. We keep nothing of your address."))
        return redirect("core:stop_letters", token)
    return render(request, "core/stop_letters.html", {"subscription": subscription})


stop_letters.is_public = True  # type: ignore[attr-defined]  # subscribers have no account
stop_notices.is_public = True  # type: ignore[attr-defined]  # the letter's reader need not sign in
