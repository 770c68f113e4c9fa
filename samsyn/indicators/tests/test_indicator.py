"""The public page of a key figure: the rule obeyed, means with who is in them, what is missing and why."""

import csv
import io

import openpyxl
import pytest

from samsyn.indicators.actions.definition import make_indicator, set_comparison_group
from samsyn.indicators.actions.publishing import record_published_figures
from samsyn.indicators.tests.factories import KEY, PAGE, STAFF, VISITS, Scene, define

pytestmark = pytest.mark.django_db


@pytest.fixture
def released(scene: Scene) -> Scene:
    scene.release(2023, aneby=(100, 2), habo=(90, 3))
    scene.release(2024, aneby=(110, 2), habo=("secrecy", 3))
    return scene


def page(scene: Scene, path: str = PAGE) -> str:
    answer = scene.world.client().get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def rows(scene: Scene, path: str = PAGE + "data.csv") -> list[dict[str, str]]:
    text = scene.world.client().get(path).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_every_mean_stands_with_who_is_in_it(released: Scene) -> None:
    text = page(released)
    assert "2024, 1 av 2 kontor" in text
    assert "<strong>2024:</strong> Aneby. Saknas: Habo-Mullsjö." in text
    picture = released.world.client().get(PAGE).context["picture"]
    assert [(line.n, line.reporters) for line in picture.lines] == [
        (2, ("Aneby", "Habo-Mullsjö")),
        (1, ("Aneby",)),
    ]


def test_a_value_shows_its_interval_and_a_missing_one_its_reason(released: Scene) -> None:
    text = page(released)
    assert "40,7–60,8" in text  # Byar's interval of 100 visits, per two full-time equivalents
    assert 'title="Sekretess">..</abbr>' in text


def test_a_chart_says_every_value_in_words(released: Scene) -> None:
    text = page(released)
    assert 'role="img"' in text
    assert "Aneby: 2023 50,0, 2024 55,0." in text


def test_own_trend_can_not_be_sorted_by_value_by_any_address(released: Scene) -> None:
    assert "ordning=varde" not in page(released)
    order = [
        a.name
        for a, _cells in released.world.client()
        .get(PAGE + "?ordning=varde")
        .context["tables"][0][1]
        .rows
    ]
    assert order == ["Aneby", "Habo-Mullsjö"]


def test_a_free_figure_may_be_sorted(scene: Scene) -> None:
    scene.redefine(comparability="free")
    scene.release(2024, aneby=(10, 2), habo=(90, 3))
    assert "Ordna efter senaste värdet" in page(scene)
    table = scene.world.client().get(PAGE + "?ordning=varde").context["tables"][0][1]
    assert [area.name for area, _cells in table.rows] == ["Habo-Mullsjö", "Aneby"]


def test_within_group_no_table_goes_across(scene: Scene) -> None:
    scene.redefine(comparability="within_group")
    scene.release(2024, aneby=(10, 2), habo=(90, 3))
    world = scene.world
    for key, office in (("sma", world.aneby), ("stora", world.habo)):
        set_comparison_group(
            by=None, collaboration=world.collaboration, key=key, name=key.title(), reason="Lika många invånare.", offices=[office],
        )  # fmt: skip
    tables = world.client().get(PAGE).context["tables"]
    assert [(group.name, [a.name for a, _c in table.rows]) for group, table in tables] == [
        ("Sma", ["Aneby"]),
        ("Stora", ["Habo-Mullsjö"]),
    ]
    assert "Lika många invånare." in page(scene)
    assert {row["grupp"] for row in rows(scene) if row["typ"] == "omrade"} == {"Sma", "Stora"}


def test_never_shows_no_mean_of_two_since_each_could_work_out_the_other(scene: Scene) -> None:
    scene.redefine(comparability="never", interval="none")
    scene.release(2024, aneby=(111, 2), habo=(90, 3))
    assert "42,8" not in page(scene)
    assert rows(scene) == []
    assert "42,8" not in page(scene, "/nyckeltal/")


def test_never_shows_no_office_anywhere(scene: Scene) -> None:
    scene.third_office()
    scene.redefine(comparability="never", interval="none")
    scene.release(2024, aneby=(111, 2), habo=(90, 3), tredje=(40, 1))
    text = page(scene)
    assert "Bara länets tal visas" in text
    assert "55,5" not in text and "41,8" in text
    assert {row["typ"] for row in rows(scene)} == {"medel", "median"}
    assert "55,5" not in page(scene, "/nyckeltal/kontor/aneby/")
    assert "55,5" not in page(scene, "/nyckeltal/export/")
    assert scene.world.client().get(f"{PAGE}aneby/2024/").status_code == 404
    assert scene.world.client(scene.officer).get(f"{PAGE}aneby/2024/").status_code == 200


def test_the_file_carries_rule_reason_revision_and_definition(released: Scene) -> None:
    found = {(row["omrade"], row["ar"]): row for row in rows(released) if row["typ"] == "omrade"}
    row = found["Habo-Mullsjö", "2024"]
    assert (row["varde"], row["orsak"], row["orsak_text"]) == ("", "secrecy", "Sekretess")
    assert (row["jamforbarhet"], row["definition"], row["revision"]) == ("own_trend", "1", "1")
    assert found["Aneby", "2023"]["varde"] == "50"
    assert found["Aneby", "2023"]["taljare"] == "100"


def test_the_workbook_has_the_definition_beside_the_data(released: Scene) -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(released.world.client().get(PAGE + "data.xlsx").content)
    )
    assert book.sheetnames == ["Data", "Definition"]
    assert "Antal besök delat med årsarbetskrafter." in [
        cell.value for cell in book["Definition"][2]
    ]


def test_a_comment_that_looks_like_a_formula_is_text_in_the_file(scene: Scene) -> None:
    one = scene.open(2024)
    scene.fill(one, scene.world.aneby, 100, 2, comment="=HYPERLINK(1)")
    from samsyn.indicators.actions.publishing import release_round
    from samsyn.indicators.tests.factories import DECISION

    release_round(by=scene.coordinator, opened=one, decision=DECISION)
    assert any(row["kommentar"].startswith("'=") for row in rows(scene))


def test_a_broken_series_is_said_at_the_value(scene: Scene) -> None:
    scene.open(2024)
    boxes = {f"{VISITS}-value": "100", f"{STAFF}-value": "2", f"{VISITS}-deviation": "system", f"{VISITS}-breaks": "on", f"{VISITS}-comment": "Nytt system i maj."}  # fmt: skip
    scene.world.client(scene.officer).post("/nyckeltal/insamling/2024/aneby/", boxes)
    scene.world.client(scene.manager).post("/nyckeltal/insamling/2024/aneby/", {"do": "sign"})
    client = scene.world.client(scene.coordinator)
    client.post("/nyckeltal/insamling/2024/aneby/granska/", {"do": "accept"})
    client.post("/nyckeltal/insamling/2024/slapp/", {"body": "Styrgruppen", "date": "2026-11-23"})
    text = page(scene)
    assert "Bytte ärendesystem. Nytt system i maj. Serien bryts här" in text


def test_the_chart_can_be_taken_away_and_shown_elsewhere(released: Scene) -> None:
    client = released.world.client()
    assert client.get(PAGE + "diagram.svg").content.startswith(b"<svg")
    assert client.get(PAGE + "diagram.png").content.startswith(b"\x89PNG")
    frame = client.get(PAGE + "badda-in/")
    assert "frame-ancestors *" in frame["Content-Security-Policy"]
    assert "X-Frame-Options" not in frame
    assert "Jämför inte mellan kontor" in frame.content.decode()


def test_an_office_has_its_own_profile_as_page_and_pdf(released: Scene) -> None:
    from samsyn.core.pdf.tests.factories import text_of

    assert "55,0" in page(released, "/nyckeltal/kontor/aneby/")
    pdf = released.world.client().get("/nyckeltal/kontor/aneby/profil.pdf").content
    assert "Besök per årsarbetskraft" in text_of(pdf)
    assert released.world.client().get("/nyckeltal/kontor/finns-inte/").status_code == 404


def test_the_list_leads_to_every_published_figure(released: Scene) -> None:
    text = page(released, "/nyckeltal/")
    assert PAGE in text and "Miljöbarometern" in text
    assert (
        KEY not in released.world.client(host="annan.localhost").get("/nyckeltal/").content.decode()
    )


def test_the_definition_is_shown_version_by_version(released: Scene) -> None:
    released.redefine(breaks_series=True)
    text = page(released, PAGE + "definition/")
    assert "Version 2" in text and "Ny regel." in text and "Version 1" in text


def test_a_page_costs_few_questions_whatever_the_number_of_values(
    released: Scene, django_assert_max_num_queries
) -> None:
    for year in range(2015, 2020):
        released.release(year, aneby=(100, 2), habo=(90, 3))
    with django_assert_max_num_queries(25):
        page(released)


def test_a_shared_link_shows_the_chart(released: Scene) -> None:
    text = page(released)
    assert f'property="og:image" content="http://testserver{PAGE}delning.png"' in text
    assert 'property="og:image:alt" content="' in text
    answer = released.world.client().get(PAGE + "delning.png")
    assert answer.content.startswith(b"\x89PNG")
    assert "max-age=3600" in answer["Cache-Control"]


def test_many_key_figures_are_shown_a_page_at_a_time(released: Scene, monkeypatch) -> None:
    monkeypatch.setattr("samsyn.indicators.views.pages.PER_PAGE", 1)
    monkeypatch.setattr("samsyn.indicators.views.pages.PER_OFFICE_PAGE", 1)
    other = make_indicator(
        by=None, collaboration=released.world.collaboration, key="annat", subject="Övrigt"
    )
    row = {"area": "aneby", "area_name": "Aneby", "year": 2024, "value": 3, "source_url": ""}
    record_published_figures(by=None, definition=define(other, name="Annat mått"), rows=[row])
    for address in ("/nyckeltal/", "/nyckeltal/kontor/aneby/"):
        first, second = page(released, address), page(released, f"{address}?sida=2")
        assert 'aria-label="Listans sidor"' in first
        assert (f'{PAGE}"' in first) != (f'{PAGE}"' in second)
        assert ('"/nyckeltal/annat/"' in first) != ('"/nyckeltal/annat/"' in second)
