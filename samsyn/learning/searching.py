"""What search finds of events: those that are open, with their programme; public ones for everyone."""

from collections.abc import Iterator

from django.urls import reverse

from samsyn.core.search.interface import MEMBER, PUBLIC, Document, index, remove
from samsyn.guidance.interface import area_of
from samsyn.learning.codes import EventState
from samsyn.learning.models import Event

KIND = "traff"


def event_documents(collaboration_id: int) -> Iterator[Document]:
    """All open events of a collaboration, for a rebuilt index."""
    events = Event.objects.filter(collaboration_id=collaboration_id, state=EventState.OPEN)
    for event in events.prefetch_related("sessions"):
        yield _document(event)


def index_event(event: Event) -> None:
    """Writes the event as it stands now; a draft and an event that is called off are not found."""
    if event.state == EventState.OPEN:
        index(_document(event))
    else:
        remove(event.collaboration_id, KIND, str(event.pk))


def _document(event: Event) -> Document:
    texts = [event.summary, event.target_group, *(one.title for one in event.sessions.all())]
    return Document(
        collaboration_id=event.collaboration_id,
        kind=KIND,
        key=str(event.pk),
        scope=PUBLIC if event.is_public else MEMBER,
        title=event.title,
        body="\n".join(text for text in texts if text),
        url=reverse("learning:event", args=[event.slug]),
        updated=event.made_at,
        is_example=event.is_example,
        area=area_of(*event.areas),
    )
