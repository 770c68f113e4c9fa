"""One letter in place of many, when each person wants it; never twice; and what must be answered is never held."""

from datetime import timedelta

import pytest

from samsyn.core.accounts.interface import User
from samsyn.core.audit.interface import AuditEntry
from samsyn.core.clock.interface import now
from samsyn.core.mail.interface import Mail, without_letters
from samsyn.core.subscriptions import topics
from samsyn.core.subscriptions.interface import (
    KEPT_DAYS,
    Notice,
    Rhythm,
    Topic,
    choices_of,
    choose,
    erase_old_notices,
    register_topics,
    send_digests,
    stop_path,
    tell,
)

pytestmark = pytest.mark.django_db
HERE = 1


@pytest.fixture(autouse=True)
def topic(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(topics, "_TOPICS", {})
    register_topics([Topic("trial.news", "Nytt", "Allt nytt", Rhythm.DAILY)])


@pytest.fixture
def anna() -> User:
    return User.objects.create_user(email="anna@exempel.se")


def news(user: User, key: str = "a", **changes: object) -> int:
    fields = {
        "topic": "trial.news",
        "title": f"Nyhet {key}",
        "url": f"/nyheter/{key}/",
        "at": "https://x.se",
    }
    return tell(users=[user], collaboration_id=HERE, key=key, **{**fields, **changes})  # fmt: skip


def wants(user: User, rhythm: Rhythm) -> None:
    choose(user_id=user.pk, collaboration_id=HERE, choices={"trial.news": rhythm})


def letters() -> list[tuple[str, str]]:
    return list(Mail.objects.order_by("pk").values_list("to", "body"))


def test_two_pieces_of_news_come_in_one_letter_and_never_again(anna: User, clock) -> None:
    assert news(anna, "a") + news(anna, "b") + news(anna, "b") == 0
    assert letters() == []
    assert send_digests() == 1
    assert send_digests() == 0
    clock.shift(timedelta(days=1))
    assert send_digests() == 0
    ((to, body),) = letters()
    assert to == "anna@exempel.se"
    assert body.count("https://x.se/nyheter/a/") == 1
    assert body.count("https://x.se/nyheter/b/") == 1
    assert news(anna, "b") == 0
    assert not Notice.objects.filter(letter="").exists()


def test_news_after_the_digest_waits_for_the_next_day(anna: User, clock) -> None:
    news(anna, "a")
    send_digests()
    news(anna, "b")
    assert send_digests() == 0
    clock.shift(timedelta(days=1))
    assert send_digests() == 1
    assert "/nyheter/a/" not in letters()[1][1]


def test_a_weekly_letter_comes_on_monday_together_with_the_days_own(anna: User, clock) -> None:
    wants(anna, Rhythm.WEEKLY)
    news(anna)  # Monday 23 November
    clock.shift(timedelta(days=6))
    assert send_digests() == 0
    clock.shift(timedelta(days=1))
    assert send_digests() == 1


def test_no_digest_in_the_night(anna: User, clock) -> None:
    news(anna)
    clock.shift(timedelta(hours=-4))  # six in the morning in Stockholm
    assert send_digests() == 0


def test_at_once_is_at_once_and_once(anna: User) -> None:
    wants(anna, Rhythm.AT_ONCE)
    assert [news(anna, text="Hela texten"), news(anna)] == [1, 0]
    assert "Hela texten" in letters()[0][1]
    assert send_digests() == 0


@pytest.mark.parametrize("rhythm", [Rhythm.DAILY, Rhythm.WEEKLY, Rhythm.NEVER])
def test_what_must_be_answered_by_a_day_is_never_held_back(anna: User, rhythm: Rhythm) -> None:
    wants(anna, rhythm)
    assert news(anna, needs_answer=True) == 1


def test_who_wants_nothing_gets_nothing_and_what_waited_is_forgotten(anna: User) -> None:
    news(anna)
    wants(anna, Rhythm.NEVER)
    assert news(anna, "b") == 0
    assert send_digests() == 0
    assert not Notice.objects.exists()


def test_a_choice_holds_in_its_own_collaboration_and_is_in_the_trail(anna: User) -> None:
    wants(anna, Rhythm.NEVER)
    assert choices_of(anna.pk, HERE) == {"trial.news": "never"}
    assert choices_of(anna.pk, 2) == {"trial.news": "daily"}
    assert AuditEntry.objects.filter(verb="core.chose_notices").count() == 1
    wants(anna, Rhythm.NEVER)
    assert AuditEntry.objects.filter(verb="core.chose_notices").count() == 1


def test_the_link_in_the_letter_stops_after_a_button_and_without_signing_in(
    anna: User, client, world
) -> None:
    news(anna)
    send_digests()
    path = stop_path(anna.pk, HERE)
    assert path in letters()[0][1]
    client.get(path)
    assert choices_of(anna.pk, HERE) == {"trial.news": "daily"}, "programs open links"
    client.post(path)
    assert choices_of(anna.pk, HERE) == {"trial.news": "never"}
    assert client.post(path[:-3] + "x/").status_code == 404


def test_who_cannot_sign_in_is_told_nothing(anna: User) -> None:
    news(anna)
    User.objects.update(is_active=False)
    assert send_digests() == 0
    assert letters() == []


def test_the_demo_county_holds_no_news(anna: User) -> None:
    with without_letters():
        news(anna)
    assert not Notice.objects.exists()


def test_old_notices_are_erased(anna: User, clock) -> None:
    news(anna)
    clock.shift(timedelta(days=KEPT_DAYS + 1))
    assert erase_old_notices(now() - timedelta(days=KEPT_DAYS)) == 1


def test_a_topic_is_registered_once() -> None:
    with pytest.raises(ValueError, match="twice"):
        register_topics([Topic("trial.news", "Nytt", "", Rhythm.NEVER)])
