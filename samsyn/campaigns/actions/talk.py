"""Asking and answering in a campaign: the network keeps the words, search finds them."""

from django.db import transaction
from django.urls import reverse

from samsyn.campaigns.models import Campaign
from samsyn.campaigns.searching import index_question
from samsyn.campaigns.tabs import SUBJECT
from samsyn.network.interface import Answer, Question, answer_question, ask_question
from samsyn.organisations.interface import Actor


@transaction.atomic
def ask_in_campaign(
    *, by: Actor, campaign: Campaign, text: str, details: str = "", item: str = ""
) -> Question:
    """A question about the campaign or an item of its checklist, read by all its members."""
    question = ask_question(
        by=by,
        text=text,
        details=details,
        subject_type=SUBJECT,
        subject_id=str(campaign.pk),
        item=item,
        is_example=campaign.is_example,
    )
    index_question(campaign, question)
    return question


@transaction.atomic
def answer_in_campaign(
    *, by: Actor, campaign: Campaign, question: Question, text: str, settles: bool
) -> Answer:
    """An answer to a question asked in the campaign."""
    page = reverse("campaigns:questions", args=[campaign.slug])
    answer = answer_question(by=by, question=question, text=text, settles=settles, url=page)
    index_question(campaign, Question.objects.get(pk=question.pk))
    return answer
