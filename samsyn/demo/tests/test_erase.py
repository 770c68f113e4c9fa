"""`samsyn demo --rebuild` starts from an empty database and ends with one county."""

import io

import pytest
from django.core.management import call_command
from django.test import override_settings

from samsyn.demo.build import build
from samsyn.organisations.interface import collaboration_by_slug, make_collaboration, offices_of


# Dropping and migrating all tables takes longer than all other tests of this package together.
@pytest.mark.proof
@pytest.mark.django_db(transaction=True)
@override_settings(DEMO=True)
def test_a_rebuild_erases_all_and_builds_the_county_anew():
    build(lambda line: None)
    make_collaboration(by=None, slug="extra", name="Extra", county="Extra län")
    out = io.StringIO()
    call_command("demo", "--rebuild", stdout=out)
    assert "Erasing everything" in out.getvalue()
    assert collaboration_by_slug("extra") is None
    rebuilt = collaboration_by_slug("jonkoping")
    assert rebuilt is not None
    assert len(offices_of(rebuilt)) == 14
