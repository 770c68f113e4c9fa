"""Publishing: the draft becomes a version for good, with what changed and who asked for it."""

from samsyn.checklists.models import ChecklistVersion
from samsyn.checklists.tests.factories import rows
from samsyn.organisations.interface import Role

ADDRESS = "/checklistor/kem/publicera/"
State = ChecklistVersion.State


def test_the_first_version_needs_no_change_note(shelf):
    draft = shelf.draft()
    assert 'name="change_note"' not in shelf.client.get(ADDRESS).content.decode()
    answer = shelf.client.post(ADDRESS, {"draft": draft.pk})
    assert answer["Location"] == "/checklistor/kem/"
    draft.refresh_from_db()
    assert (draft.state, draft.number) == (State.PUBLISHED, 1)


def test_the_second_version_needs_one(shelf):
    shelf.published()
    draft = shelf.draft(rows(q1="Ny lydelse?"))
    answer = shelf.client.post(ADDRESS, {"draft": draft.pk, "asked_q1": "Habo"})
    assert answer.status_code == 422
    assert 'value="Habo"' in answer.content.decode()
    draft.refresh_from_db()
    assert draft.state == State.DRAFT


def test_who_asked_is_kept_for_each_changed_item(shelf):
    shelf.published()
    draft = shelf.draft(
        rows({"type": "integer", "name": "ny", "label::Svenska (sv)": "Ny?"}, q1="Annan?")
    )
    page = shelf.client.get(ADDRESS).content.decode()
    assert 'name="asked_q1"' in page and 'name="asked_ny"' in page
    assert 'name="asked_antal"' not in page
    shelf.client.post(
        ADDRESS, {"draft": draft.pk, "change_note": "Efter test", "asked_q1": "Aneby"}
    )
    log = {one.item: one.asked_by for one in draft.changes.all()}
    assert log == {"q1": "Aneby", "ny": ""}
    shown = shelf.client.get("/checklistor/kem/").content.decode()
    assert "Efter test" in shown and "Aneby" in shown


def test_a_draft_that_changed_nothing_is_not_published(shelf):
    shelf.published()
    draft = shelf.draft()
    answer = shelf.client.post(ADDRESS, {"draft": draft.pk, "change_note": "Inget"})
    assert answer.status_code == 422
    assert "inget att publicera" in answer.content.decode()


def test_only_the_draft_that_was_read_is_published(shelf):
    read = shelf.draft()
    replaced = shelf.draft(rows(q1="Ny lydelse?"))
    answer = shelf.client.post(ADDRESS, {"draft": read.pk})
    assert answer.status_code == 422
    assert "nytt utkast" in answer.content.decode()
    replaced.refresh_from_db()
    assert replaced.state == State.DRAFT


def test_without_a_draft_the_page_leads_back(shelf):
    shelf.published()
    answer = shelf.client.get(ADDRESS, follow=True)
    assert answer.redirect_chain == [("/checklistor/kem/", 302)]
    assert "inget utkast" in answer.content.decode()


def test_an_office_does_not_publish(shelf):
    draft = shelf.draft()
    client = shelf.world.client(shelf.world.person("eva", Role.MANAGER, shelf.world.aneby))
    assert client.post(ADDRESS, {"draft": draft.pk}).status_code == 403
    draft.refresh_from_db()
    assert draft.state == State.DRAFT
