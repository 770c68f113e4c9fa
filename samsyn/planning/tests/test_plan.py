"""The three-year plan, through the pages and the files."""

from datetime import UTC, datetime
from io import BytesIO

import openpyxl
import pytest
from docx import Document
from icalendar import Calendar

from samsyn.campaigns.interface import Campaign
from samsyn.core.pdf.tests.factories import check, text_of
from samsyn.organisations.interface import Role
from samsyn.planning.actions.decision import decide
from samsyn.planning.actions.meeting import add_item, call_meeting, open_meeting
from samsyn.planning.actions.plan import add_activity, decide_year, make_year, move_year
from samsyn.planning.models import Decision, PlanChange, PlanItem, PlanYear
from samsyn.planning.tests.factories import Scene

pytestmark = pytest.mark.django_db


def decision(scene: Scene, day: str = "2026-06-11", **values) -> Decision:
    """A decision of principle, made at a meeting of its own."""
    meeting = call_meeting(by=scene.coordinator, day=datetime.fromisoformat(day).date())
    meeting = open_meeting(by=scene.coordinator, meeting=meeting)
    item = add_item(by=scene.coordinator, meeting=meeting, title="Ett ärende", **values)
    return decide(by=scene.coordinator, item=item, outcome="approved", text="Ja.")


def year(scene: Scene, number: int = 2027, *, decided: bool = True) -> PlanYear:
    made = make_year(by=scene.coordinator, year=number)
    add_activity(
        by=scene.coordinator, plan_year=made, title="Små avlopp", activity_type="campaign",
        first_month=4, last_month=10, budget=20000, description="Lika krav i länet.",
        shares={scene.world.aneby: 40, scene.world.habo: 60}, goals=["Alla kontor deltar."],
    )  # fmt: skip
    made = move_year(by=scene.coordinator, plan_year=made, to="preliminary")
    return (
        decide_year(by=scene.coordinator, plan_year=made, decision=decision(scene))
        if decided
        else made
    )


def values(item: PlanItem, **changed) -> dict[str, object]:
    given: dict[str, object] = {
        "title": item.title, "activity_type": item.activity_type, "plan_year": item.plan_year.year,
        "first_month": item.first_month, "last_month": item.last_month, "budget": item.budget,
        "description": item.description, "hours-aneby": 40, "hours-habo-mullsjo": 60,
    }  # fmt: skip
    return given | changed


def page(scene: Scene, path: str, actor=None) -> str:
    got = scene.world.client(actor or scene.officer).get(path)
    assert got.status_code == 200
    return got.content.decode()


def test_three_years_stand_beside_each_other_with_their_states(scene: Scene) -> None:
    year(scene)
    year(scene, 2028, decided=False)
    make_year(by=scene.coordinator, year=2029)
    scene.proposal("Konstgräs", plan_year=2029)
    text = page(scene, "/verksamhetsplan/")
    assert "Plan 2027–2029" in text
    for word in ("Fastställt", "Preliminärt", "Förslagsbank", "Konstgräs", "april–oktober", "§"):
        assert word in text
    assert "Årshjulet: 1 sep–okt" in text


def test_an_empty_plan_says_how_it_begins(scene: Scene) -> None:
    assert "Den börjar när styrgruppen säger ja" in page(scene, "/verksamhetsplan/")


def test_the_steering_group_decides_the_year_at_a_meeting(scene: Scene) -> None:
    waiting = year(scene, decided=False)
    meeting = call_meeting(by=scene.coordinator, day=datetime(2026, 12, 21, tzinfo=UTC).date())
    meeting = open_meeting(by=scene.coordinator, meeting=meeting)
    item = meeting.items.get(plan_year=waiting)
    made = decide(by=scene.coordinator, item=item, outcome="approved", text="Planen fastställs.")
    waiting.refresh_from_db()
    assert (waiting.state, waiting.decision) == ("decided", made)
    assert waiting.items.get().decision == made


def test_a_decided_activity_changes_by_decision_only_and_the_change_stays(scene: Scene) -> None:
    item = year(scene).items.get()
    client = scene.world.client(scene.coordinator)
    path = f"/verksamhetsplan/aktivitet/{item.pk}/andra/"
    refused = client.post(path, values(item, first_month=5, title="Små avlopp igen"))
    assert refused.status_code == 422
    assert "Välj styrgruppens beslut" in refused.content.decode()
    assert "Små avlopp igen" in refused.content.decode()
    item.refresh_from_db()
    assert item.first_month == 4
    later = decision(scene, "2026-09-10")
    client.post(path, values(item, first_month=5, decision=later.pk, **{"hours-aneby": 20}))
    text = page(scene, "/verksamhetsplan/2027/andringar/")
    assert "<del>april</del> <ins>maj</ins>" in text
    assert "Aneby 20" in text
    assert later.address in text


def test_a_decision_that_said_no_is_not_offered(scene: Scene) -> None:
    item = year(scene).items.get()
    meeting = open_meeting(
        by=scene.coordinator,
        meeting=call_meeting(by=scene.coordinator, day=datetime(2026, 9, 10, tzinfo=UTC).date()),
    )
    no = decide(
        by=scene.coordinator, item=add_item(by=scene.coordinator, meeting=meeting, title="Nej"),
        outcome="declined", text="Nej.",
    )  # fmt: skip
    got = scene.world.client(scene.coordinator).post(
        f"/verksamhetsplan/aktivitet/{item.pk}/andra/", values(item, first_month=5, decision=no.pk)
    )
    assert got.status_code == 422
    assert not PlanChange.objects.exists()


def test_nothing_moves_to_a_closed_year(scene: Scene) -> None:
    item = year(scene).items.get()
    closed = make_year(by=scene.coordinator, year=2025)
    PlanYear.objects.filter(pk=closed.pk).update(state="closed")
    got = scene.world.client(scene.coordinator).post(
        f"/verksamhetsplan/aktivitet/{item.pk}/andra/",
        values(item, plan_year=2025, decision=item.decision_id),
    )
    assert got.status_code == 422
    assert "2025 är stängt" in got.content.decode()
    item.refresh_from_db()
    assert item.plan_year.year == 2027


def test_a_preliminary_year_is_changed_freely(scene: Scene) -> None:
    item = year(scene, decided=False).items.get()
    scene.world.client(scene.coordinator).post(
        f"/verksamhetsplan/aktivitet/{item.pk}/andra/", values(item, title="Avlopp", last_month=11)
    )
    item.refresh_from_db()
    assert (item.title, item.last_month) == ("Avlopp", 11)
    assert not PlanChange.objects.exists()


def test_months_in_the_wrong_order_are_refused(scene: Scene) -> None:
    year(scene, decided=False)
    got = scene.world.client(scene.coordinator).post(
        "/verksamhetsplan/2027/ny-aktivitet/",
        {"title": "Buller", "activity_type": "calibration", "plan_year": 2027, "first_month": 9, "last_month": 3},
    )  # fmt: skip
    assert got.status_code == 422
    assert "före den första" in got.content.decode()
    assert PlanItem.objects.count() == 1


def test_an_office_takes_its_hours_home_as_sheet_and_calendar(scene: Scene) -> None:
    year(scene)
    client = scene.world.client(scene.officer)
    assert "<strong>40 timmar totalt.</strong>" in page(scene, "/verksamhetsplan/2027/mitt-kontor/")
    book = openpyxl.load_workbook(
        BytesIO(client.get("/verksamhetsplan/2027/mitt-kontor.xlsx").content)
    )
    rows = list(book.active.iter_rows(values_only=True))
    assert rows[1][:5] == ("Små avlopp", "Kampanj", 4, 10, 40)
    assert rows[-1][4] == 40
    calendar = Calendar.from_ical(client.get("/verksamhetsplan/2027/mitt-kontor.ics").content)
    (event,) = calendar.walk("VEVENT")
    assert str(event["summary"]) == "Små avlopp"
    assert (event["dtstart"].dt.isoformat(), event["dtend"].dt.isoformat()) == (
        "2027-04-01",
        "2027-11-01",
    )


def test_an_office_says_that_the_year_stands_in_its_own_plan_once(scene: Scene) -> None:
    made = year(scene)
    client = scene.world.client(scene.contact)
    for _ in range(2):
        client.post("/verksamhetsplan/2027/i-var-plan/")
    assert made.adoptions.get().office == scene.world.aneby
    assert "1 av 2" in page(scene, "/verksamhetsplan/2027/")
    assert (
        scene.world.client(scene.officer).post("/verksamhetsplan/2027/i-var-plan/").status_code
        == 403
    )


def test_a_year_that_is_not_decided_is_in_nobodys_own_plan(scene: Scene) -> None:
    made = year(scene, decided=False)
    got = scene.world.client(scene.contact).post("/verksamhetsplan/2027/i-var-plan/", follow=True)
    assert "inte fastställt än" in got.content.decode()
    assert not made.adoptions.exists()


def test_the_plan_comes_as_tagged_pdf_and_as_word(scene: Scene) -> None:
    year(scene)
    client = scene.world.client(scene.officer)
    pdf = client.get("/verksamhetsplan/2027/plan.pdf").content
    assert check(pdf) == []
    assert "Alla kontor deltar." in text_of(pdf)
    word = Document(BytesIO(client.get("/verksamhetsplan/2027/plan.docx").content))
    assert [p.text for p in word.paragraphs if p.style.name == "Heading 1"] == ["Små avlopp"]
    assert word.tables[0].rows[1].cells[0].text == "Små avlopp"
    assert client.get("/verksamhetsplan/2027/plan.exe").status_code == 404


def test_the_campaign_of_a_decided_activity_starts_with_what_the_plan_says(scene: Scene) -> None:
    item = year(scene).items.get()
    client = scene.world.client(scene.coordinator)
    path = f"/verksamhetsplan/aktivitet/{item.pk}/starta/"
    client.post(path, {"slug": "sma-avlopp-2027"})
    campaign = Campaign.objects.get()
    item.refresh_from_db()
    assert (item.campaign, item.state) == (campaign, "under_way")
    assert campaign.decision == item.decision.as_ref()
    assert (campaign.title, str(campaign.starts), str(campaign.ends)) == (
        "Små avlopp",
        "2027-04-01",
        "2027-10-31",
    )
    again = client.post(path, {"slug": "annat-namn"})
    assert "redan startad" in again.content.decode()


def test_what_is_not_decided_does_not_start(scene: Scene) -> None:
    item = year(scene, decided=False).items.get()
    got = scene.world.client(scene.coordinator).post(
        f"/verksamhetsplan/aktivitet/{item.pk}/starta/", {"slug": "sma-avlopp"}
    )
    assert got.status_code == 422
    assert not Campaign.objects.exists()


def test_the_economy_is_one_table_with_fees_that_add_up(scene: Scene) -> None:
    year(scene)
    client = scene.world.client(scene.coordinator)
    client.post(
        "/verksamhetsplan/2027/ekonomi/andra/",
        {"new_kind": "cost", "new_title": "Samordnare", "new_planned": 70000},
    )
    client.post(
        "/verksamhetsplan/2027/ekonomi/avgifter/", {"fee_sum": 100001, "fee_key": "per_office"}
    )
    text = page(scene, "/verksamhetsplan/2027/ekonomi/").replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert "Samordnare" in text
    assert "10 001" in text  # 100 001 less 70 000 and the activity's 20 000
    book = openpyxl.load_workbook(BytesIO(client.get("/verksamhetsplan/2027/ekonomi.xlsx").content))
    fees = [row[2] for row in book["Medlemsavgifter"].iter_rows(min_row=2, values_only=True)]
    assert fees == [50001, 50000]


def test_the_fee_is_shared_by_the_inhabitants_that_the_members_agreed_on(scene: Scene) -> None:
    year(scene)
    client = scene.world.client(scene.coordinator)
    path = "/verksamhetsplan/2027/ekonomi/avgifter/"
    given = {"fee_sum": 90000, "fee_key": "per_inhabitant", "basis-aneby": 7000}
    refused = client.post(path, given)
    assert refused.status_code == 422
    assert "Skriv antalet invånare för Habo-Mullsjö" in refused.content.decode()
    assert 'value="7000"' in refused.content.decode()
    assert PlanYear.objects.get().fee_sum == 0
    assert client.post(path, given | {"basis-habo-mullsjo": 20000}).status_code == 302
    book = openpyxl.load_workbook(BytesIO(client.get("/verksamhetsplan/2027/ekonomi.xlsx").content))
    rows = [row[1:3] for row in book["Medlemsavgifter"].iter_rows(min_row=2, values_only=True)]
    assert rows == [(7000, 23333), (20000, 66667)]


@pytest.mark.parametrize("work", ["andra", "avgifter"])
def test_a_closed_years_economy_stands(scene: Scene, work: str) -> None:
    made = year(scene)
    PlanYear.objects.filter(pk=made.pk).update(state="closed")
    got = scene.world.client(scene.coordinator).post(
        f"/verksamhetsplan/2027/ekonomi/{work}/", {"fee_sum": 5, "fee_key": "per_office", "new_kind": "cost"}
    )  # fmt: skip
    assert "2027 är stängt. Välj ett år som är öppet" in got.content.decode()


def test_the_coordinator_adds_the_next_year(scene: Scene) -> None:
    year(scene)
    client = scene.world.client(scene.coordinator)
    assert client.post("/verksamhetsplan/nytt-ar/")["Location"] == "/verksamhetsplan/2028/"
    assert PlanYear.objects.get(year=2028).state == "ideas"
    assert scene.world.client(scene.officer).post("/verksamhetsplan/nytt-ar/").status_code == 403


def test_months_show_as_bars_with_words_beside(scene: Scene) -> None:
    year(scene)
    text = page(scene, "/verksamhetsplan/2027/manader/")
    assert 'x="25.00%" width="58.33%"' in text
    assert "april–oktober" in text


@pytest.mark.parametrize(
    "path", ["ny-aktivitet/", "ekonomi/andra/", "ekonomi/avgifter/", "berattelse/skriv/"]
)
def test_an_officer_reads_the_plan_and_changes_nothing(scene: Scene, path: str) -> None:
    year(scene)
    assert scene.world.client(scene.officer).get(f"/verksamhetsplan/2027/{path}").status_code in (
        403,
        404,
    )


@pytest.mark.parametrize(
    "path", ["/verksamhetsplan/", "/verksamhetsplan/2027/", "/projekt/", "/styrgrupp/"]
)
def test_visitors_sign_in_and_lecturers_see_nothing_of_the_plan(scene: Scene, path: str) -> None:
    year(scene)
    assert scene.world.client().get(path).status_code == 302
    lecturer = scene.world.person("forelasare", Role.LECTURER)
    assert scene.world.client(lecturer).get(path).status_code == 403


def test_another_collaboration_knows_nothing_of_the_plan(scene: Scene) -> None:
    item = year(scene).items.get()
    stranger = scene.world.client(
        scene.world.person("annan", Role.COORDINATOR, other=True), host=scene.world.other.host
    )
    assert stranger.get(f"/verksamhetsplan/aktivitet/{item.pk}/").status_code == 404
    assert stranger.get("/verksamhetsplan/2027/").status_code == 404
    assert "Små avlopp" not in stranger.get("/verksamhetsplan/").content.decode()


def test_the_plan_asks_as_often_for_many_as_for_few(
    scene: Scene, django_assert_max_num_queries
) -> None:
    made = year(scene, decided=False)
    for number in range(12):
        add_activity(by=scene.coordinator, plan_year=made, title=f"Aktivitet {number}", activity_type="course",
                     shares={scene.world.aneby: 5})  # fmt: skip
    client = scene.world.client(scene.officer)
    with django_assert_max_num_queries(30):
        client.get("/verksamhetsplan/")
    with django_assert_max_num_queries(22):
        client.get("/verksamhetsplan/2027/")
