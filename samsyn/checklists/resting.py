"""Which questions of checklists rest on a guidance document, and on which of its clauses."""

import re
from collections.abc import Collection, Iterable

from django.db.models import TextField
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.checklists.models import ChecklistVersion
from samsyn.checklists.queries import definition_of
from samsyn.core.registry.interface import GuidanceUse, Viewer
from samsyn.lib.xform import Item
from samsyn.organisations.interface import Actor, Permission, site_address_of

# A guidance document, an edition of it, or a clause of either (`#` and the clause's key).
_PATH = re.compile(r"/handlaggarstod/(?P<slug>[\w-]+)/(?:[^#]*)(?:#(?P<clause>.+))?")


def rests_on(address: str, site: str = "") -> tuple[str, str]:
    """The document and the clause that a question's `samsyn_guidance` leads to; empty words when it leads elsewhere.

    `site` is where the collaboration's pages stand (`https://host`): an address copied from a page begins with it.
    """
    found = _PATH.fullmatch(address.strip().removeprefix(site))
    return (found["slug"], found["clause"] or "") if found else ("", "")


def resting_questions(
    versions: Collection[int], slug: str
) -> dict[ChecklistVersion, list[tuple[Item, str]]]:
    """Of some versions (by id), those that name the document, each with its questions and the clauses they rest on."""
    named = ChecklistVersion.objects.annotate(text=Cast("definition", TextField())).filter(
        pk__in=versions, text__contains=f"/handlaggarstod/{slug}/"
    )
    found: dict[ChecklistVersion, list[tuple[Item, str]]] = {}
    for version in named.select_related("checklist__collaboration").order_by("checklist__title"):
        site = site_address_of(version.checklist.collaboration)
        leads = [
            (item, rests_on(item.own.guidance, site)) for item in definition_of(version).questions
        ]
        if resting := [
            (item, clause) for item, (named_slug, clause) in leads if named_slug == slug
        ]:
            found[version] = resting
    return found


def uses_in_checklists(
    collaboration_id: int, slug: str, viewer: Viewer | None
) -> Iterable[GuidanceUse]:
    """Questions of each checklist's newest version that rest on the document; for members, who may read checklists."""
    if not isinstance(viewer, Actor) or not viewer.may(Permission.SEE_MEMBER_PAGES):
        return
    for version, resting in resting_questions(_newest(collaboration_id), slug).items():
        checklist = version.checklist
        url = reverse("checklists:version", args=[checklist.slug, str(version.number)])
        for item, clause in resting:
            number = item.own.number or item.name
            what = _("Question %(number)s in the checklist") % {"number": number}
            yield GuidanceUse(
                checklist.title, url, "clipboard-checkmark", what=what, url=url, clause=clause
            )


def _newest(collaboration_id: int) -> Collection[int]:
    """The newest published version of each checklist."""
    published = (
        ChecklistVersion.objects.filter(
            checklist__collaboration_id=collaboration_id, state=ChecklistVersion.State.PUBLISHED
        )
        .order_by("checklist_id", "-number")
        .values_list("checklist_id", "pk")
    )
    newest: dict[int, int] = {}
    for checklist_id, pk in published:
        newest.setdefault(checklist_id, pk)
    return newest.values()
