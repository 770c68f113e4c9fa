"""What questions of checklists cite a section of law: for changes of law and for anyone who asks."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.checklists.models import Checklist
from samsyn.checklists.queries import definition_of, newest_published
from samsyn.checklists.reading import read_form
from samsyn.core.law.interface import read_reference
from samsyn.core.registry.interface import CitedBy


def cited_in_checklists(collaboration_id: int, key: str) -> Iterable[CitedBy]:
    """Questions of each checklist's newest version that cite `law|chapter|section`; an empty part means the whole."""
    law, chapter, section = key.split("|")
    for checklist in Checklist.objects.filter(collaboration_id=collaboration_id):
        version = newest_published(checklist)
        if version is None:
            continue
        url = reverse("checklists:version", args=[checklist.slug, str(version.number)])
        for part in read_form(definition_of(version)):
            for question in part.questions:
                for label in question.item.own.law:
                    reference = read_reference(label)
                    if reference and reference.touches(law=law, chapter=chapter, section=section):
                        yield CitedBy(
                            kind=_("Checklist"),
                            title=f"{checklist.title}: {question.item.own.number} {question.label}",
                            url=url,
                            reference=label,
                        )
