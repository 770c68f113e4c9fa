"""What search finds of planning: needs and proposals, activities of the plan, and the meetings' adjusted minutes."""

from collections.abc import Iterator

from django.urls import reverse

from samsyn.core.search.interface import MEMBER, Document, index
from samsyn.planning.codes import MeetingState
from samsyn.planning.models import Meeting, PlanItem, Proposal

PROPOSAL, ACTIVITY, MEETING = "forslag", "planaktivitet", "protokoll"


def index_proposal(proposal: Proposal) -> None:
    """Writes the proposal as it stands now."""
    index(_proposal(proposal))


def index_item(item: PlanItem) -> None:
    """Writes the activity as it stands now."""
    index(_item(item))


def index_meeting(meeting: Meeting) -> None:
    """Writes a meeting whose minutes are adjusted."""
    index(_meeting(meeting))


def proposal_documents(collaboration_id: int) -> Iterator[Document]:
    """All needs and proposals of a collaboration."""
    for proposal in Proposal.objects.filter(collaboration_id=collaboration_id):
        yield _proposal(proposal)


def item_documents(collaboration_id: int) -> Iterator[Document]:
    """All activities of a collaboration's plan."""
    found = PlanItem.objects.filter(plan_year__collaboration_id=collaboration_id)
    for item in found.select_related("plan_year"):
        yield _item(item)


def meeting_documents(collaboration_id: int) -> Iterator[Document]:
    """The adjusted minutes of a collaboration."""
    found = Meeting.objects.filter(collaboration_id=collaboration_id, state=MeetingState.FROZEN)
    for meeting in found:
        yield _meeting(meeting)


def _proposal(proposal: Proposal) -> Document:
    texts = (proposal.background, proposal.purpose, proposal.goal, proposal.effect, proposal.reason)
    return Document(
        collaboration_id=proposal.collaboration_id,
        kind=PROPOSAL,
        key=str(proposal.pk),
        scope=MEMBER,
        title=f"{proposal.number} {proposal.title}",
        body="\n".join(text for text in texts if text),
        url=reverse("planning:proposal", args=[proposal.number]),
        updated=proposal.proposed_at,
        is_example=proposal.is_example,
    )


def _item(item: PlanItem) -> Document:
    return Document(
        collaboration_id=item.plan_year.collaboration_id,
        kind=ACTIVITY,
        key=str(item.pk),
        scope=MEMBER,
        title=f"{item.title} ({item.plan_year.year})",
        body="\n".join(text for text in (item.description, item.strategy, item.result) if text),
        url=reverse("planning:activity", args=[item.pk]),
        is_example=item.is_example,
    )


def _meeting(meeting: Meeting) -> Document:
    texts = [f"{item.title}\n{item.notes}" for item in meeting.items.all()]
    texts += [f"§ {one.paragraph} {one.text}" for one in meeting.decisions.all()]
    return Document(
        collaboration_id=meeting.collaboration_id,
        kind=MEETING,
        key=str(meeting.pk),
        scope=MEMBER,
        title=f"Styrgruppens protokoll {meeting.day}",
        body="\n".join(texts),
        url=reverse("planning:meeting", args=[meeting.pk]),
        updated=meeting.frozen_at,
        is_example=meeting.is_example,
    )
