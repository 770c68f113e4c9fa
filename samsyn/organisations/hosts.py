"""Which host names this installation answers at: those of its settings, and those of its collaborations."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache
from django.http.request import split_domain_port, validate_host

from samsyn.organisations.models import Collaboration

KEY = "organisations.hosts"
SECONDS = 60


def is_known_host(host: str) -> bool:
    """Whether a request's Host header (with or without port) is for us.

    A collaboration that a form has just added is known at once where it was made, and within a minute elsewhere.
    """
    domain, _port = split_domain_port(host)
    return bool(domain) and (
        validate_host(domain, settings.KNOWN_HOSTS) or domain in _hosts_of_collaborations()
    )


def site_address_of(collaboration: Collaboration) -> str:
    """The start of a collaboration's addresses (`https://host`), for letters that no page view sends.

    Scheme and port are those of SAMSYN_BASE_URL; a collaboration without a host name of its own is found there.
    """
    base = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    if not collaboration.host:
        return f"{base.scheme}://{base.netloc}"
    port = f":{base.port}" if base.port else ""
    return f"{base.scheme}://{collaboration.host}{port}"


def forget_hosts() -> None:
    """After a host name has changed."""
    cache.delete(KEY)


def _hosts_of_collaborations() -> set[str]:
    hosts: set[str] | None = cache.get(KEY)
    if hosts is None:
        named = Collaboration.objects.exclude(host=None).values_list("host", flat=True)
        hosts = {host.lower() for host in named if host}
        cache.set(KEY, hosts, SECONDS)
    return hosts
