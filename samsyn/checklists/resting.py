"""Which questions of checklists rest on a guidance document, and on which of its clauses."""

import re
from collections.abc import Iterable

from django.db.models import TextField
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.checklists.models import ChecklistVersion
from samsyn.checklists.queries import definition_of
from samsyn.core.registry.interface import GuidanceUse, Viewer
from samsyn.organisations.interface import site_address_of

# A guidance document, an edition of it, or a clause of either (`#` and the clause's key).
_PATH = re.compile(r"/handlaggarstod/(?P<slug>[\w-]+)/(?:[^#]*)(?:#(?P<clause>.+))?")


def rests_on(address: str, site: str = "") -> tuple[str, str]:
    """The document and the clause that a question's `samsyn_guidance` leads to; empty words when it leads elsewhere.

    `site` is where the collaboration's pages stand (`https://host`): an address copied from a page begins with it.
    """
    found = _PATH.fullmatch(address.strip().removeprefix(site))
    return (found["slug"], found["clause"] or "") if found else ("", "")


def uses_in_checklists(
    collaboration_id: int, slug: str, viewer: Viewer | None
) -> Iterable[GuidanceUse]:
    """Questions of each checklist's newest version that rest on the document; for members, who may read checklists."""
    if viewer is None:
        return
    for version in _newest_that_name(collaboration_id, slug):
        checklist = version.checklist
        site = site_address_of(checklist.collaboration)
        url = reverse("checklists:version", args=[checklist.slug, str(version.number)])
        for item in definition_of(version).questions:
            named, clause = rests_on(item.own.guidance, site)
            if named == slug:
                yield GuidanceUse(
                    what=_("Question %(number)s") % {"number": item.own.number or item.name},
                    url=url,
                    place=checklist.title,
                    place_url=url,
                    clause=clause,
                )


def _newest_that_name(collaboration_id: int, slug: str) -> list[ChecklistVersion]:
    """By one question: the newest published version of each checklist, where it names the document."""
    published = (
        ChecklistVersion.objects.filter(
            checklist__collaboration_id=collaboration_id, state=ChecklistVersion.State.PUBLISHED
        )
        .order_by("checklist__title", "checklist_id", "-number")
        .values_list("checklist_id", "pk")
    )
    newest: dict[int, int] = {}
    for checklist_id, pk in published:
        newest.setdefault(checklist_id, pk)
    named = ChecklistVersion.objects.annotate(text=Cast("definition", TextField())).filter(
        pk__in=newest.values(), text__contains=f"/handlaggarstod/{slug}/"
    )
    return list(named.select_related("checklist__collaboration").order_by("checklist__title"))
