"""Tries every link that packages have told of, and keeps those that do not work."""

import time
from collections.abc import Iterable
from urllib.parse import urldefrag, urlsplit

from django.db import transaction
from django.urls import Resolver404, resolve

from samsyn.core.clock.interface import now
from samsyn.core.links.asking import Answer, Fault, ask
from samsyn.core.links.models import BrokenLink
from samsyn.core.registry.interface import FoundLink, link_sources

# Between two questions to the same website.
PAUSE_SECONDS = 1.0
MOST_ADDRESSES = 5_000


def check_links() -> int:
    """Tries every address once and returns how many links do not work. Since when they fail is kept from time to time."""
    links = [link for source in link_sources.providers() for link in source()]
    answers = _answers(links)
    broken = [(link, answer) for link in links if (answer := _of(link, answers)).fault]
    _keep(broken)
    return len(broken)


def broken_links(collaboration_id: int) -> list[BrokenLink]:
    """The links that did not work the last time, by where they stand."""
    return list(BrokenLink.objects.filter(collaboration_id=collaboration_id))


def _of(link: FoundLink, answers: dict[str, Answer]) -> Answer:
    return Answer(Fault.GONE) if link.is_gone else answers.get(link.address, Answer())


def _answers(links: Iterable[FoundLink]) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    asked: dict[str, Answer] = {}
    last_host = ""
    for address in sorted({link.address for link in links if not link.is_gone})[:MOST_ADDRESSES]:
        page = urldefrag(address).url
        host = urlsplit(page).hostname or ""
        if page not in asked:
            if host and host == last_host:
                time.sleep(PAUSE_SECONDS)
            asked[page] = _own(page) if not host else ask(page)
            last_host = host
        answers[address] = asked[page]
    return answers


def _own(path: str) -> Answer:
    """An address of ours; what else than `/…` has no host (mailto:, tel:, #…) is not tried."""
    if not path.startswith("/"):
        return Answer()
    try:
        resolve(urlsplit(path).path)
    except Resolver404:
        return Answer(Fault.GONE, 404)
    return Answer()


@transaction.atomic
def _keep(broken: list[tuple[FoundLink, Answer]]) -> None:
    before = {
        (one.collaboration_id, one.address, one.place_url): one.failed_since
        for one in BrokenLink.objects.all()
    }
    BrokenLink.objects.all().delete()
    moment = now()
    BrokenLink.objects.bulk_create(
        BrokenLink(
            collaboration_id=link.collaboration_id,
            address=link.address,
            place=link.place[:300],
            place_url=link.place_url,
            fault=answer.fault,
            status=answer.status,
            failed_since=before.get((link.collaboration_id, link.address, link.place_url), moment),
            tried_at=moment,
        )
        for link, answer in broken
    )
