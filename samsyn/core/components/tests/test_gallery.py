"""The gallery shows every part, and nothing of ours asks for what the security policy forbids."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.template.library import import_library
from django.template.loader import get_template, render_to_string
from django.test import RequestFactory

from samsyn.core.components.samples import gallery_context
from samsyn.core.components.views import gallery

TEMPLATES = Path(settings.PROJECT_DIR) / "samsyn" / "core" / "templates"
STYLES = Path(settings.PROJECT_DIR) / "frontend" / "styles"
# Drawn by the shell or by other parts rather than by the gallery's own template.
BY_OTHERS = {"address_of", "footer_columns", "links_of_person", "field", "error_summary", "icon"}
BY_OTHERS |= {"status_line", "breadcrumbs", "answer_bar", "tile_key"}


@pytest.fixture(scope="module")
def shown():
    request = RequestFactory().get("/komponenter/")
    return BeautifulSoup(
        render_to_string("core/gallery.html", gallery_context(), request), "html.parser"
    )


def test_is_open_to_everyone():
    assert gallery.is_public


def test_every_part_is_in_the_gallery():
    source = get_template("core/gallery.html").template.source
    absent = [
        name
        for name in import_library("samsyn.core.templatetags.samsyn").tags
        if name not in BY_OTHERS and not re.search(r"{% " + name + r"\b", source)
    ]
    assert absent == []


def test_ids_are_used_once(shown):
    ids = [element.get("id") for element in shown.select("[id]")]
    assert sorted(ids) == sorted(set(ids))


def test_headings_come_in_order(shown):
    levels = [int(h.name[1]) for h in shown.select("h1, h2, h3, h4")]
    assert levels.count(1) == 1
    steps = [after - before for before, after in pairwise(levels)]
    assert max(steps) <= 1


def test_every_reference_between_elements_is_kept(shown):
    ids = {element.get("id") for element in shown.select("[id]")}
    for attribute in ("for", "aria-labelledby", "aria-describedby"):
        for element in shown.select(f"[{attribute}]"):
            assert set(element.get(attribute).split()) <= ids, str(element)[:200]


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.name)
def test_no_template_has_a_style_or_a_script_in_it(path):
    source = path.read_text(encoding="utf-8")
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*src)|javascript:", source)


def test_every_variable_of_the_styles_is_defined_somewhere():
    built = "".join(
        p.read_text() for p in (settings.BUILD_DIR / "static" / "assets").glob("app-*.css")
    )
    # A variable with a fallback, and those a component of the base sets on itself, may be unset.
    defined = set(re.findall(r"(--[\w-]+)\s*:", built))
    own = "".join(path.read_text() for path in STYLES.glob("*.css"))
    asked = set(re.findall(r"var\((--[\w-]+)\)", own))
    assert asked - defined == set()
    base = set(re.findall(r"var\((--ds-[\w-]+)\)", built))
    assert base - defined == set()


def test_every_icon_a_template_names_is_in_the_set():
    names = set(json.loads((Path(settings.PROJECT_DIR) / "frontend/build/icons.json").read_text()))
    for path in TEMPLATES.rglob("*.html"):
        for name in re.findall(r'{% icon "([\w-]+)"', path.read_text(encoding="utf-8")):
            assert name in names, path.name
