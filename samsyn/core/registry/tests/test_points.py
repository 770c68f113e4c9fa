"""Higher packages tell the ground; the ground never asks by name."""

from datetime import datetime, timedelta

import pytest

from samsyn.core.clock.interface import now
from samsyn.core.registry import retention
from samsyn.core.registry.interface import (
    ExtensionPoint,
    Retention,
    erase_what_is_kept_too_long,
    retentions,
)


def test_providers_come_in_the_order_of_their_registration() -> None:
    point: ExtensionPoint[str] = ExtensionPoint("test")
    point.register("one.what", "first")
    point.register("two.what", "second")
    assert list(point.providers()) == ["first", "second"]
    assert list(point.owners()) == ["one.what", "two.what"]


def test_a_name_is_taken_once() -> None:
    point: ExtensionPoint[str] = ExtensionPoint("test")
    point.register("one.what", "first")
    with pytest.raises(ValueError, match=r"one\.what is already registered"):
        point.register("one.what", "second")


def test_the_daily_job_erases_what_is_older_than_each_package_says(monkeypatch) -> None:
    asked: list[datetime] = []

    def erase(moment: datetime) -> int:
        asked.append(moment)
        return 3

    point: ExtensionPoint[Retention] = ExtensionPoint("retentions")
    point.register("test.rows", Retention(what="rows", days=30, reason="because", erase=erase))
    monkeypatch.setattr(retention, "retentions", point)
    assert erase_what_is_kept_too_long() == 3
    assert asked == [now() - timedelta(days=30)]


def test_every_retention_says_what_and_why() -> None:
    for kept in retentions.providers():
        assert str(kept.what)
        assert str(kept.reason)
        assert kept.days > 0
