"""Links that no longer answer are found by the weekly job, and listed for the document's owner."""

import pytest

from samsyn.core.jobs.interface import scheduled
from samsyn.guidance import links
from samsyn.guidance.actions import (
    add_other_guidance,
    make_document,
    publish_edition,
    write_clauses,
)
from samsyn.guidance.drafting import ClauseDraft
from samsyn.guidance.tests.factories import DECISION
from samsyn.guidance.waiting import waiting_for
from samsyn.organisations.interface import Role

pytestmark = pytest.mark.django_db
GONE, SLOW, WELL = "https://exempel.se/borta", "https://exempel.se/seg", "https://exempel.se/"
TEXT = f'<p><a href="{GONE}#del">a</a> <a href="{SLOW}">b</a> <a href="{WELL}">c</a> <a href="/x/">d</a></p>'


@pytest.fixture
def owner(world):
    return world.actor("eva", Role.OFFICER, world.aneby)


@pytest.fixture
def document(boss, owner):
    made = make_document(
        by=boss, slug="tvatt", title="Tvätt", purpose="Så.", area="hazardous", owner=owner.person
    )
    write_clauses(by=boss, document=made, clauses=[ClauseDraft("A", TEXT)])
    publish_edition(by=boss, document=made, number="1.0", decision=DECISION)
    return made


@pytest.fixture
def week(monkeypatch):
    """Runs the job as the worker does, with what the other servers say."""
    job = next(job for job in scheduled() if job.name == "guidance.links")
    assert job.every.days == 7

    def run(**said):
        answers = {WELL: 200, SLOW: said["slow"], GONE: said["gone"], "https://exempel.se/b": 404}
        monkeypatch.setattr(links, "ask", answers.__getitem__)
        return job.run()

    return run


def items(owner) -> list[str]:
    return [item.detail for item in waiting_for(owner) if "länkar" in item.title]


def test_what_is_gone_is_told_at_once_and_a_bad_day_the_second_time(world, document, owner, week):
    assert week(slow=None, gone=404) == 2
    assert items(owner) == ["1 länk svarar inte längre."]
    shown = world.client(owner).get("/handlaggarstod/tvatt/utkast/").content.decode()
    assert GONE in shown.split("Länkar som inte längre svarar")[1]
    assert SLOW not in shown.split("Länkar som inte längre svarar")[1].split("</section>")[0]
    week(slow=None, gone=404)
    assert items(owner) == ["2 länkar svarar inte längre."]
    week(slow=200, gone=200)
    assert items(owner) == []


def test_a_server_that_lets_no_program_in_has_answered(document, owner, week):
    assert week(slow=403, gone=429) == 0
    assert items(owner) == []


def test_when_nothing_at_all_answers_it_is_our_network_and_nothing_is_noted(
    monkeypatch, document, owner
):
    monkeypatch.setattr(links, "ask", lambda address: None)
    assert links.check_links() == 0
    assert items(owner) == []


def test_a_link_to_others_guidance_that_does_not_answer_is_said_on_its_list(
    world, boss, document, week
):
    add_other_guidance(by=boss, title="Camping", publisher="X", address="https://exempel.se/b")
    week(slow=200, gone=200)
    assert "länken svarade inte" in world.client().get("/handlaggarstod/andras/").content.decode()


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1/", "http://10.0.0.1/", "http://[::1]/", "http://169.254.169.254/", "file:///etc/passwd"],
)  # fmt: skip
def test_no_neighbour_behind_the_wall_is_asked(monkeypatch, address):
    opened = []

    class Opener:
        def open(self, request, timeout):
            opened.append(request)

    monkeypatch.setattr(links, "build_opener", lambda *given: Opener())
    assert links.ask(address) is None
    assert opened == []


def test_new_editions_are_a_feed_of_all_areas_or_of_one(world, document):
    client = world.client()
    atom = client.get("/handlaggarstod/flode.atom").content.decode()
    assert "Tvätt, version 1.0" in atom
    assert "/handlaggarstod/tvatt/version/1.0/" in atom
    assert "Tvätt" in client.get("/handlaggarstod/flode.rss?omrade=hazardous").content.decode()
    assert "Tvätt" not in client.get("/handlaggarstod/flode.atom?omrade=health").content.decode()
