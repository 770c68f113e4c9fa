"""The coordinator makes a key figure and says what it means; the next round collects it."""

import re

import pytest
from django.http import HttpResponse

from samsyn.core.audit.interface import AuditEntry
from samsyn.indicators.codes import Comparability, IntervalKind, Part
from samsyn.indicators.models import Definition, Entry, Figure, Indicator
from samsyn.indicators.tests.factories import DECISION, KEY, Scene

pytestmark = pytest.mark.django_db
PAGE = "/nyckeltal/nytt/"
COLLECTING = "/nyckeltal/insamling/"


def form(**changed: str) -> dict[str, str]:
    """A form that is right as it stands."""
    return {
        "name": "Oanmälda kontroller per årsarbetskraft",
        "key": "oanmalda-kontroller",
        "unit": "kontroller per årsarbetskraft",
        "subject": "Livsmedelskontroll",
        "owner": "Länssamordnaren",
        "counted": "Kontroller utan föranmälan under året.",
        "help_text": "Räkna besök på plats.",
        "source": "Kontorens egen rapportering",
        "numerator": "Oanmälda kontroller",
        "numerator_unit": "kontroller",
        "denominator": "Årsarbetskrafter i livsmedelskontrollen",
        "denominator_decimals": "2",
        "decimals": "1",
        "direction": "none",
        "comparability": Comparability.OWN_TREND,
        "comparability_reason": "Uppdragen skiljer.",
        "first_year": "2025",
    } | changed


def text_of(answer: HttpResponse) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())


def make(scene: Scene, **changed: str) -> HttpResponse:
    return scene.world.client(scene.coordinator).post(PAGE, form(**changed))  # type: ignore[return-value]


def test_a_ratio_is_made_with_the_two_numbers_that_the_offices_report(scene: Scene) -> None:
    assert make(scene).status_code == 302
    made = Definition.objects.get(indicator__key="oanmalda-kontroller")
    assert (made.version, made.interval, made.first_year) == (1, IntervalKind.COUNT, 2025)
    parts = {one.part: (one.name, one.decimals) for one in made.components.all()}
    assert parts == {
        Part.NUMERATOR: ("Oanmälda kontroller", 0),
        Part.DENOMINATOR: ("Årsarbetskrafter i livsmedelskontrollen", 2),
    }


def test_a_number_that_stands_as_it_is_has_one_component(scene: Scene) -> None:
    make(scene, denominator="", decimals="2")
    made = Definition.objects.get(indicator__key="oanmalda-kontroller")
    assert [(one.part, one.decimals) for one in made.components.all()] == [(Part.VALUE, 2)]
    assert made.interval == IntervalKind.NONE


def test_it_is_collected_released_and_published_like_the_others(scene: Scene) -> None:
    make(scene)
    world = scene.world
    coordinator, officer = world.client(scene.coordinator), world.client(scene.officer)
    coordinator.post(COLLECTING, {"year": 2025, "deadline": "2026-12-18"})
    address = COLLECTING + "2025/aneby/"
    page = text_of(officer.get(address))  # type: ignore[arg-type]
    assert "Oanmälda kontroller" in page and "Räkna besök på plats." in page
    keys = ["oanmalda-kontroller", "oanmalda-kontroller-namnare", "besok", "arsarbetskrafter"]
    typed = {
        f"{key}-value": value for key, value in zip(keys, ["30", "2,5", "9", "1"], strict=True)
    }
    officer.post(address, typed)
    assert Entry.objects.count() == 4
    world.client(scene.manager).post(address, {"do": "sign"})
    coordinator.post(address + "granska/", {"do": "accept"})
    coordinator.post(
        COLLECTING + "2025/slapp/", {"body": DECISION.body, "date": DECISION.date.isoformat()}
    )
    figure = Figure.objects.get(indicator__key="oanmalda-kontroller", area="aneby")
    assert figure.value == 12
    assert "12,0" in text_of(world.client().get("/nyckeltal/oanmalda-kontroller/"))  # type: ignore[arg-type]


def test_it_is_not_known_outside_before_anything_is_released(scene: Scene) -> None:
    make(scene)
    assert scene.world.client().get("/nyckeltal/oanmalda-kontroller/").status_code == 404
    overview = text_of(scene.world.client().get("/nyckeltal/"))  # type: ignore[arg-type]
    assert "Oanmälda kontroller" not in overview


def test_the_coordinator_sees_it_among_what_is_collected(scene: Scene) -> None:
    make(scene)
    text = text_of(scene.world.client(scene.coordinator).get(COLLECTING))  # type: ignore[arg-type]
    assert "Det här samlas in för" in text
    assert "Täljare: Oanmälda kontroller" in text
    assert "/nyckeltal/oanmalda-kontroller/definition/ny/" in text


def test_an_officer_is_not_offered_to_make_one(scene: Scene) -> None:
    client = scene.world.client(scene.officer)
    assert PAGE not in text_of(client.get(COLLECTING))  # type: ignore[arg-type]
    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE, form()).status_code == 403
    assert Indicator.objects.count() == 1


def test_a_visitor_signs_in_first(scene: Scene) -> None:
    assert scene.world.client().get(PAGE).status_code == 302


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("key", KEY, "Det finns redan ett nyckeltal med nyckeln"),
        ("key", "export", "används av programmet"),
        ("key", "med mellanslag", "bokstäver"),
        ("name", "", "Det här fältet är obligatoriskt"),
        ("counted", "", "Det här fältet är obligatoriskt"),
        ("numerator", "", "Det här fältet är obligatoriskt"),
        ("comparability_reason", "", "Det här fältet är obligatoriskt"),
        ("first_year", "1980", "1990"),
    ],
)
def test_what_is_lacking_is_said_and_nothing_typed_is_lost(
    scene: Scene, field: str, value: str, sentence: str
) -> None:
    answer = make(scene, **{field: value})
    assert answer.status_code == 422
    text = text_of(answer)
    assert sentence in text
    assert "Länssamordnaren" in text and "kontroller per årsarbetskraft" in text
    assert Indicator.objects.count() == 1


def test_half_a_key_figure_is_never_left_behind(scene: Scene) -> None:
    """Indicator and definition come together: a definition that cannot be stored takes the indicator with it."""
    answer = make(scene, key=KEY)
    assert answer.status_code == 422
    assert Definition.objects.count() == 1


def test_both_steps_are_in_the_trail_with_who_took_them(scene: Scene) -> None:
    make(scene)
    rows = AuditEntry.objects.filter(verb__in=["indicators.made", "indicators.defined"])
    assert set(rows.filter(actor_id=scene.coordinator.user_id).values_list("verb", flat=True)) == {
        "indicators.made",
        "indicators.defined",
    }


def test_a_year_before_its_first_does_not_collect_it(scene: Scene) -> None:
    make(scene, first_year="2026")
    one = scene.open(2025)
    assert [d.indicator.key for d in one.definitions.all()] == [KEY]


def test_a_new_version_of_an_unpublished_one_leads_back_to_the_collection(scene: Scene) -> None:
    make(scene)
    address = "/nyckeltal/oanmalda-kontroller/definition/ny/"
    client = scene.world.client(scene.coordinator)
    assert client.get(address).status_code == 200
    changed = form(change_note="Förtydligat.", counted="Bara helt oanmälda.")
    answer = client.post(address, changed)
    assert answer.status_code == 302 and answer["Location"] == COLLECTING
    newest = Definition.objects.filter(indicator__key="oanmalda-kontroller").latest("version")
    assert (newest.version, newest.counted) == (2, "Bara helt oanmälda.")
    assert newest.components.count() == 2
