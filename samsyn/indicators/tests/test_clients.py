"""Programs that others have made for Statistics Sweden's API, unchanged, against ours."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from pxstatspy import PxAPI, PxAPIConfig
from pxweb import PxApi

from samsyn.indicators.tests.factories import KEY, Scene, make_scene
from samsyn.organisations.tests.factories import World, make_world

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def world(transactional_db: None) -> World:
    """Committed: the clients read it from the outside."""
    return make_world()


@pytest.fixture
def scene(world: World) -> Scene:
    return make_scene(world)


@pytest.fixture
def address(scene: Scene, live_server) -> str:
    scene.release(2023, aneby=(100, 2), habo=(90, 3))
    scene.release(2024, aneby=(110, 2), habo=("secrecy", 3))
    return f"{live_server.url}/api/v2"


def test_pxwebpy_reads_values_and_reasons(address: str) -> None:
    api = PxApi(address)
    rows = api.get_table_data(KEY)
    values = {
        (row["Kontor"], row["År"]): row["value"]
        for row in rows
        if row["Innehåll"] == "Besök per årsarbetskraft"
    }
    assert values["Aneby", "2023"] == 50
    assert values["Habo-Mullsjö", "2024"] is None
    # This client drops JSON-stat's status: the reason is still there as a number.
    reasons = {
        (row["Kontor"], row["År"]): row["value"]
        for row in rows
        if row["Innehåll"].startswith("Varför värdet saknas")
    }
    assert reasons["Habo-Mullsjö", "2024"] == 3


def test_pxwebpy_selects_as_it_does_elsewhere(address: str) -> None:
    rows = PxApi(address).get_table_data(
        KEY, value_codes={"Kontor": "aneby", "ContentsCode": "VARDE", "Tid": ["2023", "2024"]}
    )
    assert [row["value"] for row in rows] == [50, 55]


def test_pxstatspy_reads_a_table(address: str) -> None:
    api = PxAPI(PxAPIConfig(base_url=address, language="sv"))
    frame = api.get_data_as_dataframe(
        KEY, value_codes={"Kontor": ["aneby"], "ContentsCode": ["VARDE"], "Tid": ["*"]}
    )
    assert [float(value) for value in frame.iloc[:, -1]] == [50, 55]


@pytest.mark.skipif(
    not (ROOT / "node_modules" / "jsonstat-toolkit").exists() or not shutil.which("node"),
    reason="jsonstat-toolkit is installed by npm ci",
)
def test_jsonstat_toolkit_keeps_the_status(scene: Scene) -> None:
    scene.release(2023, aneby=(100, 2), habo=(90, 3))
    scene.release(2024, aneby=(110, 2), habo=("secrecy", 3))
    found = scene.world.client().get(f"/api/v2/tables/{KEY}/data?valueCodes[ContentsCode]=VARDE")
    script = (
        "const J = require('jsonstat-toolkit');"
        "let text = ''; process.stdin.on('data', d => text += d).on('end', () =>"
        " console.log(JSON.stringify(J(JSON.parse(text)).toTable({type: 'arrobj', status: true}))))"
    )
    done = subprocess.run(
        ["node", "-e", script],
        input=found.content.decode(),
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    rows = {(row["Kontor"], row["Tid"]): row for row in json.loads(done.stdout)}
    assert rows["Aneby", "2023"]["value"] == 50
    assert rows["Habo-Mullsjö", "2024"]["status"] == ".."
