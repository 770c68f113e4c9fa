"""What other packages use of the campaigns."""

from samsyn.campaigns.access import runs_campaign
from samsyn.campaigns.actions.batch import add_submissions
from samsyn.campaigns.actions.campaign import (
    change_campaign,
    choose_checklist,
    decide_report,
    make_campaign,
    move_campaign,
    record_published_campaign,
    set_dates,
    set_object_types,
    set_project_group,
)
from samsyn.campaigns.actions.imports import map_import, upload_import
from samsyn.campaigns.actions.participation import answer_participation
from samsyn.campaigns.actions.submission import receive_submission
from samsyn.campaigns.actions.talk import answer_in_campaign, ask_in_campaign
from samsyn.campaigns.actions.withdrawal import save_draft
from samsyn.campaigns.codes import CampaignState, DateKind, LegalArea, Measure, NamedResults
from samsyn.campaigns.columns import Code, Column
from samsyn.campaigns.devices import make_device_key
from samsyn.campaigns.funnel_chart import funnel_chart
from samsyn.campaigns.handling import Handling, handling_of
from samsyn.campaigns.imports.work import carry_on
from samsyn.campaigns.models import Campaign, CampaignForm, Participation
from samsyn.campaigns.own_objects import OwnObjects, own_objects
from samsyn.campaigns.progress import Progress, progress_in, progress_of
from samsyn.campaigns.queries import (
    campaigns_joined,
    campaigns_seen_by,
    count_submissions,
    current_form,
    offices_asked,
    sees_as_member,
)
from samsyn.campaigns.reading import read_submission
from samsyn.campaigns.refusals import Refused
from samsyn.campaigns.result import Picture, QuestionCounts, picture_of
from samsyn.campaigns.result_tables import county_table
from samsyn.campaigns.rules import Reporting, sees_named_offices, sees_result
from samsyn.campaigns.spread import (
    Cell,
    QuestionCells,
    measure_name,
    measures_by_question,
    spread_cells,
)
from samsyn.campaigns.tabs import SUBJECT

__all__ = [
    "SUBJECT",
    "Campaign",
    "CampaignForm",
    "CampaignState",
    "Cell",
    "Code",
    "Column",
    "DateKind",
    "Handling",
    "LegalArea",
    "Measure",
    "NamedResults",
    "OwnObjects",
    "Participation",
    "Picture",
    "Progress",
    "QuestionCells",
    "QuestionCounts",
    "Refused",
    "Reporting",
    "add_submissions",
    "answer_in_campaign",
    "answer_participation",
    "ask_in_campaign",
    "campaigns_joined",
    "campaigns_seen_by",
    "carry_on",
    "change_campaign",
    "choose_checklist",
    "count_submissions",
    "county_table",
    "current_form",
    "decide_report",
    "funnel_chart",
    "handling_of",
    "make_campaign",
    "make_device_key",
    "map_import",
    "measure_name",
    "measures_by_question",
    "move_campaign",
    "offices_asked",
    "own_objects",
    "picture_of",
    "progress_in",
    "progress_of",
    "read_submission",
    "receive_submission",
    "record_published_campaign",
    "runs_campaign",
    "save_draft",
    "sees_as_member",
    "sees_named_offices",
    "sees_result",
    "set_dates",
    "set_object_types",
    "set_project_group",
    "spread_cells",
    "upload_import",
]
