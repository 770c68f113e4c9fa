"""Sentences for what was refused in a campaign: what is wrong, and what to do instead."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.campaigns.codes import CampaignState
from samsyn.campaigns.refusals import Refused

REFUSALS = {
    "slug_taken": gettext_lazy(
        "There is a campaign with that short name already. Choose another one."
    ),
    "published_stands": gettext_lazy("The campaign is published and stays as it is."),
    "fixed_when_open": gettext_lazy(
        "This was promised to the offices when the campaign started and stays."
    ),
    "ends_before_start": gettext_lazy(
        "The last reporting day is before the first day. Change one of them."
    ),
    "form_stands": gettext_lazy(
        "The form is in use. Object types can be changed before the campaign opens."
    ),
    "others_take_part": gettext_lazy(
        "An office of %(name)s has answered whether it takes part. Agree with them first; then they can withdraw."
    ),
    "checklist_not_published": gettext_lazy("Publish the checklist version first."),
    "checklist_of_another": gettext_lazy("The checklist belongs to another collaboration."),
    "cannot_move": gettext_lazy("The campaign cannot go there from where it is."),
    "closed": gettext_lazy(
        "The campaign is closed. Ask the county coordinator if something must be changed."
    ),
    "not_open": gettext_lazy(
        "The campaign has not opened yet. What you have written is kept as a draft."
    ),
    "not_taking_part": gettext_lazy(
        "Your office has not said that it takes part. Its contact person or manager answers on the campaign's page."
    ),
    "reason_needed": gettext_lazy("Write a reason."),
    "planned_out_of_range": gettext_lazy("Write how many objects you plan, from 1 to %(most)s."),
    "nobody_to_remind": gettext_lazy(
        "Nobody at %(office)s can be reminded. Invite a contact person first."
    ),
    "reminded_today": gettext_lazy("%(office)s has been reminded today. Try again tomorrow."),
    "id_taken": gettext_lazy("This number belongs to another submission. Start a new one."),
    "conflict": gettext_lazy(
        "Somebody else has changed this submission. Nothing is lost: yours is kept beside it. Compare them and choose."
    ),
    "withdrawn": gettext_lazy(
        "The submission has been withdrawn. Start a new one if it should count."
    ),
    "already_submitted": gettext_lazy(
        "The submission is already in. Open it and correct it instead."
    ),
    "import_under_way": gettext_lazy("The file is being worked on. Wait until it is done."),
    "import_has_problems": gettext_lazy(
        "Some rows cannot be taken in, so none of them is. Correct the file and upload it again."
    ),
    "import_forgotten": gettext_lazy("The file has been removed. Upload it again."),
    "column_twice": gettext_lazy(
        "The column “%(column)s” is chosen for two questions. Choose it for one of them."
    ),
    "columns_missing": gettext_lazy(
        "Choose a column, or an answer for all rows, for: %(questions)s."
    ),
    "totals_without_objects": gettext_lazy("Write how many objects were inspected, 1 or more."),
    "totals_changed": gettext_lazy(
        "Somebody else at the office has changed the totals since you opened them. Your numbers are below and nothing is "
        "lost: open the page again in another tab, compare, and save there."
    ),
    "totals_in_field_test": gettext_lazy(
        "This is a field test, and its answers never enter the result. Totals are reported when the campaign is open."
    ),
    "totals_of_other_form": gettext_lazy(
        "The checklist has got a new version since you opened the page. Open it again and fill in the numbers."
    ),
    "totals_too_many": gettext_lazy(
        "“%(question)s”: the numbers are %(total)d in all, but only %(objects)d objects were inspected."
    ),
    "report_needs_closed": gettext_lazy("The report is written when the campaign is closed."),
    "report_needs_compiled": gettext_lazy(
        "Move the campaign to “Compiled” first: then nothing more is changed in the figures."
    ),
    "report_unwritten": gettext_lazy("Write these sections first: %(sections)s."),
    "report_is_finished": gettext_lazy("The report is finished. Open it again to change it."),
    "report_stands": gettext_lazy(
        "The report is finished. Open the report again before the campaign goes back."
    ),
    "section_changed": gettext_lazy(
        "Somebody else has changed this section since you opened it. Your text is below and nothing is lost: put the two "
        "together and save again."
    ),
    "comments_until_past": gettext_lazy(
        "The last day for comments has passed. Choose a later day."
    ),
    "comments_unanswered": gettext_lazy(
        "Every comment gets a reply before the report is finished."
    ),
    "no_comments_now": gettext_lazy("The draft is not out for comments now."),
    "comments_closed": gettext_lazy("The last day for comments was %(until)s."),
    "other_version": gettext_lazy(
        "The answers are to another version of the checklist (%(version)s). Open the form again; your text is kept."
    ),
    "no_instance_id": gettext_lazy("The submission has no number of its own (instanceID)."),
    "too_many_photos": gettext_lazy("A submission can hold %(most)s photos."),
    "visit_in_future": gettext_lazy("The day of the visit has not come yet. Change the day."),
    "visit_before_period": gettext_lazy("The day of the visit is before the campaign's period."),
    "visit_after_period": gettext_lazy("The day of the visit is after the campaign's period."),
}

MISSING = {
    "purpose": gettext_lazy("purpose"),
    "form": gettext_lazy("checklist"),
    "period": gettext_lazy("first day and last reporting day"),
    "decision": gettext_lazy("the steering group's decision"),
    "offices": gettext_lazy("at least one office that takes part"),
    "report": gettext_lazy("a finished report"),
    "report_decision": gettext_lazy("the steering group's decision on the report"),
}


def refusal_text(refused: Refused) -> str:
    """The sentence of a refused act."""
    if refused.code == "missing":
        names = ", ".join(str(MISSING[code]) for code in refused.params["missing"])
        state = CampaignState(refused.params["to"]).label
        return _("Before the campaign can be “%(state)s” it needs: %(missing)s.") % {
            "state": state,
            "missing": names,
        }
    return str(REFUSALS.get(refused.code, _("This cannot be done now."))) % refused.params
