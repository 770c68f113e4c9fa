"""What courses and meetings speak of a section of law: for changes of law and for anyone who asks."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.law.interface import reference_in
from samsyn.core.registry.interface import CitedBy
from samsyn.learning.codes import EventState
from samsyn.learning.models import Event


def cited_in_events(collaboration_id: int, key: str) -> Iterable[CitedBy]:
    """Events whose title, summary or programme names `law|chapter|section`; an empty part means the whole."""
    law, chapter, section = key.split("|")
    events = Event.objects.filter(collaboration_id=collaboration_id)
    for event in events.exclude(state=EventState.CANCELLED).prefetch_related("sessions"):
        texts = [event.title, event.summary, *(session.title for session in event.sessions.all())]
        found = reference_in("\n".join(texts), law=law, chapter=chapter, section=section)
        if found:
            yield CitedBy(
                kind=_("Courses and meetings"),
                title=event.title,
                url=reverse("learning:event", args=[event.slug]),
                reference=found,
            )
