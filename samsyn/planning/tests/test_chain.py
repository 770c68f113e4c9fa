"""The chain: from a figure on a campaign's page back to the need, and from the need to the line in the report."""

from datetime import UTC, datetime

import pytest

from samsyn.core.mail.interface import Mail
from samsyn.organisations.interface import Role, actor_of
from samsyn.planning.actions.start import start_work
from samsyn.planning.models import Proposal
from samsyn.planning.panels import chain_panel
from samsyn.planning.tests.factories import Scene
from samsyn.planning.tests.test_plan import year

pytestmark = pytest.mark.django_db


def page(scene: Scene, path: str, actor=None) -> str:
    got = scene.world.client(actor or scene.officer).get(path)
    assert got.status_code == 200
    return got.content.decode()


def grown(scene: Scene) -> tuple[Proposal, Proposal]:
    """A need of Aneby, and the proposal that Habo-Mullsjö made of it."""
    need = scene.proposal("Olika krav på avlopp", kind="need")
    client = scene.world.client(scene.neighbour)
    client.post(
        f"/forslag/nytt/?behov={need.number}",
        {"title": "Små avlopp", "background": "B", "purpose": "Lika krav.", "activity_type": "campaign",
         "urgency": "soon"},
    )  # fmt: skip
    need.refresh_from_db()
    return need, Proposal.objects.get(title="Små avlopp")


def test_a_need_goes_on_as_a_proposal_and_its_office_hears_of_every_step(scene: Scene) -> None:
    need, proposal = grown(scene)
    assert (need.state, need.merged_into) == ("grown", proposal)
    Mail.objects.all().delete()
    scene.world.client(scene.steering).post(
        f"/forslag/{proposal.number}/avsla/", {"reason": "Ingen tid i år."}
    )
    told = set(Mail.objects.values_list("to", flat=True))
    assert {"maja@exempel.se", "nils@exempel.se"} <= told
    assert "Ingen tid i år." in page(scene, f"/forslag/{need.number}/")


def test_the_campaigns_page_leads_back_to_need_and_decision(scene: Scene) -> None:
    need, proposal = grown(scene)
    item = year(scene).items.get()
    item.proposal = proposal
    item.save()
    start_work(by=scene.coordinator, item=item, slug="sma-avlopp-2027")
    text = page(scene, "/kampanjer/sma-avlopp-2027/", scene.coordinator)
    assert f"/forslag/{need.number}/" in text
    assert f"/forslag/{proposal.number}/" in text
    assert f"/verksamhetsplan/aktivitet/{item.pk}/" in text


def test_visitors_and_other_collaborations_do_not_see_the_chain(scene: Scene) -> None:
    item = year(scene).items.get()
    campaign = start_work(by=scene.coordinator, item=item, slug="sma-avlopp-2027")
    assert [panel.title for panel in chain_panel(campaign, scene.officer)] == [
        "Från behov till resultat"
    ]
    assert list(chain_panel(campaign, None)) == []
    lecturer = scene.world.actor("forelasare", Role.LECTURER)
    assert list(chain_panel(campaign, lecturer)) == []
    stranger = scene.world.person("annan", Role.COORDINATOR, other=True)
    assert list(chain_panel(campaign, actor_of(stranger))) == []


def test_the_proposal_shows_where_it_has_come(scene: Scene, clock) -> None:
    scene.vote()
    during = page(scene, "/forslag/2026-01/")
    assert "har svarat" in during
    assert "inte än" in during
    clock.move_to(datetime(2027, 1, 1, tzinfo=UTC))
    assert "Omröstning" in page(scene, "/forslag/2026-01/")


def test_a_merged_proposal_says_where_it_goes_on(scene: Scene) -> None:
    first, second = scene.proposal("Ett"), scene.proposal("Två")
    scene.world.client(scene.coordinator).post(
        f"/forslag/{first.number}/sla-ihop/", {"into": second.pk}
    )
    assert f"går vidare som {second.number} Två" in page(scene, f"/forslag/{first.number}/")


def test_another_activity_is_followed_on_the_plans_page(scene: Scene) -> None:
    _need, proposal = grown(scene)
    item = year(scene).items.get()
    item.proposal = proposal
    item.save()
    assert proposal.number in page(scene, f"/verksamhetsplan/?folj={item.pk}")
