"""How far officers agree: the measures, one question, a change between rounds, within and between offices."""

from samsyn.lib.agreement.differences import Change, change
from samsyn.lib.agreement.groups import Groups, of_groups, within_and_between
from samsyn.lib.agreement.measures import Agreement, Measure, Scale, agreement
from samsyn.lib.agreement.question import QuestionAgreement, question_agreement

__all__ = [
    "Agreement",
    "Change",
    "Groups",
    "Measure",
    "QuestionAgreement",
    "Scale",
    "agreement",
    "change",
    "of_groups",
    "question_agreement",
    "within_and_between",
]
