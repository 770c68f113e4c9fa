import os
import subprocess
import sys

import pytest
import typst
from fontTools.ttLib import TTFont

from samsyn.core.pdf import fonts as house
from samsyn.core.pdf.tests.factories import PROJECT

MODULES = PROJECT / "node_modules"


@pytest.fixture(scope="module")
def regular(tmp_path_factory):
    target = tmp_path_factory.mktemp("one-face")
    (path,) = house.build_fonts(MODULES, target, faces=house.FACES[:1])
    return path


def test_the_files_are_one_family_under_our_own_name(fonts):
    found = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts)]
    )
    assert {(face.family, face.weight, face.style) for face in found.fonts()} == {
        ("Samsyn Sans", weight, style) for weight, style in house.FACES
    }


def test_the_reserved_name_of_the_original_is_not_used(regular):
    with TTFont(regular) as font:
        named = [str(record) for record in font["name"].names if record.nameID in (1, 3, 4, 6, 16)]
    assert named
    assert not [name for name in named if "Source" in name]


def test_letters_of_all_scripts_are_in_one_file(regular):
    with TTFont(regular) as font:
        shown = font.getBestCmap()
    assert all(ord(letter) in shown for letter in "åäöÅÄÖéŁşğΩЖї–§€\u202f\u00a0−…")


def test_the_space_in_thousands_is_narrower_than_a_space(regular):
    with TTFont(regular) as font:
        shown, widths = font.getBestCmap(), font["hmtx"]
        assert 0 < widths[shown[0x202F]][0] < widths[shown[0x20]][0]


def test_figures_are_equally_wide_in_tables(regular):
    with TTFont(regular) as font:
        features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
        shown, widths = font.getBestCmap(), font["hmtx"]
        equal = len({widths[shown[ord(digit)]][0] for digit in "0123456789"}) == 1
    assert "tnum" in features or equal


def test_only_what_every_face_can_show_counts_as_shown(fonts):
    shown = house.letters(fonts)
    assert ord("å") in shown
    assert ord("猫") not in shown


def test_without_the_web_font_it_says_what_to_run(tmp_path):
    with pytest.raises(house.FontsMissing, match="npm ci"):
        house.build_fonts(tmp_path, tmp_path / "target")


def test_the_command_builds_every_face_into_the_build_folder(tmp_path):
    env = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    subprocess.run(
        [sys.executable, "-m", "samsyn.core.pdf.fonts"],
        cwd=PROJECT,
        env={**env, "SAMSYN_BUILD_DIR": str(tmp_path), "SAMSYN_DEMO": "1"},
        check=True,
    )
    assert len(list((tmp_path / "fonts").glob("*.ttf"))) == len(house.FACES)


def test_the_command_fails_aloud_when_the_web_font_is_missing(settings, tmp_path, capsys):
    settings.PROJECT_DIR, settings.FONTS_DIR = tmp_path, tmp_path / "built"
    assert house.main() == 1
    assert "npm ci" in capsys.readouterr().err
