"""From question to guidance: the clause a question tests, the proposed wording, and the agreed answer of the county."""

import re
from datetime import timedelta

import pytest

from samsyn.calibration.actions.agreeing import agree
from samsyn.calibration.models import Key
from samsyn.calibration.tests.factories import Scene
from samsyn.core.audit.interface import AuditEntry
from samsyn.core.clock.interface import as_of, now, today
from samsyn.core.decisions.interface import DecisionRef
from samsyn.guidance.interface import (
    AgreedAnswer,
    Area,
    ClauseDraft,
    GuidanceDocument,
    end_document,
    make_document,
    publish_edition,
    write_clauses,
)

pytestmark = pytest.mark.django_db
OLD = "Behållare vallas in."
WISHED = "En dubbelmantlad behållare är invallad om den har larm."


def text(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def guide(scene: Scene) -> GuidanceDocument:
    document = make_document(
        by=scene.coordinator, slug="tvatthallar", title="Tvätthallar", purpose="Lika bedömning.", area=Area.HAZARDOUS,
    )  # fmt: skip
    _edition(scene, document, "1.0", OLD)
    return document


def _edition(scene: Scene, document: GuidanceDocument, number: str, words: str) -> None:
    held = document.clauses.first()
    draft = ClauseDraft("Förvaring", f"<p>{words}</p>", "Behållare", "", "", (), held.uuid if held else None)  # fmt: skip
    write_clauses(by=scene.coordinator, document=document, clauses=[draft])
    publish_edition(
        by=scene.coordinator, document=document, number=number, decision=DecisionRef("styrgruppen", today(), "4"),
        in_force_from=today(), change_summary="Behållare", change_reason="Bedömdes olika.",
        clause_reasons={held.uuid: "Bedömdes olika."} if held else {},
    )  # fmt: skip


def key_url(scene: Scene) -> str:
    return f"{scene.case_url()}fraga/f3/"


def share_url(scene: Scene) -> str:
    return f"{scene.case_url()}visa/f3/lanssvar/"


def settle(scene: Scene, guide: GuidanceDocument) -> Key:
    """Chooses the clause, lets five answer, closes and notes what was agreed on."""
    coordinator = scene.world.client(scene.coordinator)
    coordinator.post(key_url(scene), {"clause": str(guide.clauses.get().uuid)})
    scene.five_answer()
    scene.close()
    with as_of(now() + timedelta(minutes=1)):
        return agree(
            by=scene.coordinator, round_=scene.round, question="f3", answer="a", reason="Läckaget märks inte.",
            proposed_clause=WISHED,
        )  # fmt: skip


def shared_form(scene: Scene, **changed: object) -> dict[str, object]:
    return {
        "question": "Är en dubbelmantlad behållare utan larm en avvikelse?",
        "answer": "Ja.", "reasons": "Läckaget märks inte.", "area": Area.HAZARDOUS, "agreed_on": str(today()),
        "behind": [str(scene.world.aneby.pk), str(scene.world.habo.pk)], **changed,
    }  # fmt: skip


def test_a_clause_in_force_is_chosen_by_its_name(scene: Scene, guide: GuidanceDocument) -> None:
    client = scene.world.client(scene.coordinator)
    assert "Behållare" in text(client.get(key_url(scene)))
    clause = guide.clauses.get()
    client.post(key_url(scene), {"clause": str(clause.uuid)})
    key = Key.objects.get(question="f3")
    assert (key.clause_guide, key.clause_id) == ("tvatthallar", clause.uuid)
    assert key.clause_label == "Tvätthallar, punkt 1.1"


def test_a_clause_that_is_not_in_force_cannot_be_chosen_anew(
    scene: Scene, guide: GuidanceDocument
) -> None:
    clause = guide.clauses.get()
    end_document(by=scene.coordinator, document=guide, reason="Ersatt.")
    client = scene.world.client(scene.coordinator)
    assert client.post(key_url(scene), {"clause": str(clause.uuid)}).status_code == 422


def test_a_clause_that_fell_out_of_force_is_kept_until_another_is_chosen(
    scene: Scene, guide: GuidanceDocument
) -> None:
    client = scene.world.client(scene.coordinator)
    client.post(key_url(scene), {"clause": str(guide.clauses.get().uuid)})
    end_document(by=scene.coordinator, document=guide, reason="Ersatt.")
    page = text(client.get(key_url(scene)))
    assert "Tvätthallar, punkt 1.1 (gäller inte längre)" in page
    client.post(key_url(scene), {"clause": "kept", "expected_reason": "Ny orsak"})
    assert Key.objects.get(question="f3").clause_label == "Tvätthallar, punkt 1.1"
    client.post(key_url(scene), {"clause": ""})
    key = Key.objects.get(question="f3")
    assert (key.clause_guide, key.clause_id, key.clause_label) == ("", None, "")


def test_who_writes_the_guidance_reads_the_proposed_wording_until_an_edition_has_come(
    scene: Scene, guide: GuidanceDocument
) -> None:
    settle(scene, guide)
    client = scene.world.client(scene.coordinator)
    draft = "/handlaggarstod/tvatthallar/utkast/"
    page = text(client.get(draft))
    assert WISHED in page
    assert scene.url in page
    with as_of(now() + timedelta(days=1)):
        _edition(scene, guide, "1.1", WISHED)
    assert "Formuleringar som övningar föreslår" not in text(client.get(draft))


def test_a_visitor_reads_no_proposed_wording(scene: Scene, guide: GuidanceDocument) -> None:
    settle(scene, guide)
    page = text(scene.world.client().get("/handlaggarstod/tvatthallar/"))
    assert OLD in page
    assert WISHED not in page


def test_what_was_agreed_becomes_an_agreed_answer_of_the_county_once(
    scene: Scene, guide: GuidanceDocument
) -> None:
    settle(scene, guide)
    client = scene.world.client(scene.coordinator)
    first = text(client.get(share_url(scene)))
    assert "Läckaget märks inte." in first
    assert client.post(share_url(scene), shared_form(scene, behind=[])).status_code == 422
    clause = str(guide.clauses.get().pk)
    made = client.post(share_url(scene), shared_form(scene, clause=clause))
    again = client.post(share_url(scene), shared_form(scene, clause=clause))
    assert made.url == again.url
    answer = AgreedAnswer.objects.get()
    assert answer.clause == guide.clauses.get()
    assert answer.stands.filter(stands_behind=True).count() == 2
    assert AuditEntry.objects.filter(verb="calibration.shared").count() == 1
    assert made.url in text(client.get(scene.url))
    assert answer.question in text(scene.world.client().get(made.url))


def test_only_what_is_agreed_can_be_shared_and_only_by_the_coordinator(
    scene: Scene, guide: GuidanceDocument
) -> None:
    client = scene.world.client(scene.coordinator)
    assert client.get(share_url(scene)).status_code == 404
    settle(scene, guide)
    assert client.get(share_url(scene)).status_code == 200
    officer = scene.world.client(scene.officer("anna"))
    assert officer.post(share_url(scene), shared_form(scene)).status_code == 403
    assert not AgreedAnswer.objects.exists()
    assert share_url(scene) not in text(officer.get(scene.url))


def test_the_guidance_tells_members_how_alike_they_judged_when_the_round_is_over(
    scene: Scene, guide: GuidanceDocument
) -> None:
    page, link = "/handlaggarstod/tvatthallar/", f'href="{scene.url}"'
    officer = scene.world.client(scene.officer("anna"))
    scene.world.client(scene.coordinator).post(
        key_url(scene), {"clause": str(guide.clauses.get().uuid)}
    )
    scene.five_answer()
    assert link not in text(officer.get(page))
    scene.close()
    read = text(officer.get(page))
    assert link in read and re.search(r"AC1 \S+, 5 handläggare", read)
    assert link not in text(scene.world.client().get(page))


def test_a_round_with_too_few_stands_there_without_its_measure(
    scene: Scene, guide: GuidanceDocument
) -> None:
    scene.world.client(scene.coordinator).post(
        key_url(scene), {"clause": str(guide.clauses.get().uuid)}
    )
    scene.answers("anna", "a ua a")
    scene.close()
    read = text(scene.world.client(scene.coordinator).get("/handlaggarstod/tvatthallar/"))
    assert f'href="{scene.url}"' in read and "AC1" not in read
