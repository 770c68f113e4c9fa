"""Why an act of planning was refused, and the sentence that says what to do instead."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "proposal_settled": _(
        "The proposal is settled: %(state)s. Write a new one, or ask the county coordinator to carry it over."
    ),
    "carry_forward": _("It is already tried for %(year)s. Choose a later year."),
    "own_office": _("Your own office made the proposal, so it stands behind it already."),
    "merge_with_itself": _("Choose another proposal to merge it with."),
    "merge_target_settled": _(
        "The proposal you merge into is settled. Choose one that is still being prepared."
    ),
    "reason_needed": _("Write the reason. The office that made the proposal gets to read it."),
    "nothing_to_vote_on": _("Choose at least two proposals to vote on."),
    "closes_before_opens": _("The last day is before the first day. Change one of them."),
    "vote_not_open": _("The vote opens on %(day)s. Your office can answer from then on."),
    "vote_closed": _(
        "The vote closed on %(day)s. Write to the county coordinator if your office wants to say something to the "
        "steering group."
    ),
    "other_answered": _(
        "%(name)s answered for your office while you were writing. Your choices stand below, beside hers. Agree, and "
        "send again to replace her answer."
    ),
    "not_a_voter": _("%(office)s has no vote in this one."),
    "rank_all_once": _("Give each proposal its own place, from 1 to %(most)s."),
    "points_sum": _("You have given %(given)s points. Distribute exactly %(points)s."),
    "stance_needed": _("Answer yes, no or abstain on every proposal."),
    "no_needs_reason": _("Write why you say no to: %(title)s."),
    "day_taken": _("There is a meeting on that day already. Choose another day."),
    "meeting_not_open": _("Open the meeting first: then minutes and decisions can be written."),
    "meeting_is_open": _("The meeting has been opened, so notice and day stand."),
    "text_needed": _("Write the decision in whole sentences."),
    "minutes_stand": _(
        "The minutes are adjusted and stand as they are. Make a new decision at the next meeting; it replaces the old one."
    ),
    "minutes_with_adjusters": _(
        "The minutes lie with the adjusters. Take them back first; what has been adjusted must then be adjusted again."
    ),
    "two_adjusters": _("Choose two people who were there to adjust the minutes."),
    "not_an_adjuster": _("The minutes are adjusted by the two who were chosen at the meeting."),
    "nothing_decided": _(
        "No item has a decision yet. Decide at least one, or carry them all over to the next meeting."
    ),
    "item_decided": _(
        "The item has a decision, and a decision is never changed. Make a new one that replaces it."
    ),
    "not_approved": _("The decision turned it down. Choose a decision that approves it."),
    "decision_of_other_kind": _("Choose a decision of the steering group about this."),
    "already_replaced": _("That decision has been replaced already. Replace the newest one."),
    "other_wrote": _(
        "Somebody else has saved since you opened the page. Your text stands below. Compare it and save again."
    ),
    "year_closed": _(
        "The year %(year)s is closed. Choose a year that is still open, or let the steering group decide a new activity."
    ),
    "change_needs_decision": _(
        "The year %(year)s is decided. Choose the decision of the steering group behind the change."
    ),
    "year_not_decided": _(
        "The year %(year)s is not decided yet. Say it when the steering group has decided."
    ),
    "year_not_closed_yet": _(
        "The year %(year)s is not over. The annual report is written when it is."
    ),
    "year_not_ready": _("The year must be preliminary before it is decided."),
    "report_frozen": _(
        "The annual report is frozen and stands as it is. Write what is new in next year's report."
    ),
    "months_in_order": _("The last month is before the first one. Change one of them."),
    "already_started": _("The activity has already been started."),
    "not_decided": _("The steering group has not decided the year of the activity yet."),
    "no_own_start": _("This type has no page of its own to start. Begin the project instead."),
    "slug_taken": _("That short name is taken already. Choose another one."),
    "work_of_another": _("%(title)s carries out another activity already. Choose something else."),
    "fee_bases_missing": _(
        "The fee is per inhabitant. Write the number of inhabitants for %(offices)s, or choose the same fee for each office."
    ),
    "project_finished": _("The project has its final report and stands as it is."),
    "no_office": _("You belong to no office. Needs and proposals come from an office."),
    "successor_needed": _("She leads the project or has open tasks. Choose who takes over."),
    "goals_not_met_open": _("Say for every goal how it went before the final report is sent."),
}


@dataclass
class Refused(Exception):
    """A refused act: `code` is a key of SENTENCES, `params` what its sentence needs."""

    code: str
    params: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.code

    @property
    def sentence(self) -> str:
        """What is wrong and what to do, in the reader's language."""
        return str(SENTENCES[self.code]) % self.params
