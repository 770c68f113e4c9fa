"""A campaign for tests, made through the same actions that people use: three questions, two offices."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from samsyn.campaigns.actions.campaign import (
    change_campaign,
    choose_checklist,
    make_campaign,
    move_campaign,
    set_object_types,
)
from samsyn.campaigns.actions.participation import answer_participation
from samsyn.campaigns.codes import CampaignState
from samsyn.campaigns.models import Campaign, CampaignForm
from samsyn.campaigns.queries import current_form
from samsyn.checklists.interface import make_checklist, publish_version, upload_version
from samsyn.core.clock.interface import today
from samsyn.core.decisions.interface import DecisionRef
from samsyn.lib.xform import Workbook, write_workbook
from samsyn.organisations.interface import Actor, Office, Role
from samsyn.organisations.tests.factories import World

SV = "label::Svenska (sv)"


def workbook(extra: list[dict[str, str]] | None = None) -> Workbook:
    return Workbook(
        survey=[
            {"type": "begin group", "name": "kem", SV: "Kemikalier"},
            {"type": "select_one ua_a_ek_ea", "name": "q1", SV: "Finns säkerhetsdatablad?", "required": "yes", "samsyn_comment": "yes", "samsyn_law": "MB 26 kap. 19 §"},
            {"type": "select_one ua_a_ek_ea", "name": "q2", SV: "Finns invallning?", "required": "yes"},
            {"type": "integer", "name": "antal", SV: "Antal fat", "constraint": ". >= 0 and . <= 100"},
            *(extra or []),
            {"type": "end group"},
        ]
    )  # fmt: skip


@dataclass
class Scene:
    """An open campaign with its officer; `send` posts a submission as a browser does."""

    world: World
    coordinator: Actor
    officer: Actor
    campaign: Campaign
    office: Office

    @property
    def form(self) -> CampaignForm:
        form = current_form(self.campaign, self.office)
        assert form is not None
        return form

    @property
    def url(self) -> str:
        return f"/kampanjer/{self.campaign.slug}/submission?kontor={self.office.slug}"

    def xml(self, submission_id: UUID | None = None, **answers: str) -> bytes:
        given = {
            "q1": "ua",
            "q2": "a",
            "reference": "DNR-1",
            "date": (today() - timedelta(days=3)).isoformat(),
        } | answers
        version = given.pop("version", self.form.version)
        comment = f"<q1_kommentar>{given['comment']}</q1_kommentar>" if "comment" in given else ""
        number = f"<antal>{given['antal']}</antal>" if "antal" in given else ""
        return (
            f'<data id="prov" version="{version}">'
            f"<sam_besok><sam_referens>{given['reference']}</sam_referens><sam_objekttyp>verkstad</sam_objekttyp>"
            f"<sam_datum>{given['date']}</sam_datum><sam_urval>risk</sam_urval></sam_besok>"
            f"<kem><q1>{given['q1']}</q1>{comment}<q2>{given['q2']}</q2>{number}</kem>"
            "<sam_atgarder><sam_atgard>advice order</sam_atgard><sam_minuter>90</sam_minuter></sam_atgarder>"
            f"<meta><instanceID>uuid:{submission_id or uuid4()}</instanceID></meta></data>"
        ).encode()

    def send(
        self,
        xml: bytes,
        *,
        client: Client | None = None,
        revision: int | None = None,
        **headers: str,
    ) -> HttpResponse:
        sender = client or self.world.client(self.officer)
        url = self.url + (f"&revision={revision}" if revision else "")
        part = SimpleUploadedFile("submission.xml", xml, content_type="text/xml")
        return sender.post(
            url, {"xml_submission_file": part}, headers={"Accept": "application/json", **headers}
        )


def make_scene(world: World, *, to: str = CampaignState.OPEN) -> Scene:
    coordinator = world.coordinator()
    officer = world.actor("maja", Role.OFFICER, world.aneby)
    campaign = make_campaign(
        by=coordinator,
        collaboration=world.collaboration,
        slug="verkstader",
        title="Verkstäder",
        purpose="Se hur kemikalier förvaras.",
        starts=today() - timedelta(days=30),
        ends=today() + timedelta(days=30),
    )
    change_campaign(
        by=coordinator,
        campaign=campaign,
        values={"decision": DecisionRef(body="Styrgruppen", date=today(), paragraph="4")},
    )
    set_object_types(
        by=coordinator, campaign=campaign, types=[{"key": "verkstad", "name": "Verkstad"}]
    )
    choose_checklist(by=coordinator, campaign=campaign, version=publish(coordinator, world))
    answer_participation(
        by=officer, campaign=campaign, office=world.aneby, takes_part=True, planned=4
    )
    campaign = move_campaign(by=coordinator, campaign=campaign, to=to)
    return Scene(world, coordinator, officer, campaign, world.aneby)


def in_state(scene: Scene, state: str) -> Scene:
    """The same campaign as if it stood there; how it comes there is tested elsewhere."""
    scene.campaign.state = state
    scene.campaign.save(update_fields=["state"])
    return scene


def publish(
    coordinator: Actor, world: World, extra: list[dict[str, str]] | None = None, slug: str = "kem"
):
    checklist = make_checklist(
        by=coordinator, collaboration=world.collaboration, slug=slug, title="Kemikalier"
    )
    draft = upload_version(
        by=coordinator,
        checklist=checklist,
        name="kem.xlsx",
        content=write_workbook(workbook(extra)),
    )
    return publish_version(by=coordinator, version=draft)
