"""A campaign, what belongs to it, and the form that its officers fill in."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.campaigns.codes import CampaignState, DateKind, MaterialKind, NamedResults, PermitLevel
from samsyn.core.clock.interface import now
from samsyn.core.decisions.interface import DecisionRefField
from samsyn.core.personal.interface import classes


class Campaign(models.Model):
    """A joint inspection campaign (tillsynskampanj): a period, a checklist, and one result for the county."""

    collaboration = models.ForeignKey(
        "organisations.Collaboration", on_delete=models.PROTECT, related_name="+"
    )
    slug = models.SlugField(_("Short name in addresses"), max_length=80)
    title = models.CharField(_("Title"), max_length=160)
    state = models.CharField(
        _("State"), max_length=12, choices=CampaignState.choices, default=CampaignState.DRAFT
    )
    background = models.TextField(_("Background"), blank=True)
    purpose = models.TextField(_("Purpose"), blank=True)
    goals = models.TextField(_("Goals"), blank=True)
    delimitation = models.TextField(_("Delimitation"), blank=True)
    delimitation_reason = models.TextField(_("Reason for the delimitation"), blank=True)
    starts = models.DateField(_("First day"), null=True, blank=True)
    ends = models.DateField(_("Last reporting day"), null=True, blank=True)
    legal_areas = models.JSONField(_("Supervisory areas"), default=list, blank=True)
    named_results = models.CharField(
        _("Named results"),
        max_length=12,
        choices=NamedResults.choices,
        default=NamedResults.MEMBERS,
    )
    decision = DecisionRefField(verbose_name=_("Decision to run it"))
    report_decision = DecisionRefField(verbose_name=_("Decision on the report"))
    checklist_version = models.ForeignKey(
        "checklists.ChecklistVersion",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    open_to = models.ManyToManyField(
        "organisations.Collaboration",
        verbose_name=_("Open to other collaborations"),
        blank=True,
        related_name="+",
    )
    # A campaign whose only figures are those that others have published: it has no submissions of its own.
    is_historical = models.BooleanField(default=False)
    is_example = models.BooleanField(_("Invented (exempeldata)"), default=False)
    source = models.URLField(_("Source"), blank=True, max_length=400)
    created_at = models.DateTimeField(default=now)
    closed_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    personal_data = classes(
        none="id collaboration slug title state background purpose goals delimitation delimitation_reason starts ends "
        "legal_areas named_results decision report_decision checklist_version open_to is_historical is_example source "
        "created_at closed_at published_at"
    )

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")
        ordering: ClassVar[list[str]] = ["-starts", "title"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["collaboration", "slug"], name="campaign_slug_once_per_collaboration"
            ),
            models.CheckConstraint(
                condition=Q(starts=None) | Q(ends=None) | Q(ends__gte=F("starts")),
                name="campaign_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ObjectType(models.Model):
    """A kind of object the campaign inspects: verksamhetskod and level, or a plain name where there is no code."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="object_types")
    key = models.SlugField(max_length=40)
    name = models.CharField(_("Name"), max_length=120)
    activity_code = models.CharField(_("Activity code"), max_length=20, blank=True)
    level = models.CharField(_("Level"), max_length=1, choices=PermitLevel.choices, blank=True)
    personal_data = classes(none="id campaign key name activity_code level")

    class Meta:
        verbose_name = _("object type")
        verbose_name_plural = _("object types")
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["campaign", "key"], name="object_type_once_per_campaign"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class CampaignForm(models.Model):
    """What officers fill in: the visit, the checklist version, the measures, and (office given) its local questions.

    It never changes; when the campaign takes a new checklist version a new form is made, and submissions point at the
    form they answered. `codebook` says what each byte of `Submission.codes` means.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="forms")
    checklist_version = models.ForeignKey(
        "checklists.ChecklistVersion", on_delete=models.PROTECT, related_name="+"
    )
    office = models.ForeignKey(
        "organisations.Office", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    version = models.CharField(max_length=40)
    definition = models.JSONField()
    codebook = models.JSONField()
    columns = models.JSONField(default=list)
    is_current = models.BooleanField(default=True)
    made_at = models.DateTimeField(default=now)
    personal_data = classes(
        none="id campaign checklist_version office version definition codebook columns is_current made_at"
    )

    class Meta:
        verbose_name = _("campaign form")
        verbose_name_plural = _("campaign forms")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["campaign", "version"], name="campaign_form_version_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.campaign} {self.version}"

    @property
    def number(self) -> str:
        """The checklist version's number, which is what people call it; `version` is for machines."""
        return self.version.partition("-")[0]

    @property
    def label(self) -> str:
        """The checklist and its version, for people."""
        return gettext("%(checklist)s, version %(number)s") % {
            "checklist": self.checklist_version.checklist.title,
            "number": self.number,
        }


class ImportantDate(models.Model):
    """A day that those who take part must know."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="dates")
    kind = models.CharField(max_length=12, choices=DateKind.choices, default=DateKind.OTHER)
    date = models.DateField(_("Day"))
    title = models.CharField(_("What"), max_length=120, blank=True)
    place = models.CharField(_("Where"), max_length=120, blank=True)
    personal_data = classes(none="id campaign kind date title place")

    class Meta:
        verbose_name = _("important date")
        verbose_name_plural = _("important dates")
        ordering: ClassVar[list[str]] = ["date"]

    def __str__(self) -> str:
        return f"{self.date} {self.title or self.get_kind_display()}"


class ProjectMember(models.Model):
    """Somebody in the campaign's project group, from one day to another; leaders may do what the coordinator does in it."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="project_members")
    person = models.ForeignKey("organisations.Person", on_delete=models.PROTECT, related_name="+")
    is_leader = models.BooleanField(_("Project leader"), default=False)
    starts = models.DateField(_("From"))
    ends = models.DateField(_("To"), null=True, blank=True)
    personal_data = classes(none="id campaign person is_leader starts ends")

    class Meta:
        verbose_name = _("project member")
        verbose_name_plural = _("project group")
        ordering: ClassVar[list[str]] = ["-is_leader", "id"]

    def __str__(self) -> str:
        return f"{self.person} in {self.campaign}"


class Material(models.Model):
    """A file of the campaign."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="material")
    kind = models.CharField(
        _("Kind"), max_length=18, choices=MaterialKind.choices, default=MaterialKind.OTHER
    )
    title = models.CharField(_("Title"), max_length=160)
    file = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, related_name="+")
    is_public = models.BooleanField(_("Everyone may read it"), default=False)
    added_at = models.DateTimeField(default=now)
    personal_data = classes(none="id campaign kind title file is_public added_at")

    class Meta:
        verbose_name = _("material")
        verbose_name_plural = _("material")
        ordering: ClassVar[list[str]] = ["kind", "title"]

    def __str__(self) -> str:
        return self.title
