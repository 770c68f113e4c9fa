"""`make where URL=…` finds the code of a page."""

import subprocess

import pytest
from django.urls import Resolver404

from scripts.project import ROOT
from scripts.where import find, told


def test_a_page_is_followed_to_its_view_access_action_template_and_test():
    place = find("/kampanjer/skolor/fragor/?sida=2")
    assert place.package == "samsyn/campaigns"
    assert place.name == "campaigns:questions"
    assert place.view.endswith(" questions")
    assert place.view.startswith("samsyn/campaigns/views/talk.py:")
    assert [line.split()[-1] for line in place.access] == ["get_campaign_of_members"]
    assert [line.split()[-1] for line in place.actions] == ["ask_in_campaign"]
    assert place.templates == ["samsyn/campaigns/templates/campaigns/questions.html"]
    assert "tests/access/campaigns.toml  who gets there" in place.tests


def test_an_action_under_another_name_and_a_test_of_the_same_stem_are_found():
    place = find("organisation/jonkoping/bjud-in/")
    assert "samsyn/organisations/tests/test_invite.py" in place.tests[0]
    assert any("samsyn/organisations/actions/invitations.py" in line for line in place.actions)


def test_lines_point_at_the_definition():
    file, line = find("/varfor/").view.split()[0].split(":")
    text = (ROOT / file).read_text().splitlines()
    assert text[int(line) - 1].startswith("def why(")


def test_a_library_page_says_whose_it_is():
    place = find("/konto/login/")
    assert place.package == "allauth"
    assert "tests/access/libraries.toml" in told(place)


def test_every_line_is_named():
    lines = [
        line.split()[0] for line in told(find("/om/")).splitlines() if not line.startswith(" ")
    ]
    assert lines == ["address", "package", "view", "access", "action", "template", "test"]


def test_an_address_that_nobody_answers_is_said():
    with pytest.raises(Resolver404):
        find("/kampanjer")
    done = subprocess.run(
        ["make", "where", "URL=/finns/inte"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert "Nothing answers at /finns/inte" in done.stderr
