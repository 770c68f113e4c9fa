"""What is released can be reproduced, is corrected in the open, and figures of others are kept as they stand."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from samsyn.indicators.actions.definition import make_indicator, publish_definition
from samsyn.indicators.actions.publishing import (
    record_published_aggregates,
    record_published_figures,
)
from samsyn.indicators.codes import Comparability, Statistic
from samsyn.indicators.frozen import figures_of, fingerprint
from samsyn.indicators.models import Entry, Figure
from samsyn.indicators.picture import picture_of
from samsyn.indicators.queries import published_indicators
from samsyn.indicators.refusals import Refused
from samsyn.indicators.tests.factories import PAGE, Scene

pytestmark = pytest.mark.django_db
VALUES = Path(__file__).resolve().parents[2] / "demo" / "data" / "nyckeltal_values.csv"


def test_a_release_gives_the_same_figures_again_from_its_frozen_copy(scene: Scene) -> None:
    release = scene.release(2024, aneby=(100, 3), habo=("dropout", 3))
    release.refresh_from_db()
    Entry.objects.filter(missing="").update(value=1)
    assert fingerprint(release.frozen) == release.fingerprint
    again = {one.office: one.worked.value for one in figures_of(release.frozen)}
    assert again == {one.office_id: one.value for one in release.figures.all()}
    text = scene.world.client().get("/nyckeltal/insamling/2024/underlag/").content.decode()
    assert "Den frysta kopian är orörd." in text
    assert "exakt de släppta talen" in text


def test_a_frozen_copy_that_was_changed_is_told(scene: Scene) -> None:
    release = scene.release(2024, aneby=(100, 3))
    release.frozen["reports"][0]["entries"]["besok"]["value"] = "99"
    release.save()
    text = scene.world.client().get("/nyckeltal/insamling/2024/underlag/").content.decode()
    assert "Den frysta kopian har ändrats." in text
    assert "får andra tal" in text


def test_a_correction_is_a_new_revision_and_the_old_value_can_be_read(scene: Scene) -> None:
    scene.release(2024, aneby=(100, 2))
    client = scene.world.client(scene.coordinator)
    url = f"{PAGE}aneby/2024/ratta/"
    assert client.get(url).status_code == 200
    boxes = {"numerator": "120", "denominator": "2", "missing": "", "reason": ""}
    assert client.post(url, boxes).status_code == 422
    assert client.post(url, boxes | {"reason": "Besöken i maj saknades."}).status_code == 302
    figure = Figure.objects.get(area="aneby", is_current=True)
    assert (figure.value, figure.revision) == (60, 2)
    text = scene.world.client().get(f"{PAGE}aneby/2024/").content.decode()
    assert "60,0" in text and "50,0" in text and "Besöken i maj saknades." in text
    assert "Samordnare Provman" not in text
    assert "Besöken i maj saknades." in scene.world.client().get(PAGE).content.decode()


def test_a_correction_that_changes_nothing_is_refused(scene: Scene) -> None:
    scene.release(2024, aneby=(100, 2))
    boxes = {"numerator": "100", "denominator": "2", "reason": "Samma"}
    answer = scene.world.client(scene.coordinator).post(f"{PAGE}aneby/2024/ratta/", boxes)
    assert "Det finns inget att rätta" in answer.content.decode()
    assert Figure.objects.filter(area="aneby").count() == 1


def test_only_the_coordinator_corrects_and_defines(scene: Scene) -> None:
    scene.release(2024, aneby=(100, 2))
    for path in (f"{PAGE}aneby/2024/ratta/", PAGE + "definition/ny/"):
        assert scene.world.client(scene.manager).get(path).status_code == 403
        assert scene.world.client().get(path).status_code == 302


def test_a_new_definition_leaves_what_is_published_alone(scene: Scene) -> None:
    scene.release(2024, aneby=(100, 2))
    client = scene.world.client(scene.coordinator)
    url = PAGE + "definition/ny/"
    boxes = {
        "name": "Besök per heltid", "unit": "besök", "counted": "Nytt", "decimals": "0", "direction": "none",
        "comparability": "free", "comparability_reason": "Lika.", "first_year": "2025",
    }  # fmt: skip
    assert client.post(url, boxes).status_code == 422
    assert client.post(url, boxes | {"change_note": "Räknar heltid."}).status_code == 302
    figure = Figure.objects.get(area="aneby")
    assert figure.definition.version == 1
    newest = figure.indicator.definitions.get(version=2)
    assert [one.key for one in newest.components.all()] == ["besok", "arsarbetskrafter"]


def test_a_key_is_used_once(scene: Scene) -> None:
    for key, code in ((scene.indicator.key, "key_taken"), ("insamling", "key_reserved")):
        with pytest.raises(Refused, match=code):
            make_indicator(by=None, collaboration=scene.world.collaboration, key=key)


# --- Published by others: Stockholm's MSL.3, as in the demo's data -------------------------------------------------


@pytest.fixture
def msl3(scene: Scene):
    """MSL.3 of 2024 with the published mean and median, and the values of earlier years that the list mixes in."""
    with VALUES.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["id"] == "MSL.3"]
    indicator = make_indicator(
        by=None, collaboration=scene.world.collaboration, key="msl-3", is_reference=True
    )
    definition = publish_definition(
        by=None, indicator=indicator, name="Årsarbetskrafter", decimals=1, first_year=2007, comparability=Comparability.OWN_TREND,
    )  # fmt: skip
    names = {"Medel": Statistic.MEAN, "Median": Statistic.MEDIAN}
    record_published_aggregates(
        by=None,
        indicator=indicator,
        rows=[
            {"year": int(r["year"]), "statistic": names[r["area"]], "value": Decimal(r["value"]), "source_url": r["source_url"]}
            for r in rows if r["area"] in names
        ],
    )  # fmt: skip
    record_published_figures(
        by=None,
        definition=definition,
        rows=[
            {"area": f"o{n}", "area_name": r["area"], "year": int(r["year"]), "value": Decimal(r["value"]), "source_url": r["source_url"]}
            for n, r in enumerate(rows) if r["area"] not in names
        ],
    )  # fmt: skip
    return published_indicators(scene.world.collaboration).get(key="msl-3")


def test_the_published_list_of_stockholm_is_reproduced_from_its_values(msl3) -> None:
    picture = picture_of(msl3)
    assert picture is not None
    line = next(one for one in picture.lines if one.year == 2024)
    assert (line.mean, line.median) == (Decimal("15.1"), Decimal("10.6"))
    assert (line.published_mean, line.published_median) == (line.mean, line.median)
    assert not line.differs
    assert line.n == 20
    # Those whose latest value is older never enter the year's mean.
    assert {"Sigtuna", "Upplands-Bro", "Upplands Väsby"} <= set(line.missing)


def test_a_value_counted_by_others_is_never_taken_twice(msl3) -> None:
    definition = msl3.definitions.get()
    row = {
        "area": "o5",
        "area_name": "X",
        "year": 2024,
        "value": Decimal(1),
        "source_url": "https://exempel.se/",
    }
    assert record_published_figures(by=None, definition=definition, rows=[row]) in {0, 1}
    before = Figure.objects.count()
    assert record_published_figures(by=None, definition=definition, rows=[row]) == 0
    assert Figure.objects.count() == before
