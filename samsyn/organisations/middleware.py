"""Decides which collaboration and which person a request is about, and keeps visitors out of members' pages."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import DisallowedHost, PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.functional import SimpleLazyObject

from samsyn.core.rows.interface import Prepared
from samsyn.organisations.actor import Actor, actor_of
from samsyn.organisations.hosts import is_known_host
from samsyn.organisations.models import Collaboration, Person
from samsyn.organisations.shell import shell_of

GetResponse = Callable[[HttpRequest], HttpResponse]
# Libraries with their own sign-in rules: allauth's pages are for visitors, Wagtail's admin asks for its own permission.
OWN_RULES = ("allauth.", "wagtail.", "django.", "django_filters.")
PROBES = ("/healthz", "/readyz")
_COLLABORATIONS = Prepared(
    lambda host: Collaboration.objects.filter(Q(host=host) | Q(is_default=True)), host="stand-in"
)
_PERSON = Prepared(
    lambda user, here: Person.objects.filter(user_id=user, collaboration_id=here), user=-1, here=-2
)


class HostMiddleware:
    """Refuses (400) a host name that is neither the installation's nor a collaboration's."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_known_host(request.get_host()):
            raise DisallowedHost("Unknown host name. See SAMSYN_ALLOWED_HOSTS.")
        return self.get_response(request)


class CollaborationMiddleware:
    """Sets `request.collaboration` by host name; an unknown host gets the default one, or 404 if there is none.

    Questions about the installation's health are answered before there is any collaboration.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path in PROBES:
            return self.get_response(request)
        host = request.get_host().rsplit(":", 1)[0]
        request.collaboration = SimpleLazyObject(lambda: _collaboration_of(host))  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> None:
        """Loads it before the view, so that a missing one is a 404; a view that finds its own by key saves the question."""
        if request.path in PROBES or getattr(view, "finds_collaboration_by_key", False):
            return
        try:
            bool(request.collaboration)  # type: ignore[attr-defined]
        except Http404:
            del request.collaboration, request.shell  # type: ignore[attr-defined]  # the page that says so does without
            raise


class SignInMiddleware:
    """Sets `request.actor` and `request.shell`; a view that is not marked public needs a member."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        actor = SimpleLazyObject(lambda: _actor_of(request))
        request.actor = actor  # type: ignore[attr-defined]
        request.shell = SimpleLazyObject(lambda: shell_of(request))  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        if getattr(view, "is_public", False) or view.__module__.startswith(OWN_RULES):
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not request.actor:  # type: ignore[attr-defined]
            raise PermissionDenied
        return None


def _collaboration_of(host: str) -> Collaboration:
    found = min(_COLLABORATIONS.rows(host=host), key=lambda one: one.host != host, default=None)
    if found is None:
        raise Http404(
            "There is no collaboration yet. Run `samsyn demo`, or make one with `samsyn collaboration`."
        )
    return found


def _itself(value: Any) -> Any:
    """The row behind what is read when it is asked for: the trail asks a row's class for its model."""
    if not isinstance(value, SimpleLazyObject):
        return value
    bool(value)
    return value._wrapped


def _actor_of(request: HttpRequest) -> Actor | None:
    if not request.user.is_authenticated:
        return None
    collaboration = _itself(request.collaboration)  # type: ignore[attr-defined]  # set above, before the actor
    person = _PERSON.first(user=request.user.pk, here=collaboration.pk)
    if person is None:
        return None
    # Known already: no need to read them again.
    person.user, person.collaboration = _itself(request.user), collaboration
    actor = actor_of(person)
    return actor if actor.memberships else None
