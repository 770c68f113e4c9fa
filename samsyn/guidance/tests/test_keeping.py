"""Keeping guidance through its pages: read, review, adopt, publish, end; and who may."""

from datetime import date

import pytest

from samsyn.guidance.models import Adoption, Edition, Review
from samsyn.guidance.tests.factories import draft, published
from samsyn.organisations.interface import Role

HERE = "/handlaggarstod/fordonstvattar/"
DECIDED = {
    "number": "1.0", "in_force_from": "2026-11-23", "body": "Styrgruppen", "date": "2026-11-20", "paragraph": "9",
}  # fmt: skip


def test_an_officer_confirms_and_her_manager_sees_it(world, document):
    eva = world.person("eva", Role.OFFICER, world.aneby)
    world.person("nils", Role.OFFICER, world.habo)
    client = world.client(eva)
    assert "Bekräfta att du läst" in client.get(HERE).content.decode()
    assert client.post(f"{HERE}last/").status_code == 302
    assert "Bekräfta att du läst" not in client.get(HERE).content.decode()
    manager = world.client(world.person("chef", Role.MANAGER, world.aneby))
    seen = manager.get(f"{HERE}lasare/").content.decode()
    assert "Eva Provman" in seen and "23 november 2026" in seen and "Nils" not in seen
    assert client.get(f"{HERE}lasare/").status_code == 403


def test_a_new_edition_waits_for_officers_until_they_have_read_it(world, boss):
    published(boss, start=date(2026, 11, 1))
    client = world.client(world.person("eva", Role.OFFICER, world.aneby))
    assert "Läs Fordonstvättar" in client.get("/min-sida/").content.decode()
    client.post(f"{HERE}last/")
    assert "Läs Fordonstvättar" not in client.get("/min-sida/").content.decode()


def test_the_owner_is_asked_to_review_and_does(world, boss, document):
    client = world.client(boss)
    assert "Granska Fordonstvättar" in client.get("/min-sida/").content.decode()
    bad = client.post(f"{HERE}granska/", {"outcome": "confirmed", "reason": " "})
    assert bad.status_code == 422 and not Review.objects.exists()
    done = client.post(
        f"{HERE}granska/", {"outcome": "confirmed", "reason": "Läst mot lagen."}, follow=True
    )
    assert "Granskningen är försenad" not in done.content.decode()
    year = client.get("/handlaggarstod/granskning/").content.decode()
    assert "Bekräftat oförändrat" in year and "Läst mot lagen." in year


def test_a_contact_person_enters_her_own_boards_decision_only(world, document):
    client = world.client(world.person("kontakt", Role.CONTACT, world.aneby))
    missing = client.post(f"{HERE}antagande/aneby/", {"state": "deviates", "date": "2026-09-01"})
    assert (
        missing.status_code == 422
        and "Skriv vad nämnden har beslutat annorlunda" in missing.content.decode()
    )
    client.post(
        f"{HERE}antagande/aneby/", {"state": "adopted", "date": "2026-09-01", "paragraph": "52"}
    )
    assert Adoption.objects.get().paragraph == "52"
    assert client.get(f"{HERE}antagande/habo-mullsjo/").status_code == 403
    assert "2026-09-01, § 52" in client.get("/handlaggarstod/antagande/").content.decode()


def test_the_coordinator_publishes_on_a_decision_and_keeps_what_she_typed(world, boss):
    draft(boss)
    client = world.client(boss)
    bad = client.post(f"{HERE}publicera/", {**DECIDED, "number": "ett"})
    assert bad.status_code == 422 and "Skriv versionens nummer" in bad.content.decode()
    assert 'value="Styrgruppen"' in bad.content.decode() and not Edition.objects.exists()
    assert client.post(f"{HERE}publicera/", DECIDED).status_code == 302
    assert Edition.objects.get().decision.paragraph == "9"


@pytest.mark.parametrize("page", ["publicera", "avsluta", "granska", "lasare"])
def test_an_officer_does_not_keep_guidance(world, document, page):
    client = world.client(world.person("eva", Role.OFFICER, world.aneby))
    assert client.get(f"{HERE}{page}/").status_code == 403
    assert world.client().get(f"{HERE}{page}/").status_code == 302


def test_a_document_is_withdrawn_with_a_reason(world, boss, document):
    client = world.client(boss)
    client.post(f"{HERE}avsluta/", {"reason": "Lagen är ändrad.", "replaced_by": ""})
    assert "har dragits tillbaka" in world.client().get(HERE).content.decode()
