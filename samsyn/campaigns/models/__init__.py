"""The tables of campaigns, one file per noun."""

from samsyn.campaigns.models.campaign import (
    Campaign,
    CampaignForm,
    ImportantDate,
    Material,
    ObjectType,
    ProjectMember,
)
from samsyn.campaigns.models.participation import Participation, Reminder
from samsyn.campaigns.models.report import OfficeComment, PublishedFigure, Report, ReportSection
from samsyn.campaigns.models.submission import (
    Attachment,
    DeviceKey,
    SetAside,
    Submission,
    SubmissionRevision,
    Tally,
)
from samsyn.campaigns.models.totals import ImportMapping, ObjectImport, OfficeTotals

__all__ = [
    "Attachment",
    "Campaign",
    "CampaignForm",
    "DeviceKey",
    "ImportMapping",
    "ImportantDate",
    "Material",
    "ObjectImport",
    "ObjectType",
    "OfficeComment",
    "OfficeTotals",
    "Participation",
    "ProjectMember",
    "PublishedFigure",
    "Reminder",
    "Report",
    "ReportSection",
    "SetAside",
    "Submission",
    "SubmissionRevision",
    "Tally",
]
