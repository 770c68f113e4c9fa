"""An installation in which nothing has been made yet."""

from django.test import Client


def test_before_there_is_any_collaboration_only_health_answers(db):
    assert Client().get("/healthz").status_code == 200
    assert Client().get("/readyz").status_code == 200
    assert Client().get("/om/").status_code == 404
