"""What search finds of campaigns: the campaign, its checklist, and the questions asked in it."""

from collections.abc import Iterable, Iterator

from django.urls import reverse

from samsyn.campaigns.columns import columns_of
from samsyn.campaigns.models import Campaign
from samsyn.campaigns.queries import current_form
from samsyn.campaigns.rules import PUBLIC as PUBLIC_STATES
from samsyn.campaigns.tabs import SUBJECT
from samsyn.core.search.interface import MEMBER, PUBLIC, Document, index, remove
from samsyn.guidance.interface import area_of
from samsyn.network.interface import Question, questions_about

CAMPAIGN, CHECKLIST, QUESTION = "kampanj", "checklista", "fraga"


def index_campaign(campaign: Campaign) -> None:
    """Writes the campaign and its checklist as they stand now, in every collaboration that may see them."""
    for collaboration_id in _seen_in(campaign):
        index(_campaign(campaign, collaboration_id))
        checklist = _checklist(campaign, collaboration_id)
        if checklist:
            index(checklist)
        else:
            remove(collaboration_id, CHECKLIST, str(campaign.pk))


def index_question(campaign: Campaign, question: Question) -> None:
    """Writes a question asked in the campaign, with its answers."""
    for collaboration_id in _seen_in(campaign):
        index(_question(campaign, question, collaboration_id))


def campaign_documents(collaboration_id: int) -> Iterator[Document]:
    """All campaigns that a collaboration may see."""
    for campaign in _campaigns(collaboration_id):
        yield _campaign(campaign, collaboration_id)


def checklist_documents(collaboration_id: int) -> Iterator[Document]:
    """The checklists of all campaigns that a collaboration may see."""
    for campaign in _campaigns(collaboration_id):
        checklist = _checklist(campaign, collaboration_id)
        if checklist:
            yield checklist


def question_documents(collaboration_id: int) -> Iterator[Document]:
    """The questions asked in all campaigns that a collaboration may see."""
    for campaign in _campaigns(collaboration_id):
        for question in questions_about(SUBJECT, str(campaign.pk)):
            yield _question(campaign, question, collaboration_id)


def _seen_in(campaign: Campaign) -> Iterable[int]:
    return [campaign.collaboration_id, *campaign.open_to.values_list("pk", flat=True)]


def _campaigns(collaboration_id: int) -> Iterable[Campaign]:
    own = Campaign.objects.filter(collaboration_id=collaboration_id)
    return (own | Campaign.objects.filter(open_to=collaboration_id)).distinct()


def _scope(campaign: Campaign) -> str:
    """Visitors see a campaign that is under way or later; before that it is the members' own."""
    return PUBLIC if campaign.state in PUBLIC_STATES else MEMBER


def _campaign(campaign: Campaign, collaboration_id: int) -> Document:
    texts = (
        campaign.background,
        campaign.purpose,
        campaign.goals,
        campaign.delimitation,
        campaign.delimitation_reason,
    )
    return Document(
        collaboration_id=collaboration_id,
        kind=CAMPAIGN,
        key=str(campaign.pk),
        scope=_scope(campaign),
        title=campaign.title,
        body="\n".join(text for text in texts if text),
        url=reverse("campaigns:overview", args=[campaign.slug]),
        updated=campaign.published_at or campaign.created_at,
        is_example=campaign.is_example,
        area=area_of(*campaign.legal_areas),
    )


def _checklist(campaign: Campaign, collaboration_id: int) -> Document | None:
    form = current_form(campaign)
    if form is None or campaign.checklist_version is None:
        return None
    labels = [column.label for column in columns_of(form.columns) if column.kind != "photo"]
    return Document(
        collaboration_id=collaboration_id,
        kind=CHECKLIST,
        key=str(campaign.pk),
        scope=_scope(campaign),
        title=campaign.checklist_version.checklist.title,
        body="\n".join(labels),
        url=reverse("campaigns:checklist", args=[campaign.slug]),
        updated=form.made_at,
        is_example=campaign.is_example,
        area=area_of(*campaign.legal_areas),
    )


def _question(campaign: Campaign, question: Question, collaboration_id: int) -> Document:
    answers = [answer.text for answer in question.answers.all()]
    return Document(
        collaboration_id=collaboration_id,
        kind=QUESTION,
        key=str(question.pk),
        scope=MEMBER,
        title=question.text,
        body="\n".join([question.details, *answers]).strip(),
        url=reverse("campaigns:questions", args=[campaign.slug]),
        updated=question.asked_at,
        is_example=question.is_example,
        area=area_of(*campaign.legal_areas),
    )
