"""Needs and proposals, through the pages."""

import pytest

from samsyn.core.audit.interface import AuditEntry
from samsyn.core.mail.interface import Mail
from samsyn.organisations.interface import Role
from samsyn.organisations.tests.factories import World
from samsyn.planning.actions.proposal import set_criterion
from samsyn.planning.models import Proposal
from samsyn.planning.tests.factories import Scene

pytestmark = pytest.mark.django_db
WHOLE = {
    "title": "Tillsyn av cisterner",
    "background": "Läckor på landsbygden.",
    "purpose": "Färre läckor",
    "activity_type": "campaign",
    "urgency": "soon",
}


def page(client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_officer_records_a_need_in_two_fields_and_all_members_see_it(scene: Scene) -> None:
    client = scene.world.client(scene.officer)
    answer = client.post(
        "/forslag/behov/", {"title": "Olika krav", "background": "Vi ställer olika krav."}
    )
    assert answer.headers["Location"] == "/forslag/2026-01/"
    text = page(scene.world.client(scene.neighbour), "/forslag/")
    assert "2026-01 Olika krav" in text
    assert "Aneby" in text


def test_a_proposal_grows_out_of_a_need_and_the_need_s_office_is_told(scene: Scene) -> None:
    need = scene.proposal("Olika krav", kind="need")
    client = scene.world.client(scene.neighbour)
    assert "Gamla cisterner läcker." in page(client, f"/forslag/nytt/?behov={need.number}")
    client.post(f"/forslag/nytt/?behov={need.number}", WHOLE)
    made = Proposal.objects.get(number="2026-02")
    assert (made.need, made.office) == (need, scene.world.habo)
    assert set(Mail.objects.values_list("to", flat=True)) == {
        "maja@exempel.se", "olle@exempel.se", "birgitta@exempel.se",
    }  # fmt: skip
    assert "2026-01, Aneby" in page(client, "/forslag/2026-02/")


def test_what_was_typed_stays_when_something_is_missing(scene: Scene) -> None:
    answer = scene.world.client(scene.officer).post("/forslag/nytt/", {**WHOLE, "purpose": ""})
    assert answer.status_code == 422
    assert "Läckor på landsbygden." in answer.content.decode()
    assert not Proposal.objects.exists()


def test_similar_earlier_proposals_show_and_those_turned_down_come_first_with_their_reason(
    scene: Scene,
) -> None:
    scene.proposal("Cisterner i jordbruket")
    declined = scene.proposal("Cisterner och läckor")
    client = scene.world.client(scene.steering)
    client.post(f"/forslag/{declined.number}/avsla/", {"reason": "Juridiken är oklar."})
    text = page(client, "/forslag/liknande/?title=cistern")
    assert text.index("Cisterner och läckor") < text.index("Cisterner i jordbruket")
    assert "Juridiken är oklar." in text
    assert "Cisterner" not in page(client, "/forslag/liknande/?title=badvatten")


def test_another_office_stands_behind_it_once(scene: Scene) -> None:
    proposal = scene.proposal()
    client = scene.world.client(scene.neighbour)
    for _ in range(2):
        client.post(f"/forslag/{proposal.number}/stod/")
    assert proposal.supports.count() == 1
    assert AuditEntry.objects.filter(verb="planning.supported").count() == 1
    text = page(client, f"/forslag/{proposal.number}/")
    assert "Miljökontoret Habo och Mullsjö" in text
    assert "/stod/" not in text


def test_the_own_office_stands_behind_it_already(scene: Scene) -> None:
    proposal = scene.proposal()
    answer = scene.world.client(scene.contact).post(
        f"/forslag/{proposal.number}/stod/", follow=True
    )
    assert proposal.supports.count() == 0
    assert "står redan bakom" in answer.content.decode()


def test_an_office_comments(scene: Scene) -> None:
    proposal = scene.proposal()
    client = scene.world.client(scene.neighbour)
    client.post(f"/forslag/{proposal.number}/", {"text": "Gärna tillsammans med brandskyddet."})
    assert "Gärna tillsammans med brandskyddet." in page(client, f"/forslag/{proposal.number}/")


def test_merged_proposals_keep_their_text_and_everybody_behind_them_hears_of_the_end(
    scene: Scene,
) -> None:
    first, second, third = (scene.proposal(t) for t in ("Ett", "Två", "Tre"))
    client = scene.world.client(scene.coordinator)
    client.post(f"/forslag/{first.number}/sla-ihop/", {"into": second.pk})
    client.post(f"/forslag/{second.number}/sla-ihop/", {"into": third.pk})
    assert set(third.parts.values_list("title", flat=True)) == {"Ett", "Två"}
    assert "Ett" in page(client, f"/forslag/{third.number}/")
    Mail.objects.all().delete()
    client.post(f"/forslag/{third.number}/avsla/", {"reason": "Ingen tid."})
    assert {m.subject.split(":")[0].split()[-1] for m in Mail.objects.all()} == {
        "2026-01",
        "2026-02",
        "2026-03",
    }
    assert all("Ingen tid." in m.body for m in Mail.objects.all())


def test_turning_down_needs_a_reason(scene: Scene) -> None:
    proposal = scene.proposal()
    answer = scene.world.client(scene.steering).post(
        f"/forslag/{proposal.number}/avsla/", {"reason": " "}
    )
    assert answer.status_code == 422
    proposal.refresh_from_db()
    assert proposal.state == "new"


def test_what_is_settled_stays_until_it_is_carried_over(scene: Scene) -> None:
    proposal = scene.proposal()
    client = scene.world.client(scene.coordinator)
    client.post(f"/forslag/{proposal.number}/avsla/", {"reason": "Ingen tid."})
    again = client.post(f"/forslag/{proposal.number}/avsla/", {"reason": "Igen."})
    assert "avgjort" in again.content.decode()
    too_early = client.post(f"/forslag/{proposal.number}/for-over/", {"plan_year": 2028})
    assert "senare år" in too_early.content.decode()
    client.post(f"/forslag/{proposal.number}/for-over/", {"plan_year": 2029})
    proposal.refresh_from_db()
    assert (proposal.state, proposal.plan_year) == ("preparing", 2029)


def test_an_opinion_stands_under_its_criterion_and_begins_the_preparation(scene: Scene) -> None:
    proposal = scene.proposal()
    criterion = set_criterion(
        by=scene.coordinator,
        collaboration=scene.world.collaboration,
        name="Likvärdig tillsyn",
        question="",
    )
    client = scene.world.client(scene.steering)
    for text in ("Liten nytta.", "Stor nytta för små kontor."):
        client.post(f"/forslag/{proposal.number}/yttrande/", {f"criterion-{criterion.pk}": text})
    text = page(client, f"/forslag/{proposal.number}/")
    assert "Stor nytta för små kontor." in text
    assert "Liten nytta." not in text
    assert "Bereds" in text


def test_only_the_own_office_withdraws(scene: Scene) -> None:
    proposal = scene.proposal()
    path = f"/forslag/{proposal.number}/ta-tillbaka/"
    assert scene.world.client(scene.neighbour).get(path).status_code == 403
    scene.world.client(scene.manager).post(path, {"reason": "Löst på annat sätt."})
    proposal.refresh_from_db()
    assert (proposal.state, proposal.reason) == ("withdrawn", "Löst på annat sätt.")


@pytest.mark.parametrize("work", ["yttrande", "sla-ihop", "avsla", "for-over"])
def test_an_officer_does_not_prepare(scene: Scene, work: str) -> None:
    proposal = scene.proposal()
    assert (
        scene.world.client(scene.officer).get(f"/forslag/{proposal.number}/{work}/").status_code
        == 403
    )


@pytest.mark.parametrize(
    "path",
    ["/forslag/", "/forslag/2026-01/", "/forslag/nytt/", "/forslag/liknande/", "/omrostning/"],
)
def test_visitors_sign_in_and_lecturers_see_nothing(scene: Scene, path: str) -> None:
    scene.proposal()
    lecturer = scene.world.person("forelasare", Role.LECTURER)
    assert scene.world.client().get(path).status_code == 302
    assert scene.world.client(lecturer).get(path).status_code == 403


def test_the_steering_group_member_without_office_is_told_where_proposals_come_from(
    scene: Scene,
) -> None:
    answer = scene.world.client(scene.steering).get("/forslag/nytt/")
    assert answer.status_code == 403


def test_another_collaboration_knows_nothing_of_it(scene: Scene, world: World) -> None:
    proposal = scene.proposal()
    stranger = world.client(
        world.person("annan", Role.COORDINATOR, other=True), host=world.other.host
    )
    assert stranger.get(f"/forslag/{proposal.number}/").status_code == 404
    assert "Cisterner" not in stranger.get("/forslag/").content.decode()
    assert "Cisterner" not in stranger.get("/forslag/liknande/?title=cisterner").content.decode()


def test_the_list_asks_as_often_for_many_as_for_few(
    scene: Scene, django_assert_max_num_queries
) -> None:
    for number in range(12):
        scene.proposal(f"Förslag {number}")
    client = scene.world.client(scene.officer)
    with django_assert_max_num_queries(12):
        client.get("/forslag/")
