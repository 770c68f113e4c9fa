"""Answers for machines."""

from datetime import timedelta

import pytest
from django.db import DatabaseError

from samsyn.core.clock.interface import now
from samsyn.core.jobs.interface import ScheduledRun
from samsyn.web import queries


def test_alive_asks_the_database_nothing(db, client, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = client.get("/healthz")
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]


def test_ready_tells_of_database_files_and_worker(db, client):
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json() == {"ready": True, "database": True, "files": True, "worker": "never"}


@pytest.mark.parametrize(("hours", "state"), [(1, "fresh"), (3, "late")])
def test_the_worker_is_known_by_its_newest_run(db, client, hours, state):
    ScheduledRun.objects.create(name="a", ran_at=now() - timedelta(hours=hours))
    ScheduledRun.objects.create(name="b", ran_at=now() - timedelta(hours=50))
    assert client.get("/readyz").json()["worker"] == state


def test_a_monitor_can_ask_for_a_fresh_worker(db, client):
    assert client.get("/readyz?worker").status_code == 503
    ScheduledRun.objects.create(name="a", ran_at=now())
    assert client.get("/readyz?worker").status_code == 200


def test_without_a_database_it_is_not_ready(db, client, monkeypatch):
    class Broken:
        def cursor(self):
            raise DatabaseError

    monkeypatch.setattr(queries, "connection", Broken())
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["database"] is False and answer.json()["worker"] == "unknown"


def test_a_full_disk_is_not_ready(db, client, monkeypatch):
    def full(*_arguments):
        raise OSError("No space left on device")

    monkeypatch.setattr(queries.default_storage, "save", full)
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["files"] is False


def test_probing_leaves_no_file_behind(db, client, settings):
    client.get("/readyz")
    folder = settings.MEDIA_ROOT / "health"
    assert list(folder.iterdir()) == []


def test_crawlers_keep_out_of_what_is_not_public(world):
    answer = world.client().get("/robots.txt")
    assert answer["Content-Type"].startswith("text/plain")
    for address in ("/konto/", "/min-sida/", "/inbjudan/", "/redaktion/"):
        assert f"Disallow: {address}" in answer.content.decode()


def test_the_icon_is_a_drawing(world):
    answer = world.client().get("/favicon.ico")
    assert answer["Content-Type"] == "image/svg+xml"
    assert answer.content.startswith(b"<svg")
